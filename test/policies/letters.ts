import { htmlBook } from '../../cli/letter/html.ts';
import type { Letter } from '../../runtime/letter/letter.ts';

/** One letter as a page. */
export const letterHtml = (letter: Letter): string => htmlBook.first(letter) + htmlBook.end;
