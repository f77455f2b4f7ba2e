// Civil calendar on day numbers: days since 1970-01-01, without time zones, for the years 1 to 9999.
// Months are numbered year × 12 + month − 1.

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const FIRST_DAY = -719162;
export const LAST_DAY = 2932896;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days of a month, 1 = January. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Day number of a date that exists; days beyond the month's end run into the next month. */
export const dayNumber = (year: number, month: number, day: number): number => {
  // Counting years from March puts the leap day last: 153 days every five months from then on.
  const y = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
};

export const civilDate = (dayNumberOf: number): CivilDate => {
  const fromMarch = dayNumberOf + 719468;
  const era = Math.floor(fromMarch / 146097);
  const dayOfEra = fromMarch - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day };
};

/** The day number of a date, or `null` where the calendar has none (or it lies outside the years 1 to 9999). */
export const dayOf = (year: number, month: number, day: number): number | null => {
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : null;
};

/** Reads `2022-12-31`; `null` for another form and for dates that do not exist. */
export const parseDate = (text: string): number | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
};

/** Reads `2022-12` as a month number; `null` for anything else. */
export const parseMonth = (text: string): number | null => {
  const parts = /^(\d{4})-(\d{2})$/.exec(text);
  if (parts === null || dayOf(Number(parts[1]), Number(parts[2]), 1) === null) return null;
  return Number(parts[1]) * 12 + Number(parts[2]) - 1;
};

/** Reads `03-31`, a day of every year; 29 February is one. `null` for anything else. */
export const parseYearlyDay = (text: string): { readonly month: number; readonly day: number } | null => {
  const parts = /^(\d{2})-(\d{2})$/.exec(text);
  const [month, day] = [Number(parts?.[1]), Number(parts?.[2])];
  return parts !== null && dayOf(2000, month, day) !== null ? { month, day } : null;
};

/** A date of the policy: `date('2022-12-31')`. Throws a `RangeError` for what `parseDate` does not read. */
export const date = (text: string): number => {
  const day = parseDate(text);
  if (day === null) throw new RangeError(`not a date: ${text}`);
  return day;
};

/** A month of the policy: `month('2022-12')`. Throws a `RangeError` for what `parseMonth` does not read. */
export const month = (text: string): number => {
  const number = parseMonth(text);
  if (number === null) throw new RangeError(`not a month: ${text}`);
  return number;
};

const digits = (n: number, width: number): string => String(n).padStart(width, '0');

export const printDate = (day: number): string => {
  const d = civilDate(day);
  return `${digits(d.year, 4)}-${digits(d.month, 2)}-${digits(d.day, 2)}`;
};

export const printMonth = (monthNumber: number): string =>
  `${digits(Math.floor(monthNumber / 12), 4)}-${digits((monthNumber % 12) + 1, 2)}`;

export const monthOfDay = (day: number): number => {
  const d = civilDate(day);
  return d.year * 12 + d.month - 1;
};

export const firstDayOfMonth = (monthNumber: number): number =>
  dayNumber(Math.floor(monthNumber / 12), (monthNumber % 12) + 1, 1);

export const lastDayOfMonth = (monthNumber: number): number => firstDayOfMonth(monthNumber + 1) - 1;

/**
 * The corresponding day `months` later (earlier when negative), or that month's last day where it has no such day
 * (Civil Code art. 202): 2020-02-29 + 12 months = 2021-02-28.
 */
export const shiftMonths = (day: number, months: number): number => {
  const target = monthOfDay(day) + months;
  return Math.min(firstDayOfMonth(target) + civilDate(day).day - 1, lastDayOfMonth(target));
};

/** A yearly day in one year; 29 February of a common year is its last day of February (art. 202). */
export const yearlyDayIn = (year: number, monthOfYear: number, day: number): number =>
  dayNumber(year, monthOfYear, Math.min(day, daysInMonth(year, monthOfYear)));

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
