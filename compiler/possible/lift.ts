import type { Expr } from '../ir/expressions.ts';
import { and, type Formula, isNo, YES } from './formula.ts';
import { negate } from './negate.ts';

/** A value that an expression takes, and when. */
export interface Leaf {
  readonly when: Formula;
  readonly value: Expr;
}

export interface Reading {
  readonly definition: (id: string) => Expr | undefined;
  readonly truth: (e: Expr) => Formula;
  /** The test of a row, its keys put in. */
  readonly row: (table: Expr & { k: 'table' }, row: number) => Formula;
}

/** More leaves than this are not told apart. */
const LIMIT = 24;

/** The values behind `若 … 则 …`, tables and definitions; null where they are too many. */
export function leaves(e: Expr, reading: Reading): readonly Leaf[] | null {
  const found = gathered(e, YES, reading);
  return found.length <= LIMIT ? found.filter(({ when }) => !isNo(when)) : null;
}

function gathered(e: Expr, when: Formula, reading: Reading): readonly Leaf[] {
  if (e.k === 'def') {
    const body = reading.definition(e.def);
    return body && branches(body)
      ? gathered(body, when, reading)
      : [{ when, value: body && simple(body) ? body : e }];
  }
  if (e.k === 'if') {
    const c = reading.truth(e.c);
    return [...gathered(e.a, and(when, c), reading), ...gathered(e.b, and(when, negate(c)), reading)];
  }
  if (e.k === 'table')
    return e.rows.flatMap((row, i) => gathered(row.then, and(when, reading.row(e, i)), reading));
  if (e.k === 'arith') return pairs(e, e.a, e.b, when, reading, (a, b) => ({ ...e, a, b }));
  if (e.k === 'addPeriod') return pairs(e, e.date, e.n, when, reading, (date, n) => ({ ...e, date, n }));
  return [{ when, value: e }];
}

/** A value made of two that may each branch. */
function pairs(
  e: Expr,
  a: Expr,
  b: Expr,
  when: Formula,
  reading: Reading,
  made: (a: Expr, b: Expr) => Expr,
): readonly Leaf[] {
  const [left, right] = [gathered(a, YES, reading), gathered(b, YES, reading)];
  const one = left.length === 1 && right.length === 1;
  const same = left[0]?.value === a && right[0]?.value === b;
  if ((one && same) || left.length * right.length > LIMIT) return [{ when, value: e }];
  return left.flatMap((x) =>
    right.map((y) => ({ when: and(when, x.when, y.when), value: made(x.value, y.value) })),
  );
}

/** Whether a definition is to be looked into: it branches, or names another that may. */
const branches = (e: Expr): boolean => ['if', 'table', 'def', 'arith', 'addPeriod'].includes(e.k);

/** Definitions that are one fact, constant or sum speak for themselves. */
const simple = (e: Expr): boolean => !['aggregate', 'if', 'table', 'def'].includes(e.k);
