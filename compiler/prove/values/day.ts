import { civilDate, dayNumber, isLeapYear } from '../../../runtime/dates.ts';
import { over, plus } from '../../../runtime/exact.ts';
import { and, constant, isYes, not, or } from '../terms/logic.ts';
import {
  add,
  boundsOf,
  eq,
  floor,
  indicator,
  isConstant,
  iteNum,
  le,
  lt,
  minus,
  modulo,
  num,
  numVar,
  ofAtom,
  ONE,
  plusConst,
  scale,
  wholeNum,
} from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';

/** A month of the calendar: `month` from 1 to 12. */
export interface Month {
  readonly year: Num;
  readonly month: Num;
}

export interface Civil extends Month {
  readonly date: Num;
}

/** Takes what must hold of variables that it makes. */
export interface Constraints {
  /** A name that no other variable has. */
  fresh(stem: string): string;
  require(condition: Bool): void;
}

/**
 * A date by year, month and day, by its day number, or by both; the other form is worked out when it is asked for.
 * By months dates are compared without knowing which years are leap years.
 */
export class Day {
  private civilForm: Civil | null;
  private dayForm: Num | null;
  private readonly constraints: Constraints;

  private constructor(constraints: Constraints, civil: Civil | null, day: Num | null) {
    this.constraints = constraints;
    this.civilForm = civil;
    this.dayForm = day;
  }

  static ofCivil = (constraints: Constraints, civil: Civil): Day => new Day(constraints, civil, null);
  static ofNumber = (constraints: Constraints, day: Num): Day =>
    isConstant(day) ? Day.constant(constraints, Number(day.base)) : new Day(constraints, null, day);

  static constant(constraints: Constraints, day: number): Day {
    const { year, month, day: date } = civilDate(day);
    return new Day(constraints, { year: num(year), month: num(month), date: num(date) }, num(day));
  }

  static choose(c: Bool, a: Day, b: Day): Day {
    if (a === b || isYes(c)) return a;
    const civil =
      a.civilForm && b.civilForm
        ? {
            year: iteNum(c, a.civilForm.year, b.civilForm.year),
            month: iteNum(c, a.civilForm.month, b.civilForm.month),
            date: iteNum(c, a.civilForm.date, b.civilForm.date),
          }
        : null;
    const day = a.dayForm && b.dayForm ? iteNum(c, a.dayForm, b.dayForm) : null;
    if (civil || day) return new Day(a.constraints, civil, day);
    return new Day(a.constraints, null, iteNum(c, a.day, b.day));
  }

  get isCivil(): boolean {
    return this.civilForm !== null;
  }

  get day(): Num {
    this.dayForm ??= dayOfCivil(this.civil);
    return this.dayForm;
  }

  get civil(): Civil {
    this.civilForm ??= civilOf(this.day, this.constraints);
    return this.civilForm;
  }
}

/** A number that orders dates as the calendar does. */
export const dayKey = ({ year, month, date }: Civil): Num => add(scale(year, 384), scale(month, 32), date);

const sides = (a: Day, b: Day): readonly [Num, Num] =>
  a.isCivil && b.isCivil ? [dayKey(a.civil), dayKey(b.civil)] : [a.day, b.day];

export const dayLt = (a: Day, b: Day): Bool => lt(...sides(a, b));
export const dayLe = (a: Day, b: Day): Bool => le(...sides(a, b));
export const dayEq = (a: Day, b: Day): Bool => eq(...sides(a, b));

/** Whether 29 February exists. The rule of centuries only where the year may be one without a leap day. */
export function leap(year: Num): Bool {
  if (isConstant(year)) return constant(isLeapYear(Number(year.base)));
  const fourth = eq(modulo(year, 4), num(0));
  const { min, max } = boundsOf(year);
  const plain: Bool[] = [];
  for (let century = Math.ceil(Number(min ?? 1) / 100) * 100; century <= Number(max ?? 9999); century += 100)
    if (century % 400 !== 0) plain.push(eq(year, num(century)));
  return plain.length === 0 ? fourth : and(fourth, not(or(...plain)));
}

