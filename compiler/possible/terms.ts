import { parseDate, parseMonth } from '../../runtime/dates.ts';
import { compareExact, exact, over, plus, roundExact, times } from '../../runtime/exact.ts';
import type { Type } from '../../runtime/types.ts';
import type { Exact } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import { unitOf } from '../ir/units.ts';
import { type Key, ZERO } from './formula.ts';
import { keyOf } from './key.ts';
import type { Ranges } from './ranges.ts';
import type { Variables } from './variables.ts';
import { fixedTime, type Reach, yearProfile } from './years.ts';

/** `coefficient × variable + constant`; a constant alone has the variable ZERO. */
export interface Term {
  readonly coefficient: Exact;
  readonly variable: Key;
  readonly constant: Exact;
}

const constant = (value: Exact): Term => ({ coefficient: 0, variable: ZERO, constant: value });

/** Units that count whole things; their amounts are whole in every record. */
const wholeTypes = new Set<Type['t']>(['int', 'money', 'date', 'month', 'year']);

/** Numbers, dates, months and years as terms of one variable; what is more than that is a variable of its own. */
export class Terms {
  constructor(
    private readonly variables: Variables,
    private readonly reach: Reach,
    private readonly ranges: Ranges,
  ) {}

  of(e: Expr): Term {
    const time = fixedTime(e, this.reach);
    if (time !== null && ['date', 'month', 'year'].includes(e.type.t)) return constant(time);
    return this.linear(e) ?? this.variable(e);
  }

  private linear(e: Expr): Term | null {
    switch (e.k) {
      case 'lit':
        return literal(e);
      case 'arith':
        return this.arith(e);
      case 'convert':
        return scaled(this.of(e.a), this.factor(e.a.type, e.type));
      case 'round': {
        const inner = this.of(e.a);
        return inner.variable === ZERO ? constant(roundExact(inner.constant, e.mode, exact(e.to))) : null;
      }
      case 'addPeriod':
        return this.days(e);
      default:
        return null;
    }
  }

  private arith(e: Expr & { k: 'arith' }): Term | null {
    const [a, b] = [this.of(e.a), this.of(e.b)];
    if (e.op === '+') return added(a, b);
    if (e.op === '-') return added(a, scaled(b, -1));
    if (e.op === '*')
      return b.variable === ZERO ? scaled(a, b.constant) : a.variable === ZERO ? scaled(b, a.constant) : null;
    if (b.variable !== ZERO || compareExact(b.constant, 0) === 0) return null;
    return scaled(a, over(1, b.constant));
  }

  private days(e: Expr & { k: 'addPeriod' }): Term | null {
    const unit = unitOf(e.n.type, this.reach.units);
    if (unit.base !== 'day') return null;
    return added(this.of(e.date), scaled(scaled(this.of(e.n), exact(unit.factor)), e.sign));
  }

  private factor(from: Type, to: Type): Exact {
    return over(exact(unitOf(from, this.reach.units).factor), exact(unitOf(to, this.reach.units).factor));
  }

  variable(e: Expr): Term {
    const key = e.k === 'asOf' ? 'asOf' : keyOf(e);
    if (!this.variables.numbers.has(key)) {
      const profile = ['date', 'month', 'year'].includes(e.type.t) ? yearProfile(e, this.reach) : null;
      const { min, max } = this.ranges.of(e);
      const whole = wholeTypes.has(e.type.t) || this.ranges.whole(e);
      this.variables.numbers.set(key, {
        key,
        whole,
        min,
        max,
        of: e,
        ...(profile ? { inYear: profile } : {}),
      });
    }
    return { coefficient: 1, variable: key, constant: 0 };
  }

  /** The months between two days as a variable. */
  elapsed(from: Key, to: Key): Term {
    const key = `${from} → ${to}`;
    if (!this.variables.numbers.has(key))
      this.variables.numbers.set(key, { key, whole: false, min: null, max: null, elapsed: { from, to } });
    return { coefficient: 1, variable: key, constant: 0 };
  }
}

function literal(e: Expr & { k: 'lit' }): Term | null {
  if (typeof e.value !== 'string') return null;
  if (e.type.t === 'date') return constant(parseDate(e.value) ?? 0);
  if (e.type.t === 'month') return constant(parseMonth(e.value) ?? 0);
  return constant(exact(e.value));
}

export function scaled(t: Term, by: Exact): Term {
  return {
    ...(compareExact(by, 0) === 0
      ? { coefficient: 0, variable: ZERO }
      : { coefficient: times(t.coefficient, by), variable: t.variable }),
    constant: times(t.constant, by),
  };
}

/** Null for two different variables. */
export function added(a: Term, b: Term): Term | null {
  if (a.variable !== ZERO && b.variable !== ZERO && a.variable !== b.variable) return null;
  const coefficient = plus(a.coefficient, b.coefficient);
  const none = compareExact(coefficient, 0) === 0;
  return {
    coefficient,
    variable: none ? ZERO : a.variable === ZERO ? b.variable : a.variable,
    constant: plus(a.constant, b.constant),
  };
}
