import type { Id, Type } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Case, Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr, TableMode, TableRow } from '../ir/expressions.ts';
import { wording } from '../ir/wording.ts';
import { cites } from './clauses.ts';
import { forceSpan, inForce, within as inSpan } from './in-force.ts';
import { type Binder, bool, date, owned, type Scope, within } from './kit.ts';
import { partition, partitionByConditions } from './partition.ts';
import { predicate, relation } from './tests.ts';
import { versionDay } from './transition.ts';
import { comparable, typeWords } from './typing.ts';
import type { Work } from './work.ts';

export interface Keys {
  readonly keys: readonly Expr[];
  readonly binders: readonly Binder[];
  /** Some row is in force for a time only (`施行`): the last key is the day that chooses, written in no row. */
  readonly dated?: true;
}

/** The keys with the day that chooses between rows of different times, where there are such rows. */
export function withVersionDay(work: Work, statement: Statement, plain: Keys, scope: Scope): Keys {
  const dated = statement.children.some((row) => row.children.some(({ head }) => head === 'inForce'));
  // Rows that are conditions carry theirs along with the others.
  if (!dated || plain.keys.length === 0) return plain;
  return {
    keys: [...plain.keys, versionDay(work, scope, statement.span)],
    binders: [...plain.binders, { type: date, path: '' }],
    dated: true,
  };
}

/** The quantities or options that a table is read by; none where its rows are conditions themselves. */
export function tableKeys(work: Work, by: readonly Expression[], scope: Scope): Keys | null {
  const keys = by.map((e) => work.kit.value(e, scope));
  if (keys.some((k) => k === null)) return null;
  const known = keys.filter((k) => k !== null);
  return { keys: known, binders: known.map((k) => ({ type: k.type, path: k.k === 'fact' ? k.fact : '' })) };
}

/** Elaborates the body of one row. */
export type RowBody<T> = (row: Statement, scope: Scope, id: Id) => T | null;

export interface Row<T> {
  readonly id: Id;
  readonly statement: Statement;
  readonly cases: readonly (Expr | null)[];
  readonly body: T;
}

export interface Rows<T> {
  readonly rows: readonly Row<T>[];
  /** Absent where no two rows can hold together. */
  readonly mode?: TableMode;
}

/** The rows of a table; checked to overlap nowhere and to leave no hole. Their ids come from what they test, not from their place. */
export function tableRows<T>(
  work: Work,
  statement: Statement,
  keys: Keys,
  scope: Scope,
  owner: Id,
  body: RowBody<T>,
): Rows<T> | null {
  const lines = statement.children.filter((line) => line.head === null);
  if (lines.length === 0) {
    work.kit.reporter.report(codes.emptyTable, statement.span, {});
    return null;
  }
  const rows = lines.map((line) => tableRow(work, line, keys, scope, owner, body));
  if (rows.some((row) => row === null)) return null;
  const made = rows.filter((row) => row !== null);
  const isOrdered = statement.mode === 'inOrder';
  const look = keys.keys.length > 0 && !isOrdered ? partition : partitionByConditions;
  const found = look(work, statement, keys.keys, made);
  return { rows: made, ...(isOrdered ? { mode: 'first' } : found ? { mode: found } : {}) };
}

function tableRow<T>(
  work: Work,
  line: Statement,
  keys: Keys,
  scope: Scope,
  owner: Id,
  body: RowBody<T>,
): Row<T> | null {
  const at = owned(scope, `${owner}.row`, cites(line));
  const inner = within(at, ...keys.binders);
  const written = rowCases(work, line, keys, inner);
  const cases = written && withForce(work, line, written, keys, inner);
  if (!cases) return null;
  const words = (lang: 'zh' | 'en'): string =>
    cases.every((c) => c === null)
      ? lang === 'zh'
        ? '其余'
        : 'otherwise'
      : cases
          .filter((c) => c?.k !== 'lit')
          .map((c, i) => (c ? rowWording(c, keys.keys[i], work, lang) : lang === 'zh' ? '任何' : 'any'))
          .join(', ');
  const id = `${owner}.${words('en')}`;
  work.names.set(id, { zh: words('zh'), en: words('en') });
  const made = body(line, owned(scope, id, cites(line)), id);
  return made === null ? null : { id, statement: line, cases, body: made };
}

/** The row's 施行 as the test of the last key; a row without one is in force on any day. */
function withForce(
  work: Work,
  line: Statement,
  cases: readonly (Expr | null)[],
  { keys, dated }: Keys,
  scope: Scope,
): readonly (Expr | null)[] | null {
  if (keys.length === 0) return conditionInForce(work, line, cases, scope);
  if (!dated) return cases;
  const span = forceSpan(work, line, scope);
  if (span === null) return null;
  if (cases.every((test) => test === null)) {
    if (span) work.kit.reporter.report(codes.otherwiseDated, line.span, {});
    return span ? null : [...cases, null];
  }
  const day = work.kit.node({ k: 'bound', index: keys.length - 1 }, date, line.span, scope);
  const test = span
    ? inSpan(work, line, day, span, scope)
    : work.kit.node({ k: 'lit', value: true }, bool, line.span, scope);
  return [...cases, test];
}

