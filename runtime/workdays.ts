import type { Festival, WorkCalendar } from './calendar/calendar.ts';
import { FIRST_DAY, LAST_DAY, parseDate } from './dates.ts';
import type { Reason } from './decision.ts';
import { type End, highEnd, lowEnd, openFrom } from './periods.ts';
import { isUnknown } from './unknown.ts';
import type { Exact, Maybe } from './value.ts';

// Questions to the published calendar. Where it does not answer, the result is unknown with the reason `calendar`.

const unpublished = (calendar: WorkCalendar, day: End): Reason => {
  const { from, through } = calendar;
  const early = day !== null && day < (parseDate(from) ?? day);
  return early ? { kind: 'calendar', through, from } : { kind: 'calendar', through };
};

const published = (calendar: WorkCalendar): readonly [first: number, last: number] => [
  parseDate(calendar.from) ?? FIRST_DAY,
  parseDate(calendar.through) ?? LAST_DAY,
];

/** Earliest day that the `n`th workday after `day` may be: so many workdays are at least as many days. */
const earliest = (calendar: WorkCalendar, day: number, n: number): End => {
  const [first, last] = published(calendar);
  const found = calendar.addWorkdays(day, n);
  if (found !== null) return found;
  if (n < 0) return day > last ? calendar.addWorkdays(last, n) : null;
  return day < first ? day + n : Math.max(day + n, last + 1);
};

const latest = (calendar: WorkCalendar, day: number, n: number): End => {
  const [first, last] = published(calendar);
  const found = calendar.addWorkdays(day, n);
  if (found !== null) return found;
  if (n > 0) return day < first ? calendar.addWorkdays(first, n) : null;
  return day > last ? day + n : Math.min(day + n, first - 1);
};

/** The `n`th workday after a day (before it when `n` is negative); counting begins on the day after (art. 201). */
export const addWorkdays = (
  calendar: WorkCalendar,
  start: Maybe<Exact>,
  n: Maybe<Exact>,
  at: string,
): Maybe<number> => {
  if (start === null || n === null) return null;
  const [[from, by], [until, most]] = [
    [lowEnd(start), lowEnd(n)],
    [highEnd(start), highEnd(n)],
  ];
  const settled = !isUnknown(start) && !isUnknown(n);
  if (settled && by === null) return openFrom([], null, null, [{ kind: 'data', problem: 'notWhole', at }]);
  const low = from === null || by === null ? null : earliest(calendar, from, by);
  const high = until === null || most === null ? null : latest(calendar, until, most);
  if (settled && low !== null && low === high) return low;
  return openFrom([start, n], low, high, settled ? [unpublished(calendar, from)] : []);
};

/** Civil Code art. 203, see `WorkCalendar.nextDayAfterHoliday`. */
export const movedOffHoliday = (calendar: WorkCalendar, day: Maybe<Exact>): Maybe<number> => {
  if (day === null) return null;
  const [low, high] = [lowEnd(day), highEnd(day)];
  const first = low === null ? null : calendar.nextDayAfterHoliday(low);
  if (!isUnknown(day) && first !== null) return first;
  const last = high === null ? null : calendar.nextDayAfterHoliday(high);
  const settled = first !== null && last !== null;
  return openFrom([day], first ?? low, last, settled ? [] : [unpublished(calendar, low)]);
};

const inTables = (calendar: WorkCalendar, year: End): year is number =>
  year !== null && year >= calendar.lunarYears.first && year <= calendar.lunarYears.last;

const tablesReason = (calendar: WorkCalendar): Reason => ({
  kind: 'calendar',
  from: `${calendar.lunarYears.first}-01-01`,
  through: `${calendar.lunarYears.last}-12-31`,
});

/** A day of the lunar calendar in a year that may be unknown; later years give later days. */
const lunarIn = (
  calendar: WorkCalendar,
  year: Maybe<Exact>,
  at: string,
  dayIn: (year: number) => number | null,
): Maybe<number> => {
  if (year === null) return null;
  const [first, last] = [lowEnd(year), highEnd(year)];
  const low = inTables(calendar, first) ? dayIn(first) : null;
  if (!isUnknown(year)) {
    if (low !== null) return low;
    const noDay: Reason = { kind: 'data', problem: 'noSuchDay', at };
    return openFrom([], null, null, [inTables(calendar, first) ? noDay : tablesReason(calendar)]);
  }
  const high = inTables(calendar, last) ? dayIn(last) : null;
  return openFrom(
    [year],
    low,
    high,
    inTables(calendar, first) && inTables(calendar, last) ? [] : [tablesReason(calendar)],
  );
};

/** 农历 month and day in the lunar year that begins in `year`, in the ordinary month where there is a leap one. */
export const lunarDate = (
  calendar: WorkCalendar,
  year: Maybe<Exact>,
  month: Maybe<Exact>,
  day: Maybe<Exact>,
  at: string,
): Maybe<number> => {
  if (year === null || month === null || day === null) return null;
  // Not every month has a 30th: which years lack it is not followed up, the range is left open.
  const mayLack = isUnknown(year) && (highEnd(day) ?? 30) > 29;
  if (isUnknown(month) || isUnknown(day) || mayLack) return openFrom([year, month, day], null, null);
  return lunarIn(calendar, year, at, (y) => calendar.lunar(y, Number(month), Number(day)));
};

/** Day of a festival in the lunar year that begins in `year`. */
export const festival = (
  calendar: WorkCalendar,
  year: Maybe<Exact>,
  name: Festival,
  at: string,
): Maybe<number> => lunarIn(calendar, year, at, (y) => calendar.festival(y, name));
