import type { LogicalLine } from '../../grammar/index.ts';
import { fold, hasHan, keywordsSpelt, layOut, scan } from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';
import type { Notice } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source.ts';
import { condition, expression } from './condition.ts';
import { nest } from './nesting.ts';
import { top } from './placement.ts';
import type { Stage } from './stage.ts';
import { TreeReader } from './tree.ts';

/**
 * Reads a policy file. Every finding goes to the reporter, one for each line at fault; the
 * lines that can be read are in the tree. Null only where no header says what the file is.
 * `whole`: all of the file, where `source` is a piece of it.
 */
export function parse(source: SourceFile, reporter: Reporter, whole = source.text): Notice | null {
  const { stage, lines, trailing, reader } = begun(source, languageOf(fold(source.text)), reporter, whole);
  const { language } = stage;
  if (!lines[0] || !reader.opensFile(lines[0])) return withoutHeader(lines, stage);
  const [first, ...rest] = nest(lines, stage);
  const header = first && reader.readHeader(first);
  if (!header) return withoutHeader(lines, stage);
  return { language, header, blocks: reader.readBlocks(rest, top), trailing };
}

/** Reads a piece of a file that begins with a block; null where it does not. */
export function parseBlocks(
  source: SourceFile,
  language: Language,
  reporter: Reporter,
  whole: string,
): (Omit<Notice, 'header'> & { readonly header: null }) | null {
  const { stage, lines, trailing, reader } = begun(source, language, reporter, whole);
  const [first] = lines;
  if (first?.indent !== '' || !reader.opensBlock(first)) return null;
  return { language, header: null, blocks: reader.readBlocks(nest(lines, stage), top), trailing };
}

function begun(source: SourceFile, language: Language, reporter: Reporter, whole: string) {
  const stage: Stage = { language, text: source.text, whole, reporter, read: { expression, condition } };
  const { lines, trailing } = layOut(source.text, scan(fold(source.text), language), language);
  return { stage, lines, trailing, reader: new TreeReader(stage) };
}

/** The first word of a file says in which language its keywords are written; Chinese where it says nothing. */
function languageOf(folded: string): Language {
  const word = /^(?:\s|#[^\r\n]*)*([\p{L}]+)/u.exec(folded)?.[1] ?? '';
  if (keywordsSpelt('zh', word).some((k) => k.id === 'notice' || k.id === 'library')) return 'zh';
  return hasHan(word) || word === '' ? 'zh' : 'en';
}

function withoutHeader(lines: readonly LogicalLine[], stage: Stage): null {
  const [first] = lines;
  const found = first?.tokens[0] && stage.text.slice(first.span.start, first.span.end).split(/\s/)[0];
  stage.reporter.report(syntaxDiagnostics.noHeader, first?.span ?? { start: 0, end: 0 }, { found });
  return null;
}