/** Days of a month. */
export function lengthOf({ year, month }: Month): Num {
  const short = or(...[4, 6, 9, 11].map((m) => eq(month, num(m))));
  const february = plusConst(indicator(leap(year)), 28);
  return iteNum(eq(month, num(2)), february, iteNum(short, num(30), num(31)));
}

/** The day itself, or the month's last day where it has no such day (Civil Code art. 202). */
export function clamped(month: Month, date: Num): Civil {
  const { max } = boundsOf(date);
  if (max !== null && Number(max) <= 28) return { ...month, date };
  const last = lengthOf(month);
  return { ...month, date: iteNum(le(date, last), date, last) };
}

/** Which number from 1 to 12 `month` is chooses between twelve constants. */
function byMonth(month: Num, values: readonly number[], from = 1): Num {
  const [only = 0] = values;
  if (values.length === 1) return num(only);
  const half = values.length >> 1;
  const below = lt(month, num(from + half));
  return iteNum(
    below,
    byMonth(month, values.slice(0, half), from),
    byMonth(month, values.slice(half), from + half),
  );
}

/** Days of a common year before each month. */
const BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** The day before 1 January of year 0 in the form below, against the count from 1970. */
const EPOCH = dayNumber(1970, 1, 1) - (365 * 1969 + Math.floor(1969 / 4) - 19 + 4);

/** The day number: linear in year, month and day but for whole divisions by 4, 100 and 400. */
export function dayOfCivil({ year, month, date }: Civil): Num {
  const before = plusConst(year, -1);
  const part = (n: number): Num => floor(scale(before, over(1, n)));
  const leapDay = indicator(and(lt(num(2), month), leap(year)));
  const years = add(scale(before, 365), part(4), scale(part(100), -1), part(400));
  return plusConst(add(years, byMonth(month, BEFORE), leapDay, date), plus(EPOCH, -1));
}

/** The one date whose day number it is: three variables tied to it. The day must lie in the years 1 to 9999. */
function civilOf(day: Num, constraints: Constraints): Civil {
  const { min, max } = boundsOf(day);
  const years = { min: civilDate(Number(min ?? 0)).year, max: civilDate(Number(max ?? 0)).year };
  const make = (part: 'year' | 'month' | 'day', ends: { min: number; max: number }): Num =>
    ofAtom(numVar(constraints.fresh(part), { whole: true, ...ends, civil: { of: day, part } }));
  const civil = {
    year: make('year', years),
    month: make('month', { min: 1, max: 12 }),
    date: make('day', { min: 1, max: 31 }),
  };
  constraints.require(le(civil.date, lengthOf(civil)));
  constraints.require(eq(dayOfCivil(civil), day));
  return civil;
}

/** Months counted from year 0, as the runtime counts them. */
export const monthIndex = ({ year, month }: Month): Num => plusConst(add(scale(year, 12), month), -1);

export function monthOfIndex(index: Num): Month {
  const year = floor(scale(index, over(1, 12)));
  return { year, month: plusConst(minus(index, scale(year, 12)), 1) };
}

/** `n` months later; whole years leave the month as it is. */
export function monthsLater({ year, month }: Month, n: Num): Month {
  const years = scale(n, over(1, 12));
  if (wholeNum(years)) return { year: add(year, years), month };
  const index = add(plusConst(month, -1), n);
  const carried = floor(scale(index, over(1, 12)));
  return { year: add(year, carried), month: plus1(minus(index, scale(carried, 12))) };
}

const plus1 = (a: Num): Num => add(a, ONE);

export const chooseMonth = (c: Bool, a: Month, b: Month): Month => ({
  year: iteNum(c, a.year, b.year),
  month: iteNum(c, a.month, b.month),
});

/** Whether year, month and day, whole numbers all, name a day of the calendar in the years 1 to 9999. */
export function existsOn(civil: Civil): Bool {
  const { year, month, date } = civil;
  const within = (a: Num, lo: number, hi: number): Bool => and(le(num(lo), a), le(a, num(hi)));
  const held = { year, month, date: num(1) };
  return and(within(year, 1, 9999), within(month, 1, 12), le(num(1), date), le(date, lengthOf(held)));
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayNum = (day: Num): Num => plusConst(modulo(plusConst(day, 3), 7), 1);
