import { firstDayOfMonth, monthOfDay } from '../../../runtime/dates.ts';

/** First and last month of the tables; inputs lie in 1600 to 2399, and may be moved a hundred years. */
export const FIRST_MONTH = 1500 * 12;
export const LAST_MONTH = 2500 * 12;
export const FIRST_TABLED = firstDayOfMonth(FIRST_MONTH);

/** Months by day, and first days by month: dates are then looked up, not computed. */
export interface CalendarTables {
  /** Month of `FIRST_TABLED + i`. */
  readonly months: Int32Array;
  /** First day of the month `FIRST_MONTH + i`. */
  readonly days: Int32Array;
}

let made: CalendarTables | undefined;

export function calendarTables(): CalendarTables {
  made ??= make();
  return made;
}

function make(): CalendarTables {
  const days = Int32Array.from({ length: LAST_MONTH - FIRST_MONTH + 1 }, (_, i) =>
    firstDayOfMonth(FIRST_MONTH + i),
  );
  const months = new Int32Array(firstDayOfMonth(LAST_MONTH) - FIRST_TABLED);
  for (let i = 0; i + 1 < days.length; i++)
    months.fill(FIRST_MONTH + i, (days[i] ?? 0) - FIRST_TABLED, (days[i + 1] ?? 0) - FIRST_TABLED);
  return { months, days };
}

/** Whether every day of the range is in the tables. */
export const tabled = (lo: number, hi: number): boolean => lo >= FIRST_TABLED && monthOfDay(hi) < LAST_MONTH;
