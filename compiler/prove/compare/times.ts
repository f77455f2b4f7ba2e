import { type PaymentSym, sameDays } from '../encode/payments.ts';
import { and, NO, not, or, YES } from '../terms/logic.ts';
import { add, eq, indicator, minus } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import { monthIndex } from '../values/day.ts';
import { compare, equal } from '../values/operate.ts';
import { ABSENT, isKnown, type Sym } from '../values/sym.ts';
import type { PaidSide, Sides } from './money.ts';
import type { Shift } from './result.ts';

/** One way in which a month or a date of payment differs. */
export interface ShiftTerm extends Pick<Shift, 'amount' | 'part' | 'way' | 'unit'> {
  readonly where: Bool;
  readonly by: Num | null;
}

/** How the months and dates of an amount differ, for whom it is paid in both versions. */
export interface Times {
  readonly shifts: readonly ShiftTerm[];
  readonly same: Bool;
}

const parts = ['from', 'to', 'on'] as const;

export function timesOf({ id, before, after }: Sides, paid: Bool): Times {
  const events = eventTimes(before, after);
  const own = parts.map((part) => {
    const [x, y] = [before?.sym[part] ?? ABSENT, after?.sym[part] ?? ABSENT];
    return { part, x, y, same: same(x, y) };
  });
  const shifts = own.flatMap(({ part, x, y }) => shiftsOf(x, y).map((one) => ({ ...one, part })));
  const others = { part: 'on', way: 'others', where: events.differ, by: null } as const;
  return {
    shifts: [...shifts, others].map((one) => ({ ...one, amount: id, where: and(paid, one.where) })),
    same: or(not(paid), and(events.same, ...own.map((one) => one.same))),
  };
}

type Way = Omit<ShiftTerm, 'amount' | 'part'>;

function shiftsOf(x: Sym, y: Sym): readonly Way[] {
  const ends: readonly Way[] = [
    { way: 'set', where: and(x.absent, isKnown(y)), by: null },
    { way: 'dropped', where: and(isKnown(x), y.absent), by: null },
  ];
  const unit = x.of.t === 'month' ? 'month' : 'day';
  const by = distance(x, y);
  if (x.of.t !== y.of.t || !by)
    return [...ends, { way: 'others', where: and(isKnown(x), isKnown(y), differ(x, y)), by: null }];
  return [
    { way: 'later', unit, where: compare('lt', x, y).yes, by },
    { way: 'earlier', unit, where: compare('lt', y, x).yes, by },
    ...ends,
  ];
}

/** A month and a date never are the same. */
const differ = (x: Sym, y: Sym): Bool =>
  x.of.t === 'nothing' || y.of.t === 'nothing' ? NO : x.of.t === y.of.t ? equal(x, y).no : YES;

function distance({ of: a }: Sym, { of: b }: Sym): Num | null {
  if (a.t === 'month' && b.t === 'month') return minus(monthIndex(b.month), monthIndex(a.month));
  return a.t === 'date' && b.t === 'date' ? minus(b.day.day, a.day.day) : null;
}

function same(x: Sym, y: Sym): Bool {
  const both = and(x.absent, y.absent);
  if (x.of.t !== y.of.t || x.of.t === 'nothing') return both;
  return or(both, and(isKnown(x), isKnown(y), equal(x, y).yes));
}

/** Of payments by event, the days on which they fall. */
function eventTimes(before: PaidSide | null, after: PaidSide | null): { same: Bool; differ: Bool } {
  const [x, y] = [before?.sym.events ?? null, after?.sym.events ?? null];
  if (!x && !y) return { same: YES, differ: NO };
  const [a, b] = [x?.payments ?? [], y?.payments ?? []];
  const settled = and(x?.settled ?? YES, y?.settled ?? YES);
  const days = sameDays(a, b);
  // More payments, or fewer, are more money or less.
  const often = (list: readonly PaymentSym[]): Num => add(...list.map(({ paid }) => indicator(paid)));
  return { same: and(settled, days), differ: and(settled, not(days), eq(often(a), often(b))) };
}
