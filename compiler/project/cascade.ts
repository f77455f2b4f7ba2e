import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../source/source.ts';

/** What later stages say of a group or a table whose lines could not be read is no news. */
const ofLinesBelow = new Set(['BF3024', 'BF3026']);

/**
 * One mistake, one finding: what later stages say about a line that could not be read, or about
 * a group whose first line could not be, follows from the first finding and is left out.
 */
export function withoutCascades(
  syntax: readonly Diagnostic[],
  later: readonly Diagnostic[],
  text: string,
): readonly Diagnostic[] {
  const starts = lineStarts(text);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const unread = new Set(syntax.flatMap((d) => [lineOf(d.span.start), lineOf(d.span.end)]));
  return later.filter((d) => {
    const line = lineOf(d.span.start);
    return !unread.has(line) && !(ofLinesBelow.has(d.code) && unread.has(line + 1));
  });
}
