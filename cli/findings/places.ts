import { relative, sep } from 'node:path';
import { lineStarts, type Position, positionAt, type SourceFile, type Span } from '../../compiler/index.ts';
import { textAt } from './findings.ts';

/** A path as reports give it: relative to the working folder, with slashes; `-` stays. */
export function reportPath(path: string): string {
  return path === '-' ? path : relative(process.cwd(), path).split(sep).join('/');
}

export interface Region {
  readonly from: Position;
  readonly to: Position;
}

/** Lines and columns from one, in UTF-16 units; the end is the column after the last. */
export function regionOf(path: string, span: Span, sources: readonly SourceFile[]): Region {
  const starts = lineStarts(textAt(path, sources));
  return { from: positionAt(starts, span.start), to: positionAt(starts, span.end) };
}
