import type { Id } from '../../../runtime/types.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { rootsOfProgramme } from '../encode/roots.ts';
import type { TableSym } from '../encode/tables.ts';
import type { Evaluation } from '../terms/evaluate.ts';
import { and, not, or, YES } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import type { Alike } from './apart.ts';
import { type Cause, flipsOf } from './causes.ts';
import type { Differences } from './differences.ts';
import { changedLeaves, type Seen, seenIn } from './leaves.ts';
import type { Money } from './money.ts';
import type { DifferenceKind, Flip, Region } from './result.ts';
import type { ShiftTerm } from './times.ts';
import type { TwoWorlds } from './worlds.ts';

/** Everybody who fares differently as one applicant does. */
export interface Part {
  readonly kind: DifferenceKind;
  readonly where: Bool;
  readonly money: { readonly of: Money; readonly each: boolean } | null;
  readonly rows: Region['rows'] | null;
  readonly shift: ShiftTerm | null;
  readonly flips: readonly Flip[];
}

/** Told by the lines of the notice that decide otherwise. */
const BY_LINES: ReadonlySet<DifferenceKind> = new Set([
  'becomesEligible',
  'becomesIneligible',
  'opened',
  'settledIn',
  'settledOut',
]);
/** Told by rows of the tier table, where the money comes from it. */
const BY_ROWS: ReadonlySet<DifferenceKind> = new Set([
  'moreMoney',
  'lessMoney',
  'otherTier',
  'moneyOpened',
  'moneySettled',
]);

/** By rows, by amount, by date, by the lines that decide otherwise: as one applicant shows it. */
export function partOf(
  kind: DifferenceKind,
  { kinds, money, tiers, shifts }: Differences,
  causes: readonly Cause[],
  seen: Evaluation,
): Part {
  const side = kind === 'moreMoney' ? 'more' : kind === 'lessMoney' ? 'less' : null;
  const amount = side && money.find((one) => seen.bool(one[side]));
  const each = amount?.each && seen.bool(amount.each.differs);
  const shift = kind === 'otherDates' ? (shifts.find(({ where }) => seen.bool(where)) ?? null) : null;
  const byRow =
    BY_ROWS.has(kind) && (amount?.byTier ?? money.some((one) => one.byTier || kind === 'otherTier'));
  const [before, after] = [tiers.before, tiers.after].map((table) => rowIn(byRow ? table : null, seen));
  const lines = BY_LINES.has(kind) ? flipsOf(causes, seen) : null;
  const unit = amount?.each ? (each ? amount.each.differs : not(amount.each.differs)) : YES;
  return {
    kind,
    where: and(
      kinds[kind],
      ...(amount && side ? [amount[side], unit] : []),
      ...[shift?.where, before?.where, after?.where, lines?.where].flatMap((one) => one ?? []),
    ),
    money: amount ? { of: amount, each: each === true } : null,
    rows: before || after ? { before: before?.id ?? null, after: after?.id ?? null } : null,
    shift,
    flips: lines?.flips ?? [],
  };
}

function rowIn(
  table: TableSym | null,
  seen: Evaluation,
): { readonly id: Id | null; readonly where: Bool } | null {
  if (!table) return null;
  const row = table.rows.find(({ applies }) => seen.bool(applies));
  return row
    ? { id: row.id, where: row.applies }
    : { id: null, where: not(or(...table.rows.map((r) => r.applies))) };
}

/** Where the change behind a part can be seen in a record. */
export function seenBy(two: TwoWorlds, id: Id, part: Part, causes: readonly Cause[], alike: Alike): Seen {
  const versions = [two.before, two.after] as const;
  const [a, b] = versions.map(({ policy }) => roots(policy, id, part)) as [Expr[], Expr[]];
  const flipped = causes.filter((cause) => part.flips.some((flip) => flip.id === cause.id));
  const before = [...a, ...flipped.flatMap((cause) => cause.before ?? [])];
  const after = [...b, ...flipped.flatMap((cause) => cause.after ?? [])];
  const leaves = changedLeaves(before, after, versions, alike);
  const [x, y] = versions.map((version, i) => {
    const own = leaves[i] ?? [];
    const behind = [...keysBehind(version.policy, id, own), ...heldBack(version.policy, id, part.money, own)];
    return seenIn([...own, ...behind], version);
  }) as [Seen, Seen];
  return {
    keys: new Set([...y.keys, ...x.keys]),
    numbers: [...x.numbers, ...y.numbers],
    days: [...x.days, ...y.days],
    options: new Set([...x.options, ...y.options]),
  };
}

/** Where any change of a programme can be seen in a record. */
export function changedIn(two: TwoWorlds, id: Id, alike: Alike): Pick<Seen, 'keys'> {
  const versions = [two.before, two.after] as const;
  const [a, b] = versions.map(({ policy }) =>
    policy.programmes.filter((one) => one.id === id).flatMap(rootsOfProgramme),
  ) as [Expr[], Expr[]];
  const leaves = changedLeaves(a, b, versions, alike);
  return { keys: new Set(versions.flatMap((version, i) => [...seenIn(leaves[i] ?? [], version).keys])) };
}

/** What a part that is not told by lines hangs on. */
function roots(policy: Policy, id: Id, { money, rows, shift }: Part): readonly Expr[] {
  const programme = policy.programmes.find((one) => one.id === id);
  const amount = programme?.amounts.find((one) => one.id === (money?.of.id ?? shift?.amount));
  const tests = rows ? (programme?.tier?.table.rows ?? []).flatMap(({ cases }) => cases) : [];
  const paid =
    money && amount && !rows ? [amount.base, amount.heads, amount.when, amount.cap, amount.floor] : [];
  const times = shift && amount ? [amount.pay[shift.part]] : [];
  return [...tests, ...paid, ...times].filter((e) => e !== null && e !== undefined);
}

/** Facts by which the tier table is read, where its tests changed; a key that is worked out is told by its rows. */
function keysBehind(policy: Policy, id: Id, leaves: readonly Expr[]): readonly Expr[] {
  const bound = leaves.some((leaf) => [...expressions(leaf)].some((e) => e.k === 'bound'));
  const keys = policy.programmes.find((one) => one.id === id)?.tier?.table.keys ?? [];
  return bound ? keys.filter((key) => key.k === 'fact') : [];
}

/** The money that a bound holds back, where the bound changed. */
function heldBack(policy: Policy, id: Id, money: Part['money'], leaves: readonly Expr[]): readonly Expr[] {
  const programme = policy.programmes.find((one) => one.id === id);
  const amount = programme?.amounts.find((one) => one.id === money?.of.id);
  const bounds = [amount?.cap, amount?.floor];
  return amount && leaves.some((leaf) => bounds.includes(leaf)) ? [amount.base] : [];
}
