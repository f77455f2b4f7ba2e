import type { Id } from '../../../runtime/types.ts';
import { expressions } from '../../ir/children.ts';
import type { Amount, Programme } from '../../ir/policy.ts';
import type { AmountSym, ProgrammeSym } from '../encode/programme.ts';
import type { TableSym } from '../encode/tables.ts';
import { and, NO, not, or, YES } from '../terms/logic.ts';
import { eq, iteNum, lt, minus, ZERO } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import { equal } from '../values/operate.ts';
import { ABSENT, isKnown, payload, type Sym } from '../values/sym.ts';
import { isOpen, type Truth } from '../values/truth.ts';
import type { DifferenceKind, Undecided } from './result.ts';
import type { TwoWorlds, VersionWorld } from './worlds.ts';

/** An amount of either version; of one that is not there, nothing is paid. */
export interface Money {
  readonly id: Id;
  readonly per: readonly string[];
  readonly more: Bool;
  readonly less: Bool;
  /** What is gained, fen for each `per`, where both are settled. */
  readonly by: Num;
  readonly byTier: boolean;
}

/** How one programme differs between two versions, over all records. */
export interface Differences {
  readonly kinds: { readonly [kind in DifferenceKind]: Bool };
  readonly money: readonly Money[];
  readonly tiers: { readonly before: TableSym | null; readonly after: TableSym | null };
  /** Settled in both versions, and the same. */
  readonly surelySame: Bool;
  readonly unencoded: readonly Undecided[];
}

/** `alike`: whether two pieces mean the same in both versions. */
export function differencesOf(
  two: TwoWorlds,
  id: Id,
  alike: (a: unknown, b: unknown) => boolean,
): Differences {
  const [a, b] = [programmeOf(two.before, id), programmeOf(two.after, id)];
  const [old, fresh] = [two.before.encoder.programme(id), two.after.encoder.programme(id)];
  const unencoded: Undecided[] = [];
  const amounts = pairsOf(a, b, old, fresh).map((pair) => amountPair(pair, two, unencoded, alike));
  const tiers = { before: old.tier, after: fresh.tier };
  const tier = rowsCompared(tiers.before, tiers.after);
  const both = and(old.outcome.yes, fresh.outcome.yes);
  const more = or(...amounts.map((one) => one.more));
  const less = or(...amounts.map((one) => one.less));
  const dates = or(...amounts.map((one) => one.otherDates));
  const opened = or(...amounts.map((one) => and(one.knownBefore, not(one.knownAfter))));
  const settled = or(...amounts.map((one) => and(not(one.knownBefore), one.knownAfter)));
  const [o, f]: readonly [Truth, Truth] = [old.outcome, fresh.outcome];
  return {
    kinds: {
      becomesEligible: and(o.no, f.yes),
      becomesIneligible: and(o.yes, f.no),
      moreMoney: and(both, more),
      lessMoney: and(both, less),
      otherTier: and(both, tier.differ, not(more), not(less)),
      otherDates: and(both, dates),
      opened: and(not(isOpen(o)), isOpen(f)),
      settledIn: and(isOpen(o), f.yes),
      settledOut: and(isOpen(o), f.no),
      moneyOpened: and(both, opened),
      moneySettled: and(both, settled),
      ifEligible: and(isOpen(o), isOpen(f), or(more, less, tier.differ, dates, opened, settled)),
    },
    money: amounts,
    tiers,
    surelySame: or(
      and(o.no, f.no),
      and(both, tier.same, ...amounts.map((one) => one.same), unencoded.length > 0 ? NO : YES),
    ),
    unencoded,
  };
}

function programmeOf({ policy }: VersionWorld, id: Id): Programme {
  const found = policy.programmes.find((one) => one.id === id);
  if (!found) throw new RangeError(`no programme ${id}`);
  return found;
}

interface Side {
  readonly amount: Amount;
  readonly sym: AmountSym;
}

interface AmountPair {
  readonly id: Id;
  readonly before: Side | null;
  readonly after: Side | null;
}

function pairsOf(a: Programme, b: Programme, old: ProgrammeSym, fresh: ProgrammeSym): readonly AmountPair[] {
  const side = (programme: Programme, { amounts }: ProgrammeSym, id: Id): Side | null => {
    const [amount, sym] = [
      programme.amounts.find((one) => one.id === id),
      amounts.find((one) => one.id === id),
    ];
    return amount && sym ? { amount, sym } : null;
  };
  const ids = new Set([...a.amounts, ...b.amounts].map(({ id }) => id));
  return [...ids].map((id) => ({ id, before: side(a, old, id), after: side(b, fresh, id) }));
}

