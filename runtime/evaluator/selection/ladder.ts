import { compareKeys, type Direction, type Place, type Standing } from './places.ts';

/**
 * The rows of a pool, sorted once by the best and by the worst place each may take,
 * so that "how many come before" is two binary searches whatever the size of the register.
 */
export class Ladder {
  readonly #directions: readonly Direction[];
  readonly #bestOfPossible: readonly (readonly Place[])[];
  readonly #worstOfSure: readonly (readonly Place[])[];

  /** `possible`: rows that may be in the pool, the sure ones among them. */
  constructor(possible: readonly Standing[], sure: readonly Standing[], directions: readonly Direction[]) {
    const byRank = (a: readonly Place[], b: readonly Place[]) => compareKeys(a, b, directions);
    this.#directions = directions;
    this.#bestOfPossible = possible.map((row) => row.best).sort(byRank);
    this.#worstOfSure = sure.map((row) => row.worst).sort(byRank);
  }

  get possible(): number {
    return this.#bestOfPossible.length;
  }

  /** Rows that may come before `keys`; with `ties`, or level with them. */
  possiblyBefore(keys: readonly Place[], ties: boolean): number {
    return this.#count(this.#bestOfPossible, keys, ties);
  }

  /** Rows that surely come before `keys`; with `ties`, or level with them. */
  surelyBefore(keys: readonly Place[], ties: boolean): number {
    return this.#count(this.#worstOfSure, keys, ties);
  }

  #count(sorted: readonly (readonly Place[])[], keys: readonly Place[], ties: boolean): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareKeys(sorted[middle] ?? [], keys, this.#directions);
      if (order < 0 || (ties && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
