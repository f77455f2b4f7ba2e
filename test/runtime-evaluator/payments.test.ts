import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asList, asNumber, asText, field, read } from '../../runtime/access.ts';
import { multiply } from '../../runtime/arithmetic.ts';
import { chinaCalendar } from '../../runtime/calendar/china.ts';
import { date, month } from '../../runtime/dates.ts';
import type { AmountResult, Decision, Payment } from '../../runtime/decision.ts';
import { exact } from '../../runtime/exact.ts';
import { monthOf } from '../../runtime/periods.ts';
import type { AmountRules, Case, SpanValue } from '../../runtime/rules.ts';
import { unknownOf } from '../../runtime/unknown.ts';
import type { List, Maybe } from '../../runtime/value.ts';
import { festival } from '../../runtime/workdays.ts';
import { allOf, day, fact, holds, meta, number, policy, programme } from './kit.ts';

const facts = [
  fact('ok', 'bool'),
  fact('extra', 'bool'),
  fact('heads', 'int', { min: '0', max: '10' }),
  fact('deathDate', 'date', { optional: true }),
  fact('visits', { t: 'list', of: { t: 'date' } }),
  fact('warnings', {
    t: 'list',
    of: { t: 'record', fields: [fact('on', 'date'), fact('kind', { t: 'text' })] },
  }),
];
const VALIDITY: SpanValue = { lo: date('2022-01-21'), loIn: true, hi: date('2024-01-20'), hiIn: true };

const amount = (more: Partial<AmountRules>): AmountRules => ({
  id: 'help.amount',
  cites: ['四'],
  per: ['person'],
  base: () => 20_000,
  ...more,
});
const bind = (rules: Partial<AmountRules>, asOf = '2023-06-15', inForce: SpanValue | null = VALIDITY) =>
  policy(
    meta(facts),
    [programme({ eligible: (c) => allOf(c, 'ok'), amounts: [amount(rules)] })],
    inForce === null ? {} : { inForce: () => inForce },
  ).bind({ asOf });

type Raw = { readonly [fact: string]: unknown };
const decide = (rules: Partial<AmountRules>, row: Raw, asOf?: string): Decision =>
  bind(rules, asOf).decide({ ok: true, ...row });
const result = (rules: Partial<AmountRules>, row: Raw, asOf?: string): AmountResult | undefined =>
  decide(rules, row, asOf).programmes.help?.amounts[0];
const list = (payments: readonly Payment[]) =>
  payments.map(({ on, amount: { min, max } }) => `${on} ${min}-${max}`);
const pay = (rules: Partial<AmountRules>, row: Raw, from: string, to: string, asOf?: string) =>
  list(bind(rules, asOf).payments({ ok: true, ...row }, { from, to }));

const monthly: Partial<AmountRules> = {
  per: ['person', 'month'],
  payFrom: () => month('2022-11'),
  payTo: (c) => monthOf(day(c, 'deathDate')),
};

describe('monthly amounts', () => {
  it('run from the first month on, and beyond the term with a warning', () => {
    const decision = decide(monthly, { deathDate: null });
    expect(decision.programmes.help?.amounts).toEqual([
      {
        id: 'help.amount',
        cites: ['四'],
        amount: { min: 20_000, max: 20_000 },
        per: ['person', 'month'],
        from: '2022-11',
        to: null,
        reasons: [],
      },
    ]);
    expect(decision.warnings).toEqual([
      { path: 'programmes.help.amounts.help.amount', problem: 'outsideValidity', detail: '2024-01-20' },
    ]);
    expect(pay(monthly, { deathDate: null }, '2024-01-01', '2024-03-01')).toEqual([
      '2024-01 20000-20000',
      '2024-02 20000-20000',
      '2024-03 20000-20000',
    ]);
  });

  it('include the month of death and no other after it', () => {
    const row = { deathDate: '2023-02-01' };
    expect(result(monthly, row)).toMatchObject({ from: '2022-11', to: '2023-02' });
    expect(decide(monthly, row).warnings).toEqual([]);
    expect(pay(monthly, row, '2022-01-01', '2023-12-31').map((one) => one.slice(0, 7))).toEqual([
      '2022-11',
      '2022-12',
      '2023-01',
      '2023-02',
    ]);
    expect(pay(monthly, { deathDate: '2022-10-31' }, '2022-01', '2023-12')).toEqual([]);
  });

  it('may be nothing in months that are open, and for who may not be entitled', () => {
    expect(pay(monthly, {}, '2022-10', '2022-12')).toEqual(['2022-11 0-20000', '2022-12 0-20000']);
    expect(result(monthly, {})).toMatchObject({
      to: null,
      toOpen: true,
      reasons: [{ kind: 'missing', fact: 'deathDate' }],
    });
    expect(list(bind(monthly).payments({ deathDate: null }, { from: '2022-11', to: '2022-11' }))).toEqual([
      '2022-11 0-20000',
    ]);
    expect(
      list(bind(monthly).payments({ ok: false, deathDate: null }, { from: '2022-11', to: '2022-11' })),
    ).toEqual([]);
  });

  it('refuse a period that is not one', () => {
    expect(() => pay(monthly, {}, '2022-02-30', '2022-12')).toThrow(/from/);
  });
});

