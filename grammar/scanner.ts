import type { CustomPatternMatcherFunc, IToken, TokenType } from 'chevrotain';
import { createToken, Lexer } from 'chevrotain';
import type { Language } from '../compiler/ast/names.ts';
import { spellings, variants } from './keywords/lookup.ts';

/**
 * The first pass over the folded text: runs of characters, nothing looked up. Chevrotain drops
 * the `u` flag of patterns, so whatever needs it goes through a matcher with a sticky expression.
 * `first`: the characters that it can begin with, where these are few: the others are not worth asking about, one by one.
 */
function sticky(pattern: RegExp, first?: string): CustomPatternMatcherFunc {
  const expression = new RegExp(pattern.source, 'uy');
  return (text, offset) => {
    if (first !== undefined && !first.includes(text.charAt(offset))) return null;
    expression.lastIndex = offset;
    const found = expression.exec(text);
    return found && found[0].length > 0 ? (found as RegExpExecArray) : null;
  };
}

const raw = (name: string, pattern: RegExp | CustomPatternMatcherFunc, first?: string): TokenType => {
  const matcher = pattern instanceof RegExp ? sticky(pattern, first) : pattern;
  return createToken({ name, pattern: matcher, line_breaks: false });
};

const DIGITS = '0123456789';

/** Han characters and Latin words in one run; a digit ends a Han word and may stand in a Latin one. */
export const wordRun =
  /(?:\p{Script=Han}(?:·(?=\p{Script=Han}))?|(?!\p{Script=Han})[\p{L}\p{M}_](?:(?!\p{Script=Han})[\p{L}\p{M}_0-9])*)+/u;

export const Raw = {
  newline: createToken({ name: 'Newline', pattern: /\r\n|\n|\r/, line_breaks: true }),
  space: createToken({ name: 'Space', pattern: /[ \t]+/, group: Lexer.SKIPPED }),
  comment: raw('Comment', /#[^\r\n]*/, '#'),
  text: raw('TextRun', /"[^"\r\n]*"|“[^”\r\n]*”/, '"“'),
  openText: raw('OpenText', /["“][^\r\n]*/, '"“'),
  quoted: raw('QuotedRun', /「[^」\r\n]+」/, '「'),
  openQuoted: raw('OpenQuoted', /「[^\r\n]*/, '「'),
  chineseDate: raw(
    'ChineseDate',
    /\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?(?=[前后後内內起以至]|\P{Script=Han}|$)/u,
    DIGITS,
  ),
  date: raw('DateRun', /\d{4}-\d{1,2}(?:-\d{1,2})?(?![\d-])/, DIGITS),
  yearlyDay: raw('YearlyDayRun', /\d{1,2}-\d{1,2}(?![\d-])/, DIGITS),
  number: raw(
    'NumberRun',
    /百分之(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百点]+)|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:\/\d+)?(?: ?%)?/,
    `${DIGITS}百`,
  ),
  tail: createToken({
    name: 'TailRun',
    pattern: (text: string, offset: number) => tailAt(text, offset),
    line_breaks: false,
  }),
  of: raw('OfRun', /'s(?![\p{L}\p{N}])/u, "'"),
  markZh: raw('MarkRunZh', markPattern('zh'), '('),
  markEn: raw('MarkRunEn', markPattern('en'), '('),
  word: raw('WordRun', wordRun),
  symbol: raw('Symbol', /<=|>=|[(){},:|+\-*/×÷=<>≤≥]/, '(){},:|+-*/×÷=<>≤≥'),
  other: raw('Other', /[^\r\n]/),
} as const;

/** `-01-21` right after a name or a closing bracket. */
function tailAt(text: string, offset: number): RegExpExecArray | null {
  if (text[offset] !== '-' || offset === 0 || !/[\p{L}\p{N})」]/u.test(text[offset - 1] ?? '')) return null;
  const tail = /-\d{2}(?:-\d{2})?(?![\d-])/y;
  tail.lastIndex = offset;
  return tail.exec(text);
}

/** `(含)`, in English `(incl)`. The other language's words are names: an option may be called `included`. */
function markPattern(language: Language): RegExp {
  const { included, excluded } = spellings[language].mark;
  const words = [...excluded, ...included].sort((a, b) => b.length - a.length);
  return new RegExp(`\\(\\s*(?:${words.join('|')})\\s*\\)`, 'u');
}

/** The clause word for citations takes the rest of its line, up to a comment. */
function citesMatcher(language: Language): CustomPatternMatcherFunc {
  const words = spellings[language].word.cite.flatMap(variants);
  const matchWord = sticky(wordRun, words.map((each) => each.charAt(0)).join(''));
  return (text, offset, tokens, groups) => {
    const word = matchWord(text, offset, tokens, groups)?.[0];
    if (word === undefined || !words.includes(word)) return null;
    const rest = /[^#\r\n]*/y;
    rest.lastIndex = offset;
    return rest.exec(text);
  };
}

const lexers: Partial<Record<Language, { lexer: Lexer; cites: TokenType }>> = {};

function lexerFor(language: Language): { lexer: Lexer; cites: TokenType } {
  const ready = lexers[language];
  if (ready) return ready;
  const cites = raw('CitesRun', citesMatcher(language));
  const { word, ...others } = Raw;
  const foreign = language === 'zh' ? Raw.markEn : Raw.markZh;
  const before = [Raw.newline, Raw.space, Raw.comment, Raw.number, cites, foreign];
  const rest = Object.values(others).filter((type) => !before.includes(type));
  const at = rest.indexOf(Raw.symbol);
  const order = [
    Raw.newline,
    Raw.space,
    Raw.comment,
    ...rest.slice(0, at),
    Raw.number,
    cites,
    word,
    ...rest.slice(at),
  ];
  const made = { lexer: new Lexer(order, { positionTracking: 'onlyOffset' }), cites };
  lexers[language] = made;
  return made;
}

export interface Scan {
  readonly tokens: readonly IToken[];
  /** The type of the tokens that hold citations. */
  readonly cites: TokenType;
}

/** Cuts folded text into raw tokens; every character but blanks is in one of them. */
export function scan(folded: string, language: Language): Scan {
  const { lexer, cites } = lexerFor(language);
  return { tokens: lexer.tokenize(folded).tokens, cites };
}
