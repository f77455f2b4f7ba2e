import { compareExact, exact } from '../../runtime/exact.ts';
import type { Id, Type } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { BandRow, Expr } from '../ir/expressions.ts';
import { wording } from '../ir/wording.ts';
import { productType } from './arithmetic.ts';
import { sameness } from './atoms.ts';
import { owned, ratio, type Scope } from './kit.ts';
import { cites } from './clauses.ts';
import { comparable, typeWords } from './typing.ts';
import type { Work } from './work.ts';

/** What a row says of its ends, as written; null: it says none. */
interface Ends {
  readonly from: Expression | null;
  readonly to: Expression | null;
}

/** A row read, with its lower end kept for comparing it with the row above. */
interface Read {
  readonly statement: Statement;
  readonly from: Expr | null;
  readonly row: BandRow;
}

/** `分段 按 key`: rates for the parts of a quantity, from the lowest up, none left out. */
export function bandsExpr(work: Work, statement: Statement, scope: Scope, owner: Id): Expr | null {
  const [by, second] = statement.by;
  const key = by && !second ? work.kit.value(by, scope) : null;
  if (!key || !['money', 'int', 'qty', 'ratio'].includes(key.type.t)) {
    if (key || !by || second)
      work.kit.reporter.report(codes.bandsNeedKey, (second ?? by ?? statement).span, {});
    return null;
  }
  const lines = statement.children.filter((line) => line.head === null);
  if (lines.length === 0) {
    work.kit.reporter.report(codes.emptyTable, statement.span, {});
    return null;
  }
  const rows = lines.map((line) => bandRow(work, line, key, scope, owner));
  const read = rows.filter((row) => row !== null);
  if (read.length < rows.length || !areJoined(work, read, statement)) return null;
  const type = commonType(work, read, key.type);
  if (!type) return null;
  return {
    id: owner,
    type,
    origin: work.kit.origin(statement.span, cites(statement)),
    k: 'bands',
    key,
    rows: read.map(({ row }) => row),
  };
}

function bandRow(work: Work, line: Statement, key: Expr, scope: Scope, owner: Id): Read | null {
  const ends = endsOf(line);
  if (!ends || !line.body) {
    work.kit.reporter.report(codes.bandShape, line.span, {});
    return null;
  }
  const at = owned(scope, `${owner}.band`, cites(line));
  const from = ends.from && end(work, ends.from, key, at);
  const to = ends.to && end(work, ends.to, key, at);
  if ((ends.from && !from) || (ends.to && !to)) return null;
  const name = { zh: bandName(work, from, to, 'zh'), en: bandName(work, from, to, 'en') };
  const id = `${owner}.${name.en}`;
  work.names.set(id, name);
  const rate = work.kit.value(line.body, owned(scope, id, cites(line)), ratio);
  const origin = work.kit.origin(line.span, cites(line));
  return rate && { statement: line, from, row: { id, origin, ...(to ? { to } : {}), rate } };
}

function bandName(work: Work, from: Expr | null, to: Expr | null, lang: 'zh' | 'en'): string {
  const [low, high] = [from, to].map((e) => e && wording(e, work.names, lang));
  if (low && high) return lang === 'zh' ? `${low} 至 ${high}` : `${low} to ${high}`;
  if (high) return lang === 'zh' ? `${high} 以下` : `at most ${high}`;
  return lang === 'zh' ? `超过 ${low ?? 0}` : `over ${low ?? 0}`;
}

/** Where two bands meet nothing hangs on to which of them the point belongs: each pays for its own part. */
function endsOf({ cases = [] }: Statement): Ends | null {
  const [only, second] = cases;
  if (!only || second || only.kind !== 'test' || only.test.kind !== 'test' || only.test.subject) return null;
  const { predicate: p } = only.test;
  if (p.kind === 'range') return { from: p.from, to: p.to };
  if (p.kind !== 'bound' || p.op === 'eq') return null;
  return p.op === 'le' || p.op === 'lt' ? { from: null, to: p.value } : { from: p.value, to: null };
}

function end(work: Work, e: Expression, key: Expr, scope: Scope): Expr | null {
  const s = work.kit.resolved.symbols;
  const value = work.kit.value(e, scope, key.type);
  const how = value && comparable(key.type, value.type, s);
  if (!value || how === 'same') return value;
  if (how === 'convert') return work.kit.node({ k: 'convert', a: value }, key.type, e.span, scope);
  work.kit.reporter.report(codes.cannotCompare, e.span, {
    left: typeWords(key.type, s),
    right: typeWords(value.type, s),
    what: '',
    value: work.kit.resolved.textOf(e.span),
  });
  return null;
}

const isZero = (e: Expr): boolean => e.k === 'lit' && e.value === '0';

/** Each band begins where the one above it ends, the first at nothing, and the last has no end. */
function areJoined(work: Work, read: readonly Read[], statement: Statement): boolean {
  let below: Expr | null = null;
  for (const [i, { statement: line, from, row }] of read.entries()) {
    const joins = i === 0 ? !from || isZero(from) : from && below && sameness(from) === sameness(below);
    if (!joins || (below && row.to && !rises(below, row.to))) {
      const expected = {
        zh: below ? wording(below, work.names, 'zh') : '0',
        en: below ? wording(below, work.names, 'en') : '0',
      };
      work.kit.reporter.report(codes.bandsNotJoined, line.span, { expected });
      return false;
    }
    below = row.to ?? null;
    if (!below && i < read.length - 1) {
      work.kit.reporter.report(codes.bandAfterLast, read[i + 1]?.statement.span ?? line.span, {});
      return false;
    }
  }
  if (below)
    work.kit.reporter.report(codes.tableHole, statement.span, {
      missing: {
        zh: `超过 ${wording(below, work.names, 'zh')}`,
        en: `more than ${wording(below, work.names, 'en')}`,
      },
    });
  return !below;
}

/** Told of constants only; parameters are looked at when they are bound. */
function rises(a: Expr, b: Expr): boolean {
  if (a.k !== 'lit' || b.k !== 'lit' || typeof a.value !== 'string' || typeof b.value !== 'string')
    return true;
  return compareExact(exact(a.value), exact(b.value)) < 0;
}

/** What the parts times their rates come to; the same in every row. */
function commonType(work: Work, read: readonly Read[], key: Type): Type | null {
  const s = work.kit.resolved.symbols;
  let common: Type | null = null;
  for (const { statement, row } of read) {
    if (row.rate.k === 'hole') continue;
    const type = productType(work.kit, key, row.rate.type) ?? productType(work.kit, row.rate.type, key);
    if (type && (!common || comparable(common, type, s) === 'same')) common = type;
    else {
      const [left, right] = [typeWords(key, s), typeWords(row.rate.type, s)];
      work.kit.reporter.report(codes.cannotCompute, statement.body?.span ?? statement.span, {
        op: '*',
        left,
        right,
      });
      return null;
    }
  }
  return common ?? key;
}
