import { describe, expect, it } from 'vitest';
import { asNumber, lookup, read } from '../../runtime/access.ts';
import { le } from '../../runtime/compare.ts';
import { date } from '../../runtime/dates.ts';
import type { Binding } from '../../runtime/evaluator.ts';
import { condition } from '../../runtime/nodes.ts';
import { present } from '../../runtime/compare.ts';
import type { Case, Implementation } from '../../runtime/rules.ts';
import { any, truthOf } from '../../runtime/truth.ts';
import { allOf, fact, holds, line, meta, policy, programme, rule, text } from './kit.ts';

const facts = [
  fact('ok', 'bool'),
  fact('city', { t: 'text' }),
  fact('deceased', 'bool'),
  fact('deathDate', 'date', { optional: true }),
  fact('buried', 'bool'),
];
const POLICY = meta(facts, {
  names: {
    rate: { zh: '标准', en: 'rate' },
    cityRate: { zh: '市定标准', en: 'cityRate' },
    year: { zh: '年度', en: 'year' },
    issued: { zh: '发布日期', en: 'issued' },
    ok: { zh: '符合', en: 'ok' },
  },
  parameters: [
    { id: 'rate', type: { t: 'money' } },
    { id: 'cityRate', type: { t: 'keyed', key: { t: 'text' }, of: { t: 'money' } }, determiner: '市' },
    { id: 'year', type: { t: 'year' } },
  ],
  circumstances: [
    fact('issued', 'date'),
    fact('warned', 'bool'),
    fact('notices', { t: 'list', of: { t: 'date' } }),
  ],
});

const parameterRows: Implementation['parameterRows'] = {
  rate: [
    { from: () => date('2020-01-01'), value: () => 80_000 },
    { from: (c) => asNumber(read(c.circumstances, 'issued')) as number, value: () => 85_000 },
  ],
};
const rate = (c: Case) => asNumber(read(c.parameters, 'rate'));
const cityRate = (c: Case) => asNumber(lookup(read(c.parameters, 'cityRate'), text(c, 'city')));

const evaluator = policy(
  POLICY,
  [
    programme({
      eligible: (c) => allOf(c, 'ok'),
      amounts: [
        { id: 'byDate', cites: [], per: ['person'], base: rate },
        { id: 'byCity', cites: [], per: ['person'], base: cityRate },
      ],
    }),
    programme({
      id: 'warned',
      eligible: (c) => condition(rule('warned'), truthOf(read(c.circumstances, 'warned'), 'warned')),
    }),
    programme({ id: 'buried', eligible: (c) => line(c, 'buried') }),
  ],
  {
    parameterRows,
    fallbacks: {
      // Written out of order: one rests on the other.
      buried: (c) => any(holds(c, 'deceased')),
      deceased: (c) => present(read(c.facts, 'deathDate'), 'deathDate'),
      warned: (c) => le(date('2023-01-01'), asNumber(read(c.circumstances, 'issued')), 'warned'),
    },
    assertions: [
      { id: 'mine', cites: [], subject: 'person', holds: (c) => holds(c, 'ok') },
      { id: 'others', cites: [], subject: 'household', holds: () => false },
      { id: 'all', cites: [], holds: (c) => le(c.asOf, date('2099-01-01'), 'all') },
    ],
  },
);
const decide = (binding: Partial<Binding>, row: object = {}) =>
  evaluator.bind({ asOf: '2024-05-01', ...binding }).decide({ ok: true, ...row });
const amounts = (binding: Partial<Binding>, row: object = {}) =>
  decide(binding, row).programmes.help?.amounts;

describe('parameters', () => {
  it('written in the policy are those in force on the day', () => {
    const issued = { issued: '2023-01-01' };
    const on = (asOf: string) => amounts({ asOf, circumstances: issued })?.[0];
    expect(on('2022-12-31')?.amount).toEqual({ min: 80_000, max: 80_000 });
    expect(on('2023-01-01')?.amount).toEqual({ min: 85_000, max: 85_000 });
    expect(on('2019-12-31')).toMatchObject({
      amount: { min: null, max: null },
      reasons: [{ kind: 'parameter', parameter: 'rate' }],
    });
  });

  it('are open while it is not known which version is in force', () => {
    expect(amounts({})?.[0]).toMatchObject({
      amount: { min: null },
      reasons: [{ kind: 'missing', fact: 'issued' }],
    });
  });

  it('given at binding replace them, dated or not, under either name', () => {
    expect(amounts({ parameters: { 标准: 900 } })?.[0]?.amount).toEqual({ min: 90_000, max: 90_000 });
    const dated = [
      { from: '2024-05-02', value: 999 },
      { from: '2024-01-01', value: '950.50' },
    ];
    expect(amounts({ parameters: { rate: dated } })?.[0]?.amount.min).toBe(95_050);
    expect(amounts({ asOf: '2024-05-02', parameters: { rate: dated } })?.[0]?.amount.min).toBe(99_900);
    expect(amounts({ asOf: '2023-12-31', parameters: { rate: dated } })?.[0]?.reasons).toEqual([
      { kind: 'parameter', parameter: 'rate' },
    ]);
  });

  it('by key are unknown for the keys that nobody has set', () => {
    const parameters = { 市定标准: { 佛山市: 500 } };
    expect(amounts({ parameters }, { city: '佛山市' })?.[1]?.amount.min).toBe(50_000);
    expect(amounts({ parameters }, { city: '中山市' })?.[1]).toMatchObject({
      amount: { min: null, max: null },
      reasons: [{ kind: 'determination', by: '市', parameter: 'cityRate', key: '中山市' }],
    });
    expect(amounts({}, { city: '佛山市' })?.[1]?.reasons).toMatchObject([
      { kind: 'determination', by: '市', parameter: 'cityRate' },
    ]);
  });

  it('that there are not are refused with the nearest one', () => {
    expect(() => evaluator.bind({ asOf: '2024-05-01', parameters: { ratee: 1 } })).toThrow(
      /did you mean rate/,
    );
    expect(() => evaluator.bind({ asOf: '2024-02-30' })).toThrow(/asOf/);
    expect(() => evaluator.bind({ asOf: '2024-05-01', circumstances: { issued: 'soon' } })).toThrow(/issued/);
    expect(() => evaluator.bind({ asOf: '2024-05-01', subject: 'persn' })).toThrow(/did you mean person/);
  });

  it('are repeated in the decision as they were given', () => {
    const decision = decide({
      parameters: { 标准: 900, year: 2024 },
      circumstances: { 发布日期: '2023-01-01' },
    });
    expect(decision.parameters).toEqual({ rate: 900, year: 2024 });
    expect(decision.circumstances).toEqual({ issued: '2023-01-01' });
    expect(decision).toMatchObject({
      schema: 'bangfu.decision/1',
      policy: 'aid',
      version: 'v1',
      asOf: '2024-05-01',
      subject: 'person',
      inForce: 'yes',
    });
    expect(decision.calendar.through).toMatch(/^20\d\d-12-27$/);
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });
});

