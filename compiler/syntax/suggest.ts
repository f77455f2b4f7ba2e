import {
  keywordsOf,
  keywordsSpelt,
  reach,
  separableWords,
  spelling,
  spellings,
} from '../../grammar/index.ts';
import type { Language } from '../ast/names.ts';
import type { Head } from '../ast/statements.ts';
import { distance } from '../diagnostics/nearest.ts';

/** Words one slip apart; a shared character is needed, and one-character words are never guessed. */
function isSlip(found: string, word: string): boolean {
  const length = [...word].length;
  if (length < 2 || found === word) return false;
  const allowed = length > 5 ? 2 : 1;
  return distance(found.toLowerCase(), word.toLowerCase(), allowed) <= allowed;
}

/** The head, among those that may stand here, that a misspelt first word was meant to be. */
export function nearestHead(found: string, heads: readonly Head[], language: Language): Head | undefined {
  return heads.find((head) => spellings[language].head[head].some((word) => isSlip(found, word)));
}

/** The operator, state or unit that a misspelt word was meant to be. */
export function nearestHardWord(found: string, language: Language): string | undefined {
  const words = keywordsOf(language).filter((k) => reach[k.group] === 'hard');
  return words.find((k) => isSlip(found, k.spelling) || found === k.words.join(''))?.spelling;
}

const groupOps = { allOf: 'all', anyOf: 'any', noneOf: 'none' } as const;

/** The group that a misspelt `同时满足` was meant to be. */
export function nearestGroup(found: string, language: Language) {
  for (const id of ['allOf', 'anyOf', 'noneOf'] as const) {
    const keyword = spelling(language, 'word', id);
    if (distance(found, keyword, 2) <= 2 && found.length > 2) return { keyword, op: groupOps[id] };
  }
  return undefined;
}

/** A word of the other language's keywords, and how this language spells it. */
export function foreignKeyword(found: string, language: Language, atStart: boolean): string | undefined {
  const other = language === 'zh' ? 'en' : 'zh';
  const places = atStart ? ['line'] : ['hard', 'rate'];
  for (const k of keywordsSpelt(other, found)) {
    const own = places.includes(reach[k.group]) ? spelling(language, k.group, k.id as never) : '';
    if (own !== '') return own;
  }
  return undefined;
}

/** Operators that are long enough not to be part of ordinary names. */
function separators(language: Language): readonly string[] {
  const words = separableWords(language).filter((word) => [...word].length > 1);
  return [...words].sort((a, b) => b.length - a.length);
}

/** `年龄超过` → `年龄 超过`: an operator at one end of a word that was read as a name. */
export function unglued(found: string, language: Language): string | undefined {
  if (language === 'en') return undefined;
  for (const word of separators(language)) {
    if (found.length <= word.length) continue;
    if (found.endsWith(word)) return `${found.slice(0, -word.length)} ${word}`;
    if (found.startsWith(word)) return `${word} ${found.slice(word.length)}`;
    const at = found.indexOf(word);
    if (at > 0) return `${found.slice(0, at)} ${word} ${found.slice(at + word.length)}`;
  }
  return undefined;
}

/** The text of a token as the author wrote it. */
export function imageOf(token: { readonly image: string }): string {
  return token.image.replace(/\s+/g, ' ');
}
