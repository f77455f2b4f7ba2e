import { parseDate, parseMonth, printDate, printMonth } from '../../../runtime/dates.ts';
import type { Type } from '../../../runtime/types.ts';
import { Fraction } from '../../../runtime/exact.ts';
import type { Exact } from '../../../runtime/value.ts';

/** Values of a type as whole steps apart: fen, days, months, years, one of a unit, one per cent. */
export interface Scale {
  readonly read: (raw: unknown) => number | null;
  readonly write: (step: number) => unknown;
}

const whole: Scale = { read: numberOf, write: (step) => step };
const hundredths: Scale = {
  read: (raw) => {
    const value = numberOf(typeof raw === 'string' && raw.endsWith('%') ? raw.slice(0, -1) : raw);
    return value === null
      ? null
      : Math.round(typeof raw === 'string' && raw.endsWith('%') ? value : value * 100);
  },
  write: (step) => `${step}%`,
};
const fen: Scale = {
  read: (raw) => {
    const value = numberOf(raw);
    return value === null ? null : Math.round(value * 100);
  },
  write: (step) => {
    const digits = String(Math.abs(step)).padStart(3, '0');
    const yuan = `${step < 0 ? '-' : ''}${digits.slice(0, -2)}`;
    const cents = digits.slice(-2).replace(/0$/, '');
    return Number(cents === '' || cents === '0' ? yuan : `${yuan}.${cents}`);
  },
};
const days: Scale = { read: (raw) => (typeof raw === 'string' ? parseDate(raw) : null), write: printDate };
const months: Scale = {
  read: (raw) => (typeof raw === 'string' ? parseMonth(raw) : null),
  write: printMonth,
};

/** Null for types whose values do not follow each other. */
export function scaleOf(type: Type): Scale | null {
  switch (type.t) {
    case 'int':
    case 'qty':
    case 'year':
      return whole;
    case 'ratio':
      return hundredths;
    case 'money':
      return fen;
    case 'date':
      return days;
    case 'month':
      return months;
    case 'rate':
      return scaleOf(type.of);
    default:
      return null;
  }
}

/** Steps between two values of a type as the interpreter holds them. */
export const stepsBetween = (a: Exact, b: Exact, type: Type): number =>
  (approximate(a) - approximate(b)) * (type.t === 'ratio' ? 100 : 1);

/** Only ever where to look next: what is found there is decided exactly. */
const approximate = (value: Exact): number =>
  value instanceof Fraction ? Number(value.n) / Number(value.d) : value;

function numberOf(raw: unknown): number | null {
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
