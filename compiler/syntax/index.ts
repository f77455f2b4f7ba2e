import type { LogicalLine } from '../../grammar/index.ts';
import { fold, keywordsSpelt, layOut, scan } from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../source/source.ts';
import type { Nested } from './nesting.ts';
import { nest } from './nesting.ts';
import { top } from './placement.ts';
import type { Stage } from './stage.ts';
import { TreeReader } from './tree.ts';

/**
 * Reads a policy file. Every finding goes to the reporter, one for each line at fault; the
 * lines that can be read are in the tree. Null only where no header says what the file is.
 */
export function parse(source: SourceFile, reporter: Reporter): Notice | null {
  const folded = fold(source.text);
  const language = languageOf(folded);
  const stage: Stage = { language: language ?? 'zh', text: source.text, reporter };
  const scanned = scan(folded, stage.language);
  const { lines, trailing } = layOut(source.text, scanned, stage.language);
  if (!language) return withoutHeader(lines, stage);
  const reader = new TreeReader(stage, scanned);
  const [first, ...rest] = nest(lines, stage);
  const header = first && headerOf(first, reader);
  if (!header) return withoutHeader(lines, stage);
  return { language, header, blocks: reader.readAll(rest, top), trailing };
}

function headerOf(first: Nested, reader: TreeReader): Statement | undefined {
  return reader.read(first, { heads: ['notice'], item: null });
}

/** The first word of a file says in which language its keywords are written. */
function languageOf(folded: string): Language | null {
  const word = /^(?:\s|#[^\r\n]*)*([\p{L}]+)/u.exec(folded)?.[1] ?? '';
  for (const language of ['zh', 'en'] as const) {
    if (keywordsSpelt(language, word).some((k) => k.group === 'head' && k.id === 'notice')) return language;
  }
  return null;
}

function withoutHeader(lines: readonly LogicalLine[], stage: Stage): null {
  stage.reporter.report(syntaxDiagnostics.noHeader, lines[0]?.span ?? { start: 0, end: 0 }, {});
  return null;
}
