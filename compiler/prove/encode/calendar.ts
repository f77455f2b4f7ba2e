import { chinaCalendar } from '../../../runtime/calendar/china.ts';
import { parseDate } from '../../../runtime/dates.ts';
import { compareExact } from '../../../runtime/exact.ts';
import { and, or } from '../terms/logic.ts';
import { add, boundsOf, eq, iteNum, le, lt, num, ZERO } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';

/** A day that a table gives, where it gives one. */
export interface Found {
  readonly day: Num;
  readonly given: Bool;
}

/** From `from` on, up to the next piece, the answer is so many days later. */
interface Piece {
  readonly from: number;
  readonly later: number;
}

const FIRST = parseDate(chinaCalendar.from) ?? 0;
const LAST = parseDate(chinaCalendar.through) ?? 0;

const pieces = new Map<string, { readonly pieces: readonly Piece[]; readonly last: number }>();

/** The published days, cut where the distance to the answer changes. They answer without a gap. */
function tabulated(name: string, answer: (day: number) => number | null) {
  const known = pieces.get(name);
  if (known) return known;
  const found: Piece[] = [];
  let last = FIRST - 1;
  for (let day = FIRST - 1; day <= LAST + 1; day += 1) {
    const to = answer(day);
    if (to === null) continue;
    last = day;
    if (found.at(-1)?.later !== to - day) found.push({ from: day, later: to - day });
  }
  const table = { pieces: found, last };
  pieces.set(name, table);
  return table;
}

/** The `n`th workday after a day, by the published calendar. */
export const workdaysAfter = (day: Num, n: number): Found =>
  lookUp(
    day,
    tabulated(`workdays ${n}`, (d) => chinaCalendar.addWorkdays(d, n)),
  );

/** The day itself, or the next workday where it is a day of rest. */
export const offHoliday = (day: Num): Found =>
  lookUp(
    day,
    tabulated('off holiday', (d) => chinaCalendar.nextDayAfterHoliday(d)),
  );

function lookUp(day: Num, table: { readonly pieces: readonly Piece[]; readonly last: number }): Found {
  const { min, max } = boundsOf(day);
  const within = table.pieces.filter((piece, i) => {
    const next = table.pieces[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const before = max !== null && compareExact(max, piece.from) < 0;
    return !before && !(min !== null && Number(min) >= next);
  });
  const first = table.pieces[0]?.from ?? 0;
  return { day: add(day, branches(day, within)), given: and(le(num(first), day), le(day, num(table.last))) };
}

function branches(day: Num, list: readonly Piece[]): Num {
  const half = list.length >> 1;
  const middle = list[half];
  if (!middle || half === 0) return num(middle?.later ?? list[0]?.later ?? 0);
  return iteNum(
    lt(day, num(middle.from)),
    branches(day, list.slice(0, half)),
    branches(day, list.slice(half)),
  );
}

/** Days by lunar year; none outside the tables, and none in years that lack the day. */
export function lunarDays(year: Num, pick: (year: number) => number | null): Found {
  const { first, last } = chinaCalendar.lunarYears;
  const { min, max } = boundsOf(year);
  const years: { readonly year: number; readonly day: number }[] = [];
  for (let y = Math.max(first, Number(min ?? first)); y <= Math.min(last, Number(max ?? last)); y += 1) {
    const day = pick(y);
    if (day !== null) years.push({ year: y, day });
  }
  const complete = years.length === (years.at(-1)?.year ?? 0) - (years[0]?.year ?? 1) + 1;
  const inside = and(le(num(years[0]?.year ?? 1), year), le(year, num(years.at(-1)?.year ?? 0)));
  const given = complete ? inside : or(...years.map((one) => eq(year, num(one.year))));
  return { day: byYear(year, years), given };
}

function byYear(year: Num, list: readonly { readonly year: number; readonly day: number }[]): Num {
  const half = list.length >> 1;
  const middle = list[half];
  if (!middle) return ZERO;
  if (half === 0) return num(middle.day);
  return iteNum(
    lt(year, num(middle.year)),
    byYear(year, list.slice(0, half)),
    byYear(year, list.slice(half)),
  );
}
