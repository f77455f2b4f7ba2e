import { extname } from 'node:path';
import type { Letter } from '../../runtime/letter/letter.ts';
import { letterText } from '../../runtime/letter/text.ts';

export const explainFormats = ['text', 'letter', 'html', 'docx', 'json'] as const;
export type ExplainFormat = (typeof explainFormats)[number];

/** The format asked for, else the one that the name of the file says, else the trace as text. */
export function explainFormat(asked: ExplainFormat | undefined, out: string | undefined): ExplainFormat {
  const ending = out === undefined ? '' : extname(out).toLowerCase().slice(1);
  return asked ?? explainFormats.find((format) => format === (ending === 'htm' ? 'html' : ending)) ?? 'text';
}

/** A letter in the format asked for. Renderers are loaded by format: a page needs no library. */
export async function renderLetter(
  letter: Letter,
  format: 'letter' | 'html' | 'docx',
): Promise<string | Uint8Array> {
  if (format === 'docx') return (await import('./docx.ts')).letterDocx(letter);
  return format === 'html' ? (await import('./html.ts')).letterHtml(letter) : letterText(letter);
}