describe('bounds and heads', () => {
  it('multiply by heads into a total, held to the cap and the floor', () => {
    const heads: Partial<AmountRules> = {
      heads: (c) => number(c, 'heads'),
      cap: () => 50_000,
      floor: () => 30_000,
    };
    expect(result(heads, { heads: 2 })).toMatchObject({
      amount: { min: 20_000 },
      total: { min: 40_000, max: 40_000 },
    });
    expect(result(heads, { heads: 9 })?.total).toEqual({ min: 50_000, max: 50_000 });
    expect(result(heads, { heads: 1 })?.total).toEqual({ min: 30_000, max: 30_000 });
    expect(result(heads, {})?.total).toEqual({ min: 30_000, max: 50_000 });
    expect(result({ heads: heads.heads as NonNullable<AmountRules['heads']> }, {})?.total).toEqual({
      min: 0,
      max: 200_000,
    });
  });

  it('bind an amount that stands alone', () => {
    expect(result({ cap: () => 15_000 }, {})?.amount).toEqual({ min: 15_000, max: 15_000 });
    const open = unknownOf([{ kind: 'parameter', parameter: 'p' }]);
    expect(result({ base: () => open, cap: () => 15_000 }, {})).toMatchObject({
      amount: { min: null, max: 15_000 },
      reasons: [{ kind: 'parameter', parameter: 'p' }],
    });
    expect(result({ base: () => open, floor: () => 100, cap: () => 100 }, {})).toMatchObject({
      amount: { min: 100, max: 100 },
      reasons: [],
    });
  });

  it('leave out an amount whose condition is no, and keep zero possible while it is open', () => {
    const when: Partial<AmountRules> = { when: (c) => holds(c, 'extra') };
    expect(result(when, { extra: false })).toBeUndefined();
    expect(result(when, { extra: true })?.amount).toEqual({ min: 20_000, max: 20_000 });
    expect(result(when, {})).toMatchObject({
      amount: { min: 0, max: 20_000 },
      reasons: [{ kind: 'missing', fact: 'extra' }],
    });
  });

  it('are a fault when a fraction of a fen is left', () => {
    expect(() => result({ base: () => multiply(1, 1) ?? 0 }, {})).not.toThrow();
    expect(() => result({ base: (c) => multiply(number(c, 'heads'), exact('1/3')) }, { heads: 1 })).toThrow(
      RangeError,
    );
  });

  it('print large sums exactly', () => {
    const big = result({ base: () => multiply(9_007_199_254_740_991, 3) }, {});
    expect(big?.amount.min).toBe('27021597764222973');
  });
});

const visits: Partial<AmountRules> = {
  events: { first: false, dates: (c) => asList(read(c.facts, 'visits')) as Maybe<List<Maybe<number>>> },
};
const firstVisit: Partial<AmountRules> = {
  events: { ...(visits.events as NonNullable<AmountRules['events']>), first: true },
};

