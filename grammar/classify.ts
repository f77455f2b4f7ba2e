import type { IToken } from 'chevrotain';
import type { Language } from '../compiler/ast/names.ts';
import type { Mode } from '../compiler/ast/statements.ts';
import type { RateWord } from '../compiler/ast/types.ts';
import { normalise } from './characters.ts';
import { placesOf, unglue } from './glue.ts';
import type { Keyword } from './keywords/lookup.ts';
import { entries, keywordsFrom, spellings, variants } from './keywords/lookup.ts';
import { modeHeads, reach } from './keywords/vocabulary.ts';
import { literal } from './literals.ts';
import { lunarDay, scale } from './numerals.ts';
import type { RawToken } from './scanner.ts';
import type { LineToken, TokenData } from './token-data.ts';
import { endOf, lineToken } from './token-data.ts';
import * as T from './tokens.ts';

/**
 * Gives the raw tokens of one line their types: keywords by table and position, units and
 * bounds glued to numbers, rates, lunar days, halves. Never looks at what a file declares.
 */
export function classify(
  raw: readonly RawToken[],
  original: string,
  language: Language,
): readonly LineToken[] {
  return new Classifier(raw, original, language).run();
}

class Classifier {
  private readonly out: LineToken[] = [];
  private at = 0;

  constructor(
    private readonly raw: readonly RawToken[],
    private readonly original: string,
    private readonly language: Language,
  ) {}

  run(): readonly LineToken[] {
    while (this.at < this.raw.length) this.step();
    return this.out;
  }

  private step(): void {
    const token = this.raw[this.at];
    if (!token) return;
    if (token.kind === 'word') this.word(token);
    else if (token.kind === 'of') this.keywordAt(token, 1, 'word', 'of');
    else {
      this.out.push(literal(token, this.original));
      this.at += 1;
    }
    this.mergeHalf();
  }

  private word(token: RawToken): void {
    const text = this.textOf(token);
    if (!this.isForcedName() && this.special(token, text)) return;
    this.name(token, text);
  }

  /** Reads the word as anything but a name; false where it is one. */
  private special(token: RawToken, text: string): boolean {
    if (this.afterNumber() && this.measure(token, text)) return true;
    if (this.lunar(token, text)) return true;
    const phrase = this.phrase();
    const found = phrase?.group === 'rate' && this.isOption() ? undefined : phrase;
    if (found) this.keywordAt(token, found.words.length, found.group, found.id);
    const rates = found || this.language === 'en' || this.isOption() ? null : rateWords(text);
    if (rates) this.push(T.Rate, token.startOffset, endOf(token), { text, rates }, 1);
    return found !== undefined || rates !== null;
  }

  /** After `的`, alone in brackets after a name, and as the label of a payment date, a word is always a name. */
  private isForcedName(): boolean {
    const before = this.out[this.out.length - 1];
    if (!before && this.raw[this.at + 1]?.image === ':' && this.isPaymentLabel()) return true;
    if (before?.tokenType === T.keyword.word.of) return true;
    const owner = this.out[this.out.length - 2];
    if (before?.tokenType !== T.symbols['('] || this.raw[this.at + 1]?.image !== ')') return false;
    return owner !== undefined && isName(owner);
  }

  /** `一次性 (once) | 每年 (yearly)`, `为 每年`: a rate word in the place of an option is one. */
  private isOption(): boolean {
    const before = this.out[this.out.length - 1];
    const [next, inner, close] = this.raw.slice(this.at + 1, this.at + 4);
    const { is, isNot, contains, containsNot } = T.keyword.word;
    const isDay = next && (next.kind === 'yearlyDay' || dayWords.has(next.image));
    if (before && [is, isNot, contains, containsNot, T.symbols['{']].includes(before.tokenType))
      return !isDay;
    if (!before && (next?.image === ':' || next?.image === ',')) return true;
    if (next?.image === '|' || next?.image === '<' || before?.tokenType === T.symbols['|']) return true;
    return next?.image === '(' && inner?.kind === 'word' && close?.image === ')';
  }

  private isPaymentLabel(): boolean {
    const { start, end } = spellings[this.language].label;
    return [...start, ...end].includes(this.raw[this.at]?.image ?? '');
  }

  private afterNumber(): boolean {
    const before = this.out[this.out.length - 1];
    return before?.tokenType === T.NumberToken && before.payload.number?.percent === false;
  }

