import type { Type } from '../../runtime/types.ts';
import type { DateLiteral, Expression, MonthPart, NumberLiteral, TailDate } from '../ast/expressions.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import { unitId } from '../resolve/units.ts';
import { date, int, type Kit, money, month, ratio, type Scope, year } from './kit.ts';
import { typeWords } from './typing.ts';

/** Fen of an exact decimal amount of yuan, or null if a fraction of a fen is left. */
export function fen(yuan: string): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(yuan);
  if (!match) return null;
  const decimals = match[3] ?? '';
  if (/[1-9]/.test(decimals.slice(2))) return null;
  return `${match[1]}${BigInt(`${match[2]}${decimals.padEnd(2, '0').slice(0, 2)}`)}`;
}

/** `12.5` as `25/2`. */
export function fraction(decimal: string, percent = false): string {
  const [top = '0', given = '1'] = decimal.split('/');
  const [whole = '0', decimals = ''] = top.split('.');
  let n = BigInt(`${whole}${decimals}`);
  let d = BigInt(given) * 10n ** BigInt(decimals.length) * (percent ? 100n : 1n);
  if (d === 0n) d = 1n;
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const g = gcd(n, d) || 1n;
  n /= g;
  d /= g;
  return d === 1n ? `${n}` : `${n}/${d}`;
}

export function numberLiteral(kit: Kit, e: NumberLiteral, scope: Scope, expected?: Type): Expr | null {
  if (e.percent) return kit.node({ k: 'lit', value: fraction(e.value, true) }, ratio, e.span, scope);
  if (e.unit?.kind === 'builtin' && e.unit.id === 'yuan') return moneyLiteral(kit, e, scope, expected);
  if (e.unit) {
    const unit = unitOf(kit, e.unit);
    return unit === null
      ? null
      : kit.node({ k: 'lit', value: fraction(e.value) }, { t: 'qty', unit }, e.span, scope);
  }
  if (expected?.t === 'year') return kit.node({ k: 'lit', value: e.value }, year, e.span, scope);
  if (expected?.t === 'money' || expected?.t === 'qty' || (expected?.t === 'rate' && e.value !== '0')) {
    kit.reporter.report(codes.missingUnit, e.span, {
      number: e.value,
      expected: typeWords(expected, kit.resolved.symbols),
    });
    return null;
  }
  const exact = fraction(e.value);
  return kit.node({ k: 'lit', value: exact }, exact.includes('/') ? ratio : int, e.span, scope);
}

function moneyLiteral(kit: Kit, e: NumberLiteral, scope: Scope, expected?: Type): Expr | null {
  const value = fen(e.value);
  if (value === null) {
    kit.reporter.report(codes.fractionOfFenWritten, e.span, { amount: e.value });
    return null;
  }
  const type = expected?.t === 'rate' && expected.of.t === 'money' ? expected : money;
  return kit.node({ k: 'lit', value }, type, e.span, scope);
}

/** Id of a built-in or declared unit; an unknown one is reported. */
export function unitOf(kit: Kit, unit: NonNullable<NumberLiteral['unit']>): string | null {
  if (unit.kind === 'builtin') return unitId(unit.id);
  const id = kit.resolved.unitsByName.get(unit.name.text);
  if (id) return id;
  kit.reporter.report(codes.unknownUnit, unit.span, { name: unit.name.text });
  return null;
}

