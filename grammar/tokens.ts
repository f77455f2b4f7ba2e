import type { TokenType } from 'chevrotain';
import { createToken, Lexer } from 'chevrotain';
import { entries } from './keywords/lookup.ts';
import type { Group, Spellings } from './keywords/vocabulary.ts';
import { reach } from './keywords/vocabulary.ts';

/** Everything that may stand where a name is wanted: names, quoted names and soft keywords. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA });
export const PlainName = createToken({ name: 'PlainName', pattern: Lexer.NA, categories: [Name] });
export const QuotedName = createToken({ name: 'QuotedName', pattern: Lexer.NA, categories: [Name] });

/** Any head, mode, state … ; the payload tells which. */
export const Head = createToken({ name: 'Head', pattern: Lexer.NA });
export const Mode = createToken({ name: 'Mode', pattern: Lexer.NA });
export const State = createToken({ name: 'State', pattern: Lexer.NA });
export const Aggregator = createToken({ name: 'Aggregator', pattern: Lexer.NA });
export const Unit = createToken({ name: 'Unit', pattern: Lexer.NA });
export const MonthPart = createToken({ name: 'MonthPart', pattern: Lexer.NA });
export const Paper = createToken({ name: 'Paper', pattern: Lexer.NA, categories: [Name] });
export const BuiltinType = createToken({ name: 'BuiltinType', pattern: Lexer.NA, categories: [Name] });
export const Predeclared = createToken({ name: 'Predeclared', pattern: Lexer.NA, categories: [Name] });
export const Rate = createToken({ name: 'Rate', pattern: Lexer.NA });

export const NumberToken = createToken({ name: 'Number', pattern: Lexer.NA });
export const TextToken = createToken({ name: 'Text', pattern: Lexer.NA });
export const DateToken = createToken({ name: 'Date', pattern: Lexer.NA });
export const YearlyDay = createToken({ name: 'YearlyDay', pattern: Lexer.NA });
export const Tail = createToken({ name: 'Tail', pattern: Lexer.NA });
export const LunarDay = createToken({ name: 'LunarDay', pattern: Lexer.NA });
/** `(含)` and `(不含)`; `前(含)` and its like are one token, `Half`. */
export const Mark = createToken({ name: 'Mark', pattern: Lexer.NA });
export const Half = createToken({ name: 'Half', pattern: Lexer.NA });
export const Cites = createToken({ name: 'Cites', pattern: Lexer.NA });
/** A character or an unclosed quotation that no rule reads. */
export const Stray = createToken({ name: 'Stray', pattern: Lexer.NA });

const symbol = (name: string) => createToken({ name, pattern: Lexer.NA });

export const symbols = {
  '(': symbol('Open'),
  ')': symbol('Close'),
  '{': symbol('OpenSet'),
  '}': symbol('CloseSet'),
  ',': symbol('Comma'),
  ':': symbol('Colon'),
  '|': symbol('Bar'),
  '+': symbol('Plus'),
  '-': symbol('Minus'),
  '×': symbol('Times'),
  '÷': symbol('Divide'),
  '=': symbol('Equals'),
  '<': symbol('Less'),
  '>': symbol('Greater'),
  '≤': symbol('LessOrEqual'),
  '≥': symbol('GreaterOrEqual'),
} as const;

const category: Partial<Record<Group, TokenType>> = {
  head: Head,
  mode: Mode,
  state: State,
  aggregate: Aggregator,
  unit: Unit,
  monthPart: MonthPart,
  paper: Paper,
  type: BuiltinType,
  predeclared: Predeclared,
  rate: Rate,
};

export type Vocabulary = { readonly [G in Group]: Readonly<Record<keyof Spellings[G] & string, TokenType>> };

/** Groups whose words the grammar names one by one; the others are one token type and a payload. */
const single: readonly Group[] = ['word', 'shape'];

function typesOf(group: Group): Record<string, TokenType> {
  const types: Record<string, TokenType> = {};
  for (const [id] of entries('zh', group)) {
    const common = category[group];
    if (common && !single.includes(group)) types[id] = common;
    else {
      const categories = reach[group] === 'soft' ? [Name] : [];
      types[id] = createToken({ name: `${group}_${id}`, pattern: Lexer.NA, categories });
    }
  }
  return types;
}

const table = Object.fromEntries((Object.keys(reach) as Group[]).map((group) => [group, typesOf(group)]));

/** Token type of each keyword: `keyword.word.and`, `keyword.head.notice`. */
export const keyword = table as Vocabulary;

/** All token types, for the parser's constructor. */
export const vocabulary: readonly TokenType[] = [
  ...new Set([
    Name,
    PlainName,
    QuotedName,
    NumberToken,
    TextToken,
    DateToken,
    YearlyDay,
    Tail,
    LunarDay,
    Mark,
    Half,
    Cites,
    Stray,
    ...Object.values(symbols),
    ...Object.values(table).flatMap((types) => Object.values(types)),
  ]),
];
