import type { Id } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import { and, implies, isNo, NO, not, or } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { chooseSym, ofTruth, type Sym, truthOf, UNKNOWN_THERE, unknownWhere } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import type { Env, Scope } from './scope.ts';

/** What a table comes to. */
export interface TableSym {
  readonly rows: readonly RowSym[];
  /** No row applies, and none may. */
  readonly noRow: Bool;
  readonly value: Sym;
}

export interface RowSym {
  readonly id: Id;
  /** It applies, and is the first that does. */
  readonly applies: Bool;
  readonly may: Bool;
  readonly value: Sym;
}

type Rows = Pick<Extract<Expr, { readonly k: 'table' }>, 'keys' | 'rows' | 'type'>;

/** As `readTable` of the runtime: the row that surely applies, or nothing certain while several may. */
export function tableSym({ keys, rows, type }: Rows, scope: Scope, env: Env): TableSym {
  const values = keys.map((key) => scope.value(key, env));
  const tests = testsOf(rows, scope, [...values, ...env]);
  const found: RowSym[] = [];
  let earlier: Bool = NO;
  rows.forEach((row, i) => {
    const { yes, no } = tests[i] ?? truths.DOUBT;
    const value = scope.value(row.then, env);
    found.push({ id: row.id, applies: and(yes, not(earlier)), may: not(no), value });
    earlier = or(earlier, yes);
  });
  const noRow = not(or(...found.map((row) => row.may)));
  const open = and(not(earlier), not(noRow));
  const noRest = rows.every((row) => row.cases.some((test) => test !== null));
  const mayMiss = noRest ? and(open, or(...values.map((v) => and(v.unknown, v.mayBeAbsent)))) : NO;
  const value = type.t === 'bool' ? conditions(found, open, mayMiss) : plain(found, open, mayMiss);
  return { rows: found, noRow, value };
}

function testsOf(rows: Rows['rows'], scope: Scope, inner: Env): readonly truths.Truth[] {
  const tests: truths.Truth[] = [];
  for (const { cases } of rows) {
    const given = cases.flatMap((test) => (test ? [scope.truth(test, inner)] : []));
    tests.push(given.length === 0 ? truths.none(...tests) : truths.all(...given));
  }
  return tests;
}

function plain(rows: readonly RowSym[], open: Bool, mayMiss: Bool): Sym {
  const sure = rows.reduceRight<Sym>(
    (rest, row) => (isNo(row.applies) ? rest : chooseSym(row.applies, row.value, rest)),
    UNKNOWN_THERE,
  );
  const absent = rows.map(({ may, value }) => and(may, or(value.absent, value.mayBeAbsent)));
  return unknownWhere(open, sure, or(mayMiss, ...absent));
}

/** Settled too where all rows that may apply agree. */
function conditions(rows: readonly RowSym[], open: Bool, mayMiss: Bool): Sym {
  const truth = rows.map(({ value }) => truthOf(value));
  const side = (of: (t: truths.Truth) => Bool): Bool => {
    const sure = or(...rows.map((row, i) => and(row.applies, of(truth[i] ?? truths.DOUBT))));
    const agreed = and(...rows.map((row, i) => implies(row.may, of(truth[i] ?? truths.DOUBT))));
    return or(sure, and(open, not(mayMiss), agreed));
  };
  return ofTruth({ yes: side((t) => t.yes), no: side((t) => t.no) });
}
