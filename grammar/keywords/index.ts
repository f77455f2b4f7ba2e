import type { Language } from '../../compiler/ast/names.ts';
import { keywordsOf } from './lookup.ts';
import { reach } from './vocabulary.ts';

export type { Keyword } from './lookup.ts';
export {
  entries,
  groups,
  keywordsFrom,
  keywordsOf,
  keywordsSpelt,
  predeclared,
  spelling,
  spellings,
  variants,
} from './lookup.ts';
export type { Group, HardWord, MonthPartId, Predeclared, Spellings, TypeShape } from './vocabulary.ts';
export { joiners, reach } from './vocabulary.ts';

/** Words that may have been written without a space around them: operators, units, rates, states. */
export function separableWords(language: Language): readonly string[] {
  const words = keywordsOf(language).filter((k) => k.words.length === 1 && isSeparable(reach[k.group]));
  return [...new Set(words.map((k) => k.spelling))];
}

function isSeparable(where: string): boolean {
  return where === 'hard' || where === 'number' || where === 'rate';
}
