import type { Type } from '../../runtime/types.ts';
import type { Expression, NameReference, SpanExpression } from '../ast/expressions.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import { date, type Kit, type Scope } from './kit.ts';
import { monthPart, written } from './literals.ts';
import { lookup, wordId } from './names.ts';
import { isTime, typeWords } from './typing.ts';

/**
 * A span of dates. `subject` is the type of what is tested: dates lie in spans of dates;
 * a month or a year is tested against bounds of its own kind.
 */
export function dateSpan(kit: Kit, e: Expression, scope: Scope, subject: Type = date): DateSpan | null {
  const span = spanOf(kit, e, scope, subject);
  if (!span) return null;
  const [lo, hi] = [fitting(kit, span.lo, e, scope, subject), fitting(kit, span.hi, e, scope, subject)];
  if (lo === null || hi === null) return null;
  return { ...(lo ? { lo } : {}), loIn: span.loIn, ...(hi ? { hi } : {}), hiIn: span.hiIn };
}

/** A bound of the kind of what is held against it: days are never compared with years. Of `当期` its year or month is meant. */
function fitting(
  kit: Kit,
  at: Expr | undefined,
  e: Expression,
  scope: Scope,
  subject: Type,
): Expr | null | undefined {
  if (!at || at.type.t === subject.t) return at;
  const inPeriod = at.k === 'period' && (subject.t === 'year' || subject.t === 'month');
  return inPeriod ? inUnit(kit, at, subject, e, scope) : notDate(kit, e, at.type, subject);
}

function spanOf(kit: Kit, e: Expression, scope: Scope, subject: Type): DateSpan | null {
  if (e.kind === 'bracketed') return spanOf(kit, e.of, scope, subject);
  if (e.kind !== 'span') return whole(kit, e, scope, subject);
  const shape = e.shape;
  switch (shape.kind) {
    case 'half': {
      const at = edge(kit, shape.at, scope, shape.side === 'before' ? 'end' : 'start', subject);
      if (!at) return null;
      return shape.side === 'before'
        ? { loIn: false, hi: at, hiIn: shape.included }
        : { lo: at, loIn: shape.included, hiIn: false };
    }
    case 'between':
      return between(kit, shape, scope, subject);
    case 'lasting':
      return lasting(kit, shape, scope);
    case 'window':
      return window(kit, shape, scope);
    case 'last':
      return last(kit, shape, scope, subject, e);
    case 'whole':
      return whole(kit, shape.of, scope, subject);
  }
}

type Shape<K extends SpanExpression['shape']['kind']> = Extract<SpanExpression['shape'], { kind: K }>;

function between(kit: Kit, shape: Shape<'between'>, scope: Scope, subject: Type): DateSpan | null {
  const lo = shape.from ? edge(kit, shape.from, scope, 'start', subject) : undefined;
  const hi = shape.to ? edge(kit, shape.to, scope, 'end', subject) : undefined;
  if (lo === null || hi === null) return null;
  return { ...(lo ? { lo } : {}), loIn: shape.fromIncluded, ...(hi ? { hi } : {}), hiIn: shape.toIncluded };
}

/** A bound as a day: the month part's first or last day. A date stands for itself. */
function edge(kit: Kit, e: Expression, scope: Scope, which: 'start' | 'end', subject: Type): Expr | null {
  if (e.kind === 'monthPart') return monthPart(kit, e, scope)?.[which] ?? null;
  if (isPeriod(e, scope)) return periodEdge(kit, which, e, scope);
  const at = kit.value(e, scope, subject);
  if (!at) return null;
  if (at.type.t === subject.t) return at;
  if (subject.t === 'date' && (at.type.t === 'month' || at.type.t === 'year')) {
    return kit.node(
      { k: 'calendar', fn: which === 'start' ? 'startOf' : 'endOf', args: [at] },
      date,
      e.span,
      scope,
    );
  }
  return notDate(kit, e, at.type, subject);
}

function notDate(kit: Kit, e: Expression, found: Type, subject: Type): null {
  const s = kit.resolved.symbols;
  kit.reporter.report(found.t === 'yearlyDay' ? codes.whichYear : codes.wrongType, e.span, {
    what: written(kit, e),
    found: typeWords(found, s),
    expected: typeWords(subject, s),
  });
  return null;
}

function length(kit: Kit, e: Expression, scope: Scope): Expr | null {
  const n = kit.value(e, scope);
  if (!n || isTime(n.type, kit.resolved.symbols)) return n;
  const s = kit.resolved.symbols;
  kit.reporter.report(codes.wrongType, e.span, {
    what: written(kit, e),
    found: typeWords(n.type, s),
    expected: { zh: '一段时间（年、月、日、工作日）', en: 'a length of time' },
  });
  return null;
}

