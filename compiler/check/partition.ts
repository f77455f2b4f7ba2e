import { printDate } from '../../runtime/dates.ts';
import type { Type } from '../../runtime/types.ts';
import { unitAfter } from '../../runtime/unit-names.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Words } from '../diagnostics/catalogue/samples.ts';
import type { Expr, TableMode } from '../ir/expressions.ts';
import { literal, wording } from '../ir/wording.ts';
import type { Variable } from './atoms.ts';
import { type Found, survey } from './conditions.ts';
import { domainOf, regionOf } from './domains.ts';
import { cells, type Domain, elsewhere, full, meet, type Region, sample } from './regions.ts';
import type { Work } from './work.ts';

interface RowLike {
  readonly statement: Statement;
  readonly cases: readonly (Expr | null)[];
}

/** A row with the values of each key that it takes. */
interface Placed {
  readonly statement: Statement;
  readonly regions: readonly Region[];
}

/**
 * Rows must neither overlap nor leave a hole over the declared range. Decided exactly where each case compares a key with
 * constants; rows that test more are looked at as conditions, and `checked` at run time where that settles nothing.
 */
export function partition(
  work: Work,
  statement: Statement,
  keys: readonly Expr[],
  rows: readonly RowLike[],
): TableMode | undefined {
  const domains = keys.map((key) => domainOf(work, key));
  const listed = rows.filter((row) => row.cases.some((c) => c !== null));
  const placed = listed.map((row) => place(work, row, domains)).filter((row) => row !== null);
  if (placed.length < listed.length) return partitionByConditions(work, statement, keys, rows);
  if (reportOverlap(work, placed, domains, keys) || rows.length > listed.length) return undefined;
  const hole = firstHole(placed, domains, 0);
  if (hole) work.kit.reporter.report(codes.tableHole, statement.span, { missing: values(work, hole, keys) });
  return undefined;
}

/** The same for rows that are conditions, or taken in order. Only where two rows may hold together is there a mode to return. */
export function partitionByConditions(
  work: Work,
  statement: Statement,
  keys: readonly Expr[],
  rows: readonly RowLike[],
): TableMode | undefined {
  const listed = rows.filter((row) => row.cases.some((c) => c !== null));
  const tests = listed.map((row) => row.cases.filter((c) => c !== null));
  const isOrdered = statement.mode === 'inOrder';
  const { isComplete, overlap, hole, idle } = survey(work, tests, keys, isOrdered);
  if (overlap?.isCertain && overlap.rows && !isOrdered) {
    const [first, second] = overlap.rows.map((i) => listed[i]?.statement);
    if (first && second) overlapping(work, first, second, exampleWords(work, overlap));
    return undefined;
  }
  for (const i of idle) {
    const line = listed[i]?.statement ?? statement;
    work.kit.reporter.report(codes.rowNeverApplies, line.span, { row: head(work, line) });
  }
  if (rows.length === listed.length && idle.length === 0)
    reportMissing(work, statement, keys, isComplete, hole);
  return isComplete && !overlap ? undefined : 'checked';
}

/** A hole that can occur is shown; where one only cannot be ruled out, rows by conditions must close with 其余. */
function reportMissing(
  work: Work,
  statement: Statement,
  keys: readonly Expr[],
  isComplete: boolean,
  hole: Found | null,
): void {
  if (hole?.isCertain) {
    const missing = exampleWords(work, hole);
    work.kit.reporter.report(codes.tableHole, statement.span, { missing });
  } else if (keys.length === 0 && (hole || !isComplete)) {
    work.kit.reporter.report(codes.rowsMayMiss, statement.span, {});
  }
}

type Lang = 'zh' | 'en';

/** The same in both languages. */
const inBoth = (say: (lang: Lang) => readonly string[]): Words => ({
  zh: say('zh').join('，'),
  en: say('en').join(', '),
});

function exampleWords(work: Work, { example }: Found): Words {
  return inBoth((lang) => example.map(({ variable, value }) => pointWords(work, variable, value, lang)));
}

