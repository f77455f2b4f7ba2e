import { unitOf } from '../../ir/units.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { type Change, literalChanges } from './literals.ts';

/** The ways in which one expression can be a little wrong. */
export function expressionChanges(e: Expr, policy: Policy): readonly Change[] {
  switch (e.k) {
    case 'lit':
      return literalChanges(e);
    case 'cmp':
      if (e.op === 'eq') return [];
      return [{ kind: 'inclusion', next: { ...e, op: e.op === 'lt' ? 'le' : 'lt' } }];
    case 'within':
      return spanChanges(e);
    case 'all':
    case 'any':
      return groupChanges(e);
    case 'atLeast':
      return [
        ...[e.n - 1, e.n + 1].map((n): Change => ({ kind: 'number', next: { ...e, n } })),
        ...partsDropped(e),
      ];
    case 'guard':
      return [{ kind: 'condition', next: e.then }];
    case 'except':
      return e.by.map((_, at) => ({ kind: 'exception', next: { ...e, by: without(e.by, at) } }));
    case 'rule':
      // What is open stays open when it is turned round.
      return isOpen(e.body) ? [] : [{ kind: 'negation', next: { ...e, body: negated(e.body) } }];
    case 'not':
      return [{ kind: 'negation', next: e.a }];
    case 'if':
      return [{ kind: 'choice', next: { ...e, a: e.b, b: e.a } }];
    case 'arith':
      return [{ kind: 'arithmetic', next: { ...e, op: opposites[e.op] } }];
    case 'round':
      return [{ kind: 'rounding', next: { ...e, mode: otherModes[e.mode] } }];
    case 'addPeriod':
      return unitChanges(e, policy);
    case 'member':
      return e.mode === 'in' || isSingle(e.set)
        ? []
        : [{ kind: 'options', next: { ...e, mode: e.mode === 'any' ? 'all' : 'any' } }];
    case 'aggregate':
      return aggregateChanges(e);
    case 'table':
      return rowChanges(e);
    case 'calendar':
      return calendarChanges(e);
    default:
      return [];
  }
}

/** Of one option: any of it is all of it. */
const isSingle = (set: Expr): boolean => set.k === 'lit' && Array.isArray(set.value) && set.value.length < 2;

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;
type Parts = Expr & { readonly parts: readonly Expr[] };

const opposites = { '+': '-', '-': '+', '*': '/', '/': '*' } as const;
const otherModes = { up: 'down', down: 'half', half: 'up' } as const;

const without = <T>(items: readonly T[], at: number): readonly T[] => items.filter((_, i) => i !== at);

const isOpen = (e: Expr): boolean => e.k === 'hole' || (e.k === 'guard' && isOpen(e.then));

function negated(e: Expr): Expr {
  return e.k === 'not' ? e.a : { id: `${e.id} negated`, type: e.type, origin: e.origin, k: 'not', a: e };
}

function spanChanges(e: Kind<'within'>): readonly Change[] {
  const { lo, hi, loIn, hiIn } = e.span;
  return [
    ...(lo ? [{ kind: 'inclusion', next: { ...e, span: { ...e.span, loIn: !loIn } } } as const] : []),
    ...(hi ? [{ kind: 'inclusion', next: { ...e, span: { ...e.span, hiIn: !hiIn } } } as const] : []),
  ];
}

function groupChanges(e: Kind<'all' | 'any'> & Parts): readonly Change[] {
  if (e.parts.length < 2) return [];
  return [{ kind: 'group', next: { ...e, k: e.k === 'all' ? 'any' : 'all' } }, ...partsDropped(e)];
}

const partsDropped = (e: Parts): readonly Change[] =>
  e.parts.map((_, at) => ({ kind: 'part', next: { ...e, parts: without(e.parts, at) } as Expr }));

/** 工作日 for 日 and the other way round. */
function unitChanges(e: Kind<'addPeriod'>, policy: Policy): readonly Change[] {
  const { base } = unitOf(e.n.type, policy.units);
  if (base !== 'day' && base !== 'workday') return [];
  const n: Expr = { ...e.n, type: { t: 'qty', unit: base === 'day' ? 'workday' : 'day' } };
  return [{ kind: 'unit', next: { ...e, n } }];
}

function aggregateChanges(e: Kind<'aggregate'>): readonly Change[] {
  const other = { exists: 'none', none: 'exists', every: 'exists', min: 'max', max: 'min' } as const;
  const op = e.op in other ? other[e.op as keyof typeof other] : null;
  const { where, ...whole } = e.source;
  const { test, ...untested } = e;
  return [
    ...(op ? [{ kind: 'aggregate', next: { ...e, op } } as const] : []),
    ...(where ? [{ kind: 'filter', next: { ...e, source: whole } } as const] : []),
    ...(test && e.op !== 'every' ? [{ kind: 'filter', next: untested } as const] : []),
  ];
}

/** Each row with the value of the next. */
function rowChanges(e: Kind<'table'>): readonly Change[] {
  return e.rows.slice(1).map((row, at) => {
    const before = e.rows[at];
    const rows = e.rows.map((one) =>
      one === before
        ? { ...one, then: row.then }
        : one === row && before
          ? { ...one, then: before.then }
          : one,
    );
    return { kind: 'rows', next: { ...e, rows } };
  });
}

function calendarChanges(e: Kind<'calendar'>): readonly Change[] {
  const other = { startOf: 'endOf', endOf: 'startOf', nextMonth: 'monthOf' } as const;
  if (e.fn in other) return [{ kind: 'date', next: { ...e, fn: other[e.fn as keyof typeof other] } }];
  return [];
}
