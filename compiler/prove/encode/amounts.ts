import type { Id } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Amount } from '../../ir/policy.ts';
import { and, NO, not, or } from '../terms/logic.ts';
import { greatest, iteNum, least, product } from '../terms/number.ts';
import type { Bool } from '../terms/term.ts';
import { known, payload, type Sym, unknownWhere } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import { type PaymentsSym, paymentsSym } from './payments.ts';
import type { Scope } from './scope.ts';
import { yearlyDay } from './yearly.ts';

/** Money that a programme pays, for one record, whatever a choice says. */
export interface AmountSym {
  readonly id: Id;
  /** `当`; no: it is not paid at all. */
  readonly when: truths.Truth;
  /** Fen for one payment to one head, as the decision reports it. */
  readonly amount: Sym;
  /** What one record gets, heads and events counted; `null`: a product of two numbers that vary. */
  readonly total: Sym | null;
  /** How many heads, and how many payments, where it counts them. */
  readonly heads: Sym | null;
  readonly events: PaymentsSym | null;
  /** First and last month (absent: it runs on), or the one date or month of payment (in whichever year is asked about). */
  readonly from: Sym | null;
  readonly to: Sym | null;
  readonly on: Sym | null;
}

export function amountSym(amount: Amount, scope: Scope): AmountSym {
  const { id, base, heads, when, events, pay, origin } = amount;
  const truth = when ? scope.truth(when, []) : truths.TRUE;
  const unit = scope.value(base, []);
  const paid = events ? paymentsSym(events, origin, scope) : null;
  const counted = heads ? scope.value(heads, []) : null;
  const all = [unit, counted, paid?.count ?? null].flatMap((factor) => factor ?? []);
  const whole = multiplied(all);
  const total = whole && ifPaid(held(whole, amount, scope), truth);
  const time = (e: Expr | undefined): Sym | null => (e ? scope.value(e, []) : null);
  return {
    id,
    when: truth,
    amount: heads || events ? ifPaid(unit, truth) : (total ?? unit),
    total,
    heads: counted,
    events: paid,
    from: time(pay.from),
    to: time(pay.to),
    on: pay.on && pay.yearly ? yearlyDay(pay.on, scope) : time(pay.on),
  };
}

/** Nothing is certain of it while `当` is open. */
const ifPaid = (value: Sym, when: truths.Truth): Sym => unknownWhere(truths.isOpen(when), value, NO);

/** Absent as soon as one is. */
function multiplied([first, ...others]: readonly Sym[]): Sym | null {
  return others.reduce<Sym | null>((a, b) => (a ? times(a, b) : null), first ?? null);
}

function times(a: Sym, b: Sym): Sym | null {
  const [x, y] = [payload(a, 'num'), payload(b, 'num')];
  const absent = or(a.absent, b.absent);
  const unknown = and(not(absent), or(a.unknown, b.unknown));
  const mayBeAbsent = or(and(a.unknown, a.mayBeAbsent), and(b.unknown, b.mayBeAbsent));
  if (!x || !y) return { absent, unknown, mayBeAbsent, of: { t: 'nothing' } };
  const n = product(x.n, y.n);
  return n && { ...known({ t: 'num', n }), absent, unknown, mayBeAbsent };
}

/** 不少于 and 不超过, of the whole sum. */
function held(value: Sym, { floor, cap }: Amount, scope: Scope): Sym {
  const bound = (e: Expr | undefined): Sym | null => (e ? scope.value(e, []) : null);
  return bounded(bounded(value, bound(floor), true), bound(cap), false);
}

/** Held to a bound; an absent one is none. */
function bounded(value: Sym, bound: Sym | null, isFloor: boolean): Sym {
  if (!bound) return value;
  const [a, b] = [payload(value, 'num'), payload(bound, 'num')];
  const unknown: Bool = and(not(value.absent), or(value.unknown, bound.unknown));
  const mayBeAbsent = and(value.unknown, value.mayBeAbsent);
  if (!a) return { ...value, unknown, mayBeAbsent };
  const within = b ? (isFloor ? greatest : least)(a.n, b.n) : a.n;
  return {
    absent: value.absent,
    unknown,
    mayBeAbsent,
    of: { t: 'num', n: iteNum(bound.absent, a.n, within) },
  };
}
