import type { TokenType } from 'chevrotain';
import { normalise } from './characters.ts';
import { spellings } from './keywords/lookup.ts';
import { chineseNumber, plainNumber } from './numerals.ts';
import type { RawToken } from './scanner.ts';
import type { LineToken, TokenData } from './token-data.ts';
import { endOf, lineToken } from './token-data.ts';
import * as T from './tokens.ts';

/** The line token for a raw token that is no word: its type and its value. */
export function literal(token: RawToken, original: string): LineToken {
  const end = endOf(token);
  const image = original.slice(token.startOffset, end);
  const [type, data] = token.kind === 'cites' ? citesOf(image) : readLiteral(token, image);
  return lineToken(type, token.startOffset, end, image, data);
}

function readLiteral(token: RawToken, image: string): readonly [TokenType, TokenData] {
  switch (token.kind) {
    case 'text':
      return [T.TextToken, { text: image.slice(1, -1) }];
    case 'quoted':
      return [T.QuotedName, { text: normalise(image.slice(1, -1)), quoted: true }];
    case 'number':
      return [T.NumberToken, { text: image, number: numberOf(token.image) }];
    case 'date':
      return [T.DateToken, { text: image, date: dateOf(token.image) }];
    case 'yearlyDay':
      return [T.YearlyDay, { text: image, date: dateOf(`0-${token.image}`) }];
    case 'tail':
      return [T.Tail, { text: image, date: dateOf(`0${token.image}`) }];
    case 'mark':
      return [T.Mark, { text: image, included: isIncluded(token.image) }];
    case 'symbol':
      return [symbolType(token.image), { text: image }];
    default:
      return [T.Stray, { text: image }];
  }
}

/** The text after the clause word, cut at commas; ids keep their own characters. */
function citesOf(image: string): readonly [TokenType, TokenData] {
  const text = image.replace(/^\S+/u, '');
  const cites = text.split(/[\s,，、]+/u).filter((id) => id !== '');
  return [T.Cites, { text, cites }];
}

function numberOf(image: string): { value: string; percent: boolean } {
  if (image.startsWith('百分之')) return { value: chineseNumber(image.slice(3)), percent: true };
  const percent = image.endsWith('%');
  return { value: plainNumber(image.replace(/ ?%$/, '')), percent };
}

function dateOf(image: string): { year: number; month: number; day?: number } {
  const [year = 0, month = 0, day] = (image.match(/\d+/g) ?? []).map(Number);
  return day === undefined ? { year, month } : { year, month, day };
}

function isIncluded(image: string): boolean {
  const word = image.replace(/[()\s]/g, '');
  return Object.values(spellings).some((s) => s.mark.included.includes(word));
}

const synonyms: Readonly<Record<string, keyof typeof T.symbols>> = {
  '*': '×',
  '/': '÷',
  '<=': '≤',
  '>=': '≥',
};

function symbolType(image: string): TokenType {
  const symbol = synonyms[image] ?? image;
  const types: Readonly<Record<string, TokenType>> = T.symbols;
  return types[symbol] ?? T.Stray;
}
