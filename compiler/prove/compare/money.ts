import type { Id } from '../../../runtime/types.ts';
import { expressions } from '../../ir/children.ts';
import type { Amount } from '../../ir/policy.ts';
import type { AmountSym } from '../encode/amounts.ts';
import { and, NO, not, or, YES } from '../terms/logic.ts';
import { eq, iteNum, lt, minus, ZERO } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import { isKnown, payload, type Sym } from '../values/sym.ts';
import type { Truth } from '../values/truth.ts';

/** An amount in one version: what is paid, where another benefit may be paid instead. */
export interface PaidSide {
  readonly amount: Amount;
  readonly sym: AmountSym;
  /** `当`, and nothing else is chosen. */
  readonly when: Truth;
}

/** An amount of either version; of one that is not there, nothing is paid. */
export interface Money {
  readonly id: Id;
  readonly per: readonly string[];
  readonly more: Bool;
  readonly less: Bool;
  readonly opened: Bool;
  readonly settled: Bool;
  readonly otherUnit: Bool;
  readonly same: Bool;
  /** Paid in both, for certain. */
  readonly paid: Bool;
  /** What one record gains, fen. */
  readonly total: Num;
  /** What one payment to one head gains, where heads or events are counted and it differs. */
  readonly each: { readonly by: Num; readonly differs: Bool } | null;
  readonly byTier: boolean;
}

export interface Sides {
  readonly id: Id;
  readonly before: PaidSide | null;
  readonly after: PaidSide | null;
}

/** `alike`: whether two pieces mean the same in both versions. `incomparable` is told where totals are out of reach. */
export function moneyOf(
  { id, before, after }: Sides,
  alike: (a: unknown, b: unknown) => boolean,
  incomparable: () => void,
): Money {
  const totals = [before, after].every((side) => !side || side.sym.total !== null);
  const single = totals || singly(before?.amount, after?.amount, alike);
  if (!single) incomparable();
  const of = (side: PaidSide | null): Paid => paidOf(side, totals ? 'total' : 'each');
  const [x, y] = [of(before), of(after)];
  const [a, b] = [paidOf(before, 'each'), paidOf(after, 'each')];
  const unitChanged =
    before !== null && after !== null && before.amount.per.join() !== after.amount.per.join();
  const known = and(x.known, y.known, single ? YES : NO);
  const comparable = unitChanged ? not(and(x.paid, y.paid)) : YES;
  const counts = [before, after].some((side) => side?.amount.heads || side?.amount.events);
  return {
    id,
    per: (after ?? before)?.amount.per ?? [],
    more: and(known, comparable, lt(x.fen, y.fen)),
    less: and(known, comparable, lt(y.fen, x.fen)),
    opened: and(x.known, not(y.known)),
    settled: and(not(x.known), y.known),
    otherUnit: unitChanged ? and(mayBePaid(before), mayBePaid(after)) : NO,
    same: and(known, comparable, eq(x.fen, y.fen)),
    paid: and(x.paid, y.paid),
    total: minus(y.fen, x.fen),
    each: counts ? { by: minus(b.fen, a.fen), differs: and(a.paid, b.paid, not(eq(a.fen, b.fen))) } : null,
    byTier: [before, after].some(
      (side) => side && [...expressions(side.amount.base)].some((e) => e.k === 'tierOf'),
    ),
  };
}

interface Paid {
  readonly known: Bool;
  readonly paid: Bool;
  readonly fen: Num;
}

/** `each`: one payment to one head, where there is one. */
function paidOf(side: PaidSide | null, what: 'total' | 'each'): Paid {
  if (!side) return { known: YES, paid: NO, fen: ZERO };
  const { when, sym } = side;
  const counts = what === 'total' ? [] : [sym.heads, sym.events?.count ?? null].flatMap((one) => one ?? []);
  const value = what === 'total' ? (sym.total ?? sym.amount) : sym.amount;
  const paid = and(when.yes, isKnown(value), ...counts.map(positive));
  const settled = not(or(value.unknown, ...counts.map(({ unknown }) => unknown)));
  const n = payload(value, 'num')?.n;
  return { known: or(when.no, and(when.yes, settled)), paid, fen: n ? iteNum(paid, n, ZERO) : ZERO };
}

/** Whatever it comes to: its sum may be open. */
const mayBePaid = ({ when }: PaidSide): Bool => not(when.no);

function positive(count: Sym): Bool {
  const n = payload(count, 'num')?.n;
  return and(isKnown(count), n ? lt(ZERO, n) : NO);
}

/** One payment tells who gets more where heads, events and bounds mean the same, and there is no bound. */
function singly(
  a: Amount | undefined,
  b: Amount | undefined,
  alike: (a: unknown, b: unknown) => boolean,
): boolean {
  if (!a || !b || [a, b].some(({ cap, floor }) => cap || floor)) return false;
  return alike([a.heads ?? null, a.events ?? null], [b.heads ?? null, b.events ?? null]);
}
