import type { Span } from '../source/source.ts';

export type Language = 'zh' | 'en';

/** A name as the author wrote it (without its quotes), NFC-normalised. */
export interface Word {
  readonly span: Span;
  readonly text: string;
  readonly quoted: boolean;
}

/** `中文名 (englishName)` or the reverse; at least one of the two is there. */
export interface DeclaredName {
  readonly span: Span;
  readonly zh?: Word;
  readonly en?: Word;
}
