import type { Id } from '../../../runtime/types.ts';
import type { Expr, TableMode } from '../../ir/expressions.ts';
import { and, implies, isNo, NO, not, or, YES } from '../terms/logic.ts';
import { add, greatest, iteNum, le, least, minus, product, ZERO } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import {
  chooseSym,
  ofTruth,
  payload,
  type Sym,
  truthOf,
  UNKNOWN_THERE,
  unknownWhere,
} from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import type { Env, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

/** What a table comes to. */
export interface TableSym {
  readonly rows: readonly RowSym[];
  /** No row applies, and none may. */
  readonly noRow: Bool;
  /** Two rows apply, where that was not ruled out: the notice contradicts itself. */
  readonly clash: truths.Truth;
  /** Some row applies: one surely does, or there is a row for all that is left. */
  readonly someRow: Bool;
  readonly value: Sym;
}

export interface RowSym {
  readonly id: Id;
  /** It is the row that surely applies. */
  readonly applies: Bool;
  readonly may: Bool;
  readonly value: Sym;
}

type Rows = Pick<Kind<'table'>, 'keys' | 'rows' | 'type' | 'mode'>;

/** As `readTable` of the runtime: the row that surely applies, or nothing certain while several may. */
export function tableSym({ keys, rows, type, mode }: Rows, scope: Scope, env: Env): TableSym {
  const values = keys.map((key) => scope.value(key, env));
  const tests = testsOf(rows, mode, scope, [...values, ...env]);
  const found = rows.map((row, i) => ({
    id: row.id,
    applies: surely(tests, i, mode),
    may: truths.may(tests[i] ?? truths.DOUBT),
    value: scope.value(row.then, env),
  }));
  const noRow = not(or(...found.map((row) => row.may)));
  const open = and(not(or(...found.map((row) => row.applies))), not(noRow));
  const noRest = rows.every((row) => row.cases.some((test) => test !== null));
  const mayMiss = noRest ? and(open, or(...values.map((v) => and(v.unknown, v.mayBeAbsent)))) : NO;
  const value =
    type.t === 'bool' ? conditions(found, open, noRest || mode === 'checked') : plain(found, open, mayMiss);
  const clash = mode === 'checked' ? truths.atLeast(2, ...tests) : truths.FALSE;
  const someRow = noRest ? or(...found.map((row) => row.applies)) : YES;
  return { rows: found, noRow, clash, someRow, value };
}

function testsOf(
  rows: Rows['rows'],
  mode: TableMode | undefined,
  scope: Scope,
  inner: Env,
): readonly truths.Truth[] {
  const own: truths.Truth[] = [];
  return rows.map(({ cases }) => {
    const given = cases.flatMap((test) => (test ? [scope.truth(test, inner)] : []));
    const truth = truths.all(...given);
    const test = given.length === 0 || mode === 'first' ? truths.all(truths.none(...own), truth) : truth;
    own.push(truth);
    return test;
  });
}

/** Rows that may hold together apply only where all others do not; else the first that holds applies. */
function surely(tests: readonly truths.Truth[], at: number, mode: TableMode | undefined): Bool {
  const { yes } = tests[at] ?? truths.DOUBT;
  if (mode !== 'checked') return and(yes, ...tests.slice(0, at).map((test) => not(test.yes)));
  return and(yes, ...tests.flatMap((test, i) => (i === at ? [] : [test.no])));
}

function plain(rows: readonly RowSym[], open: Bool, mayMiss: Bool): Sym {
  const sure = rows.reduceRight<Sym>(
    (rest, row) => (isNo(row.applies) ? rest : chooseSym(row.applies, row.value, rest)),
    UNKNOWN_THERE,
  );
  const absent = rows.map(({ may, value }) => and(may, or(value.absent, value.mayBeAbsent)));
  return unknownWhere(open, sure, or(mayMiss, ...absent));
}

/**
 * Settled too where all rows that may apply agree, one of them being the row for all that is left: without such a row
 * the interpreter may still find that none applies.
 */
function conditions(rows: readonly RowSym[], open: Bool, alone: boolean): Sym {
  const truth = rows.map(({ value }) => truthOf(value));
  const side = (of: (t: truths.Truth) => Bool): Bool => {
    const sure = or(...rows.map((row, i) => and(row.applies, of(truth[i] ?? truths.DOUBT))));
    if (alone) return sure;
    return or(sure, and(open, ...rows.map((row, i) => implies(row.may, of(truth[i] ?? truths.DOUBT)))));
  };
  return ofTruth({ yes: side((t) => t.yes), no: side((t) => t.no) });
}

/** `分段`: each rate times the part of the key inside its band. */
export function inBands(e: Kind<'bands'>, scope: Scope, env: Env): Sym {
  const key = scope.value(e.key, env);
  const x = payload(key, 'num')?.n;
  if (!x) return key;
  const rates = e.rows.map(({ rate }) => scope.value(rate, env));
  const ends = e.rows.map(({ to }) => (to ? settledNum(scope.value(to, env)) : undefined));
  const parts = rates.map((rate, i) => partOf(x, ends[i - 1] ?? ZERO, ends[i], rate));
  if (ends.includes(null) || parts.includes(null)) {
    const outside = scope.outside('product', e.origin);
    return { ...outside, absent: key.absent, unknown: not(key.absent) };
  }
  const rising = ends.map((end, i) => (end ? le(ends[i - 1] ?? ZERO, end) : YES));
  const sum: Sym = { ...key, of: { t: 'num', n: add(...parts.flatMap((part) => part ?? [])) } };
  const open = or(not(and(...rising)), ...rates.map((rate) => rate.unknown));
  return unknownWhere(and(not(key.absent), open), sum, and(key.unknown, key.mayBeAbsent));
}

/** A number that is settled whatever the record, else null. */
const settledNum = (a: Sym): Num | null =>
  isNo(a.absent) && isNo(a.unknown) ? (payload(a, 'num')?.n ?? null) : null;

/** No rate pays nothing. */
function partOf(x: Num, from: Num, to: Num | null | undefined, rate: Sym): Num | null {
  const upper = to ? least(x, to) : x;
  const n = payload(rate, 'num')?.n;
  return n ? product(iteNum(rate.absent, ZERO, n), greatest(ZERO, minus(upper, from))) : ZERO;
}
