import { type Item, keyOf, type Seen } from './item.ts';

/** What the cases made of one item. */
export interface Covered extends Item {
  readonly seen: readonly string[];
  readonly missing: readonly string[];
  /** Results that no case can reach, with the reason somebody has written down. */
  readonly excused: readonly { readonly result: string; readonly why: string }[];
}

/** A reason why results of an item cannot be reached. */
export interface Excuse {
  readonly item: Item;
  readonly results: readonly string[];
  readonly why: string;
}

export interface ClauseCoverage {
  readonly clause: string;
  /** Results of everything that cites it: reached, and in all. */
  readonly seen: number;
  readonly wanted: number;
}

export interface Coverage {
  readonly items: readonly Covered[];
  readonly clauses: readonly ClauseCoverage[];
  /** Results reached or excused, and in all. */
  readonly seen: number;
  readonly wanted: number;
  readonly excused: number;
  /** Excuses for what was reached all the same. */
  readonly needless: readonly { readonly item: Item; readonly result: string }[];
}

/** What was seen of each item, held against what should be. */
export function coverageOf(items: readonly Item[], seen: Seen, excuses: readonly Excuse[] = []): Coverage {
  const covered = items.map((item) => coveredOf(item, seen, excuses));
  const total = (of: (one: Covered) => number): number => covered.reduce((sum, one) => sum + of(one), 0);
  return {
    items: covered,
    clauses: clausesOf(covered),
    seen: total(reached),
    wanted: total(({ wanted }) => wanted.length),
    excused: total((one) => one.excused.length),
    needless: excuses.flatMap(({ item, results }) => {
      const found = seen.get(keyOf(item.kind, item.id));
      return results.filter((result) => found?.has(result)).map((result) => ({ item, result }));
    }),
  };
}

function coveredOf(item: Item, seen: Seen, excuses: readonly Excuse[]): Covered {
  const found = seen.get(keyOf(item.kind, item.id)) ?? new Set<string>();
  const unreached = item.wanted.filter((result) => !found.has(result));
  const excused = excuses
    .filter((excuse) => excuse.item.kind === item.kind && excuse.item.id === item.id)
    .flatMap(({ results, why }) =>
      unreached.filter((result) => results.includes(result)).map((result) => ({ result, why })),
    );
  const missing = unreached.filter((result) => !excused.some((one) => one.result === result));
  return { ...item, seen: [...found].sort(), missing, excused };
}

const reached = ({ wanted, missing }: Covered): number => wanted.length - missing.length;

function clausesOf(covered: readonly Covered[]): readonly ClauseCoverage[] {
  const clauses = new Map<string, ClauseCoverage>();
  for (const one of covered)
    for (const clause of new Set(one.cites)) {
      const before = clauses.get(clause) ?? { clause, seen: 0, wanted: 0 };
      clauses.set(clause, {
        clause,
        seen: before.seen + reached(one),
        wanted: before.wanted + one.wanted.length,
      });
    }
  return [...clauses.values()];
}

/** Whole and tenths of a per cent, never 100 while something is missing. */
export const percentOf = (seen: number, wanted: number): number =>
  wanted === 0 ? 100 : Math.floor((seen * 1000) / wanted) / 10;
