import { spelling } from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import type { Places } from '../source/places.ts';
import type { SourceFile, Span } from '../source/source.ts';

interface Line {
  readonly line: Statement;
  readonly parent: Statement | null;
}

/** When the line that a finding is about may go without any other decision being changed by it. */
const removals: { readonly [code: string]: (found: Span, at: Line) => boolean } = {
  // Facts, parameters and definitions that nothing reads.
  BF4041: (_, { parent }) => isOneOf(parent),
  BF4042: () => true,
  BF4043: ({ start }, { line }) => line.span.start === start,
  // Conditions that everybody meets, or that another line holds.
  BF4002: (found, at) => inGroup(at, 'all') && isWhole(found, at),
  BF4004: (found, at) =>
    at.line.head === 'except' || ((inGroup(at, 'all') || isExclusion(at)) && isWhole(found, at)),
  // Alternatives, exceptions, exclusions and ways that nobody comes to.
  BF4005: (found, at) => inGroup(at, 'any') && isWhole(found, at),
  BF4007: (_, { line }) => line.head === 'except',
  BF4009: (found, at) => isExclusion(at) && isWhole(found, at),
  BF4010: (_, { parent }) => parent?.head === 'route' && isOneOf(parent),
};

const isExclusion = ({ parent }: Line): boolean => parent?.head === 'excluded' && isOneOf(parent);

/** A table with cases that no row covers: `BF3029`. */
const HOLE = 'BF3029';
const REASONS: { readonly [language in Language]: string } = {
  zh: '原文没有写',
  en: 'the notice does not say',
};

/** Puts the repair beside each finding that has one: a line goes, or a row for what is left out is added. */
export function withFixes(
  notice: Notice,
  { text, path }: SourceFile,
  places: Places,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  let lines: readonly Statement[] | undefined;
  return found.map((one) => {
    if (one.fix || one.kept !== undefined || one.path !== path) return one;
    if (!removals[one.code] && one.code !== HOLE) return one;
    lines ??= linesOf(notice, path, places);
    const fix = fixFor(one, lines, notice.language, text);
    return fix ? { ...one, fix: [fix] } : one;
  });
}

/** The lines of the policy's own file, with spans as findings have them: counted in the file. */
function linesOf({ header, blocks }: Notice, path: string, places: Places): readonly Statement[] {
  const inFile = (span: Span): Span => places.placed(span).span;
  const counted = (line: Statement): Statement => ({
    ...line,
    span: inFile(line.span),
    clauses: line.clauses.map((clause) => ({ ...clause, span: inFile(clause.span) })),
    children: line.children.map(counted),
    ...(line.body && { body: { ...line.body, span: inFile(line.body.span) } }),
  });
  return [header, ...blocks].filter(({ span }) => places.pathAt(span.start) === path).map(counted);
}

function fixFor(
  { code, span }: Diagnostic,
  lines: readonly Statement[],
  language: Language,
  text: string,
): Edit | null {
  const removable = removals[code];
  const at = lineAt(lines, span, null);
  if (!at) return null;
  if (code === HOLE) return rowForTheRest(at.line, language, text);
  return removable?.(span, at) ? { span: wholeLines(at.line, text), text: '' } : null;
}

/** The innermost line that the place lies in. */
function lineAt(lines: readonly Statement[], span: Span, parent: Statement | null): Line | null {
  const line = lines.find((one) => one.span.start <= span.start && span.start < endOf(one));
  return line ? (lineAt(line.children, span, line) ?? { line, parent }) : null;
}

const endOf = ({ span, clauses, children }: Statement): number =>
  Math.max(span.end, ...clauses.map((clause) => clause.span.end), ...children.map(endOf));

/** Others stand beside it: the block does not become empty. */
const isOneOf = (parent: Statement | null): boolean => (parent?.children.length ?? 0) > 1;

function inGroup({ parent }: Line, op: 'all' | 'any'): boolean {
  return (
    isOneOf(parent) && parent?.body?.kind === 'group' && parent.body.op === op && parent.head !== 'excluded'
  );
}

/** The finding is about all that the line says, not about a part of it. */
function isWhole(found: Span, { line }: Line): boolean {
  const { body } = line;
  return body !== undefined && found.start <= body.span.start && found.end >= body.span.end;
}

/** The line with those below it and its comment, line end included. */
function wholeLines(line: Statement, text: string): Span {
  const start = text.lastIndexOf('\n', line.span.start - 1) + 1;
  const end = text.indexOf('\n', endOf(line));
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** `其余: 未规定 "…"` below the last row. */
function rowForTheRest(table: Statement, language: Language, text: string): Edit | null {
  const last = table.children.filter(({ cases }) => cases).at(-1);
  if (!last || last.cases?.some(({ kind }) => kind === 'otherwise')) return null;
  const begin = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const margin = text.slice(begin, last.span.start);
  const { end } = wholeLines(last, text);
  const row = `${margin}${spelling(language, 'word', 'otherwise')}: ${spelling(language, 'word', 'unspecified')} "${REASONS[language]}"\n`;
  return { span: { start: end, end }, text: text.endsWith('\n') || end < text.length ? row : `\n${row}` };
}
