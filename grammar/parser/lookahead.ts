import type { IOrAlt, IToken, TokenType } from 'chevrotain';
import * as T from '../tokens.ts';

/**
 * The ways on from a place of the grammar where there is a choice, one text an alternative: the next one or two tokens by name,
 * ways parted by commas. Of what may be left out there is one text, of the ways into it.
 */
export type Ways = readonly string[];

/** Kinds of place, as chevrotain numbers them in its keys. */
const kinds = [
  '',
  'Alternation',
  'Option',
  'Repetition',
  'RepetitionMandatory',
  'RepetitionWithSeparator',
  'RepetitionMandatoryWithSeparator',
] as const;

/** The place that a key of chevrotain stands for: eight bits its number in the rule, four the kind, the rest the rule. */
export function placeOf(key: number, rules: { readonly [key: number]: string }): string {
  return `${rules[key & ~0xfff]} ${kinds[(key >> 8) & 0xf]} ${key & 0xff}`;
}

/** What is asked of the parser. */
interface Ahead {
  LA(distance: number): IToken;
}

type Choose = (this: Ahead, alternatives?: readonly IOrAlt<unknown>[]) => number | undefined;

/** Of an alternation the first alternative that the next tokens fit and whose gate is open. */
export function chooser(ways: Ways): Choose {
  const alternatives = ways.map((way) => way.split(', ').map(typesNamed));
  const search: Choose = function (given) {
    const open = (at: number): boolean => given?.[at]?.GATE?.call(this) !== false;
    const at = alternatives.findIndex((paths, i) => open(i) && paths.some((path) => fits(this, path)));
    return at < 0 ? undefined : at;
  };
  if (alternatives.some((paths) => paths.some((path) => path.length !== 1))) return search;
  const first = firstTokens(alternatives);
  return function (given) {
    const at = first.get(this.LA(1).tokenTypeIdx);
    return at === undefined || given?.[at]?.GATE === undefined ? at : search.call(this, given);
  };
}

/** Of what may be left out: whether the next tokens lead into it. */
export function enterer(ways: Ways): (this: Ahead) => boolean {
  const choose = chooser(ways);
  return function () {
    return choose.call(this) === 0;
  };
}

/** Which alternative each token begins; the first one where several do. */
function firstTokens(alternatives: readonly (readonly TokenType[])[][]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [at, paths] of alternatives.entries())
    for (const [type] of paths)
      for (const index of [type?.tokenTypeIdx ?? 0, ...(type?.categoryMatches ?? [])])
        if (!found.has(index)) found.set(index, at);
  return found;
}

function fits(parser: Ahead, path: readonly TokenType[]): boolean {
  return path.every(({ tokenTypeIdx, categoryMatchesMap }, i) => {
    const { tokenTypeIdx: next } = parser.LA(i + 1);
    return next === tokenTypeIdx || categoryMatchesMap?.[next] === true;
  });
}

let types: ReadonlyMap<string, TokenType> | undefined;

function typesNamed(path: string): readonly TokenType[] {
  types ??= new Map(T.vocabulary.map((type) => [type.name, type]));
  return path.split(' ').map((name) => {
    const type = types?.get(name);
    if (!type) throw new Error(`no token type ${name}: run npm run docs`);
    return type;
  });
}