function conditionInForce(
  work: Work,
  line: Statement,
  cases: readonly (Expr | null)[],
  scope: Scope,
): readonly (Expr | null)[] | null {
  const force = inForce(work, line, scope);
  const [test] = cases;
  if (force === null) return null;
  if (!force || !test) {
    if (force) work.kit.reporter.report(codes.otherwiseDated, line.span, {});
    return force ? null : cases;
  }
  return [work.kit.node({ k: 'all', parts: [test, force] }, bool, line.span, scope)];
}

function rowWording(test: Expr, key: Expr | undefined, work: Work, lang: 'zh' | 'en'): string {
  if (key?.type.t === 'bool')
    return test.k === 'not' ? (lang === 'zh' ? '否' : 'no') : lang === 'zh' ? '是' : 'yes';
  return wording(test, work.names, lang);
}

function rowCases(work: Work, line: Statement, keys: Keys, scope: Scope): readonly (Expr | null)[] | null {
  const cases = line.cases ?? [];
  const expected = Math.max(keys.keys.length - (keys.dated ? 1 : 0), 1);
  if (cases.length === 1 && cases[0]?.kind === 'otherwise')
    return Array.from({ length: expected }, () => null);
  if (cases.length !== expected) {
    work.kit.reporter.report(codes.rowShape, line.span, { found: cases.length, expected });
    return null;
  }
  if (keys.keys.length === 0) return conditionCase(work, cases[0], scope);
  const made: (Expr | null)[] = [];
  for (const [i, one] of cases.entries()) {
    if (one.kind === 'otherwise') {
      made.push(null);
      continue;
    }
    const test = caseTest(work, one, i, keys, scope);
    if (!test) return null;
    made.push(test);
  }
  return made;
}

/** A row of a table without keys is a condition. */
function conditionCase(work: Work, one: Case | undefined, scope: Scope): readonly Expr[] | null {
  const test = one?.kind === 'test' ? work.kit.truth(one.test, scope) : null;
  return test && [test];
}

/** A value (`男`, `30 年`) or a predicate (`超过 30 年`) applied to the row's key. */
function caseTest(
  work: Work,
  one: Case & { kind: 'test' },
  i: number,
  keys: Keys,
  scope: Scope,
): Expr | null {
  const type: Type = keys.keys[i]?.type ?? bool;
  const subject = work.kit.node({ k: 'bound', index: i }, type, one.span, scope);
  const { test } = one;
  if (test.kind === 'test' && !test.subject) return predicate(work.kit, subject, test.predicate, scope, test);
  const value = work.kit.value(test, scope, type);
  if (!value) return null;
  const how = comparable(type, value.type, work.kit.resolved.symbols);
  if (how === 'no') {
    const s = work.kit.resolved.symbols;
    work.kit.reporter.report(codes.cannotCompare, one.span, {
      left: typeWords(type, s),
      right: typeWords(value.type, s),
      what: '',
      value: work.kit.resolved.textOf(one.span),
    });
    return null;
  }
  const right = how === 'convert' ? work.kit.node({ k: 'convert', a: value }, type, one.span, scope) : value;
  return relation(work.kit, subject, 'eq', right, one.span, scope);
}

/** A table as an expression; the type is that of its first row that has one. */
export function tableExpr(
  work: Work,
  statement: Statement,
  scope: Scope,
  owner: Id,
  body: RowBody<Expr>,
): (Expr & { k: 'table' }) | null {
  const plain = tableKeys(work, statement.by, scope);
  if (!plain) return null;
  const keys = withVersionDay(work, statement, plain, scope);
  const found = tableRows(work, statement, keys, scope, owner, body);
  if (!found) return null;
  const { rows, mode } = found;
  const type = rows.find((row) => row.body.k !== 'hole')?.body.type ?? rows[0]?.body.type ?? bool;
  for (const row of rows) {
    if (row.body.k !== 'hole' && comparable(type, row.body.type, work.kit.resolved.symbols) !== 'same') {
      const s = work.kit.resolved.symbols;
      work.kit.reporter.report(codes.branchesDiffer, row.statement.span, {
        then: typeWords(type, s),
        otherwise: typeWords(row.body.type, s),
      });
      return null;
    }
  }
  const made: readonly TableRow[] = rows.map((row) => ({
    id: row.id,
    origin: work.kit.origin(row.statement.span, cites(row.statement)),
    cases: row.cases,
    then: row.body.k === 'hole' ? { ...row.body, type } : row.body,
  }));
  return {
    id: owner,
    type,
    origin: work.kit.origin(statement.span, cites(statement)),
    k: 'table',
    keys: keys.keys,
    rows: made,
    ...(mode ? { mode } : {}),
  };
}
