import type { Language } from '../compiler/ast/names.ts';
import type { Span } from '../compiler/source/source.ts';
import { keywordsFrom, spellings, variants } from './keywords/lookup.ts';
import { joiners } from './keywords/vocabulary.ts';
import type { RawToken } from './scanner.ts';
import { endOf } from './token-data.ts';

/** A line with the lines that continue it. Its tokens are raw; comments are taken out. */
export interface LogicalLine {
  readonly span: Span;
  /** What stands before the first token of the first line. */
  readonly indent: string;
  readonly tokens: readonly RawToken[];
  readonly before: readonly string[];
  readonly after?: string;
}

export interface Layout {
  readonly lines: readonly LogicalLine[];
  /** Comments after the last line. */
  readonly trailing: readonly string[];
}

interface PhysicalLine {
  readonly start: number;
  readonly tokens: RawToken[];
  comment?: string;
}

function physicalLines(original: string, tokens: readonly RawToken[]): readonly PhysicalLine[] {
  const lines: PhysicalLine[] = [{ start: 0, tokens: [] }];
  for (const token of tokens) {
    const line = lines[lines.length - 1];
    if (!line) continue;
    if (token.kind === 'newline') lines.push({ start: endOf(token), tokens: [] });
    else if (token.kind === 'comment') {
      line.comment = original.slice(token.startOffset, endOf(token)).trimEnd();
    } else line.tokens.push(token);
  }
  return lines;
}

const joiningSymbols = new Set(['|', ',', '+', '-', '×', '÷', '*']);

const joining: Partial<Record<Language, ReadonlySet<string>>> = {};

function joinerWords(language: Language): ReadonlySet<string> {
  joining[language] ??= new Set(joiners.flatMap((id) => spellings[language].word[id]).flatMap(variants));
  return joining[language];
}

function continues(line: PhysicalLine, language: Language): boolean {
  const [first, second] = line.tokens;
  if (!first || second?.image === ':') return false;
  if (first.kind === 'cites') return true;
  if (first.kind === 'symbol') return joiningSymbols.has(first.image);
  return first.kind === 'word' && joinerWords(language).has(first.image);
}

function depthAfter(tokens: readonly RawToken[], before: number): number {
  let depth = before;
  for (const token of tokens) {
    if (token.kind !== 'symbol') continue;
    if (token.image === '(' || token.image === '{') depth += 1;
    if (token.image === ')' || token.image === '}') depth = Math.max(0, depth - 1);
  }
  return depth;
}

/**
 * Whether brackets open at the end of a line are closed further down. They are not once a line
 * comes that cannot be inside them; so a forgotten bracket spoils its own line only.
 */
function closesBelow(
  lines: readonly PhysicalLine[],
  from: number,
  open: number,
  language: Language,
): boolean {
  let depth = open;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    const first = line?.tokens[0];
    if (!line || !first || line.tokens.some((t) => t.image === ':')) return false;
    if (keywordsFrom(language, first.image).some((k) => k.group === 'head')) return false;
    depth = depthAfter(line.tokens, depth);
    if (depth === 0) return true;
  }
  return false;
}

interface Draft {
  readonly line: PhysicalLine;
  readonly indent: string;
  readonly tokens: RawToken[];
  readonly before: string[];
  after?: string;
}

function absorb(draft: Draft, line: PhysicalLine): void {
  draft.tokens.push(...line.tokens);
  if (line.comment === undefined) return;
  if (draft.after === undefined) draft.after = line.comment;
  else draft.before.push(line.comment);
}

function finish(draft: Draft): LogicalLine {
  const first = draft.tokens[0];
  const last = draft.tokens[draft.tokens.length - 1];
  const span = { start: first?.startOffset ?? 0, end: last ? endOf(last) : 0 };
  const { indent, tokens, before, after } = draft;
  return { span, indent, tokens, before, ...(after === undefined ? {} : { after }) };
}

/** Joins continued lines and gives each comment to its line: at its end, or the next line's when alone. */
export function layOut(original: string, scanned: readonly RawToken[], language: Language): Layout {
  const lines = physicalLines(original, scanned);
  const drafts: Draft[] = [];
  let comments: string[] = [];
  let inside = 0;
  for (const [i, line] of lines.entries()) {
    const current = drafts[drafts.length - 1];
    const first = line.tokens[0];
    if (!first) {
      if (line.comment !== undefined) comments.push(line.comment);
      continue;
    }
    if (current && (inside > 0 || continues(line, language))) {
      absorb(current, line);
      current.before.push(...comments);
    } else {
      const draft: Draft = {
        line,
        indent: original.slice(line.start, first.startOffset),
        tokens: [],
        before: comments,
      };
      absorb(draft, line);
      drafts.push(draft);
    }
    comments = [];
    const open = depthAfter(line.tokens, inside);
    inside = open > 0 && (inside > 0 || closesBelow(lines, i + 1, open, language)) ? open : 0;
  }
  return { lines: drafts.map(finish), trailing: comments };
}