  /** Unit, month part and bound word after a number; false where the word is an ordinary one. */
  private measure(token: RawToken, text: string): boolean {
    const number = this.out[this.out.length - 1];
    if (!number) return false;
    const phrase = this.phrase('number');
    if (phrase && phrase.words.length > 1) {
      this.keywordAt(token, phrase.words.length, phrase.group, phrase.id);
      return true;
    }
    const pieces = unglue(text, this.language, endOf(number) === token.startOffset);
    if (!pieces) return false;
    let offset = token.startOffset;
    for (const piece of pieces) {
      const end = offset + piece.text.length;
      const data: TokenData = { text: piece.text };
      if (piece.kind === 'magnitude') this.magnify(number, placesOf(piece), end);
      else if (piece.kind === 'declared') this.push(T.PlainName, offset, end, data, 0);
      else {
        const group = piece.kind === 'bound' ? 'word' : piece.kind;
        this.push(typeOf(group, piece.id), offset, end, { ...data, group, id: piece.id }, 0);
      }
      offset = end;
    }
    this.at += 1;
    return true;
  }

  private magnify(number: LineToken, places: number, end: number): void {
    const value = number.payload.number;
    if (!value) return;
    const data = { ...number.payload, number: { ...value, value: scale(value.value, places) } };
    const image = this.original.slice(number.startOffset, end);
    this.out[this.out.length - 1] = lineToken(T.NumberToken, number.startOffset, end, image, data);
  }

  private lunar(token: RawToken, text: string): boolean {
    const known = lunarWords.has(text);
    const next = this.raw[this.at + 1];
    if (!known || !next) return false;
    const day = /^(\d{1,2})-(\d{1,2})$/.exec(next.image);
    const date = day ? { month: Number(day[1]), day: Number(day[2]) } : lunarDay(next.image);
    if (!date) return false;
    this.push(T.LunarDay, token.startOffset, endOf(next), { text, date: { year: 0, ...date } }, 2);
    return true;
  }

  /** The longest keyword that begins here and may stand here; of equals, the one bound to its place. */
  private phrase(only?: 'number'): Keyword | undefined {
    const first = this.raw[this.at];
    if (!first) return undefined;
    const here = keywordsFrom(this.language, first.image).filter(
      (k) => this.spans(k) && this.mayStand(k) && (!only || reach[k.group] === only),
    );
    if (here.length < 2) return here[0];
    const longest = here.filter((k) => k.words.length === here[0]?.words.length);
    const order = ['line', 'mode', 'number', 'hard', 'rate', 'soft'];
    const [found] = longest.sort((a, b) => order.indexOf(reach[a.group]) - order.indexOf(reach[b.group]));
    return found?.group === 'type' ? this.softest(longest, found) : found;
  }

  /** A word that is both a type and a predeclared name is a type right after a colon only. */
  private softest(candidates: readonly Keyword[], type: Keyword): Keyword {
    if (this.out[this.out.length - 1]?.tokenType === T.symbols[':']) return type;
    return candidates.find((k) => k.group === 'predeclared') ?? type;
  }

  private spans(k: Keyword): boolean {
    return k.words.every((word, i) => {
      const token = this.raw[this.at + i];
      return token?.kind === 'word' && token.image === word;
    });
  }

  private mayStand(k: Keyword): boolean {
    const where = reach[k.group];
    if (where === 'line') return this.out.length === 0 && this.isHead(k);
    if (where === 'number') return this.takesUnit(k);
    if (where !== 'mode') return true;
    const [head] = this.out;
    const heads: readonly string[] = modeHeads[k.id as Mode];
    return this.takesMode() && heads.includes(head?.payload.id ?? '');
  }

  /** Right behind the head; of a definition, which has its name there, behind the name. */
  private takesMode(): boolean {
    const [head, ...behind] = this.out;
    if (head?.payload.id !== 'define') return behind.length === 0;
    const last = behind[behind.length - 1];
    if (!last || this.raw.some((token) => token.image === '=')) return false;
    return isName(last) || last.tokenType === T.symbols[')'];
  }

  private takesUnit(k: Keyword): boolean {
    const before = this.out[this.out.length - 1];
    if (!before) return false;
    if (k.group === 'monthPart') {
      return [T.NumberToken, T.Tail, T.DateToken].includes(before.tokenType);
    }
    const { convertedTo, roundedTo } = T.keyword.word;
    return this.afterNumber() || before.tokenType === convertedTo || before.tokenType === roundedTo;
  }

