import type { Letter } from '../../runtime/letter/letter.ts';
import { letterText } from '../../runtime/letter/text.ts';

/** Letters one after another in one file, written as they come. */
export interface Book {
  readonly first: (letter: Letter) => string;
  readonly next: (letter: Letter) => string;
  readonly end: string;
}

/** Printers begin a page at a form feed. */
export const textBook: Book = {
  first: letterText,
  next: (letter) => `\f${letterText(letter)}`,
  end: '',
};
