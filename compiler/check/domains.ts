import { exact, isWhole, over, roundExact, times } from '../../runtime/exact.ts';
import { parseDate } from '../../runtime/dates.ts';
import type { Exact } from '../../runtime/value.ts';
import { countsWhole } from '../../runtime/whole-units.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import { type Domain, everything, type Interval, meetIntervals, numbers, type Region } from './regions.ts';
import type { Work } from './work.ts';

const numeric = new Set(['int', 'ratio', 'money', 'qty', 'rate', 'year', 'date']);

/** The values that a key can take, from its type and the declared range of the fact it reads. */
export function domainOf(work: Work, key: Expr): Domain {
  if (key.type.t === 'bool') return { k: 'values', values: ['true', 'false'] };
  if (key.type.t === 'enum') {
    const info = work.kit.resolved.symbols.enums.get(key.type.enum);
    return { k: 'values', values: [...(info?.options ?? []), ...(info?.open ? ['other'] : [])] };
  }
  if (numeric.has(key.type.t)) return { k: 'numbers', ...range(work, key) };
  return { k: 'open' };
}

interface Range {
  readonly whole: boolean;
  readonly lo: Exact | null;
  readonly hi: Exact | null;
}

/** The range, followed through definitions, changes of unit and rounding; unbounded where it cannot be followed. */
function range(work: Work, e: Expr): Range {
  const whole =
    ['int', 'year', 'money', 'date'].includes(e.type.t) || (e.type.t === 'qty' && countsWhole(e.type.unit));
  switch (e.k) {
    case 'fact': {
      const declared = work.ranges.get(`${e.of}.${e.fact}`);
      const bound = (text: string | undefined): Exact | null => (text === undefined ? null : exact(text));
      return { whole, lo: bound(declared?.min), hi: bound(declared?.max) };
    }
    case 'def': {
      const body = work.definitions.get(e.def)?.body;
      return body ? range(work, body) : { whole, lo: null, hi: null };
    }
    case 'round': {
      const inner = range(work, e.a);
      const step = (x: Exact | null): Exact | null =>
        x === null ? null : roundExact(x, e.mode, exact(e.to));
      return { whole: isWhole(exact(e.to)), lo: step(inner.lo), hi: step(inner.hi) };
    }
    case 'convert':
      return scaled(work, e.a, factor(work, e.a), factor(work, e));
    default:
      return { whole, lo: null, hi: null };
  }
}

function factor(work: Work, e: Expr): Exact {
  const unit = e.type.t === 'qty' ? work.kit.resolved.symbols.units.get(e.type.unit) : undefined;
  return exact(unit?.factor ?? '1');
}

function scaled(work: Work, a: Expr, from: Exact, to: Exact): Range {
  const inner = range(work, a);
  const scale = (x: Exact | null): Exact | null => (x === null ? null : over(times(x, from), to));
  return { whole: false, lo: scale(inner.lo), hi: scale(inner.hi) };
}

/** Values of the key for which a row's test holds; null where it cannot be told from constants. */
export function regionOf(work: Work, test: Expr, domain: Domain): Region | null {
  if (domain.k === 'numbers') {
    const parts = intervalsOf(test);
    return parts && numbers(parts, domain);
  }
  const negated = test.k === 'not';
  const inner = negated ? test.a : test;
  const values = valuesOf(work, inner) ?? placesOf(work, inner);
  if (!values || (negated && domain.k === 'open')) return null;
  return {
    k: 'values',
    values: negated && domain.k === 'values' ? domain.values.filter((v) => !values.includes(v)) : values,
  };
}

function valuesOf(work: Work, test: Expr): readonly string[] | null {
  if (test.k === 'bound') return ['true'];
  if (test.k === 'cmp' && test.op === 'eq' && test.b.k === 'lit')
    return typeof test.b.value === 'string' ? [test.b.value] : null;
  return test.k === 'member' && test.mode === 'in' ? constantSet(work, test.set) : null;
}

/** The options of an ordered enumeration before or behind one of them. */
function placesOf(work: Work, test: Expr): readonly string[] | null {
  if (test.k === 'all') {
    const parts = test.parts.map((part) => placesOf(work, part));
    return parts.reduce((a, b) => a && b && a.filter((one) => b.includes(one)));
  }
  if (test.k !== 'cmp' || test.op === 'eq' || test.a.type.t !== 'enum') return null;
  const { options = [] } = work.kit.resolved.symbols.enums.get(test.a.type.enum) ?? {};
  const [fixed, isLow] = test.a.k === 'lit' ? [test.a, true] : [test.b, false];
  const at = fixed.k === 'lit' && typeof fixed.value === 'string' ? options.indexOf(fixed.value) : -1;
  const end = test.op === 'le' ? 1 : 0;
  if (at < 0 || (test.a.k === 'lit' && test.b.k === 'lit')) return null;
  return isLow ? options.slice(at + 1 - end) : options.slice(0, at + end);
}

function constantSet(work: Work, e: Expr): readonly string[] | null {
  if (e.k === 'lit') return typeof e.value === 'object' ? e.value : null;
  const body = e.k === 'def' ? work.definitions.get(e.def)?.body : undefined;
  return body ? constantSet(work, body) : null;
}

function intervalsOf(test: Expr): readonly Interval[] | null {
  if (test.k === 'lit') return test.value === true ? [everything] : null;
  if (test.k === 'within') return inside(test.span);
  if (test.k === 'cmp') return comparison(test);
  if (test.k !== 'all') return null;
  const parts = test.parts.map(intervalsOf).filter((p) => p !== null);
  return parts.length === test.parts.length ? parts.reduce(meetIntervals, [everything]) : null;
}

/** A comparison of the key with a constant, on whichever side it stands. */
function comparison(test: Expr & { k: 'cmp' }): readonly Interval[] | null {
  const [left, right] = [constant(test.a), constant(test.b)];
  const at = left ?? right;
  if (at === null || (left !== null && right !== null)) return null;
  if (test.op === 'eq') return [{ lo: { at, in: true }, hi: { at, in: true } }];
  const bound = { at, in: test.op === 'le' };
  return left === null ? [{ lo: null, hi: bound }] : [{ lo: bound, hi: null }];
}

/** A span of stated days. */
function inside({ lo, loIn, hi, hiIn }: DateSpan): readonly Interval[] | null {
  const [from, to] = [lo ? constant(lo) : null, hi ? constant(hi) : null];
  if ((lo && from === null) || (hi && to === null)) return null;
  return [
    { lo: from === null ? null : { at: from, in: loIn }, hi: to === null ? null : { at: to, in: hiIn } },
  ];
}

function constant(e: Expr): Exact | null {
  if (e.k === 'lit' && e.type.t === 'date' && typeof e.value === 'string') return parseDate(e.value);
  return e.k === 'lit' && typeof e.value === 'string' && numeric.has(e.type.t) ? exact(e.value) : null;
}
