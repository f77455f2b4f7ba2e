// Writes runtime/calendar/table.ts from the package chinese-days: the days on which China's published
// arrangements differ from the plain week, and the lunar years. Run it after updating the package:
//   node tools/calendar-table.mjs
// The table is kept in the repository so that evaluators need no package and stay small in a browser; a test
// compares every day of it with the package.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const days = require('chinese-days');
const { version } = require('chinese-days/package.json');
const published = require('chinese-days/dist/chinese-days.json');

const weekday = (text) => (new Date(`${text}T00:00:00Z`).getUTCDay() + 6) % 7;
const years = [...new Set(Object.keys(published.holidays).map((text) => Number(text.slice(0, 4))))].sort();
const [first, last] = [years[0], years.at(-1)];
if (last - first !== years.length - 1) throw new Error('a year is missing between the published ones');

const inYear = (table, year, keep) =>
  Object.keys(table)
    .filter((text) => text.startsWith(`${year}-`) && keep(weekday(text)))
    .map((text) => text.slice(5).replace('-', ''))
    .sort()
    .join(' ');

const rows = years.map((year) => {
  const rest = inYear(published.holidays, year, (day) => day < 5);
  const work = inYear(published.workdays, year, (day) => day >= 5);
  return `  ${year}: {\n    rest: '${rest}',\n    work: '${work}',\n  },`;
});

/** From here on the lunar months can be checked against the new moons in Beijing's time (GB/T 33661-2017). */
const LUNAR_FIRST = 1950;
const LUNAR_LAST = 2100;
/**
 * Years in which the package's table carries a slip that has been copied from table to table: months 6 and 8 of 1996
 * and month 4 of 2060 would begin a day off the new moon. The test of the calendar compares all months with new moons.
 */
const CORRECTED = { 1996: '05ac0', 2060: '092e0' };
const lunarYear = (year) => {
  if (year in CORRECTED) return CORRECTED[year];
  const { leapMonth = 0, days: leapDays } = days.getYearLeapMonth(year);
  let bits = leapDays === 30 ? 1 : 0;
  for (let month = 1; month <= 12; month += 1) bits = bits * 2 + (days.monthDays(year, month) === 30 ? 1 : 0);
  return (bits * 16 + leapMonth).toString(16).padStart(5, '0');
};
const lunar = Array.from({ length: LUNAR_LAST - LUNAR_FIRST + 1 }, (_, i) => lunarYear(LUNAR_FIRST + i));
const lunarLines = Array.from(
  { length: Math.ceil(lunar.length / 10) },
  (_, i) => `  '${lunar.slice(i * 10, i * 10 + 10).join(' ')}',`,
);

const text = `// Written by tools/calendar-table.mjs from chinese-days ${version} (MIT), which collects the yearly arrangements of the
// General Office of the State Council. Do not edit by hand.

export const SOURCE = { name: 'chinese-days', version: '${version}' } as const;

/**
 * Month and day of the exceptions to the plain week, by year: days of rest from Monday to Friday, and make-up
 * workdays (调休上班) on Saturday or Sunday.
 */
export const EXCEPTIONS: { readonly [year: number]: { readonly rest: string; readonly work: string } } = {
${rows.join('\n')}
};

export const LUNAR_FIRST = ${LUNAR_FIRST};

/** 正月初一 of that year. */
export const LUNAR_START = '${days.getSolarDateFromLunar(`${LUNAR_FIRST}-01-01`).date}';

/**
 * Lunar years from ${LUNAR_FIRST} (two slips corrected, see the tool), five hexadecimal digits each: bits 19–16 say 1 where the leap month has 30 days, bits 15–4
 * the same of months 1 to 12, bits 3–0 are the number of the month after which the leap month comes, 0 for none.
 */
export const LUNAR_YEARS = /* @__PURE__ */ [
${lunarLines.join('\n')}
].join(' ');
`;

const target = new URL('../runtime/calendar/table.ts', import.meta.url);
const before = (() => {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
})();
if (before !== text) writeFileSync(target, text);
