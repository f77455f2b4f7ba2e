import type { Id } from '../../../runtime/types.ts';
import type { Programme } from '../../ir/policy.ts';
import type { TableSym } from '../encode/tables.ts';
import { and, NO, not, or, YES } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { all, isOpen, type Truth } from '../values/truth.ts';
import { type Money, moneyOf, type PaidSide } from './money.ts';
import type { DifferenceKind, Undecided } from './result.ts';
import { type ShiftTerm, timesOf } from './times.ts';
import type { TwoWorlds, VersionWorld } from './worlds.ts';

/** How one programme differs between two versions, over all records. */
export interface Differences {
  readonly kinds: { readonly [kind in DifferenceKind]: Bool };
  readonly money: readonly Money[];
  readonly shifts: readonly ShiftTerm[];
  readonly tiers: { readonly before: TableSym | null; readonly after: TableSym | null };
  /** Settled in both versions, and the same. */
  readonly surelySame: Bool;
  /** Not surely ineligible in both versions. */
  readonly maybeEligible: Bool;
  readonly unencoded: readonly Undecided[];
}

/** A programme in one version. */
interface Side {
  readonly version: VersionWorld;
  readonly programme: Programme;
  readonly outcome: Truth;
  readonly tier: TableSym | null;
  /** Whether it is paid, where a choice leaves only one of several. */
  readonly chosen: Truth;
  readonly unbeaten: Truth;
}

/** `alike`: whether two pieces mean the same in both versions. */
export function differencesOf(
  two: TwoWorlds,
  id: Id,
  alike: (a: unknown, b: unknown) => boolean,
): Differences {
  const [a, b] = [sideOf(two.before, id), sideOf(two.after, id)];
  const unencoded: Undecided[] = [];
  const ids = [...new Set([...a.programme.amounts, ...b.programme.amounts].map((amount) => amount.id))];
  const pairs = ids.map((amount) => ({ id: amount, before: paidIn(a, amount), after: paidIn(b, amount) }));
  const money = pairs.map((pair) =>
    moneyOf(pair, alike, () => void unencoded.push({ k: 'incomparable', what: 'total', id: pair.id })),
  );
  const times = pairs.map((pair, i) => timesOf(pair, money[i]?.paid ?? NO));
  const tier = rowsCompared(a.tier, b.tier);
  const shifts = times.flatMap((one) => one.shifts);
  const same = and(
    tier.same,
    sameTruth(a.chosen, b.chosen),
    ...[...money, ...times].map((one) => one.same),
    unencoded.length > 0 ? NO : YES,
  );
  return {
    kinds: kindsOf(a, b, money, tier.differ, or(...shifts.map(({ where }) => where))),
    money,
    shifts,
    tiers: { before: a.tier, after: b.tier },
    surelySame: or(and(a.outcome.no, b.outcome.no), and(a.outcome.yes, b.outcome.yes, same)),
    maybeEligible: not(and(a.outcome.no, b.outcome.no)),
    unencoded,
  };
}

function sideOf(version: VersionWorld, id: Id): Side {
  const programme = version.policy.programmes.find((one) => one.id === id);
  if (!programme) throw new RangeError(`no programme ${id}`);
  const { outcome, tier, entitled } = version.encoder.programme(id);
  const unbeaten = version.encoder.unbeaten(id);
  const stands = version.policy.choices?.some(({ members }) =>
    members.some((member) => 'programme' in member && member.programme === id),
  );
  // Without a choice nothing is said of which is paid.
  const chosen = stands ? all(outcome, entitled, unbeaten) : outcome;
  return { version, programme, outcome, tier, chosen, unbeaten };
}

function paidIn({ version, programme, unbeaten }: Side, id: Id): PaidSide | null {
  const { amounts } = version.encoder.programme(programme.id);
  const [amount, sym] = [
    programme.amounts.find((one) => one.id === id),
    amounts.find((one) => one.id === id),
  ];
  return amount && sym ? { amount, sym, when: all(sym.when, unbeaten) } : null;
}

function kindsOf(
  a: Side,
  b: Side,
  money: readonly Money[],
  otherRow: Bool,
  dates: Bool,
): Differences['kinds'] {
  const [o, f] = [a.outcome, b.outcome];
  const both = and(o.yes, f.yes);
  const some = (of: (one: Money) => Bool): Bool => or(...money.map(of));
  const [more, less, otherUnit] = [some((m) => m.more), some((m) => m.less), some((m) => m.otherUnit)];
  const [opened, settled] = [some((m) => m.opened), some((m) => m.settled)];
  const [c, d] = [a.chosen, b.chosen];
  const told = or(more, less, otherUnit, opened, settled);
  const choice = { in: and(c.no, d.yes), out: and(c.yes, d.no) };
  const doubt = { opened: and(not(isOpen(c)), isOpen(d)), settled: and(isOpen(c), not(isOpen(d))) };
  const chosen = or(choice.in, choice.out, doubt.opened, doubt.settled);
  return {
    becomesEligible: and(o.no, f.yes),
    becomesIneligible: and(o.yes, f.no),
    moreMoney: and(both, more),
    lessMoney: and(both, less),
    otherUnit: and(both, otherUnit),
    preferred: and(both, choice.in, not(more)),
    passedOver: and(both, choice.out, not(less)),
    otherTier: and(both, otherRow, not(told), not(chosen)),
    otherDates: and(both, dates),
    opened: and(not(isOpen(o)), isOpen(f)),
    settledIn: and(isOpen(o), f.yes),
    settledOut: and(isOpen(o), f.no),
    moneyOpened: and(both, opened),
    moneySettled: and(both, settled),
    choiceOpened: and(both, doubt.opened, not(opened)),
    choiceSettled: and(both, doubt.settled, not(settled)),
    ifEligible: and(isOpen(o), isOpen(f), or(told, otherRow, dates)),
  };
}

const sameTruth = (a: Truth, b: Truth): Bool => or(and(a.yes, b.yes), and(a.no, b.no));

/** Rows are the same where they are called the same: a row is called by its conditions. */
function rowsCompared(
  a: TableSym | null,
  b: TableSym | null,
): { readonly same: Bool; readonly differ: Bool } {
  if (!a || !b) return { same: a === b ? YES : NO, differ: NO };
  const ids = new Set([...a.rows, ...b.rows].map(({ id }) => id));
  const applies = (table: TableSym, id: Id): Bool => table.rows.find((row) => row.id === id)?.applies ?? NO;
  const same = or(and(a.noRow, b.noRow), ...[...ids].map((id) => and(applies(a, id), applies(b, id))));
  const settled = and(settledRow(a), settledRow(b));
  return { same, differ: and(settled, not(same)) };
}

const settledRow = ({ rows, noRow }: TableSym): Bool => or(noRow, ...rows.map(({ applies }) => applies));
