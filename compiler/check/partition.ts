import type { Id } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import { countsWhole } from '../resolve/units.ts';
import type { Kit } from './kit.ts';
import type { Work } from './work.ts';

/** A half-open question about one key: the set of its values for which a row's test holds. */
type Region = readonly Interval[] | readonly string[];

/** Exact bounds; `null` is without end. Over whole numbers both ends are included. */
interface Interval {
  readonly lo: Bound | null;
  readonly hi: Bound | null;
}
interface Bound {
  readonly at: Rational;
  readonly in: boolean;
}
interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

interface Domain {
  readonly kind: 'number' | 'option' | 'open';
  readonly whole: boolean;
  readonly lo: Rational | null;
  readonly hi: Rational | null;
  readonly options: readonly string[];
}

interface RowLike {
  readonly id: Id;
  readonly statement: Statement;
  readonly cases: readonly (Expr | null)[];
}

/**
 * Rows must neither overlap nor leave a hole over the declared range. Decided exactly where each
 * case compares a key with constants; tests of another kind (dates of the applicant, parameters)
 * cannot be compared here and are left to the analyses.
 */
export function partition(work: Work, statement: Statement, keys: readonly Expr[], rows: readonly RowLike[]): void {
  const domains = keys.map((key) => domainOf(work, key));
  const listed = rows.filter((row) => row.cases.some((c) => c !== null));
  const regions = listed.map((row) => row.cases.map((test, i) => (test ? regionOf(work, test, domains[i]) : full(domains[i]))));
  if (regions.some((region) => region.some((r) => r === null))) return;
  const known = regions as readonly (readonly Region[])[];
  if (reportOverlap(work.kit, listed, known, domains)) return;
  if (rows.length > listed.length) return;
  const hole = firstHole(known, domains, 0, known.map((_, i) => i));
  if (hole) work.kit.reporter.report(codes.tableHole, statement.span, { missing: hole.map((h, i) => show(h, keys[i], work)).join(', ') });
}

function reportOverlap(kit: Kit, rows: readonly RowLike[], regions: readonly (readonly Region[])[], domains: readonly Domain[]): boolean {
  for (let b = 1; b < rows.length; b++) {
    for (let a = 0; a < b; a++) {
      const shared = domains.map((d, i) => sample(meet(regions[a]?.[i] ?? [], regions[b]?.[i] ?? [], d), d));
      const [first, second] = [rows[a], rows[b]];
      if (!first || !second || shared.some((s) => s === null)) continue;
      const line = kit.resolved.line(first.statement.span.start);
      kit.reporter.report(codes.rowsOverlap, second.statement.span, {
        line, first: head(kit, first.statement), second: head(kit, second.statement), example: shared.map((s) => s ?? '').join(', '),
      }, { related: [{ path: kit.reporter.path, span: first.statement.span, zh: '与这一行重叠', en: 'overlaps with this row' }] });
      return true;
    }
  }
  return false;
}

function head(kit: Kit, statement: Statement): string {
  const text = kit.resolved.text.slice(statement.span.start, statement.span.end);
  return (text.split(/[:：]/)[0] ?? text).trim();
}

/** The first point of the keys that no row covers, by cutting each key at the ends of all regions. */
function firstHole(regions: readonly (readonly Region[])[], domains: readonly Domain[], key: number, alive: readonly number[]): readonly string[] | null {
  const domain = domains[key];
  if (!domain) return alive.length === 0 ? [] : null;
  for (const cell of cells(alive.map((r) => regions[r]?.[key] ?? []), domain)) {
    const inside = alive.filter((r) => sample(meet(regions[r]?.[key] ?? [], cell.region, domain), domain) !== null);
    const rest = firstHole(regions, domains, key + 1, inside);
    if (rest) return [cell.text, ...rest];
  }
  return null;
}

interface Cell {
  readonly region: Region;
  readonly text: string;
}

/** Pieces of the domain on which every region is wholly in or wholly out. */
function cells(regions: readonly Region[], domain: Domain): readonly Cell[] {
  if (domain.kind !== 'number') {
    const values = domain.kind === 'option' ? domain.options : [...new Set(regions.flatMap((r) => r as readonly string[])), '…'];
    return values.map((v) => ({ region: [v], text: v }));
  }
  const points = regions.flatMap((r) => (r as readonly Interval[]).flatMap((i) => [i.lo?.at, i.hi?.at].filter((x) => x !== undefined)));
  for (const p of [domain.lo, domain.hi]) if (p) points.push(p);
  const sorted = unique(points);
  const out: Interval[] = [];
  let before: Rational | null = null;
  for (const p of sorted) {
    out.push({ lo: before && { at: before, in: false }, hi: { at: p, in: false } }, { lo: { at: p, in: true }, hi: { at: p, in: true } });
    before = p;
  }
  out.push({ lo: before && { at: before, in: false }, hi: null });
  return out.flatMap((interval) => {
    const region = clip([interval], domain);
    const text = sample(region, domain);
    return text === null ? [] : [{ region, text }];
  });
}

