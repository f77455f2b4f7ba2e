import type { Expr } from '../../ir/expressions.ts';
import type { Amount } from '../../ir/policy.ts';
import { and, isNo, not, or } from '../terms/logic.ts';
import { add, eq, indicator } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import { Day, dayEq, dayLe, dayLt } from '../values/day.ts';
import { equal, within } from '../values/operate.ts';
import { isKnown, known, payload, type Sym, UNKNOWN, unknownWhere } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import { fieldOf, selection } from './lists.ts';
import type { Scope } from './scope.ts';

/** A payment by event: whether it is made, and on which day. */
export interface PaymentSym {
  readonly paid: Bool;
  readonly day: Day;
}

/** The payments of an amount by event, and how many there are; their number may be settled while a day is not. */
export interface PaymentsSym {
  readonly payments: readonly PaymentSym[];
  readonly settled: Bool;
  readonly count: Sym;
}

type Events = NonNullable<Amount['events']>;

interface Candidate {
  readonly paid: truths.Truth;
  readonly day: Day;
  readonly keys: readonly Sym[];
}

/** As `paidEvents` of the runtime: filtered, in force, and with `首次` the earliest (of each key). */
export function paymentsSym({ source, first, by }: Events, at: Expr['origin'], scope: Scope): PaymentsSym {
  if (source.k === 'population' || source.keyed || source.time === undefined) {
    scope.outside('payments', at);
    return { payments: [], settled: or(), count: UNKNOWN };
  }
  const { time } = source;
  const { candidates, unknown } = selection(source, scope, []);
  const found = candidates.map(({ value, belongs }): Candidate => {
    const date = time === 'self' ? value : fieldOf(value, time);
    return {
      paid: truths.all(belongs, { yes: isKnown(date), no: date.absent }, inForce(date, scope)),
      day: payload(date, 'date')?.day ?? Day.constant(scope.world, 0),
      keys: by.map((key) => scope.value(key, [value])),
    };
  });
  const open = or(unknown, ...found.map(({ paid }) => truths.isOpen(paid)), ...found.map(keyOpen));
  return first ? earliest(found, open, by.length > 0) : counted(found, open);
}

const keyOpen = ({ paid, keys }: Candidate): Bool =>
  and(truths.may(paid), or(...keys.map(({ unknown }) => unknown)));

function inForce(date: Sym, scope: Scope): truths.Truth {
  const span = scope.policy.inForce;
  if (!span) return truths.TRUE;
  const end = (of: Expr | undefined): Sym | null => (of ? scope.value(of, []) : null);
  return within(date, end(span.lo), span.loIn, end(span.hi), span.hiIn);
}

function counted(found: readonly Candidate[], open: Bool): PaymentsSym {
  const payments = found.map(({ paid, day }) => ({ paid: paid.yes, day }));
  const n = add(...payments.map(({ paid }) => indicator(paid)));
  return { payments, settled: not(open), count: unknownWhere(open, known({ t: 'num', n })) };
}

/** Of events of one key the earliest, of those of one day the first named. */
function earliest(found: readonly Candidate[], open: Bool, keyed: boolean): PaymentsSym {
  const payments = found.map((own, i) => {
    const beaten = found.map((other, j) => {
      if (i === j) return or();
      const sooner = j < i ? dayLe(other.day, own.day) : dayLt(other.day, own.day);
      return and(other.paid.yes, sooner, sameKey(own, other));
    });
    return { paid: and(own.paid.yes, not(or(...beaten))), day: own.day };
  });
  const n = add(...payments.map(({ paid }) => indicator(paid)));
  // Without keys one is paid as soon as one is sure, whichever of them it may be.
  const unsure = keyed ? open : and(open, not(or(...found.map(({ paid }) => paid.yes))));
  return { payments, settled: not(open), count: unknownWhere(unsure, known({ t: 'num', n })) };
}

/** An absent key is a key like another. */
const sameKey = (a: Candidate, b: Candidate): Bool =>
  and(
    ...a.keys.map((key, i) => {
      const other = b.keys[i] ?? UNKNOWN;
      return or(and(key.absent, other.absent), equal(key, other).yes);
    }),
  );

/** Whether two versions pay on the same days, as often on each. */
export function sameDays(a: readonly PaymentSym[], b: readonly PaymentSym[]): Bool {
  const on = (list: readonly PaymentSym[], day: Day): Num =>
    add(...list.map((one) => indicator(and(one.paid, dayEq(one.day, day)))));
  const each = [...a, ...b].filter(({ paid }) => !isNo(paid));
  return and(...each.map(({ paid, day }) => or(not(paid), eq(on(a, day), on(b, day)))));
}
