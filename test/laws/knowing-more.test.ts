import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, every, exists, noneOf } from '../../runtime/aggregates.ts';
import { add, choose, convert, divide, multiply, round, subtract } from '../../runtime/arithmetic.ts';
import { chinaCalendar } from '../../runtime/calendar/china.ts';
import {
  eq,
  equal,
  le,
  lt,
  memberAll,
  memberAny,
  memberIn,
  present,
  rank,
  within,
} from '../../runtime/compare.ts';
import { date } from '../../runtime/dates.ts';
import { exact } from '../../runtime/exact.ts';
import { from, type Selected } from '../../runtime/lists.ts';
import {
  addDays,
  addMonths,
  dateOf,
  dayInYear,
  endOfMonth,
  monthOf,
  nextMonth,
  startOfYear,
  weekday,
  yearOf,
} from '../../runtime/periods.ts';
import { readTable } from '../../runtime/tables.ts';
import { distinct, maxOf, minOf, only, sum } from '../../runtime/totals.ts';
import { chooseTruth, truthOf } from '../../runtime/truth.ts';
import { isDoubt, isUnknown, unknownOf } from '../../runtime/unknown.ts';
import type { Exact, List, Maybe, Truth, Value } from '../../runtime/value.ts';
import { addWorkdays, festival, lunarDate, movedOffHoliday } from '../../runtime/workdays.ts';
import {
  expectStillTrue,
  expectTruthStays,
  OPTIONS,
  type Refined,
  refinedNumber,
  refinedOption,
  refinedSet,
  refinedTruth,
  WHY,
} from './values.ts';

// Law: finding out an unknown fact never contradicts a result that was settled without it, and never leaves the range
// or the options that were given for it.

const number = refinedNumber();

/** Checks an operation on two numbers. */
const binary = (op: (a: Maybe<Exact>, b: Maybe<Exact>) => Value | Truth): void =>
  fc.assert(
    fc.property(number, number, (a, b) => {
      expectStillTrue(op(a.before, b.before) as Value, op(a.after, b.after) as Value);
      expectStillTrue(op(a.before, b.before) as Value, op(a.before, b.after) as Value);
    }),
    { numRuns: 1000 },
  );

const truths = <A, B>(
  a: fc.Arbitrary<Refined<A>>,
  b: fc.Arbitrary<Refined<B>>,
  op: (a: A, b: B) => Truth,
): void =>
  fc.assert(
    fc.property(a, b, (x, y) => {
      expectTruthStays(op(x.before, y.before), op(x.after, y.after));
      expectTruthStays(op(x.before, y.before), op(x.after, y.before));
    }),
    { numRuns: 1000 },
  );

describe('knowing more never contradicts: numbers', () => {
  it('add, subtract, multiply', () => {
    binary(add);
    binary(subtract);
    binary(multiply);
  });
  it('divide', () => binary((a, b) => divide(a, b, 'n1')));
  it('round and convert', () => {
    for (const mode of ['up', 'down', 'half'] as const)
      binary((a) => round(convert(a, exact('1/2')), mode, 3));
  });
  it('choose', () =>
    fc.assert(
      fc.property(refinedTruth, number, number, (c, a, b) => {
        expectStillTrue(choose(c.before, a.before, b.before), choose(c.after, a.after, b.after));
      }),
    ));
});

