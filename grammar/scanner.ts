import type { Language } from '../compiler/ast/names.ts';
import { spellings, variants } from './keywords/lookup.ts';

/** What a run of characters is, before anything is looked up. `other` is a character that no rule reads. */
export type RawKind =
  | 'newline'
  | 'comment'
  | 'text'
  | 'openText'
  | 'quoted'
  | 'openQuoted'
  | 'date'
  | 'yearlyDay'
  | 'tail'
  | 'of'
  | 'mark'
  | 'number'
  | 'cites'
  | 'word'
  | 'symbol'
  | 'other';

/** A run of characters of the folded text. */
export interface RawToken {
  readonly kind: RawKind;
  readonly image: string;
  readonly startOffset: number;
}

/** Where a run that begins at `offset` ends; `offset` itself where none begins. */
type End = (text: string, offset: number) => number;

interface Rule {
  readonly kind: RawKind | 'space';
  readonly end: End;
  /** The characters that it can begin with, where these are few: the others are not worth asking about. */
  readonly first?: string;
}

/** `expression` has the flags `u` and `y`. */
function sticky(expression: RegExp): End {
  return (text, offset) => {
    expression.lastIndex = offset;
    return expression.test(text) ? expression.lastIndex : offset;
  };
}

const rule = (kind: Rule['kind'], pattern: RegExp, first?: string): Rule => ({
  kind,
  end: sticky(pattern),
  ...(first === undefined ? {} : { first }),
});

const DIGITS = '0123456789';

/** Han characters and Latin words in one run; a digit ends a Han word and may stand in a Latin one. Sticky. */
export const wordRun =
  /(?:\p{Script=Han}(?:·(?=\p{Script=Han}))?|(?!\p{Script=Han})[\p{L}\p{M}_](?:(?!\p{Script=Han})[\p{L}\p{M}_0-9])*)+/uy;

const word = rule('word', wordRun);

/** In this order, the first one that fits is taken; citations, whose word depends on the language, stand before words. */
const beforeWords: readonly Rule[] = [
  rule('newline', /\r\n|\n|\r/uy, '\r\n'),
  rule('space', /[ \t]+/uy, ' \t'),
  rule('comment', /#[^\r\n]*/uy, '#'),
  rule('text', /"[^"\r\n]*"|“[^”\r\n]*”/uy, '"“'),
  rule('openText', /["“][^\r\n]*/uy, '"“'),
  rule('quoted', /「[^」\r\n]+」/uy, '「'),
  rule('openQuoted', /「[^\r\n]*/uy, '「'),
  rule('date', /\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?(?=[前后後内內起以至]|\P{Script=Han}|$)/uy, DIGITS),
  rule('date', /\d{4}-\d{1,2}(?:-\d{1,2})?(?![\d-])/uy, DIGITS),
  rule('yearlyDay', /\d{1,2}-\d{1,2}(?![\d-])/uy, DIGITS),
  { kind: 'tail', end: tailEnd(), first: '-' },
  rule('of', /'s(?![\p{L}\p{N}])/uy, "'"),
];

const number = rule(
  'number',
  /百分之(?:\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百点]+)|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:\/\d+)?(?: ?%)?/uy,
  `${DIGITS}百`,
);

const afterWords: readonly Rule[] = [
  rule('symbol', /<=|>=|[(){},:|+\-*/×÷=<>≤≥]/uy, '(){},:|+-*/×÷=<>≤≥'),
  rule('other', /[^\r\n]/uy),
];

/** `-01-21` right after a name or a closing bracket. */
function tailEnd(): End {
  const tail = sticky(/-\d{2}(?:-\d{2})?(?![\d-])/uy);
  return (text, offset) => {
    const end = tail(text, offset);
    return end > offset && /[\p{L}\p{N})」]/u.test(text[offset - 1] ?? '') ? end : offset;
  };
}

/** `(含)`, in English `(incl)`. The other language's words are names: an option may be called `included`. */
function mark(language: Language): Rule {
  const { included, excluded } = spellings[language].mark;
  const words = [...excluded, ...included].sort((a, b) => b.length - a.length);
  return rule('mark', new RegExp(`\\(\\s*(?:${words.join('|')})\\s*\\)`, 'uy'), '(');
}

/** The clause word for citations takes the rest of its line, up to a comment. */
function cites(language: Language): Rule {
  const words = spellings[language].word.cite.flatMap(variants);
  const rest = sticky(/[^#\r\n]*/uy);
  const end: End = (text, offset) =>
    words.includes(text.slice(offset, word.end(text, offset))) ? rest(text, offset) : offset;
  return { kind: 'cites', end, first: words.map((each) => each.charAt(0)).join('') };
}

/** The rules of a language in their order, those of them apart that can begin with a character. */
class Rules {
  private readonly beginning = new Map<string, readonly Rule[]>();

  constructor(private readonly all: readonly Rule[]) {}

  at(character: string): readonly Rule[] {
    const before = this.beginning.get(character);
    if (before) return before;
    const found = this.all.filter(({ first }) => first === undefined || first.includes(character));
    this.beginning.set(character, found);
    return found;
  }
}

const made: Partial<Record<Language, Rules>> = {};

function rulesOf(language: Language): Rules {
  made[language] ??= new Rules([
    ...beforeWords,
    mark(language),
    number,
    cites(language),
    word,
    ...afterWords,
  ]);
  return made[language];
}

/**
 * Cuts folded text into raw tokens; every character but blanks is in one of them. Chevrotain's lexer would do this as well, since
 * all it needs is the first rule that fits, but takes 4 ms to set itself up: a thirtieth of a whole `check`.
 */
export function scan(folded: string, language: Language): readonly RawToken[] {
  const rules = rulesOf(language);
  const tokens: RawToken[] = [];
  for (let at = 0; at < folded.length; ) {
    let end = at;
    for (const one of rules.at(folded.charAt(at))) {
      end = one.end(folded, at);
      if (end === at) continue;
      if (one.kind !== 'space')
        tokens.push({ kind: one.kind, image: folded.slice(at, end), startOffset: at });
      break;
    }
    at = end;
  }
  return tokens;
}