function unique(points: readonly Rational[]): readonly Rational[] {
  const sorted = [...points].sort(compare);
  return sorted.filter((p, i) => i === 0 || compare(p, sorted[i - 1] ?? p) !== 0);
}

function full(domain: Domain | undefined): Region | null {
  if (!domain) return null;
  if (domain.kind === 'number') return clip([{ lo: null, hi: null }], domain);
  return domain.kind === 'option' ? domain.options : null;
}

/** Values of the key for which a test of the row's key with constants holds; null where it cannot be told. */
function regionOf(work: Work, test: Expr, domain: Domain | undefined): Region | null {
  if (!domain) return null;
  if (domain.kind === 'number') {
    const intervals = intervalsOf(test);
    return intervals && clip(intervals, domain);
  }
  const values = valuesOf(work, test);
  if (!values) return null;
  return domain.kind === 'option' && test.k === 'not' ? domain.options.filter((o) => !values.includes(o)) : test.k === 'not' ? null : values;
}

function valuesOf(work: Work, test: Expr): readonly string[] | null {
  if (test.k === 'not') return valuesOf(work, test.a);
  if (test.k === 'bound') return ['true'];
  if (test.k === 'cmp' && test.op === 'eq' && test.b.k === 'lit') return typeof test.b.value === 'string' ? [test.b.value] : null;
  if (test.k === 'member' && test.mode === 'in') return constantSet(work, test.set);
  return null;
}

function constantSet(work: Work, e: Expr): readonly string[] | null {
  if (e.k === 'lit') return typeof e.value === 'object' ? e.value : null;
  const body = e.k === 'def' ? work.definitions.get(e.def)?.body : undefined;
  return body ? constantSet(work, body) : null;
}

function intervalsOf(test: Expr): readonly Interval[] | null {
  if (test.k === 'cmp') return comparison(test);
  if (test.k === 'all') {
    const parts = test.parts.map(intervalsOf);
    if (parts.some((p) => p === null)) return null;
    return parts.reduce<readonly Interval[]>((a, b) => meetIntervals(a, b ?? []), [{ lo: null, hi: null }]);
  }
  return null;
}

function comparison(test: Expr & { k: 'cmp' }): readonly Interval[] | null {
  const [left, right] = [constant(test.a), constant(test.b)];
  const at = left ?? right;
  if (!at || (left && right)) return null;
  if (test.op === 'eq') return [{ lo: { at, in: true }, hi: { at, in: true } }];
  const bound: Bound = { at, in: test.op === 'le' };
  return left ? [{ lo: bound, hi: null }] : [{ lo: null, hi: bound }];
}

/** Value of a literal, also behind a change of unit (which then scales it: not followed here). */
function constant(e: Expr): Rational | null {
  if (e.k !== 'lit' || typeof e.value !== 'string') return null;
  if (!['int', 'ratio', 'money', 'qty', 'rate', 'year'].includes(e.type.t)) return null;
  return rational(e.value);
}

function rational(text: string): Rational {
  const [n = '0', d = '1'] = text.split('/');
  return { n: BigInt(n), d: BigInt(d) };
}

function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Declared range of a key: of the fact it reads, followed through changes of unit and rounding. */
function domainOf(work: Work, key: Expr): Domain {
  if (key.type.t === 'bool') return { kind: 'option', whole: true, lo: null, hi: null, options: ['true', 'false'] };
  if (key.type.t === 'enum') {
    const info = work.kit.resolved.symbols.enums.get(key.type.enum);
    return { kind: 'option', whole: true, lo: null, hi: null, options: [...(info?.options ?? []), ...(info?.open ? ['other'] : [])] };
  }
  if (['int', 'ratio', 'money', 'qty', 'rate', 'year'].includes(key.type.t)) return { kind: 'number', options: [], ...numbers(work, key) };
  return { kind: 'open', whole: true, lo: null, hi: null, options: [] };
}

function numbers(work: Work, e: Expr): { whole: boolean; lo: Rational | null; hi: Rational | null } {
  const whole = e.type.t === 'int' || e.type.t === 'year' || e.type.t === 'money' || (e.type.t === 'qty' && countsWhole(e.type.unit));
  if (e.k === 'fact') {
    const range = work.ranges.get(`${e.of}.${e.fact}`);
    return { whole, lo: range?.min ? rational(range.min) : null, hi: range?.max ? rational(range.max) : null };
  }
  if (e.k === 'def') {
    const body = work.definitions.get(e.def)?.body;
    if (body) return numbers(work, body);
  }
  if (e.k === 'round') {
    const inner = numbers(work, e.a);
    const step = (x: Rational | null): Rational | null => (x && roundTo(x, e.mode));
    return e.to === '1' ? { whole: true, lo: step(inner.lo), hi: step(inner.hi) } : { ...inner, whole: false };
  }
  if (e.k === 'convert' && e.a.type.t === 'qty' && e.type.t === 'qty') return scaled(work, e, e.a);
  return { whole, lo: null, hi: null };
}