describe('knowing more never contradicts: comparisons', () => {
  it('eq, lt, le on numbers', () => {
    truths(number, number, (a, b) => eq(a, b, 'k'));
    truths(number, number, (a, b) => lt(a, b, 'k'));
    truths(number, number, (a, b) => le(a, b, 'k'));
  });
  it('eq and order of options', () => {
    truths(refinedOption, refinedOption, (a, b) => eq(a, b, 'k'));
    truths(refinedOption, refinedOption, (a, b) => lt(rank(a, OPTIONS), rank(b, OPTIONS), 'k'));
  });
  it('equal on sets and conditions', () => {
    truths(refinedSet, refinedSet, (a, b) => equal(a, b, 'k'));
    truths(refinedTruth, refinedTruth, (a, b) => equal(a, b, 'k'));
  });
  it('within spans, half-known ones too', () =>
    fc.assert(
      fc.property(number, number, number, fc.boolean(), fc.boolean(), (a, lo, hi, loIn, hiIn) => {
        const span = (end: 'before' | 'after') => ({ lo: lo[end], loIn, hi: hi[end], hiIn });
        const before = within(a.before, span('before'), 'k');
        expectTruthStays(before, within(a.after, span('after'), 'k'));
        expectTruthStays(before, within(a.before, span('after'), 'k'));
        expectTruthStays(before, within(a.after, span('before'), 'k'));
      }),
      { numRuns: 3000 },
    ));
  it('members of sets', () => {
    truths(refinedOption, refinedSet, (a, b) => memberIn(a, b, 'k'));
    truths(refinedSet, refinedSet, (a, b) => memberAny(a, b, 'k'));
    truths(refinedSet, refinedSet, (a, b) => memberAll(a, b, 'k'));
  });
  it('present', () => {
    truths(number, number, (a) => present(a, 'k'));
    truths(refinedSet, number, (a) => present(a, 'k'));
  });
  it('conditions chosen by a condition', () =>
    fc.assert(
      fc.property(refinedTruth, refinedTruth, refinedTruth, (c, a, b) => {
        expectTruthStays(chooseTruth(c.before, a.before, b.before), chooseTruth(c.after, a.after, b.after));
      }),
    ));
});

