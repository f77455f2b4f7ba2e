import { describe, expect, it } from 'vitest';
import {
  type Assignment,
  clamped,
  Day,
  dayLe,
  dayLt,
  Evaluation,
  lengthOf,
  monthsLater,
  num,
  numVar,
  ofAtom,
  Pool,
  weekdayNum,
} from '../../compiler/testkit.ts';
import { civilDate, daysInMonth, lastDayOfMonth, shiftMonths, weekdayOf } from '../../runtime/dates.ts';

const whole = (name: string, min: number, max: number) => numVar(name, { whole: true, min, max });
const part = {
  year: whole('year', 1900, 2100),
  month: whole('month', 1, 12),
  date: whole('date', 1, 31),
};
const civil = { year: ofAtom(part.year), month: ofAtom(part.month), date: ofAtom(part.date) };
const pool = new Pool();
const day = Day.ofCivil(pool, civil);

const given = (n: number): Assignment => {
  const { year, month, day: date } = civilDate(n);
  return new Map([
    ['year', year],
    ['month', month],
    ['date', date],
  ]);
};

const FIRST = Date.parse('1900-01-01') / 86_400_000;
const LAST = Date.parse('2100-12-31') / 86_400_000;
/** The last three days and the first of every month. */
const monthEnds = Array.from({ length: 201 * 12 }, (_, i) => lastDayOfMonth(1900 * 12 + i)).flatMap((end) => [
  end - 2,
  end - 1,
  end,
  Math.min(end + 1, LAST),
]);

describe('dates as terms, against the runtime', () => {
  it('every day from 1900 to 2100 has its day number, its weekday and the length of its month', () => {
    const weekday = weekdayNum(day.day);
    const length = lengthOf(civil);
    for (let n = FIRST; n <= LAST; n += 1) {
      const e = new Evaluation(given(n));
      const { year, month } = civilDate(n);
      if (
        e.num(day.day) !== n ||
        e.num(weekday) !== weekdayOf(n) ||
        e.num(length) !== daysInMonth(year, month)
      )
        expect([e.num(day.day), e.num(weekday), e.num(length)]).toEqual([
          n,
          weekdayOf(n),
          daysInMonth(year, month),
        ]);
    }
  });

  it('months are added at every end of a month as art. 202 says', () => {
    for (const months of [1, -1, 6, 11, 12, -12, 13, 48, 720, -1200, 1199]) {
      const moved = Day.ofCivil(pool, clamped(monthsLater(civil, num(months)), civil.date));
      for (const n of monthEnds) {
        const found = new Evaluation(given(n)).num(moved.day);
        if (found !== shiftMonths(n, months))
          expect([n, months, found]).toEqual([n, months, shiftMonths(n, months)]);
      }
    }
  });

  it('a number of months that is not settled moves a date all the same', () => {
    const count = numVar('count', { whole: true, min: -600, max: 600 });
    const moved = Day.ofCivil(pool, clamped(monthsLater(civil, ofAtom(count)), civil.date));
    for (const n of monthEnds.filter((_, i) => i % 7 === 0))
      for (const months of [-599, -13, -1, 0, 1, 2, 14, 600]) {
        const values = new Map([...given(n), ['count', months] as const]);
        expect(new Evaluation(values).num(moved.day)).toBe(shiftMonths(n, months));
      }
  });

  it('year, month and day of a day number are the one solution of their constraints', () => {
    const own = new Pool();
    const number = numVar('n', { whole: true, min: FIRST, max: LAST });
    const found = Day.ofNumber(own, ofAtom(number)).civil;
    for (const n of monthEnds) {
      const e = new Evaluation(new Map([['n', n]]));
      const { year, month, day: date } = civilDate(n);
      expect([e.num(found.year), e.num(found.month), e.num(found.date)]).toEqual([year, month, date]);
      expect(own.required.every((condition) => e.bool(condition))).toBe(true);
    }
  });

  it('dates are ordered by year, month and day as by day numbers', () => {
    const other = Day.constant(pool, Date.parse('2024-02-29') / 86_400_000);
    for (const n of monthEnds) {
      const e = new Evaluation(given(n));
      expect(e.bool(dayLt(day, other))).toBe(n < Number(other.day.base));
      expect(e.bool(dayLe(other, day))).toBe(n >= Number(other.day.base));
    }
  });
});
