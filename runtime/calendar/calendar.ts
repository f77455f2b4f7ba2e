export type Festival = 'spring' | 'newYearsEve' | 'dragonBoat' | 'midAutumn' | 'doubleNinth';

/**
 * Workdays and lunar dates as far as they are published. Days are day numbers (days since 1970-01-01). Nothing is
 * guessed: outside the days `from` … `through` the questions about workdays are answered by `null`, and so are those
 * about lunar dates outside the years of the tables.
 */
export interface WorkCalendar {
  readonly name: string;
  readonly version: string;
  /** First and last day (`2004-01-01`) whose being a workday or not is published. */
  readonly from: string;
  readonly through: string;
  /** Weekends and holidays are no workdays; make-up workdays (调休上班) are. */
  isWorkday(day: number): boolean | null;
  /** The `n`th workday after `day`, or before it when negative; `day` itself for 0. */
  addWorkdays(day: number, n: number): number | null;
  /**
   * The last day of a period that would end on `day`: `day` itself, or where that is a day of rest the next workday
   * (Civil Code art. 203: 最后一日是法定休假日的，以法定休假日结束的次日为最后一日). Statutory holidays, weekends and
   * days of rest moved by 调休 all count as 法定休假日; make-up workdays do not.
   */
  nextDayAfterHoliday(day: number): number | null;
  /** First and last year of the lunar tables. */
  readonly lunarYears: { readonly first: number; readonly last: number };
  /** Day of a lunar date, in the ordinary month where a leap month repeats it; `null` where there is no such day. */
  lunar(year: number, month: number, day: number): number | null;
  /** Day of a festival in the lunar year that begins in `year`; 除夕 is the eve of that year's Spring Festival. */
  festival(year: number, name: Festival): number | null;
}
