import { isDeepStrictEqual } from 'node:util';
import type { Comparison, DifferenceKind, Region, Within } from '../../../compiler/index.ts';
import { kindsOf } from '../../../compiler/testkit.ts';
import type { Decision, ProgrammeDecision, Range } from '../../../runtime/index.ts';
import { compareExact, type Exact, exact, minus } from '../../../runtime/exact.ts';
import type { Complete } from './applicants.ts';

/** An applicant decided by both versions. */
export interface Decided {
  readonly applicant: Complete;
  readonly was: Decision;
  readonly is: Decision;
}

/** Kinds of which somebody who shows one surely lies in a region; the others only say that something is open. */
const SURE: ReadonlySet<DifferenceKind> = new Set([
  'becomesEligible',
  'becomesIneligible',
  'moreMoney',
  'lessMoney',
  'otherUnit',
  'preferred',
  'passedOver',
  'otherDates',
  'opened',
  'settledIn',
  'settledOut',
]);

/** How an applicant differs and no region of the comparison says so. */
export function unsaid({ programme, regions }: Comparison, one: Decided): readonly DifferenceKind[] {
  const [a, b] = [one.was.programmes[programme], one.is.programmes[programme]];
  if (!a || !b) return [];
  const kinds = [...kindsOf(one.was, one.is, programme)];
  const money = kinds.includes('moreMoney') || kinds.includes('lessMoney');
  return kinds.filter((kind) => {
    if (!SURE.has(kind)) return false;
    // Who is passed over for money is told by the money; of payments by event more of them are other dates as well.
    if (money && (kind === 'preferred' || kind === 'passedOver' || kind === 'otherDates')) return false;
    return !regions.some((region) => region.kind === kind && fits(region, one, a, b));
  });
}

/** Whether what a region says holds of somebody. */
export function fits(
  region: Region,
  { applicant }: Pick<Decided, 'applicant'>,
  a: ProgrammeDecision,
  b: ProgrammeDecision,
): boolean {
  return (
    region.where.every((one) => holds(one, applicant)) && rowsFit(region, a, b) && moneyFits(region, a, b)
  );
}

function rowsFit({ rows }: Region, a: ProgrammeDecision, b: ProgrammeDecision): boolean {
  return !rows || ((a.tier?.row ?? null) === rows.before && (b.tier?.row ?? null) === rows.after);
}

const point = ({ min, max }: Range): Exact | null =>
  min !== null && min === max ? exact(String(min)) : null;

function moneyFits({ amount }: Region, a: ProgrammeDecision, b: ProgrammeDecision): boolean {
  if (!amount) return true;
  const paid = (one: ProgrammeDecision): Exact | null => {
    const found = one.amounts.find(({ id }) => id === amount.id);
    if (!found) return 0;
    return point(amount.of === 'each' ? found.amount : (found.total ?? found.amount));
  };
  const [x, y] = [paid(a), paid(b)];
  if (x === null || y === null) return false;
  const by = minus(y, x);
  return (
    (amount.min === null || compareExact(amount.min, by) <= 0) &&
    (amount.max === null || compareExact(by, amount.max) <= 0)
  );
}

function givenAt(key: string, { binding, facts }: Complete): unknown {
  if (key === 'asOf') return binding.asOf;
  if (key.startsWith('circumstances.')) return binding.circumstances?.[key.slice('circumstances.'.length)];
  return key.startsWith('parameters.') ? binding.parameters?.[key.slice(11)] : facts[key];
}

function holds({ key, min, max, above, below, among, has, lacks }: Within, applicant: Complete): boolean {
  const value = givenAt(key, applicant);
  if (among) return among.some((one) => isDeepStrictEqual(one, value));
  if (has || lacks) {
    const set = Array.isArray(value) ? value : [];
    return (has ?? []).every((one) => set.includes(one)) && !(lacks ?? []).some((one) => set.includes(one));
  }
  const order = (end: unknown): number => compared(value, end);
  const low = min === undefined || order(min) > 0 || (!above && order(min) === 0);
  const high = max === undefined || order(max) < 0 || (!below && order(max) === 0);
  return low && high;
}

/** What is not there lies nowhere. */
function compared(a: unknown, b: unknown): number {
  if (a === null || a === undefined) return Number.NaN;
  if (typeof a === 'string' && /^\d{4}-/.test(a)) return a < String(b) ? -1 : a > String(b) ? 1 : 0;
  return compareExact(exact(String(a)), exact(String(b)));
}
