import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinaCalendar } from '../../runtime/calendar/china.ts';
import { dayNumber } from '../../runtime/dates.ts';
import { compareExact } from '../../runtime/exact.ts';
import { type Paused, pausedPeriod } from '../../runtime/evaluator/pauses.ts';
import { intervalOf } from '../../runtime/interval.ts';
import type { Case, SpanValue } from '../../runtime/rules.ts';
import { isUnknown, unknownOf } from '../../runtime/unknown.ts';
import type { Exact, Maybe } from '../../runtime/value.ts';

const START = dayNumber(2023, 12, 20);
const ASOF = START + 90;

const at: Case = {
  asOf: ASOF,
  parameters: {},
  circumstances: {},
  facts: {},
  calendar: chinaCalendar,
  roundYear: 2024,
  memo: new Map(),
  outcome: () => true,
  stepTime: () => null,
  relations: {
    self: null,
    population: () => {
      throw new RangeError('no records');
    },
    open: (_, from) => from,
  },
};

interface Stop {
  readonly from: number;
  /** null: not ended by the decision date. */
  readonly to: number | null;
}

const stop: fc.Arbitrary<Stop> = fc
  .record({
    from: fc.integer({ min: -10, max: 80 }),
    length: fc.integer({ min: -2, max: 15 }),
    open: fc.nat(5),
  })
  .map(({ from, length, open }) => ({ from: START + from, to: open === 0 ? null : START + from + length }));

const period = fc.record({ n: fc.integer({ min: 1, max: 25 }), workdays: fc.boolean() });

const spanOf = ({ n, workdays }: { readonly n: number; readonly workdays: boolean }): SpanValue => ({
  lo: START,
  loIn: false,
  hi: workdays ? chinaCalendar.addWorkdays(START, n) : START + n,
  hiIn: true,
});

const closed = (lo: Maybe<Exact>, hi: Maybe<Exact>): SpanValue => ({ lo, loIn: true, hi, hiIn: true });

const paused = (span: SpanValue, stops: readonly SpanValue[], workdays: boolean): Paused =>
  pausedPeriod(span, { pauses: stops.map((one) => () => one), workdays }, at);

/** Day by day: the nth counted day that lies in no stop. */
function oracle({ n, workdays }: { readonly n: number; readonly workdays: boolean }, stops: readonly Stop[]) {
  let day = START;
  for (let left = n; left > 0; ) {
    day += 1;
    const stopped = stops.some(({ from, to }) => to !== null && from <= day && day <= to);
    if (!stopped && (!workdays || chinaCalendar.isWorkday(day))) left -= 1;
  }
  return day;
}

describe('pausing clocks', () => {
  it('end on the day that a count day by day comes to', () => {
    fc.assert(
      fc.property(period, fc.array(stop, { maxLength: 4 }), (how, all) => {
        const stops = all.filter(({ to }) => to !== null);
        const { last } = paused(
          spanOf(how),
          stops.map(({ from, to }) => closed(from, to)),
          how.workdays,
        );
        expect(last).toBe(oracle(how, stops));
      }),
      { numRuns: 500 },
    );
  });

  it('never end earlier for one pause more', () => {
    fc.assert(
      fc.property(period, fc.array(stop, { maxLength: 3 }), stop, (how, stops, more) => {
        const end = (of: readonly Stop[]) =>
          paused(
            spanOf(how),
            of.map(({ from, to }) => closed(from, to)),
            how.workdays,
          ).last;
        const [without, withIt] = [end(stops), end([...stops, more])];
        if (without === null || withIt === null) throw new Error('a period has an end');
        const [a, b] = [intervalOf(without), intervalOf(withIt)];
        if (a.min !== null && b.min !== null) expect(compareExact(a.min, b.min)).toBeLessThanOrEqual(0);
        else expect(a.min).toBe(b.min);
        if (a.max === null) expect(b.max).toBe(null);
        else if (b.max !== null) expect(compareExact(a.max, b.max)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });

  /** What was known of a day at first: within some days of what it turned out to be, or nothing. */
  const vague = fc.record({ low: fc.option(fc.nat(4)), high: fc.option(fc.nat(4)), known: fc.boolean() });
  const blurred = (day: number, how: { low: number | null; high: number | null; known: boolean }) =>
    how.known
      ? day
      : unknownOf([{ kind: 'missing', fact: 'f' }], {
          min: how.low === null ? null : day - how.low,
          max: how.high === null ? null : day + how.high,
        });

  it('knowing more of a pause, or that it has ended, leaves the end where it could lie', () => {
    fc.assert(
      fc.property(
        period,
        fc.array(fc.tuple(stop, vague, vague), { minLength: 1, maxLength: 3 }),
        (how, all) => {
          const before = paused(
            spanOf(how),
            all.map(([{ from, to }, a, b]) => closed(blurred(from, a), to === null ? null : blurred(to, b))),
            how.workdays,
          ).last;
          // What had not ended by the decision date ends on it or later.
          const ended = all.map(([{ from, to }, a]) => ({
            from,
            to: to ?? Math.max(from, ASOF + (a.low ?? 0)),
          }));
          const after = paused(
            spanOf(how),
            ended.map(({ from, to }) => closed(from, to)),
            how.workdays,
          ).last;
          if (before === null || after === null || isUnknown(after)) throw new Error('a period has an end');
          const { min, max } = intervalOf(before);
          if (min !== null) expect(compareExact(min, after)).toBeLessThanOrEqual(0);
          if (max !== null) expect(compareExact(after, max)).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
