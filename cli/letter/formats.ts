import { extname } from 'node:path';
import type { Letter } from '../../runtime/letter/letter.ts';
import { type Book, textBook } from './book.ts';

export const explainFormats = ['text', 'letter', 'html', 'docx', 'json', 'ics'] as const;
export type ExplainFormat = (typeof explainFormats)[number];

/** The format asked for, else the one that the name of the file says, else the trace as text. */
export function explainFormat(asked: ExplainFormat | undefined, out: string | undefined): ExplainFormat {
  const ending = out === undefined ? '' : extname(out).toLowerCase().slice(1);
  return asked ?? explainFormats.find((format) => format === (ending === 'htm' ? 'html' : ending)) ?? 'text';
}

export type LetterFormat = 'letter' | 'html' | 'docx';

export const isLetter = (format: ExplainFormat): format is LetterFormat =>
  format === 'letter' || format === 'html' || format === 'docx';

/** How letters follow one another in a file of text. Renderers are loaded by format: a page needs no library. */
export const bookOf = async (format: 'letter' | 'html'): Promise<Book> =>
  format === 'html' ? (await import('./html.ts')).htmlBook : textBook;

/** A letter in the format asked for. */
export async function renderLetter(letter: Letter, format: LetterFormat): Promise<string | Uint8Array> {
  if (format === 'docx') return (await import('./docx.ts')).lettersDocx([letter]);
  const book = await bookOf(format);
  return book.first(letter) + book.end;
}
