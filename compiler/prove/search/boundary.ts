import { parseExact, plus } from '../../../runtime/exact.ts';
import { parseDate, shiftMonths } from '../../../runtime/dates.ts';
import { expressions } from '../../ir/children.ts';
import type { Policy } from '../../ir/policy.ts';
import { rootsOf } from '../encode/roots.ts';
import type { Slot } from '../encode/slot.ts';
import type { Pool } from '../encode/world.ts';
import type { Assignment } from '../terms/evaluate.ts';
import type { Claim } from './claim.ts';
import { type Applicant, type Ground, recordIn } from './setting.ts';
import type { Sym } from '../values/sym.ts';
import { type Thresholds, type Variation, variations } from './variations.ts';

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

/** The first records around the base that lie on the boundaries of these policies; `about`: places to vary first. */
export function* nearby(
  pool: Pool,
  policies: readonly Policy[],
  asOf: number,
  from: Assignment,
  most: number = MOST,
  about: ReadonlySet<string> = new Set(),
): Generator<Assignment> {
  let count = 0;
  for (const given of variants(pool, policies, asOf, from, about)) {
    if (count >= most) return;
    count += 1;
    yield given;
  }
}

/** The base, each single change, then pairs of changes of different places; of some places all that before the others. */
function* variants(
  pool: Pool,
  policies: readonly Policy[],
  asOf: number,
  from: Assignment,
  about: ReadonlySet<string>,
): Generator<Assignment> {
  yield from;
  const near = thresholds(policies, asOf);
  const applied = (...some: readonly Change[]): Assignment =>
    new Map([...from, ...some.flatMap(({ change }) => [...change])]);
  const changesOf = (first: boolean): readonly Change[] =>
    byRank(
      [...pool.slots].flatMap(([name, { sym }], place) =>
        about.has(name) === first ? [othersOf(sym, near, from).map((change) => ({ place, change }))] : [],
      ),
    );
  const known: Change[] = [];
  for (const changes of [changesOf(true), changesOf(false)]) {
    for (const one of changes) yield applied(one);
    for (const b of changes) {
      for (const a of known) if (a.place !== b.place) yield applied(a, b);
      known.push(b);
    }
  }
}

const othersOf = (sym: Sym, near: Thresholds, from: Assignment): readonly Variation[] =>
  variations(sym, near).filter((change) => [...change].some(([name, value]) => from.get(name) !== value));

/**
 * Records that differ from the base in one place: facts before what had better stay, and of these what is yes or no or
 * one of several before numbers and dates, which may be nearer or further.
 */
export function* besides(
  pool: Pool,
  policies: readonly Policy[],
  asOf: number,
  from: Assignment,
  isFact: (place: string) => boolean,
): Generator<Assignment> {
  const near = thresholds(policies, asOf);
  const rank = ([name, { measures }]: readonly [string, Slot]): number =>
    (isFact(name) ? 0 : 2) + (measures.length > 0 ? 1 : 0);
  const ordered = [...pool.slots].sort((a, b) => rank(a) - rank(b));
  for (const [, { sym }] of ordered)
    for (const change of othersOf(sym, near, from)) yield new Map([...from, ...change]);
}

interface Change {
  readonly place: number;
  readonly change: Variation;
}

/** The first of each place, then the second of each: so that few of them already reach every place. */
function byRank(places: readonly (readonly Change[])[]): readonly Change[] {
  const most = Math.max(0, ...places.map(({ length }) => length));
  return Array.from({ length: most }, (_, rank) => places.flatMap((own) => own[rank] ?? [])).flat();
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
    // Few of something, which many a number stands for.
    numbers: [...new Set([1, ...numbers])].flatMap((n) => [n, plus(n, -1), plus(n, 1)]),
    days: [...new Set([...dates, asOf, ...ages.map((n) => shiftMonths(asOf, -12 * n))])].flatMap((d) => [
      d,
      d - 1,
      d + 1,
    ]),
  };
}