function pointWords(work: Work, { of, since, domain }: Variable, value: string | null, lang: Lang): string {
  const say = spoken[lang];
  const name = wording(of, work.names, lang);
  if (value === null) return `${name} ${say.absent}`;
  if (since) {
    const unit = unitAfter(value, since, work.names.get(since)?.[lang] ?? since, lang);
    return `${name} ${say.since} ${value} ${unit}`;
  }
  if (value === elsewhere) return `${name} ${say.elsewhere}`;
  if (domain.k === 'values' && of.type.t !== 'enum') return value === 'true' ? name : `${say.not} ${name}`;
  return `${name} ${say.is} ${literal(printable(value, of.type), of.type, work.names, lang)}`;
}

const spoken = {
  zh: { absent: '不存在', since: '至今', elsewhere: '为别的', not: '非', is: '为' },
  en: { absent: 'does not exist', since: 'to now', elsewhere: 'anything else', not: 'not', is: 'is' },
} as const;

function place(work: Work, row: RowLike, domains: readonly Domain[]): Placed | null {
  const regions = domains.map((domain, i) => {
    const test = row.cases[i];
    return test ? regionOf(work, test, domain) : full(domain);
  });
  const known = regions.filter((r) => r !== null);
  return known.length === regions.length ? { statement: row.statement, regions: known } : null;
}

function reportOverlap(
  work: Work,
  rows: readonly Placed[],
  domains: readonly Domain[],
  keys: readonly Expr[],
): boolean {
  for (const [b, second] of rows.entries()) {
    for (const first of rows.slice(0, b)) {
      const shared = sharedBy(first, second, domains);
      if (shared) return overlapping(work, first.statement, second.statement, values(work, shared, keys));
    }
  }
  return false;
}

/** Values that both rows take; null where none are. */
function sharedBy(a: Placed, b: Placed, domains: readonly Domain[]): readonly string[] | null {
  const shared: string[] = [];
  for (let i = 0; i < domains.length; i += 1) {
    const [x, y, domain] = [a.regions[i], b.regions[i], domains[i]];
    const one = x && y && domain ? sample(meet(x, y), domain) : null;
    if (one === null) return null;
    shared.push(one);
  }
  return shared;
}

function overlapping(work: Work, first: Statement, second: Statement, example: Words): true {
  const { reporter, resolved } = work.kit;
  const params = {
    line: resolved.line(first.span.start),
    first: head(work, first),
    second: head(work, second),
    example,
  };
  const related = [{ span: first.span, zh: '与这一行重叠', en: 'overlaps with this row' }];
  reporter.report(codes.rowsOverlap, second.span, params, { related });
  return true;
}

function head(work: Work, statement: Statement): string {
  const text = work.kit.resolved.textOf(statement.span);
  return (text.split(/[:：]/)[0] ?? text).trim();
}

/** The first point of the keys that no row covers, by cutting each key at the ends of all rows. */
function firstHole(
  alive: readonly Placed[],
  domains: readonly Domain[],
  key: number,
): readonly string[] | null {
  const domain = domains[key];
  if (!domain) return alive.length === 0 ? [] : null;
  const regions = alive.flatMap((row) => row.regions[key] ?? []);
  for (const cell of cells(regions, domain)) {
    const inside = alive.filter((row) => {
      const region = row.regions[key];
      return region && sample(meet(region, cell), domain) !== null;
    });
    const rest = firstHole(inside, domains, key + 1);
    if (rest) return [sample(cell, domain) ?? '', ...rest];
  }
  return null;
}

/** As a constant of the key's type is written: days are counted here and dated there. */
function printable(value: string, { t }: Type): string | boolean {
  if (t === 'bool') return value === 'true';
  return t === 'date' ? printDate(Number(value)) : value;
}

function values(work: Work, points: readonly string[], keys: readonly Expr[]): Words {
  const one = (value: string, key: Expr | undefined, lang: Lang): string => {
    if (!key) return value;
    const said =
      value === elsewhere
        ? spoken[lang].elsewhere
        : literal(printable(value, key.type), key.type, work.names, lang);
    return join(wording(key, work.names, lang), said);
  };
  return inBoth((lang) => points.map((value, i) => one(value, keys[i], lang)));
}

const join = (name: string, value: string): string => (name === '' ? value : `${name} ${value}`);
