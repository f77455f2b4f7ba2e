import type { DateSpan, Expr, Source, TableRow } from './expressions.ts';

/** An expression directly inside another, and how many binders lie between them. */
export interface Child {
  readonly expr: Expr;
  /** Binders that this place adds: 1 inside an aggregate, the number of keys in a row's tests, else 0. */
  readonly binds: number;
}

/** The expressions directly inside `e`, in the order in which they are written. */
export function children(e: Expr): readonly Child[] {
  switch (e.k) {
    case 'lit':
    case 'fact':
    case 'def':
    case 'asOf':
    case 'roundYear':
    case 'period':
    case 'bound':
    case 'self':
    case 'hole':
    case 'outcome':
    case 'stepTime':
    case 'tierOf':
      return [];
    case 'param':
      return plain([e.key, ...(e.more ?? [])]);
    case 'field':
      return plain([e.of]);
    case 'ofRecord':
      return plain([e.record, e.body]);
    case 'arith':
    case 'cmp':
      return plain([e.a, e.b]);
    case 'addPeriod':
      return plain([e.date, e.n]);
    case 'round':
    case 'convert':
    case 'present':
    case 'not':
      return plain([e.a]);
    case 'if':
      return plain([e.c, e.a, e.b]);
    case 'calendar':
      return plain(e.args);
    case 'within':
      return plain([e.a, ...spanEnds(e.span)]);
    case 'member':
      return plain([e.a, e.set]);
    case 'all':
    case 'any':
    case 'atLeast':
      return plain(e.parts);
    case 'guard':
      return plain([e.when, e.then]);
    case 'except':
      return plain([e.rule, ...e.by]);
    case 'rule':
      return plain([e.body]);
    case 'table':
      return [...plain(e.keys), ...e.rows.flatMap((row) => rowChildren(row, e.keys.length))];
    case 'bands':
      return plain([e.key, ...e.rows.flatMap(({ to, rate }) => [to, rate])]);
    case 'aggregate':
      return [...sourceChildren(e.source), ...plain([e.map, e.test], 1), ...plain([e.atLeast, e.atMost])];
  }
}

/** The expressions of one row: its tests, which see the keys, and its value, which does not. */
export function rowChildren(row: Pick<TableRow, 'cases' | 'then'>, keys: number): readonly Child[] {
  return [...plain(row.cases, keys), ...plain([row.then])];
}

export function sourceChildren(source: Source): readonly Child[] {
  const of = source.k === 'list' ? plain([source.of]) : [];
  const span = source.k === 'list' ? source.keyed?.span : undefined;
  return [...of, ...(span ? plain(spanEnds(span), 1) : []), ...plain([source.where], 1)];
}

/** The ends of a span that are there. */
export function spanEnds(span: DateSpan): readonly Expr[] {
  return [span.lo, span.hi].filter((end) => end !== undefined);
}

/** `e` and everything inside it, outermost first. */
export function expressions(e: Expr): readonly Expr[] {
  const found: Expr[] = [];
  const collect = (one: Expr): void => {
    found.push(one);
    for (const { expr } of children(one)) collect(expr);
  };
  collect(e);
  return found;
}

function plain(list: readonly (Expr | null | undefined)[], binds = 0): readonly Child[] {
  const found: Child[] = [];
  for (const expr of list) if (expr) found.push({ expr, binds });
  return found;
}
