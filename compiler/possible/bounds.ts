import { compareExact, isWhole, negate, over, plus, roundExact } from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';

interface Bound {
  readonly at: Exact;
  readonly strict: boolean;
}

/**
 * What is known of the differences of n variables, closed under adding up: `at(i, j)` bounds vᵢ − vⱼ from above.
 * Variable 0 is the fixed point. Over whole numbers bounds are tightened to whole ones.
 */
export class Bounds {
  private constructor(
    private readonly whole: readonly boolean[],
    private readonly cells: (Bound | undefined)[],
  ) {}

  static of(whole: readonly boolean[]): Bounds {
    return new Bounds(whole, new Array<Bound | undefined>(whole.length * whole.length).fill(undefined));
  }

  copy(): Bounds {
    return new Bounds(this.whole, [...this.cells]);
  }

  at(i: number, j: number): Bound | undefined {
    return i === j ? { at: 0, strict: false } : this.cells[i * this.whole.length + j];
  }

  /** Adds vᵢ − vⱼ ≤ by (< where strict). False when nothing is left. */
  add(i: number, j: number, by: Exact, strict: boolean): boolean {
    const bound = this.tight(i, j, { at: by, strict });
    const before = this.at(i, j);
    if (before && !tighter(bound, before)) return true;
    if (empty(bound, this.at(j, i))) return false;
    const n = this.whole.length;
    for (let p = 0; p < n; p++) {
      const left = this.at(p, i);
      if (!left) continue;
      for (let q = 0; q < n; q++) {
        const right = this.at(j, q);
        if (!right) continue;
        if (!this.narrow(p, q, sum(sum(left, bound), right))) return false;
      }
    }
    return true;
  }

  private narrow(p: number, q: number, found: Bound): boolean {
    if (p === q) return !negative(found);
    const bound = this.tight(p, q, found);
    const before = this.at(p, q);
    if (!before || tighter(bound, before)) this.cells[p * this.whole.length + q] = bound;
    return !empty(bound, this.at(q, p));
  }

  private tight(i: number, j: number, bound: Bound): Bound {
    if (!this.whole[i] || !this.whole[j]) return bound;
    if (!isWhole(bound.at)) return { at: roundExact(bound.at, 'down'), strict: false };
    return bound.strict ? { at: plus(bound.at, -1), strict: false } : bound;
  }

  /** A value of variable i that is left: the least there is, else the greatest, else 0. */
  pick(i: number): Exact {
    const low = this.at(0, i);
    const high = this.at(i, 0);
    if (!low) return high ? (high.strict ? plus(high.at, -1) : high.at) : 0;
    const least = negate(low.at);
    if (!low.strict) return least;
    const next = plus(least, 1);
    if (!high || compareExact(next, high.at) < (high.strict ? 0 : 1)) return next;
    return over(plus(least, high.at), 2);
  }
}

function sum(a: Bound, b: Bound): Bound {
  return { at: plus(a.at, b.at), strict: a.strict || b.strict };
}

function tighter(a: Bound, b: Bound): boolean {
  const order = compareExact(a.at, b.at);
  return order < 0 || (order === 0 && a.strict && !b.strict);
}

const negative = (b: Bound): boolean => {
  const order = compareExact(b.at, 0);
  return order < 0 || (order === 0 && b.strict);
};

const empty = (a: Bound, b: Bound | undefined): boolean => b !== undefined && negative(sum(a, b));