  /** `at least 2 of` counts lines and is no lower limit of an amount. */
  private opensGroup(k: Keyword): boolean {
    const word = this.raw[this.at + k.words.length + 1]?.image ?? '';
    return k.id === 'floor' && spellings[this.language].word.ofGroup.includes(word);
  }

  /** A head is one unless a colon makes it a label, or an English name in brackets a declared name. */
  private isHead(k: Keyword): boolean {
    const next = this.raw[this.at + k.words.length];
    if (next?.image === ':' || this.opensGroup(k)) return false;
    const colon = this.raw.some((t) => t.image === ':');
    if (colon && keywordsFrom(this.language, k.words[0] ?? '').some((o) => reach[o.group] === 'hard'))
      return false;
    if (next?.image !== '(' || this.raw[this.at + k.words.length + 2]?.image !== ')') return true;
    const inside = this.raw[this.at + k.words.length + 1]?.image ?? '';
    return /\p{Script=Han}/u.test(inside) === (this.language === 'zh');
  }

  private keywordAt(first: RawToken, count: number, group: Keyword['group'], id: string): void {
    const last = this.raw[this.at + count - 1] ?? first;
    const text = normalise(this.original.slice(first.startOffset, endOf(last)));
    const rates = group === 'rate' ? { rates: [id as RateWord] } : {};
    this.push(typeOf(group, id), first.startOffset, endOf(last), { text, group, id, ...rates }, count);
  }

  private name(token: RawToken, text: string): void {
    this.push(T.PlainName, token.startOffset, endOf(token), { text }, 1);
  }

  private textOf(token: RawToken): string {
    return normalise(this.original.slice(token.startOffset, endOf(token)));
  }

  private push(type: IToken['tokenType'], start: number, end: number, data: TokenData, used: number): void {
    this.out.push(lineToken(type, start, end, this.original.slice(start, end), data));
    this.at += used;
  }

  /** `前` with the mark right behind it is one token. */
  private mergeHalf(): void {
    const mark = this.out[this.out.length - 1];
    const side = this.out[this.out.length - 2];
    if (!side || mark?.tokenType !== T.Mark) return;
    const { before, after } = T.keyword.word;
    if (side.tokenType !== before && side.tokenType !== after) return;
    const included = mark.payload.included === true;
    const data: TokenData = { text: '', side: side.tokenType === before ? 'before' : 'after', included };
    const image = this.original.slice(side.startOffset, endOf(mark));
    this.out.splice(-2, 2, lineToken(T.Half, side.startOffset, endOf(mark), image, data));
  }
}

/** Whether a token may stand where a name is wanted. */
export function isName(token: IToken): boolean {
  return token.tokenType === T.Name || (token.tokenType.CATEGORIES ?? []).includes(T.Name);
}

function typeOf(group: Keyword['group'], id: string): IToken['tokenType'] {
  const types: Readonly<Record<string, IToken['tokenType']>> = T.keyword[group];
  return types[id] ?? T.Stray;
}

const lunarWords: ReadonlySet<string> = new Set(
  Object.values(spellings).flatMap((language) => language.lunar.flatMap(variants)),
);

/** Words for a day behind `每年`: festivals and lunar dates. */
const festivals = ['springFestival', 'newYearsEve', 'dragonBoat', 'midAutumn', 'doubleNinth'] as const;
const dayWords: ReadonlySet<string> = new Set([
  ...lunarWords,
  ...Object.values(spellings).flatMap(({ predeclared }) => festivals.flatMap((id) => predeclared[id])),
]);

const rateTable = entries('zh', 'rate')
  .flatMap(([id, list]) => list.flatMap(variants).map((word) => [word, id as RateWord] as const))
  .sort(([a], [b]) => b.length - a.length);

/** `每人每月` → person, month; null where the run is not made of rate words only. */
function rateWords(run: string): readonly RateWord[] | null {
  const found: RateWord[] = [];
  let rest = run;
  while (rest !== '') {
    const next = rateTable.find(([word]) => rest.startsWith(word));
    if (!next) return null;
    found.push(next[1]);
    rest = rest.slice(next[0].length);
  }
  return found;
}
