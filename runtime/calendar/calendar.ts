/** Years of the lunar calendar as published tables hold them. */
export interface LunarYears {
  readonly first: number;
  /** For each year: the length of its months in order, the leap month after the one it repeats. */
  readonly years: readonly LunarYear[];
}

export interface LunarYear {
  /** Day number of 正月初一. */
  readonly start: number;
  /** Lengths, 29 or 30 days, in order; twelve, or thirteen with a leap month. */
  readonly lengths: readonly number[];
  /** The month that the leap month repeats; 0 for none. */
  readonly leap: number;
}

export type Festival = 'spring' | 'newYearsEve' | 'dragonBoat' | 'midAutumn' | 'doubleNinth';

/**
 * Workdays and lunar dates of China as far as they are published. Days are day numbers. Nothing is guessed: outside
 * the days from `from` through `through`, and outside the years of the lunar tables, the answer is `null`.
 */
export interface WorkCalendar {
  readonly name: string;
  readonly version: string;
  readonly from: string;
  readonly through: string;
  /** Make-up workdays (调休上班) are workdays; weekends and holidays are not. */
  isWorkday(day: number): boolean | null;
  /** The `n`th workday after `day`, or before it when negative; `day` itself for 0. */
  addWorkdays(day: number, n: number): number | null;
  /** `day`, or the first workday after it where it is a day of rest: the last day of a period (Civil Code art. 203). */
  nextDayAfterHoliday(day: number): number | null;
  /** The day of a date in the lunar calendar, in the ordinary month where there is a leap month too. */
  lunar(year: number, month: number, day: number): number | null;
  festival(year: number, name: Festival): number | null;
}

export interface CalendarData {
  readonly name: string;
  readonly version: string;
  readonly from: string;
  readonly through: string;
  /** Days on which the weekday says the contrary: rest on Monday to Friday, work on Saturday or Sunday. */
  readonly exceptions: ReadonlySet<number>;
  readonly lunar: LunarYears;
}
