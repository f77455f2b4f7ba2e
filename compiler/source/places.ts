import type { SourceFile, Span } from './source.ts';
import { lineStarts, positionAt } from './source.ts';

/** A stretch of a file whose spans count from a base of its own. */
export interface Stretch {
  readonly base: number;
  /** Where it begins in the text of the file. */
  readonly at: number;
  readonly length: number;
}

/** A file among those that make one policy; its spans count from `base`, or each stretch of it from its own. */
export interface PlacedFile extends SourceFile {
  readonly base: number;
  readonly stretches?: readonly Stretch[];
}

interface Laid extends Stretch {
  readonly file: number;
}

/**
 * The files that make one policy, each in a range of offsets of its own: a span anywhere in them says by itself in which file it
 * lies. The first is the policy, the others are what it uses.
 */
export class Places {
  private readonly laid: readonly Laid[];
  private readonly starts: (readonly number[])[] = [];

  constructor(readonly files: readonly PlacedFile[]) {
    this.laid = files
      .flatMap(({ base, text, stretches }, file) =>
        (stretches ?? [{ base, at: 0, length: text.length }]).map((each) => ({ ...each, file })),
      )
      .sort((a, b) => a.base - b.base);
  }

  /** Where a file begins that is laid behind these. */
  static baseBehind(files: readonly PlacedFile[]): number {
    const last = files[files.length - 1];
    return last ? last.base + last.text.length + 1 : 0;
  }

  /** Index in `files` of the file that an offset lies in. */
  fileAt(offset: number): number {
    return this.laidAt(offset)?.file ?? 0;
  }

  pathAt(offset: number): string {
    return this.files[this.fileAt(offset)]?.path ?? '';
  }

  /** One-based, in its own file. */
  lineAt(offset: number): number {
    const file = this.fileAt(offset);
    this.starts[file] ??= lineStarts(this.files[file]?.text ?? '');
    return positionAt(this.starts[file] ?? [0], this.offsetIn(offset)).line;
  }

  /** The path of the file and the span as counted in it. */
  placed(span: Span): { readonly path: string; readonly span: Span } {
    const start = this.offsetIn(span.start);
    return { path: this.pathAt(span.start), span: { start, end: start + span.end - span.start } };
  }

  textOf(span: Span): string {
    const { start, end } = this.placed(span).span;
    return this.files[this.fileAt(span.start)]?.text.slice(start, end) ?? '';
  }

  /** What stands before an offset on its line. */
  lineBefore(offset: number): string {
    const text = this.files[this.fileAt(offset)]?.text ?? '';
    const at = this.offsetIn(offset);
    return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  }

  /** Whether one offset stands before another, in the order of the files. */
  compare(a: number, b: number): number {
    return this.fileAt(a) - this.fileAt(b) || this.offsetIn(a) - this.offsetIn(b);
  }

  private offsetIn(offset: number): number {
    const laid = this.laidAt(offset);
    return laid ? laid.at + offset - laid.base : 0;
  }

  /** The last stretch that begins at the offset or before. */
  private laidAt(offset: number): Laid | undefined {
    let low = 0;
    let high = this.laid.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.laid[middle]?.base ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.laid[low - 1];
  }
}