function scaled(work: Work, e: Expr, a: Expr): { whole: boolean; lo: Rational | null; hi: Rational | null } {
  const units = work.kit.resolved.symbols.units;
  const from = rational(units.get(a.type.t === 'qty' ? a.type.unit : '')?.factor ?? '1');
  const to = rational(units.get(e.type.t === 'qty' ? e.type.unit : '')?.factor ?? '1');
  const inner = numbers(work, a);
  const times = (x: Rational | null): Rational | null => x && { n: x.n * from.n * to.d, d: x.d * from.d * to.n };
  return { whole: false, lo: times(inner.lo), hi: times(inner.hi) };
}

function floor(x: Rational): bigint {
  const q = x.n / x.d;
  return x.n < 0n && x.n % x.d !== 0n ? q - 1n : q;
}

function roundTo(x: Rational, mode: 'up' | 'down' | 'half'): Rational {
  const below = floor(x);
  const exact = below * x.d === x.n;
  if (mode === 'down' || exact) return { n: below, d: 1n };
  if (mode === 'up') return { n: below + 1n, d: 1n };
  return { n: floor({ n: 2n * x.n + x.d, d: 2n * x.d }), d: 1n };
}

function clip(intervals: readonly Interval[], domain: Domain): readonly Interval[] {
  const range: Interval = { lo: domain.lo && { at: domain.lo, in: true }, hi: domain.hi && { at: domain.hi, in: true } };
  return meetIntervals(intervals, [range]);
}

function meet(a: Region, b: Region, domain: Domain): Region {
  if (domain.kind === 'number') return meetIntervals(a as readonly Interval[], b as readonly Interval[]);
  return (a as readonly string[]).filter((x) => (b as readonly string[]).includes(x));
}

function meetIntervals(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  return a.flatMap((x) => b.map((y) => ({ lo: tighter(x.lo, y.lo, 1), hi: tighter(x.hi, y.hi, -1) })));
}

function tighter(a: Bound | null, b: Bound | null, sign: 1 | -1): Bound | null {
  if (!a || !b) return a ?? b;
  const order = compare(a.at, b.at) * sign;
  if (order !== 0) return order > 0 ? a : b;
  return a.in ? b : a;
}

/** One value inside, as text; null when there is none. Over whole numbers the gap between 29 and 30 is empty. */
function sample(region: Region, domain: Domain): string | null {
  if (domain.kind !== 'number') return (region as readonly string[])[0] ?? null;
  for (const { lo, hi } of region as readonly Interval[]) {
    const found = domain.whole ? wholeInside(lo, hi) : someInside(lo, hi);
    if (found !== null) return found;
  }
  return null;
}

function wholeInside(lo: Bound | null, hi: Bound | null): string | null {
  const least = lo ? (lo.in && floor(lo.at) * lo.at.d === lo.at.n ? floor(lo.at) : floor(lo.at) + 1n) : null;
  const most = hi ? (floor(hi.at) * hi.at.d === hi.at.n && !hi.in ? floor(hi.at) - 1n : floor(hi.at)) : null;
  if (least !== null && most !== null && least > most) return null;
  return String(least ?? most ?? 0n);
}

function someInside(lo: Bound | null, hi: Bound | null): string | null {
  if (!lo || !hi) return lo ? `${decimal(lo.at)}+` : hi ? `<${decimal(hi.at)}` : '0';
  const order = compare(lo.at, hi.at);
  if (order > 0 || (order === 0 && !(lo.in && hi.in))) return null;
  if (order === 0) return decimal(lo.at);
  return decimal({ n: lo.at.n * hi.at.d + hi.at.n * lo.at.d, d: 2n * lo.at.d * hi.at.d });
}

function decimal(x: Rational): string {
  let g = x.n < 0n ? -x.n : x.n;
  for (let b = x.d; b !== 0n; ) [g, b] = [b, g % b];
  const [n, d] = g === 0n ? [x.n, x.d] : [x.n / g, x.d / g];
  if (d === 1n) return String(n);
  const scaledUp = (n * 1000n) / d;
  return d === 2n || d === 4n || d === 5n || d === 10n ? `${scaledUp / 1000n}.${String(scaledUp % 1000n).padStart(3, '0').replace(/0+$/, '')}` : `${n}/${d}`;
}

function show(value: string, key: Expr | undefined, work: Work): string {
  if (key?.type.t === 'enum') return work.names.get(`${key.type.enum}.${value}`)?.zh ?? value;
  if (key?.type.t === 'qty') return `${value} ${work.names.get(key.type.unit)?.zh ?? key.type.unit}`;
  return value;
}
