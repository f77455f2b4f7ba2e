import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt, type SourceFile } from '../source/source.ts';

/** What later stages say of a group or a table whose lines could not be read is no news. */
const ofLinesBelow = new Set(['BF3024', 'BF3026']);

/** A file that is used could not be had: names may be missing because of that alone. */
const fileMissing = new Set(['BF2101', 'BF2102', 'BF2103', 'BF2104']);
const nameMissing = new Set(['BF2002', 'BF2003', 'BF2004', 'BF2006']);

/**
 * One mistake, one finding: what later stages say about a line that could not be read, or about
 * a group whose first line could not be, follows from the first finding and is left out.
 */
export function withoutCascades(
  syntax: readonly Diagnostic[],
  later: readonly Diagnostic[],
  sources: readonly SourceFile[],
): readonly Diagnostic[] {
  if (later.length === 0) return later;
  const starts = new Map(sources.map(({ path, text }) => [path, lineStarts(text)]));
  const lineOf = ({ path }: Diagnostic, offset: number): number =>
    positionAt(starts.get(path) ?? [0], offset).line;
  const key = (d: Diagnostic, line: number): string => `${line} ${d.path}`;
  const unread = new Set(
    syntax.flatMap((d) => [d.span.start, d.span.end].map((offset) => key(d, lineOf(d, offset)))),
  );
  const incomplete = syntax.some((d) => fileMissing.has(d.code));
  return later.filter((d) => {
    if (incomplete && nameMissing.has(d.code)) return false;
    const line = lineOf(d, d.span.start);
    return !unread.has(key(d, line)) && !(ofLinesBelow.has(d.code) && unread.has(key(d, line + 1)));
  });
}