function amountPair(
  { id, before, after }: AmountPair,
  { before: old, after: fresh }: TwoWorlds,
  unencoded: Undecided[],
  alike: (a: unknown, b: unknown) => boolean,
) {
  const [x, y] = [paidOf(before?.sym), paidOf(after?.sym)];
  const known = and(x.known, y.known);
  const comparable = !before || !after || before.amount.per.join() === after.amount.per.join();
  const say = (what: 'per' | 'total'): void => void unencoded.push({ k: 'incomparable', what, id });
  if (!comparable) say('per');
  if (!payAlike(before?.amount, after?.amount, alike)) say('total');
  const some = paidToSome([before?.amount, after?.amount], [old, fresh], alike, () => say('total'));
  const times = (['from', 'to', 'on'] as const).map((part) =>
    compared(before?.sym[part] ?? ABSENT, after?.sym[part] ?? ABSENT),
  );
  const paid = and(x.paid, y.paid);
  return {
    id,
    per: (after ?? before)?.amount.per ?? [],
    byTier: [before, after].some(
      (one) => one && [...expressions(one.amount.base)].some((e) => e.k === 'tierOf'),
    ),
    knownBefore: x.known,
    knownAfter: y.known,
    more: comparable ? and(known, some, lt(x.fen, y.fen)) : NO,
    less: comparable ? and(known, some, lt(y.fen, x.fen)) : NO,
    by: minus(y.fen, x.fen),
    otherDates: and(paid, or(...times.map(({ differ }) => differ))),
    same: and(known, eq(x.fen, y.fen), or(not(or(x.paid, y.paid)), and(...times.map(({ same }) => same)))),
  };
}

/** What terms do not say of a payment: events, and days that come again each year. */
function payAlike(
  a: Amount | undefined,
  b: Amount | undefined,
  alike: (a: unknown, b: unknown) => boolean,
): boolean {
  const special = (one: Amount | undefined) =>
    one?.events || one?.pay.yearly ? [one.events, one.pay] : null;
  const [x, y] = [special(a), special(b)];
  return (x === null && y === null) || alike(x, y);
}

/** Where an amount counts heads: whether there are any. Heads and bounds of the sum have to mean the same. */
function paidToSome(
  amounts: readonly (Amount | undefined)[],
  versions: readonly VersionWorld[],
  alike: (a: unknown, b: unknown) => boolean,
  otherwise: () => void,
): Bool {
  const [a, b] = amounts.map((one) =>
    one?.heads || one?.events ? [one.heads ?? null, one.cap ?? null, one.floor ?? null] : null,
  );
  if ((a || b) && amounts[0] && amounts[1] && !alike(a, b)) otherwise();
  const heads = amounts.map((one, i) => (one?.heads ? versions[i]?.encoder.value(one.heads, []) : undefined));
  return and(
    ...heads.map((sym) => {
      const n = sym && payload(sym, 'num')?.n;
      return sym ? and(isKnown(sym), n ? lt(ZERO, n) : NO) : YES;
    }),
  );
}

function paidOf(amount: AmountSym | undefined): {
  readonly known: Bool;
  readonly paid: Bool;
  readonly fen: Num;
} {
  if (!amount) return { known: YES, paid: NO, fen: ZERO };
  const { when, amount: sym } = amount;
  const paid = and(when.yes, isKnown(sym));
  const n = payload(sym, 'num')?.n;
  return { known: or(when.no, and(when.yes, not(sym.unknown))), paid, fen: n ? iteNum(paid, n, ZERO) : ZERO };
}

function compared(x: Sym, y: Sym): { readonly same: Bool; readonly differ: Bool } {
  const known = and(isKnown(x), isKnown(y));
  const oneAbsent = or(and(x.absent, isKnown(y)), and(y.absent, isKnown(x)));
  const both = and(x.absent, y.absent);
  const kinds = [x.of.t, y.of.t];
  if (kinds.includes('nothing')) return { same: both, differ: oneAbsent };
  if (x.of.t !== y.of.t) return { same: both, differ: or(oneAbsent, known) };
  const truth = equal(x, y);
  return { same: or(both, and(known, truth.yes)), differ: or(oneAbsent, and(known, truth.no)) };
}

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