describe('amounts by event', () => {
  it('pay once for each event in force up to the day decided for', () => {
    const row = { visits: ['2022-01-20', '2022-01-21', '2023-01-01', '2023-07-01'] };
    expect(result(visits, row)).toEqual({
      id: 'help.amount',
      cites: ['四'],
      amount: { min: 20_000, max: 20_000 },
      per: ['person'],
      on: ['2022-01-21', '2023-01-01'],
      times: { min: 2, max: 2 },
      total: { min: 40_000, max: 40_000 },
      reasons: [],
    });
    expect(decide(visits, row).warnings).toEqual([
      { path: 'visits[3]', problem: 'afterDecisionDate', detail: '2023-07-01' },
    ]);
    expect(pay(visits, row, '2022-01-01', '2022-12-31')).toEqual(['2022-01-21 20000-20000']);
    expect(result(visits, { visits: [] })).toMatchObject({
      times: { min: 0, max: 0 },
      total: { min: 0, max: 0 },
      on: [],
    });
  });

  it('are open above for an unknown list, unless capped', () => {
    expect(result(visits, {})).toMatchObject({
      times: { min: 0, max: null },
      total: { min: 0, max: null },
      reasons: [{ kind: 'missing', fact: 'visits' }],
    });
    expect(result({ ...visits, cap: () => 50_000 }, {})?.total).toEqual({ min: 0, max: 50_000 });
    const partial = { visits: { items: ['2022-05-01'], complete: false } };
    expect(result({ ...visits, cap: () => 50_000 }, partial)).toMatchObject({
      times: { min: 1, max: null },
      total: { min: 20_000, max: 50_000 },
    });
  });

  it('spend a cap from the first event on', () => {
    const row = { visits: ['2022-05-01', '2022-03-01', '2022-04-01'] };
    expect(pay({ ...visits, cap: () => 50_000 }, row, '2022-04', '2022-12')).toEqual([
      '2022-04-01 20000-20000',
      '2022-05-01 10000-10000',
    ]);
    expect(pay({ ...visits, cap: () => 20_000 }, row, '2022-04', '2022-12')).toEqual([
      '2022-04-01 0-0',
      '2022-05-01 0-0',
    ]);
  });

  it('pay only the first in force', () => {
    expect(result(firstVisit, { visits: ['2023-01-01', '2022-02-01', '2021-01-01'] })).toMatchObject({
      on: ['2022-02-01'],
      times: { min: 1, max: 1 },
      total: { min: 20_000, max: 20_000 },
    });
    expect(result(firstVisit, { visits: [] })?.times).toEqual({ min: 0, max: 0 });
    expect(result(firstVisit, {})).toMatchObject({
      times: { min: 0, max: 1 },
      total: { min: 0, max: 20_000 },
    });
    const partial = result(firstVisit, { visits: { items: ['2023-01-01'], complete: false } });
    expect(partial).toMatchObject({ on: [], times: { min: 1, max: 1 }, total: { min: 20_000, max: 20_000 } });
  });

  it('may be paid while the term itself is open', () => {
    const open: SpanValue = { ...VALIDITY, lo: unknownOf([{ kind: 'missing', fact: 'issued' }]) };
    const found = bind(visits, '2023-06-15', open).decide({ ok: true, visits: ['2022-05-01', '2025-01-01'] });
    expect(found.programmes.help?.amounts[0]).toMatchObject({
      on: [],
      times: { min: 0, max: 1 },
      total: { min: 0, max: 20_000 },
      reasons: [{ kind: 'missing', fact: 'issued' }],
    });
    expect(found.inForce).toBe('unknown');
  });

  it('pay the first of each key', () => {
    const rows = (c: Case) => (asList(read(c.facts, 'warnings')) as List).items;
    const byKind: Partial<AmountRules> = {
      events: {
        first: true,
        dates: (c) => ({
          items: rows(c).map((row) => asNumber(field(row, 'on')) as Maybe<number>),
          complete: true,
        }),
        by: (c) =>
          rows(c).map((row) => {
            const kind = asText(field(row, 'kind'));
            return typeof kind === 'string' ? kind : null;
          }),
      },
    };
    const heat = { on: '2022-07-01', kind: 'heat' };
    const warnings = [{ on: '2022-08-01', kind: 'heat' }, heat, { on: '2022-12-01', kind: 'cold' }];
    expect(result(byKind, { warnings })).toMatchObject({
      on: ['2022-07-01', '2022-12-01'],
      times: { min: 2, max: 2 },
    });
    const open = result(byKind, { warnings: [heat, { on: '2022-06-01' }] });
    expect(open).toMatchObject({ on: [], times: { min: 1, max: 2 } });
  });
});