describe('knowing more never contradicts: dates', () => {
  const day = refinedNumber(date('2023-12-20'), date('2024-03-10'));
  const n = refinedNumber(-14, 14);
  const dates = (op: (a: Maybe<Exact>, b: Maybe<Exact>) => Value): void =>
    fc.assert(
      fc.property(day, n, (a, b) => expectStillTrue(op(a.before, b.before), op(a.after, b.after))),
      {
        numRuns: 1000,
      },
    );
  it('periods', () => {
    dates((a, b) => addMonths(a, b, 'k'));
    dates((a, b) => addDays(a, b, 'k'));
    dates((a) => nextMonth(monthOf(a)));
    dates((a) => endOfMonth(monthOf(a)));
    dates((a) => startOfYear(yearOf(a)));
    dates((a) => weekday(a));
  });
  it('workdays', () => {
    dates((a, b) => addWorkdays(chinaCalendar, a, b, 'k'));
    dates((a) => movedOffHoliday(chinaCalendar, a));
  });
  it('workdays where the calendar ends', () => {
    const late = refinedNumber(date('2026-12-10'), date('2027-01-10'));
    fc.assert(
      fc.property(late, n, (a, b) => {
        expectStillTrue(
          addWorkdays(chinaCalendar, a.before, b.before, 'k'),
          addWorkdays(chinaCalendar, a.after, b.after, 'k'),
        );
        expectStillTrue(movedOffHoliday(chinaCalendar, a.before), movedOffHoliday(chinaCalendar, a.after));
      }),
      { numRuns: 1000 },
    );
  });
  it('dates from parts', () => {
    const parts = fc.tuple(refinedNumber(2019, 2025), refinedNumber(0, 13), refinedNumber(25, 32));
    fc.assert(
      fc.property(parts, ([y, m, d]) => {
        expectStillTrue(dateOf(y.before, m.before, d.before, 'k'), dateOf(y.after, m.after, d.after, 'k'));
        expectStillTrue(dayInYear(y.before, '02-29'), dayInYear(y.after, '02-29'));
        expectStillTrue(
          festival(chinaCalendar, y.before, 'spring', 'k'),
          festival(chinaCalendar, y.after, 'spring', 'k'),
        );
        expectStillTrue(
          lunarDate(chinaCalendar, y.before, 12, 30, 'k'),
          lunarDate(chinaCalendar, y.after, 12, 30, 'k'),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

/** A list as first known, perhaps not complete, with open elements and open conditions, and the list in full. */
interface RefinedList {
  readonly before: { readonly list: Maybe<List<Maybe<Exact>>>; readonly where: readonly Truth[] };
  readonly after: { readonly list: Maybe<List<Maybe<Exact>>>; readonly where: readonly Truth[] };
}

/** Elements to come are not negative: `sum` leaves an incomplete list open upwards only. */
const refinedList: fc.Arbitrary<RefinedList> = fc
  .record({
    elements: fc.array(fc.tuple(number, refinedTruth), { maxLength: 4 }),
    more: fc.array(fc.nat(6), { maxLength: 2 }),
    complete: fc.boolean(),
    unknown: fc.nat(5),
  })
  .map(({ elements, more, complete, unknown }) => {
    const others = complete ? [] : more;
    const items = elements.map(([value]) => value);
    const isUnknownList = unknown === 0 && items.every((i) => typeof i.after !== 'number' || i.after >= 0);
    const known = { items: items.map((i) => i.before), complete, reasons: WHY };
    return {
      before: {
        list: isUnknownList ? unknownOf(WHY, { mayBeAbsent: true }) : known,
        where: elements.map(([, truth]) => truth.before),
      },
      after: {
        list: { items: [...items.map((i) => i.after), ...others], complete: true },
        where: [...elements.map(([, truth]) => truth.after), ...others.map(() => true)],
      },
    };
  });

const selected = ({ list, where }: RefinedList['before']): Selected<Maybe<Exact>> => {
  const picked = from(list);
  const candidates = picked.candidates.map((c, i) => ({ ...c, belongs: where[i] ?? true }));
  return { ...picked, candidates: candidates.filter((c) => c.belongs !== false) };
};

describe('knowing more never contradicts: lists', () => {
  const lists = (op: (s: Selected<Maybe<Exact>>) => Value): void =>
    fc.assert(
      fc.property(refinedList, ({ before, after }) => {
        const [coarse, fine] = [op(selected(before)), op(selected(after))];
        if (isDoubt(coarse) || typeof coarse === 'boolean') expectTruthStays(coarse as Truth, fine as Truth);
        else expectStillTrue(coarse, fine);
      }),
      { numRuns: 2000 },
    );
  const positive = (e: Maybe<Exact>): Truth => lt(0, e, 'k');
  const bounds = [{}, { atLeast: 2 }, { atMost: 1 }, { atLeast: 1, atMost: 2 }, { atLeast: exact('3/2') }];

  it('有, 没有, 全部', () => {
    for (const bound of bounds) {
      lists((s) => exists(s, 'k', bound));
      lists((s) => noneOf(s, 'k', bound));
    }
    lists((s) => every(s, positive, 'k'));
  });
  it('counts and kinds', () => {
    lists(count);
    lists((s) => distinct(s, (e) => e));
  });
  it('totals', () => lists((s) => sum(s, (e) => e)));
  it('greatest and least', () => {
    lists((s) => maxOf(s, (e) => e));
    lists((s) => minOf(s, (e) => e));
  });
  it('the only one', () => lists((s) => only(s, (e) => e, 'k')));
});

describe('knowing more never contradicts: tables', () => {
  const table = (key: Maybe<Exact>, values: readonly [Value, Value, Value], rest: boolean) =>
    readTable(
      't',
      [key],
      [
        { id: 'low', when: () => lt(key, -2, 'r1'), value: () => values[0] },
        {
          id: 'middle',
          when: () => within(key, { lo: -2, loIn: true, hi: 2, hiIn: true }, 'r2'),
          value: () => values[1],
        },
        rest
          ? { id: 'rest', when: null, value: () => values[2] }
          : { id: 'high', when: () => lt(2, key, 'r3'), value: () => values[2] },
      ],
    );

  it('rows and values', () =>
    fc.assert(
      fc.property(number, number, number, number, fc.boolean(), (key, a, b, c, rest) => {
        const before = table(key.before, [a.before, b.before, c.before], rest);
        const after = table(key.after, [a.after, b.after, c.after], rest);
        expectStillTrue(before.value, after.value);
        if (before.row !== null) expect(after.row).toBe(before.row);
        for (const row of after.possible) expect(before.possible).toContain(row);
      }),
      { numRuns: 2000 },
    ));

  it('conditions as values', () =>
    fc.assert(
      fc.property(number, refinedTruth, refinedTruth, refinedTruth, (key, a, b, c) => {
        const read = (k: Maybe<Exact>, values: readonly [Truth, Truth, Truth]) =>
          truthOf(table(k, values, true).value, 'k');
        expectTruthStays(
          read(key.before, [a.before, b.before, c.before]),
          read(key.after, [a.after, b.after, c.after]),
        );
      }),
      { numRuns: 1000 },
    ));

  it('says why more than one row is possible', () => {
    const read = table(unknownOf(WHY, { min: 0, max: 5 }), [1, 2, 3], false);
    expect(read).toMatchObject({ row: null, possible: ['middle', 'high'], reasons: WHY });
    expect(read.value).toMatchObject({ min: 2, max: 3, reasons: WHY });
    expect(isUnknown(read.value)).toBe(true);
  });
});
