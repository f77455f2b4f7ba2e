import { date } from '../dates.ts';
import type { Festival } from './calendar.ts';
import { LUNAR_FIRST, LUNAR_START, LUNAR_YEARS } from './table.ts';

interface LunarYear {
  /** Day number of 正月初一. */
  readonly start: number;
  readonly leap: number;
  readonly bits: number;
}

const lengthOf = (bits: number, month: number): number => 29 + ((bits >> (16 - month)) & 1);
const leapLength = (bits: number): number => ((bits & 0xf) === 0 ? 0 : 29 + ((bits >> 16) & 1));

const yearLength = (bits: number): number =>
  Array.from({ length: 12 }, (_, i) => lengthOf(bits, i + 1)).reduce((a, b) => a + b, leapLength(bits));

const readYears = (): readonly LunarYear[] => {
  let start = date(LUNAR_START);
  return LUNAR_YEARS.split(' ').map((hex) => {
    const bits = Number.parseInt(hex, 16);
    const year = { start, leap: bits & 0xf, bits };
    start += yearLength(bits);
    return year;
  });
};

let years: readonly LunarYear[] | undefined;

const yearAt = (year: number): LunarYear | undefined => {
  years ??= readYears();
  return years[year - LUNAR_FIRST];
};

export const lunarYears = /* @__PURE__ */ (() => ({
  first: LUNAR_FIRST,
  last: LUNAR_FIRST + LUNAR_YEARS.split(' ').length - 1,
}))();

/** Day number of a date of the lunar calendar, or `null` where there is none or the year is not in the table. */
export const lunarDay = (year: number, month: number, day: number): number | null => {
  const found = yearAt(year);
  if (found === undefined || month < 1 || month > 12 || day < 1 || day > lengthOf(found.bits, month))
    return null;
  let before = found.leap !== 0 && found.leap < month ? leapLength(found.bits) : 0;
  for (let m = 1; m < month; m += 1) before += lengthOf(found.bits, m);
  return found.start + before + day - 1;
};

const FESTIVALS: { readonly [name in Festival]: readonly [month: number, day: number, shift: number] } = {
  spring: [1, 1, 0],
  newYearsEve: [1, 1, -1],
  dragonBoat: [5, 5, 0],
  midAutumn: [8, 15, 0],
  doubleNinth: [9, 9, 0],
};

export const festivalDay = (year: number, name: Festival): number | null => {
  const [month, day, shift] = FESTIVALS[name];
  const found = lunarDay(year, month, day);
  return found === null ? null : found + shift;
};