function plus(kit: Kit, at: Expr, n: Expr, sign: 1 | -1, scope: Scope): Expr {
  return kit.node({ k: 'addPeriod', date: at, n, sign }, at.type, at.origin.span, scope);
}

/** `自 D(含) 5 年` is [D, D + 5 年); `自 D(不含) 5 年` is (D, D + 5 年] (Civil Code arts. 201–202). */
function lasting(kit: Kit, shape: Shape<'lasting'>, scope: Scope): DateSpan | null {
  const lo = edge(kit, shape.from, scope, 'start', date);
  const n = length(kit, shape.length, scope);
  if (!lo || !n) return null;
  return { lo, loIn: shape.fromIncluded, hi: plus(kit, lo, n, 1, scope), hiIn: !shape.fromIncluded };
}

/** `D 后 N 内` is (D, D + N]; `D 前 N 内` is [D − N, D). */
function window(kit: Kit, shape: Shape<'window'>, scope: Scope): DateSpan | null {
  const at = edge(kit, shape.at, scope, shape.side === 'after' ? 'end' : 'start', date);
  const n = length(kit, shape.length, scope);
  if (!at || !n) return null;
  return shape.side === 'after'
    ? { lo: at, loIn: false, hi: plus(kit, at, n, 1, scope), hiIn: true }
    : { lo: plus(kit, at, n, -1, scope), loIn: true, hi: at, hiIn: false };
}

/** `近 N` is (T − N, T]. Over years: the N years ending with T's. */
function last(kit: Kit, shape: Shape<'last'>, scope: Scope, subject: Type, e: Expression): DateSpan | null {
  const n = length(kit, shape.length, scope);
  const asOf = kit.node({ k: 'asOf' }, date, e.span, scope);
  const at = shape.upTo ? kit.value(shape.upTo, scope, subject) : inUnit(kit, asOf, subject, e, scope);
  if (!n || !at) return null;
  if (subject.t === 'year' && at.type.t === 'year') {
    const lo = kit.node({ k: 'arith', op: '-', a: at, b: n }, at.type, e.span, scope);
    return { lo, loIn: false, hi: at, hiIn: true };
  }
  return { lo: plus(kit, at, n, -1, scope), loIn: false, hi: at, hiIn: true };
}

function inUnit(kit: Kit, day: Expr, subject: Type, e: Expression, scope: Scope): Expr {
  if (subject.t === 'year')
    return kit.node({ k: 'calendar', fn: 'yearOf', args: [day] }, subject, e.span, scope);
  if (subject.t === 'month')
    return kit.node({ k: 'calendar', fn: 'monthOf', args: [day] }, subject, e.span, scope);
  return day;
}

/** A year, a month, part of a month, a day, or the time a step takes. */
function whole(kit: Kit, e: Expression, scope: Scope, subject: Type): DateSpan | null {
  if (e.kind === 'monthPart') {
    const part = monthPart(kit, e, scope);
    return part && { lo: part.start, loIn: true, hi: part.end, hiIn: true };
  }
  const named = periodSpan(kit, e, scope) ?? periodOfStep(kit, e, scope);
  if (named) return named;
  const lo = edge(kit, e, scope, 'start', subject);
  if (!lo) return null;
  const hi = edge(kit, e, scope, 'end', subject);
  return hi && { lo, loIn: true, hi, hiIn: true };
}

/** `当期`: the period that a duty is judged for. */
function periodSpan(kit: Kit, e: Expression, scope: Scope): DateSpan | null {
  if (!isPeriod(e, scope)) return null;
  return {
    lo: periodEdge(kit, 'start', e, scope),
    loIn: true,
    hi: periodEdge(kit, 'end', e, scope),
    hiIn: true,
  };
}

function isPeriod(e: Expression, scope: Scope): boolean {
  return scope.period === true && e.kind === 'name' && wordId(e.name.text) === 'currentPeriod';
}

function periodEdge(kit: Kit, part: 'start' | 'end', e: Expression, scope: Scope): Expr {
  return kit.node({ k: 'period', part }, date, e.span, scope);
}

/** `公示 的 期间`: from its start to its end. */
function periodOfStep(kit: Kit, e: Expression, scope: Scope): DateSpan | null {
  if (e.kind !== 'member' || e.of.kind !== 'name' || wordId(e.field.text) !== 'period') return null;
  return stepSpan(kit, e.of, scope);
}

/** The time that a step takes. */
export function stepSpan(kit: Kit, e: NameReference, scope: Scope): DateSpan | null {
  const step = lookup(kit, e.name.text, scope);
  if (step?.kind !== 'step') return null;
  const time = (part: 'start' | 'end'): Expr =>
    kit.node({ k: 'stepTime', step: step.id, part }, date, e.span, scope);
  return { lo: time('start'), loIn: true, hi: time('end'), hiIn: true };
}
