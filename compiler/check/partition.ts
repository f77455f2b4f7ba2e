import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import { literal } from '../ir/wording.ts';
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
 * Rows must neither overlap nor leave a hole over the declared range. Decided exactly where each
 * case compares a key with constants; tests against parameters or other facts are left to the analyses.
 */
export function partition(
  work: Work,
  statement: Statement,
  keys: readonly Expr[],
  rows: readonly RowLike[],
): void {
  const domains = keys.map((key) => domainOf(work, key));
  const listed = rows.filter((row) => row.cases.some((c) => c !== null));
  const placed = listed.map((row) => place(work, row, domains)).filter((row) => row !== null);
  if (
    placed.length < listed.length ||
    reportOverlap(work, placed, domains, keys) ||
    rows.length > listed.length
  )
    return;
  const hole = firstHole(placed, domains, 0);
  if (hole) work.kit.reporter.report(codes.tableHole, statement.span, { missing: values(work, hole, keys) });
}

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
      const shared = domains.map((domain, i) => {
        const [x, y] = [first.regions[i], second.regions[i]];
        return x && y ? sample(meet(x, y), domain) : null;
      });
      const known = shared.filter((s) => s !== null);
      if (known.length === shared.length)
        return overlap(work, first.statement, second.statement, values(work, known, keys));
    }
  }
  return false;
}

function overlap(work: Work, first: Statement, second: Statement, example: string): true {
  const { reporter, resolved } = work.kit;
  const params = {
    line: resolved.line(first.span.start),
    first: head(work, first),
    second: head(work, second),
    example,
  };
  const related = [
    { path: reporter.path, span: first.span, zh: '与这一行重叠', en: 'overlaps with this row' },
  ];
  reporter.report(codes.rowsOverlap, second.span, params, { related });
  return true;
}

function head(work: Work, statement: Statement): string {
  const text = work.kit.resolved.text.slice(statement.span.start, statement.span.end);
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

function values(work: Work, points: readonly string[], keys: readonly Expr[]): string {
  const one = (value: string, key: Expr | undefined): string =>
    !key || value === elsewhere
      ? value
      : literal(key.type.t === 'bool' ? value === 'true' : value, key.type, work.names, 'zh');
  return points.map((value, i) => one(value, keys[i])).join(', ');
}
