import type { Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import { formatterFault } from '../diagnostics/catalogue/syntax.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { Reporter } from '../diagnostics/diagnostic.ts';
import { gather, merged, type ReadUsed } from '../sharing/index.ts';
import type { SourceFile } from '../source/source.ts';
import { parse } from '../syntax/index.ts';
import { expressionText } from './expressions.ts';
import { Glossary } from './glossary.ts';
import { laidOut } from './layout.ts';
import { Pen } from './pen.ts';
import { sameComments, sameTree } from './same-tree.ts';
import { written } from './statements.ts';

/** The canonical text of a notice in `language`: one rule a line, clauses in one order, every comment kept. */
export function format(notice: Notice, language: Language, used: readonly Notice[] = []): string {
  const pen = new Pen(language, new Glossary(merged(notice, used)), expressionText);
  const lines = laidOut(written(notice.header, pen, 0)).slice();
  let above: Statement | undefined;
  for (const block of notice.blocks) {
    if (!staysTogether(above, block)) lines.push('');
    lines.push(...laidOut(written(block, pen, 0)));
    above = block;
  }
  if (notice.trailing.length > 0) lines.push('', ...notice.trailing);
  return `${lines.join('\n')}\n`;
}

/** Definitions, and units, stand without an empty line between them. */
function staysTogether(above: Statement | undefined, below: Statement): boolean {
  return above?.head === below.head && (below.head === 'define' || below.head === 'unit');
}

export interface Formatted {
  /** Null where the file has errors, or the result would not mean the same. */
  readonly text: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormatOptions {
  readonly language?: Language;
  /** Hands in the files that this one uses: their names are translated too. */
  readonly read?: ReadUsed;
}

/** Formats a file, in its own language or translated. The result is read again and must say the same. */
export function formatSource(source: SourceFile, options: FormatOptions = {}): Formatted {
  const reporter = new Reporter(source.path);
  const notice = parse(source, reporter);
  if (!notice || reporter.found.some((each) => each.severity === 'error')) {
    return { text: null, diagnostics: reporter.found };
  }
  const language = options.language ?? notice.language;
  const { used } = gather(source, options.read);
  const text = format(notice, language, used);
  if (!saysTheSame(notice, text, { language, used, path: source.path })) {
    reporter.report(formatterFault, { start: 0, end: 0 }, {});
    return { text: null, diagnostics: reporter.found };
  }
  return { text, diagnostics: reporter.found };
}

/** In its own language the tree must be equal; in the other one, translating back must give the same bytes. */
function saysTheSame(notice: Notice, text: string, { language, used, path }: Written): boolean {
  const again = read(path, text);
  if (!again || again.language !== language) return false;
  if (language === notice.language) return sameTree(notice, again);
  const back = format(again, notice.language, used);
  return back === format(notice, notice.language, used) && sameComments(notice, again);
}

interface Written {
  readonly language: Language;
  readonly used: readonly Notice[];
  readonly path: string;
}

function read(path: string, text: string): Notice | null {
  const reporter = new Reporter(path);
  const notice = parse({ path, text }, reporter);
  return reporter.found.some((each) => each.severity === 'error') ? null : notice;
}
