import { keywordsSpelt } from '../../grammar/index.ts';
import type { Notice } from '../ast/statements.ts';

/** Keys that say where or how something was written, not what it says. */
const surface = new Set(['span', 'quoted', 'comments', 'trailing', 'language']);

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !surface.has(key));
  const sorted = kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, folded(key, bare(inner))]));
}

/** Clauses mean the same in any order, and a unit as a type in any of its spellings. */
function folded(key: string, value: unknown): unknown {
  if (key === 'clauses' && Array.isArray(value)) {
    return value.map((each) => JSON.stringify(each)).sort();
  }
  if (key !== 'base' || typeof value !== 'object' || value === null || !('kind' in value)) return value;
  const name = 'name' in value && value.kind === 'named' ? JSON.stringify(value.name) : '';
  const word = /"text":"(.*)"/.exec(name)?.[1] ?? '';
  const unit = (['zh', 'en'] as const)
    .flatMap((language) => keywordsSpelt(language, word))
    .find((k) => k.group === 'unit');
  return unit ? { kind: 'unit', id: unit.id } : value;
}

function comments(value: unknown, found: string[] = []): readonly string[] {
  if (Array.isArray(value)) for (const each of value) comments(each, found);
  else if (typeof value === 'string' && value.startsWith('#')) found.push(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      if (key !== 'span' && key !== 'body') comments(inner, found);
  }
  return found;
}

/** Whether two trees say the same; words, numbers and structure count, places and quotation marks do not. */
export function sameTree(a: Notice, b: Notice): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b)) && sameComments(a, b);
}

/** Whether every comment of one is in the other, to the letter. */
export function sameComments(a: Notice, b: Notice): boolean {
  return JSON.stringify([...comments(a)].sort()) === JSON.stringify([...comments(b)].sort());
}