function daysIn(y: number, m: number): number {
  if (m === 2) return (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(m) ? 30 : 31;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

export function dateLiteral(kit: Kit, e: DateLiteral, scope: Scope): Expr | null {
  const last = e.month >= 1 && e.month <= 12 ? daysIn(e.year, e.month) : 0;
  if (last === 0 || (e.day !== undefined && (e.day < 1 || e.day > last))) {
    kit.reporter.report(codes.noSuchDate, e.span, { date: written(kit, e), last: last || undefined });
    return null;
  }
  const text = `${pad(e.year, 4)}-${pad(e.month, 2)}`;
  if (e.day === undefined) return kit.node({ k: 'lit', value: text }, month, e.span, scope);
  return kit.node({ k: 'lit', value: `${text}-${pad(e.day, 2)}` }, date, e.span, scope);
}

export function written(kit: Kit, e: Expression): string {
  return kit.resolved.textOf(e.span).trim();
}

/** `03-31`; 29 February is a day of every year (art. 202 gives 28 February in common years). */
export function yearlyDay(kit: Kit, e: Expression & { kind: 'yearlyDay' }, scope: Scope): Expr | null {
  if (e.month < 1 || e.month > 12 || e.day < 1 || e.day > daysIn(2024, e.month)) {
    kit.reporter.report(codes.noSuchDate, e.span, { date: written(kit, e), last: undefined });
    return null;
  }
  const day = kit.node(
    { k: 'lit', value: `${pad(e.month, 2)}-${pad(e.day, 2)}` },
    { t: 'yearlyDay' },
    e.span,
    scope,
  );
  return scope.yearly ? inRoundYear(kit, day, e, scope) : day;
}

function inRoundYear(kit: Kit, day: Expr, e: Expression, scope: Scope): Expr {
  const round = kit.node({ k: 'roundYear' }, year, e.span, scope);
  return kit.node({ k: 'calendar', fn: 'inYear', args: [round, day] }, date, e.span, scope);
}

export function number(kit: Kit, n: number, e: Expression, scope: Scope): Expr {
  return kit.node({ k: 'lit', value: String(n) }, int, e.span, scope);
}

/** `首年-01-21`: a date or a month of a year that is a parameter or a fact. */
export function tailDate(kit: Kit, e: TailDate, scope: Scope): Expr | null {
  const at = kit.value(e.year, scope, year);
  if (!at) return null;
  if (at.type.t !== 'year') {
    kit.reporter.report(codes.wrongType, e.year.span, {
      what: written(kit, e.year),
      found: typeWords(at.type, kit.resolved.symbols),
      expected: typeWords(year, kit.resolved.symbols),
    });
    return null;
  }
  if (e.month < 1 || e.month > 12 || (e.day !== undefined && (e.day < 1 || e.day > daysIn(2024, e.month)))) {
    kit.reporter.report(codes.noSuchDate, e.span, { date: written(kit, e), last: undefined });
    return null;
  }
  const m = number(kit, e.month, e, scope);
  if (e.day === undefined)
    return kit.node({ k: 'calendar', fn: 'month', args: [at, m] }, month, e.span, scope);
  return kit.node(
    { k: 'calendar', fn: 'date', args: [at, m, number(kit, e.day, e, scope)] },
    date,
    e.span,
    scope,
  );
}

/** First and last day of `10 月底`, `年度-10 月中旬`: 上旬 1–10, 中旬 11–20, 下旬 21 to the end, 月底 the last day. */
export function monthPart(kit: Kit, e: MonthPart, scope: Scope): { start: Expr; end: Expr } | null {
  const at = e.year
    ? kit.value(e.year, scope, year)
    : scope.yearly
      ? kit.node({ k: 'roundYear' }, year, e.span, scope)
      : null;
  if (!at) {
    if (!e.year) kit.reporter.report(codes.whichYear, e.span, { what: written(kit, e) });
    return null;
  }
  const inMonth = (day: number): Expr =>
    kit.node(
      { k: 'calendar', fn: 'date', args: [at, number(kit, e.month, e, scope), number(kit, day, e, scope)] },
      date,
      e.span,
      scope,
    );
  const whole = kit.node(
    { k: 'calendar', fn: 'month', args: [at, number(kit, e.month, e, scope)] },
    month,
    e.span,
    scope,
  );
  const edge = (fn: 'startOf' | 'endOf'): Expr =>
    kit.node({ k: 'calendar', fn, args: [whole] }, date, e.span, scope);
  switch (e.part) {
    case 'whole':
      return { start: edge('startOf'), end: edge('endOf') };
    case 'first':
      return { start: inMonth(1), end: inMonth(10) };
    case 'middle':
      return { start: inMonth(11), end: inMonth(20) };
    case 'last':
      return { start: inMonth(21), end: edge('endOf') };
    case 'end':
      return { start: edge('endOf'), end: edge('endOf') };
  }
}

/** `农历 九月初九` in the year of the round. */
export function lunarDay(kit: Kit, e: Expression & { kind: 'lunarDay' }, scope: Scope): Expr | null {
  if (!scope.yearly) {
    kit.reporter.report(codes.whichYear, e.span, { what: written(kit, e) });
    return null;
  }
  const round = kit.node({ k: 'roundYear' }, year, e.span, scope);
  return kit.node(
    {
      k: 'calendar',
      fn: 'lunar',
      args: [round, number(kit, e.month, e, scope), number(kit, e.day, e, scope)],
    },
    date,
    e.span,
    scope,
  );
}
