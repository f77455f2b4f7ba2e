import type { IToken, TokenType } from 'chevrotain';
import { normalise } from './characters.ts';
import { spellings } from './keywords/lookup.ts';
import { chineseNumber, plainNumber } from './numerals.ts';
import { Raw } from './scanner.ts';
import type { LineToken, TokenData } from './token-data.ts';
import { endOf, lineToken } from './token-data.ts';
import * as T from './tokens.ts';

/** The line token for a raw token that is no word: its type and its value. */
export function literal(token: IToken, original: string, isCites: boolean): LineToken {
  const end = endOf(token);
  const image = original.slice(token.startOffset, end);
  const [type, data] = isCites ? citesOf(image) : readLiteral(token, image);
  return lineToken(type, token.startOffset, end, image, data);
}

function readLiteral(token: IToken, image: string): readonly [TokenType, TokenData] {
  switch (token.tokenType) {
    case Raw.text:
      return [T.TextToken, { text: image.slice(1, -1) }];
    case Raw.quoted:
      return [T.QuotedName, { text: normalise(image.slice(1, -1)), quoted: true }];
    case Raw.number:
      return [T.NumberToken, { text: image, number: numberOf(token.image) }];
    case Raw.date:
    case Raw.chineseDate:
      return [T.DateToken, { text: image, date: dateOf(token.image) }];
    case Raw.yearlyDay:
      return [T.YearlyDay, { text: image, date: dateOf(`0-${token.image}`) }];
    case Raw.tail:
      return [T.Tail, { text: image, date: dateOf(`0${token.image}`) }];
    case Raw.markZh:
    case Raw.markEn:
      return [T.Mark, { text: image, included: isIncluded(token.image) }];
    case Raw.symbol:
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
