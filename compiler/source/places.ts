import type { SourceFile, Span } from './source.ts';
import { lineStarts, positionAt } from './source.ts';

/** A file among those that make one policy; its spans count from `base`. */
export interface PlacedFile extends SourceFile {
  readonly base: number;
}

/**
 * The files that make one policy, laid end to end: a span anywhere in them says by itself in which file it lies. The first is
 * the policy, the others are what it uses.
 */
export class Places {
  readonly text: string;
  private readonly starts: readonly (readonly number[])[];

  constructor(readonly files: readonly PlacedFile[]) {
    this.text = files.map(({ text }) => text).join('\n');
    this.starts = files.map(({ text }) => lineStarts(text));
  }

  /** Where a file begins that is laid behind these. */
  static baseBehind(files: readonly PlacedFile[]): number {
    const last = files[files.length - 1];
    return last ? last.base + last.text.length + 1 : 0;
  }

  /** Index in `files` of the file that an offset lies in. */
  fileAt(offset: number): number {
    let at = 0;
    for (const [i, { base }] of this.files.entries()) if (base <= offset) at = i;
    return at;
  }

  pathAt(offset: number): string {
    return this.files[this.fileAt(offset)]?.path ?? '';
  }

  /** One-based, in its own file. */
  lineAt(offset: number): number {
    const at = this.fileAt(offset);
    const base = this.files[at]?.base ?? 0;
    return positionAt(this.starts[at] ?? [0], offset - base).line;
  }

  /** The path of the file and the span as counted in it. */
  placed(span: Span): { readonly path: string; readonly span: Span } {
    const file = this.files[this.fileAt(span.start)];
    const base = file?.base ?? 0;
    return { path: file?.path ?? '', span: { start: span.start - base, end: span.end - base } };
  }
}
