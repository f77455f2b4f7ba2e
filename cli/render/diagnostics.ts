import type { Diagnostic, SourceFile } from '../../compiler/index.ts';
import { lineStarts, positionAt } from '../../compiler/index.ts';
import type { Hue, Paint } from '../console/colour.ts';
import type { Language } from '../console/language.ts';
import type { Texts } from '../texts/texts.ts';
import { cellWidth } from './width.ts';

export interface Rendering {
  readonly language: Language;
  readonly texts: Texts;
  readonly paint: Paint;
}

const hues: { readonly [severity in Diagnostic['severity']]: Hue } = {
  error: 'red',
  warning: 'yellow',
  note: 'cyan',
};

/** One finding for people: code and place, what is wrong, the author's own line with the place underlined, one hint. */
export function renderDiagnostic(found: Diagnostic, sources: readonly SourceFile[], how: Rendering): string {
  const { language, texts, paint } = how;
  const severity = texts.severity[found.severity];
  const kept = found.kept === undefined ? '' : ` · ${texts.check.kept}`;
  const cites = found.cites && found.cites.length > 0 ? `   ${texts.check.cites(found.cites)}` : '';
  const head = `${paint(hues[found.severity], `${severity} ${found.code}${kept}`)} ${placeText(found, sources)}${cites}`;
  const own = found[language];
  const parts = [
    head,
    `  ${own.message}`,
    excerpt(textOf(found, sources), found.span, paint, hues[found.severity]),
  ];
  for (const other of found.related) {
    const where = other.path === found.path ? '' : ` (${placeText(other, sources)})`;
    parts.push(`  ${other[language]}${where}`, excerpt(textOf(other, sources), other.span, paint, 'cyan'));
  }
  if (found.kept !== undefined) parts.push(`  ${texts.check.reason(found.kept)}`);
  else if (own.hint) parts.push(`  ${paint('bold', texts.hint)}${own.hint}`);
  return `${parts.join('\n')}\n`;
}

type Place = Pick<Diagnostic, 'path' | 'span'>;

const textOf = ({ path }: Place, sources: readonly SourceFile[]): string =>
  sources.find((source) => source.path === path)?.text ?? '';

function placeText(found: Place, sources: readonly SourceFile[]): string {
  const { line, column } = positionAt(lineStarts(textOf(found, sources)), found.span.start);
  return `${found.path}:${line}:${column}`;
}

/** The line a span begins on, with its number, and carets under the span. */
function excerpt(text: string, span: Diagnostic['span'], paint: Paint, hue: Hue): string {
  const starts = lineStarts(text);
  const { line, column } = positionAt(starts, span.start);
  const start = starts[line - 1] ?? 0;
  const content = text.slice(start, starts[line] ?? text.length).replace(/\r?\n$/, '');
  const marked = content.slice(column - 1, span.end - start);
  const number = String(line);
  const under = ' '.repeat(cells(content.slice(0, column - 1))) + '^'.repeat(Math.max(1, cells(marked)));
  return [
    `  ${paint('dim', `${number} │`)} ${untab(content)}`,
    `  ${paint('dim', `${' '.repeat(number.length)} │`)} ${paint(hue, under)}`,
  ].join('\n');
}

const untab = (text: string): string => text.replaceAll('\t', '  ');
const cells = (text: string): number => cellWidth(untab(text));
