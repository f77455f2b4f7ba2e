import { compareExact, type Exact, parseExact, plus } from '../../../runtime/exact.ts';
import { parseDate, shiftMonths } from '../../../runtime/dates.ts';
import type { Value } from '../../../runtime/value.ts';
import { expressions } from '../../ir/children.ts';
import type { Policy } from '../../ir/policy.ts';
import { rootsOf } from '../encode/roots.ts';
import type { Slot, Values } from '../encode/slot.ts';
import type { Pool } from '../encode/world.ts';
import type { Assignment } from '../terms/evaluate.ts';
import { boundsOf } from '../terms/number.ts';
import type { Claim } from './claim.ts';
import { type Applicant, type Ground, recordIn } from './setting.ts';

/** At most so many records. */
const MOST = 400;

interface Tried {
  readonly tried: number;
  /** The first records of which the claim does not hold. */
  readonly broken: readonly Applicant[] | null;
}

/**
 * Asks the interpreter about records that differ from the base in one fact or in two, each set on, just under or just
 * over a number or a date of the policy. Not a proof: only what is found false is certain.
 */
export function tryNear(
  claim: Claim,
  ground: Ground,
  from: Assignment,
  says: (records: readonly Applicant[]) => 'yes' | 'no' | 'unknown',
): Tried {
  let tried = 0;
  for (const given of nearby(claim.pool, [ground.setting.policy], ground.asOf, from)) {
    tried += 1;
    const records = claim.worlds.map((world) => recordIn(world, claim.pool, ground, given));
    if (says(records) === 'no') return { tried, broken: records };
  }
  return { tried, broken: null };
}

/** The first records around the base that lie on the boundaries of these policies. */
export function* nearby(
  pool: Pool,
  policies: readonly Policy[],
  asOf: number,
  from: Assignment,
): Generator<Assignment> {
  let count = 0;
  for (const given of variants(pool, policies, asOf, from)) {
    if (count >= MOST) return;
    count += 1;
    yield given;
  }
}

/** The base, each single change, then pairs of changes of different places. */
function* variants(
  pool: Pool,
  policies: readonly Policy[],
  asOf: number,
  from: Assignment,
): Generator<Assignment> {
  yield from;
  const near = thresholds(policies, asOf);
  const changes = [...pool.slots.values()].flatMap((slot, place) =>
    valuesFor(slot, near, from).map((value) => ({ place, slot, value })),
  );
  const applied = (...some: typeof changes): Assignment => {
    const values: Values = new Map(from);
    for (const { slot, value } of some) slot.write(value, values);
    return values;
  };
  for (const change of changes) yield applied(change);
  for (const [i, a] of changes.entries())
    for (const b of changes.slice(i + 1)) if (a.place !== b.place) yield applied(a, b);
}

interface Thresholds {
  readonly numbers: readonly Exact[];
  readonly days: readonly number[];
}

/** Numbers and dates of the policy, and the days that lie a number of years before the decision date. */
function thresholds(policies: readonly Policy[], asOf: number): Thresholds {
  const literals = policies
    .flatMap(rootsOf)
    .flatMap((root) =>
      [...expressions(root)].flatMap((e) =>
        e.k === 'lit' && typeof e.value === 'string' ? [[e.type, e.value] as const] : [],
      ),
    );
  const numbers = literals.flatMap(([type, value]) => {
    const number = ['int', 'qty', 'money', 'ratio', 'year'].includes(type.t) ? parseExact(value) : null;
    return number === null ? [] : [number];
  });
  const dates = literals.flatMap(([type, value]) => (type.t === 'date' ? (parseDate(value) ?? []) : []));
  const ages = numbers.filter((n): n is number => typeof n === 'number' && n > 0 && n < 120);
  return {
    numbers: [...new Set(numbers)].flatMap((n) => [n, plus(n, -1), plus(n, 1)]),
    days: [...new Set([...dates, asOf, ...ages.map((n) => shiftMonths(asOf, -12 * n))])].flatMap((d) => [
      d,
      d - 1,
      d + 1,
    ]),
  };
}

function valuesFor(slot: Slot, near: Thresholds, from: Assignment): readonly Value[] {
  const { of, absent } = slot.sym;
  const nothing: readonly Value[] = absent.k === 'const' ? [] : [null];
  switch (of.t) {
    case 'bool':
      return [...nothing, true, false];
    case 'date':
      return [...nothing, ...near.days];
    case 'num': {
      const { min, max } = boundsOf(of.n);
      const fits = (n: Exact): boolean =>
        (min === null || compareExact(n, min) >= 0) && (max === null || compareExact(n, max) <= 0);
      return [...nothing, ...near.numbers.filter(fits)];
    }
    case 'code':
      return [...nothing, ...optionsOf(slot)];
    case 'set':
      return [...nothing, [...of.has.keys()], ...[...of.has.keys()].map((option) => [option])];
    default:
      return nothing.length > 0 && slot.raw(from) !== null ? nothing : [];
  }
}

/** Options of a place that holds one of them; texts are without end. */
function optionsOf({ raw, measures }: Slot): readonly string[] {
  const atom = measures[0]?.parts[0]?.atom;
  if (atom?.k !== 'var' || typeof atom.max !== 'number') return [];
  return Array.from({ length: atom.max + 1 }, (_, code) => String(raw(new Map([[atom.name, code]]))));
}
