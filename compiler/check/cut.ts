import type { Language } from '../ast/names.ts';
import { separableWords } from '../../grammar/index.ts';

/** Cuts a run of words by longest match over the names in reach and the keywords; null unless it cuts without rest into two or more. */
export function cut(run: string, names: ReadonlySet<string>, language: Language): readonly string[] | null {
  const words = [...names, ...separableWords(language)].sort((a, b) => b.length - a.length);
  const dead = new Set<number>();
  const from = (at: number): readonly string[] | null => {
    if (at === run.length) return [];
    if (dead.has(at)) return null;
    for (const word of words) {
      if (word.length === 0 || word === run || !run.startsWith(word, at)) continue;
      const rest = from(at + word.length);
      if (rest) return [word, ...rest];
    }
    dead.add(at);
    return null;
  };
  const parts = from(0);
  return parts && parts.length > 1 ? parts : null;
}
