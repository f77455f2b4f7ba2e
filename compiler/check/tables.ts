import type { Id, Type } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Case, Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr, TableRow } from '../ir/expressions.ts';
import { wording } from '../ir/wording.ts';
import { type Binder, bool, owned, type Scope, within } from './kit.ts';
import { partition } from './partition.ts';
import { cites } from './rules.ts';
import { predicate, relation } from './tests.ts';
import { comparable, typeWords } from './typing.ts';
import type { Work } from './work.ts';

export interface Keys {
  readonly keys: readonly Expr[];
  readonly binders: readonly Binder[];
}

/** The quantities or options that a table is read by. */
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

/** The rows of `按 …`; checked to overlap nowhere and to leave no hole. Their ids come from what they test, not from their place. */
export function tableRows<T>(
  work: Work,
  statement: Statement,
  keys: Keys,
  scope: Scope,
  owner: Id,
  body: RowBody<T>,
): readonly Row<T>[] | null {
  const lines = statement.children.filter((line) => line.head === null);
  if (lines.length === 0) {
    work.kit.reporter.report(codes.emptyTable, statement.span, {});
    return null;
  }
  const rows = lines.map((line) => tableRow(work, line, keys, scope, owner, body));
  if (rows.some((row) => row === null)) return null;
  const made = rows.filter((row) => row !== null);
  partition(work, statement, keys.keys, made);
  return made;
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
  const cases = rowCases(work, line, keys, within(at, ...keys.binders));
  if (!cases) return null;
  const words = (lang: 'zh' | 'en'): string =>
    cases.every((c) => c === null)
      ? lang === 'zh'
        ? '其余'
        : 'otherwise'
      : cases
          .map((c, i) => (c ? rowWording(c, keys.keys[i], work, lang) : lang === 'zh' ? '任何' : 'any'))
          .join(', ');
  const id = `${owner}.${words('en')}`;
  work.names.set(id, { zh: words('zh'), en: words('en') });
  const made = body(line, owned(scope, id, cites(line)), id);
  return made === null ? null : { id, statement: line, cases, body: made };
}

function rowWording(test: Expr, key: Expr | undefined, work: Work, lang: 'zh' | 'en'): string {
  if (key?.type.t === 'bool')
    return test.k === 'not' ? (lang === 'zh' ? '否' : 'no') : lang === 'zh' ? '是' : 'yes';
  return wording(test, work.names, lang);
}

function rowCases(work: Work, line: Statement, keys: Keys, scope: Scope): readonly (Expr | null)[] | null {
  const cases = line.cases ?? [];
  if (cases.length === 1 && cases[0]?.kind === 'otherwise') return keys.keys.map(() => null);
  if (cases.length !== keys.keys.length) {
    work.kit.reporter.report(codes.rowShape, line.span, { found: cases.length, expected: keys.keys.length });
    return null;
  }
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
      value: work.kit.resolved.text.slice(one.span.start, one.span.end),
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
  const keys = tableKeys(work, statement.by, scope);
  if (!keys) return null;
  const rows = tableRows(work, statement, keys, scope, owner, body);
  if (!rows) return null;
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
  };
}