describe('what is known of an amount', () => {
  const rules: Partial<AmountRules> = {
    ...visits,
    heads: (c) => number(c, 'heads'),
    when: (c) => holds(c, 'extra'),
    cap: () => 150_000,
  };
  const full = fc.record({
    extra: fc.boolean(),
    heads: fc.integer({ min: 0, max: 10 }),
    visits: fc.array(fc.constantFrom('2021-05-01', '2022-05-01', '2023-01-01', '2023-06-16'), {
      maxLength: 4,
    }),
  });
  const NOTHING = { amount: { min: 0, max: 0 }, times: { min: 0, max: 0 }, total: { min: 0, max: 0 } };

  it('always holds what it turns out to be', () => {
    const inside = (
      inner: number,
      range: { min: number | string | null; max: number | string | null } | undefined,
    ) => {
      if (range === undefined) return true;
      return (
        (range.min === null || Number(range.min) <= inner) &&
        (range.max === null || inner <= Number(range.max))
      );
    };
    fc.assert(
      fc.property(full, fc.subarray(['extra', 'heads', 'visits'] as const), (row, known) => {
        const part = result(rules, Object.fromEntries(known.map((name) => [name, row[name]]))) ?? NOTHING;
        const whole = result(rules, row) ?? NOTHING;
        for (const of of ['amount', 'times', 'total'] as const) {
          const exactly = whole[of];
          if (exactly === undefined) throw new Error(`${of} of a full record is open`);
          expect(exactly.min).toBe(exactly.max);
          // An amount out of play is not listed: nothing is paid, however often.
          if (of === 'times' && whole === NOTHING) continue;
          expect(inside(Number(exactly.min), part[of])).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('stated dates', () => {
  it.each([
    ['the eve of the term', '2022-01-20', ['2022-01-21']],
    ['its first day', '2022-01-21', []],
    ['its last day', '2024-01-20', []],
    ['the day after, in the same month', '2024-01-21', ['2024-01-20']],
  ])('a payment on one day outside the term is warned of by the day: %s', (_, on, details) => {
    const { warnings } = decide({ payOn: () => date(on), per: ['person', 'once'] }, {});
    expect(warnings.map(({ problem, detail }) => [problem, detail])).toEqual(
      details.map((detail) => ['outsideValidity', detail]),
    );
  });

  it('are paid on the day or in the month', () => {
    const inMonth: Partial<AmountRules> = { payOn: () => month('2022-08'), onIsMonth: true };
    expect(result(inMonth, {})?.on).toEqual(['2022-08']);
    expect(pay(inMonth, {}, '2022-08-15', '2022-08-20')).toEqual(['2022-08 20000-20000']);
    expect(pay(inMonth, {}, '2022-09-01', '2022-12-31')).toEqual([]);
    expect(pay({ payOn: () => date('2022-10-04') }, {}, '2022-10-04', '2022-10-04')).toEqual([
      '2022-10-04 20000-20000',
    ]);
  });

  it('come back every year in force, on the lunar calendar too', () => {
    const yearly: Partial<AmountRules> = {
      payOn: (c) => festival(c.calendar, c.roundYear, 'doubleNinth', 'on'),
      yearly: true,
    };
    expect(chinaCalendar.festival(2022, 'doubleNinth')).toBe(date('2022-10-04'));
    expect(result(yearly, {})?.on).toEqual(['2022-10-04', '2023-10-23']);
    expect(pay(yearly, {}, '2021-01-01', '2025-12-31')).toEqual([
      '2022-10-04 20000-20000',
      '2023-10-23 20000-20000',
    ]);
    const newYear: Partial<AmountRules> = {
      payOn: (c) => festival(c.calendar, c.roundYear, 'spring', 'on'),
      yearly: true,
    };
    expect(result(newYear, {})?.on).toEqual(['2022-02-01', '2023-01-22']);
  });

  it('cannot be listed where there are none', () => {
    expect(pay({ per: ['person', 'once'] }, {}, '2022-01', '2023-12')).toEqual([]);
  });
});
