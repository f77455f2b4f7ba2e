import { parseDate, parseMonth, parseYearlyDay } from '../dates.ts';
import { exact, isWhole, parseExact, times } from '../exact.ts';
import type { Type } from '../types.ts';
import type { Exact } from '../value.ts';
import type { InputProblem } from './errors.ts';

/** A reading that failed. */
export interface Failure {
  readonly problem: InputProblem;
}

const fail = (problem: InputProblem): Failure => ({ problem });

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'problem');

/** More digits than this and a floating-point number may no longer be what was written. */
const SAFE_DIGITS = 15;

const digitsOf = (text: string): number => text.replace(/[-.]/g, '').replace(/^0+/, '').length;

/** A JavaScript number as the decimal that was written, if it can be told. */
const decimalOfNumber = (raw: number): Exact | Failure => {
  if (Number.isSafeInteger(raw)) return raw + 0;
  const text = String(raw);
  const value = digitsOf(text) <= SAFE_DIGITS ? parseExact(text) : null;
  return value ?? fail('notExact');
};

/** A number, plain decimal digits or an exact fraction as text: `12`, `"12.5"`, `"1/2"`. */
const quantity = (raw: unknown): Exact | Failure =>
  typeof raw === 'string' ? (parseExact(raw) ?? fail('wrongType')) : decimal(raw);

/** A number, or plain decimal digits as text. */
const decimal = (raw: unknown): Exact | Failure => {
  if (typeof raw === 'number') return decimalOfNumber(raw);
  const text = typeof raw === 'string' && /^-?\d+(\.\d+)?$/.test(raw) ? raw : null;
  return (text === null ? null : parseExact(text)) ?? fail('wrongType');
};

const integer = (raw: unknown): Exact | Failure => {
  const value = decimal(raw);
  return isFailure(value) || isWhole(value) ? value : fail('wrongType');
};

/** Yuan as given, fen as kept. */
const money = (raw: unknown): Exact | Failure => {
  const yuan = decimal(raw);
  if (isFailure(yuan)) return yuan;
  const fen = times(yuan, 100);
  return isWhole(fen) ? fen : fail('fractionOfFen');
};

/** `0.2`, `"0.2"`, `"20%"` or `"1/5"`. */
const ratio = (raw: unknown): Exact | Failure => {
  if (typeof raw !== 'string') return decimal(raw);
  const percent = raw.endsWith('%');
  const value = percent ? decimal(raw.slice(0, -1)) : (parseExact(raw) ?? fail('wrongType'));
  return percent && !isFailure(value) ? times(value, exact('1/100')) : value;
};

/** Text in the form of a date must be one. */
const dated =
  (form: RegExp, parse: (text: string) => Exact | string | null) =>
  (raw: unknown): Exact | string | Failure => {
    if (typeof raw !== 'string' || !form.test(raw)) return fail('wrongType');
    return parse(raw) ?? fail('noSuchDate');
  };

const year = (raw: unknown): Exact | Failure => {
  const value = typeof raw === 'string' && !/^\d{4}$/.test(raw) ? fail('wrongType') : integer(raw);
  if (isFailure(value)) return value;
  return typeof value === 'number' && value >= 1 && value <= 9999 ? value : fail('noSuchDate');
};

const text = (raw: unknown): string | Failure => (typeof raw === 'string' ? raw : fail('wrongType'));

export type ScalarType = Exclude<Type['t'], 'enum' | 'set' | 'list' | 'record' | 'keyed' | 'rate'>;

const READ: { readonly [t in ScalarType]: (raw: unknown) => Exact | string | boolean | Failure } = {
  bool: (raw) => (typeof raw === 'boolean' ? raw : fail('wrongType')),
  int: integer,
  qty: quantity,
  money,
  ratio,
  date: dated(/^\d{4}-\d{2}-\d{2}$/, parseDate),
  month: dated(/^\d{4}-\d{2}$/, parseMonth),
  year,
  yearlyDay: dated(/^\d{2}-\d{2}$/, (day) => (parseYearlyDay(day) === null ? null : day)),
  text,
  ref: text,
};

/** A value that is no enumeration, list or record, from JSON-like data. */
export const readScalar = (t: ScalarType, raw: unknown): Exact | string | boolean | Failure => READ[t](raw);