describe('facts', () => {
  it('not given are filled by what the policy computes, one from another', () => {
    expect(decide({}, { deathDate: '2024-01-01' }).programmes.buried?.outcome).toBe('eligible');
    expect(decide({}, { deathDate: null }).programmes.buried?.outcome).toBe('ineligible');
    expect(decide({}, {}).programmes.buried).toMatchObject({
      outcome: 'undetermined',
      missing: ['deathDate'],
    });
    expect(decide({}, { deceased: true }).programmes.buried?.outcome).toBe('eligible');
  });

  it('given win over what would be computed, with a warning', () => {
    const decision = decide({}, { deceased: false, deathDate: '2024-01-01', buried: true });
    expect(decision.programmes.buried?.outcome).toBe('eligible');
    expect(decision.warnings).toEqual([
      { path: 'deceased', problem: 'differsFromComputed', detail: 'no ≠ yes' },
      { path: 'buried', problem: 'differsFromComputed', detail: 'yes ≠ no' },
    ]);
    expect(decide({}, { deceased: true, deathDate: '2024-01-01' }).warnings).toEqual([]);
  });

  it('of the circumstances are filled and warned of in the same way', () => {
    expect(decide({ circumstances: { issued: '2023-01-01' } }).programmes.warned?.outcome).toBe('eligible');
    expect(decide({ circumstances: { issued: '2022-12-31' } }).programmes.warned?.outcome).toBe('ineligible');
    expect(decide({}).programmes.warned).toMatchObject({ outcome: 'undetermined', missing: ['issued'] });
    const late = decide({ circumstances: { notices: ['2024-05-01', '2024-05-02'] } });
    expect(late.warnings).toEqual([
      { path: 'notices[1]', problem: 'afterDecisionDate', detail: '2024-05-02' },
    ]);
  });

  it('of a name that there is not are refused', () => {
    expect(() => decide({}, { okk: true })).toThrow(/okk/);
  });
});

describe('assertions', () => {
  it('are checked for the kind of record they speak of', () => {
    const bound = evaluator.bind({ asOf: '2024-05-01' });
    expect(bound.check({ ok: false })).toEqual([
      { id: 'mine', truth: 'no' },
      { id: 'all', truth: 'yes' },
    ]);
    expect(bound.check({})[0]?.truth).toBe('unknown');
  });
});

describe('one programme that asks about another', () => {
  const two = (state: 'eligible' | 'selected') =>
    policy(meta([fact('ok', 'bool'), fact('n', 'int')]), [
      programme({
        id: 'second',
        eligible: (c) => condition(rule('asks'), c.outcome('first', state)),
      }),
      programme({
        id: 'first',
        eligible: (c) => line(c, 'ok'),
        stages: [
          {
            id: 'first.places',
            cites: [],
            source: null,
            groupBy: [],
            order: [{ key: (c) => asNumber(read(c.facts, 'n')), direction: 'ascending' }],
            limits: [() => 1],
            clash: 'least',
            ties: 'admit',
            refill: false,
          },
        ],
      }),
    ]).bind({ asOf: '2024-05-01' });
  const rows = [
    { ok: true, n: 2 },
    { ok: true, n: 1 },
    { ok: false, n: 0 },
  ];

  it('reads eligibility before any selection', () => {
    const outcomes = two('eligible')
      .decideAll(rows)
      .decisions.map((d) => d.programmes.second?.outcome);
    expect(outcomes).toEqual(['eligible', 'eligible', 'ineligible']);
  });

  it('reads who was selected once the register is known', () => {
    const outcomes = two('selected')
      .decideAll(rows)
      .decisions.map((d) => d.programmes.second?.outcome);
    expect(outcomes).toEqual(['ineligible', 'eligible', 'ineligible']);
    expect(two('selected').decide({ ok: true, n: 1 }).programmes.second).toMatchObject({
      outcome: 'undetermined',
      missing: [],
      reasons: [{ kind: 'population', stage: 'first.places' }],
    });
  });
});
