import { compareExact, isWhole, negate, over, plus, roundExact } from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';

/**
 * What is known of the differences of n variables, closed under adding up: vᵢ − vⱼ is at most `uppers[i·n + j]`, and below it where
 * that is strict. Variable 0 is the fixed point. Over whole numbers bounds are tightened to whole ones.
 */
export class Bounds {
  private constructor(
    private readonly whole: readonly boolean[],
    private readonly uppers: (Exact | undefined)[],
    private readonly stricts: boolean[],
  ) {}

  static of(whole: readonly boolean[]): Bounds {
    const n = whole.length;
    const uppers = new Array<Exact | undefined>(n * n).fill(undefined);
    for (let i = 0; i < n; i++) uppers[i * n + i] = 0;
    return new Bounds(whole, uppers, new Array<boolean>(n * n).fill(false));
  }

  copy(): Bounds {
    return new Bounds(this.whole, this.uppers.slice(), this.stricts.slice());
  }

  /** Whether vᵢ − vⱼ ≤ by (< where strict) follows from what is known. */
  implies(i: number, j: number, by: Exact, strict: boolean): boolean {
    const at = i * this.whole.length + j;
    const upper = this.uppers[at];
    return upper !== undefined && asTight(upper, this.stricts[at] === true, by, strict);
  }

  /** Adds vᵢ − vⱼ ≤ by (< where strict). False when nothing is left. */
  add(i: number, j: number, by: Exact, strict: boolean): boolean {
    const n = this.whole.length;
    const whole = this.whole[i] && this.whole[j];
    const upper = whole ? wholeBelow(by, strict) : by;
    const beyond = strict && !whole;
    if (this.implies(i, j, upper, beyond)) return true;
    for (let p = 0; p < n; p++) {
      const left = this.uppers[p * n + i];
      if (left === undefined) continue;
      const start = sum(left, upper);
      const open = beyond || this.stricts[p * n + i] === true;
      for (let q = 0; q < n; q++) {
        const right = this.uppers[j * n + q];
        if (right === undefined) continue;
        if (!this.narrow(p, q, sum(start, right), open || this.stricts[j * n + q] === true)) return false;
      }
    }
    return true;
  }

  private narrow(p: number, q: number, found: Exact, strict: boolean): boolean {
    if (p === q) return !below(found, strict);
    const n = this.whole.length;
    const whole = this.whole[p] && this.whole[q];
    const upper = whole ? wholeBelow(found, strict) : found;
    const beyond = strict && !whole;
    if (!this.implies(p, q, upper, beyond)) {
      this.uppers[p * n + q] = upper;
      this.stricts[p * n + q] = beyond;
    }
    const back = this.uppers[q * n + p];
    return back === undefined || !below(sum(upper, back), beyond || this.stricts[q * n + p] === true);
  }

  /** A value of variable i that is left: the least there is, else the greatest, else 0. */
  pick(i: number): Exact {
    const n = this.whole.length;
    const [low, high] = [this.uppers[i], this.uppers[i * n]];
    const [lowOut, highOut] = [this.stricts[i] === true, this.stricts[i * n] === true];
    if (low === undefined) return high === undefined ? 0 : highOut ? plus(high, -1) : high;
    const least = negate(low);
    if (!lowOut) return least;
    const next = plus(least, 1);
    if (high === undefined || compareExact(next, high) < (highOut ? 0 : 1)) return next;
    return over(plus(least, high), 2);
  }
}

/** Sums are taken by the million, of small whole numbers nearly always. */
function sum(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const quick = a + b;
    if (Number.isSafeInteger(quick)) return quick;
  }
  return plus(a, b);
}

/** Whether the first bound says as much as the second. */
function asTight(a: Exact, aStrict: boolean, b: Exact, bStrict: boolean): boolean {
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : compareExact(a, b);
  return order < 0 || (order === 0 && (aStrict || !bStrict));
}

/** Whether a difference of a variable to itself, bounded so, cannot be. */
function below(upper: Exact, strict: boolean): boolean {
  const order = typeof upper === 'number' ? upper : compareExact(upper, 0);
  return order < 0 || (order === 0 && strict);
}

/** The greatest whole number at most `by`, below it where strict. */
function wholeBelow(by: Exact, strict: boolean): Exact {
  if (typeof by !== 'number' && !isWhole(by)) return roundExact(by, 'down');
  return strict ? plus(by, -1) : by;
}
