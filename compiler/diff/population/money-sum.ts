import type { Range } from '../../../runtime/decision.ts';
import { addEnds, moneyChange } from './money.ts';

/** What is surely paid, fen, and how many payments are not settled. */
export interface MoneySum {
  readonly settled: Range['min'];
  readonly open: number;
}

/** Money before and after. `by`: the difference, where the payments are settled in both versions. */
export interface MoneyPair {
  readonly before: MoneySum;
  readonly after: MoneySum;
  readonly by: MoneySum;
}

export const ZERO: Range = { min: 0, max: 0 };
const OPEN: Range = { min: null, max: null };
const NOTHING: MoneySum = { settled: 0, open: 0 };
export const NO_MONEY: MoneyPair = { before: NOTHING, after: NOTHING, by: NOTHING };

const settled = ({ min, max }: Range): boolean => min !== null && String(min) === String(max);

/** A payment that is not settled is counted, never guessed. */
function add(sum: MoneySum, amount: Range): MoneySum {
  if (!settled(amount)) return { ...sum, open: sum.open + 1 };
  return { ...sum, settled: addEnds(sum.settled, amount.min) };
}

/** What one person is paid by either version, added. */
export function addPaid(sums: MoneyPair, before: Range, after: Range): MoneyPair {
  const both = settled(before) && settled(after);
  return {
    before: add(sums.before, before),
    after: add(sums.after, after),
    by: add(sums.by, both ? (moneyChange(before, after)?.by ?? ZERO) : OPEN),
  };
}

const sum = (a: MoneySum, b: MoneySum): MoneySum => ({
  settled: addEnds(a.settled, b.settled),
  open: a.open + b.open,
});

export function addPairs(a: MoneyPair, b: MoneyPair): MoneyPair {
  return { before: sum(a.before, b.before), after: sum(a.after, b.after), by: sum(a.by, b.by) };
}
