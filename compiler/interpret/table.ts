import { bands } from '../../runtime/bands.ts';
import type { Case, TableRead } from '../../runtime/rules.ts';
import { type TableRow as ReadableRow, readTable } from '../../runtime/tables.ts';
import { all } from '../../runtime/truth.ts';
import type { Id } from '../../runtime/types.ts';
import type { Exact, Maybe } from '../../runtime/value.ts';
import type { Expr, TableMode } from '../ir/expressions.ts';
import { bindAll, type Env, type Run, type Scope } from './scope.ts';

/** Keys and rows of a table; rows without a value are only chosen between. */
export interface Rows {
  readonly id: Id;
  readonly keys: readonly Expr[];
  readonly rows: readonly Row[];
  readonly mode?: TableMode;
}

interface Row {
  readonly id: Id;
  readonly cases: readonly (Expr | null)[];
  readonly value?: Expr;
}

type MakeRow = (c: Case, env: Env, inner: Env) => ReadableRow;

/** The rows of a table with their values. */
export function rowsOf({ id, keys, rows, mode }: Extract<Expr, { readonly k: 'table' }>): Rows {
  const made = rows.map((row) => ({ id: row.id, cases: row.cases, value: row.then }));
  return { id, keys, rows: made, ...(mode && { mode }) };
}

/** Keys are evaluated once; a row's cases see them bound, its value does not. */
export function rowRead(table: Rows, scope: Scope): Run<TableRead> {
  const keys = table.keys.map(scope.value);
  const rows = table.rows.map((row) => makeRow(row, scope));
  return (c, env) => {
    const values = keys.map((key) => key(c, env));
    const inner = bindAll(values, env);
    const read = readTable(
      table.id,
      values,
      rows.map((row) => row(c, env, inner)),
      table.mode,
    );
    scope.observer?.table(read);
    return read;
  };
}

function makeRow(row: Row, scope: Scope): MakeRow {
  const value = row.value ? scope.value(row.value) : () => null;
  const when = rowTest(row.cases, scope);
  return (c, env, inner) => ({
    id: row.id,
    when: when && (() => when(c, inner)),
    value: () => value(c, env),
  });
}

/** All cases of a row; `null` for the row of all that is left. */
function rowTest(cases: Row['cases'], scope: Scope) {
  const tests = cases.flatMap((test) => (test ? [scope.truth(test)] : []));
  if (tests.length === 0) return null;
  return (c: Case, env: Env) => all(...tests.map((test) => test(c, env)));
}

/** `分段`: an end that is not stated is none. */
export function inBands(e: Extract<Expr, { readonly k: 'bands' }>, { number }: Scope): Run<Maybe<Exact>> {
  const key = number(e.key);
  const rows = e.rows.map(({ to, rate }) => ({ to: to ? number(to) : () => null, rate: number(rate) }));
  return (c, env) =>
    bands(
      e.id,
      key(c, env),
      rows.map(({ to, rate }) => ({ to: to(c, env), rate: rate(c, env) })),
    );
}
