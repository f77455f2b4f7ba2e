import type { IToken, TokenType } from 'chevrotain';
import type { RateWord } from '../compiler/ast/types.ts';
import type { Group } from './keywords/vocabulary.ts';

/** What the lexer found out about a token, beyond its type. */
export interface TokenData {
  /** The word, or the content of the quotation, from the original text and NFC-normalised. */
  readonly text: string;
  readonly quoted?: boolean;
  readonly group?: Group;
  readonly id?: string;
  readonly number?: { readonly value: string; readonly percent: boolean };
  readonly date?: { readonly year: number; readonly month: number; readonly day?: number };
  readonly rates?: readonly RateWord[];
  readonly side?: 'before' | 'after';
  readonly included?: boolean;
  readonly cites?: readonly string[];
}

/** A token of a line, ready for the parser; `payload` is always a `TokenData`. */
export interface LineToken extends IToken {
  readonly payload: TokenData;
}

/** `end` is exclusive, as spans are. */
export function lineToken(
  type: TokenType,
  start: number,
  end: number,
  image: string,
  data: TokenData,
): LineToken {
  return {
    image,
    startOffset: start,
    endOffset: end - 1,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    tokenType: type,
    payload: data,
  };
}

const nothing: TokenData = { text: '' };

/** The data of a token that came out of a syntax tree. */
export function dataOf(token: IToken): TokenData {
  return (token as Partial<LineToken>).payload ?? nothing;
}

/** End of a token, exclusive. */
export function endOf(token: Pick<IToken, 'startOffset' | 'image'>): number {
  return token.startOffset + token.image.length;
}
