import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, ProgrammeDecision } from '../../runtime/decision.ts';
import { condition, excepted, group, guarded } from '../../runtime/nodes.ts';
import type { Case, ProgrammeRules, RuleNode } from '../../runtime/rules.ts';
import { readTable } from '../../runtime/tables.ts';
import { le, lt } from '../../runtime/compare.ts';
import { all } from '../../runtime/truth.ts';
import { decidedBy, unspecified } from '../../runtime/unknown.ts';
import { fact, holds, line, meta, number, policy, programme, rule } from './kit.ts';

const FACTS = ['a', 'b', 'c', 'd', 'x', 'y'] as const;
const facts = [...FACTS.map((id) => fact(id, 'bool')), fact('years', 'int', { min: '0', max: '60' })];

function decide(more: Partial<ProgrammeRules>, row: { readonly [fact: string]: unknown }): ProgrammeDecision {
  const decision = policy(meta(facts), [programme(more)])
    .bind({ asOf: '2024-05-01' })
    .decide(row);
  const found = decision.programmes.help;
  if (found === undefined) throw new Error('not decided');
  return found;
}

/** a and (b or at least two of c, d, x); y excludes. */
function eligible(c: Case): RuleNode {
  const two = group(
    rule('two'),
    'atLeast',
    ['c', 'd', 'x'].map((id) => line(c, id)),
    2,
  );
  const either = group(rule('either'), 'any', [line(c, 'b'), two]);
  return group(rule('eligible', ['一']), 'all', [line(c, 'a'), either]);
}
const RULES: Partial<ProgrammeRules> = { eligible, excluded: [(c) => line(c, 'y')] };
const truths = (values: { readonly [fact: string]: boolean }) => ({
  a: true,
  b: false,
  c: false,
  d: false,
  x: false,
  y: false,
  ...values,
});

describe('the outcome', () => {
  it('is eligible, ineligible or undetermined', () => {
    expect(decide(RULES, truths({ b: true })).outcome).toBe('eligible');
    expect(decide(RULES, truths({})).outcome).toBe('ineligible');
    expect(decide(RULES, { a: true }).outcome).toBe('undetermined');
    expect(decide(RULES, { a: false }).outcome).toBe('ineligible');
  });

  it('lets exclusion beat eligibility and says what hit', () => {
    const excluded = decide(RULES, truths({ b: true, y: true }));
    expect(excluded.outcome).toBe('ineligible');
    expect(excluded.hit).toEqual(['y']);
    expect(excluded.eligible.truth).toBe('yes');
    expect(decide(RULES, { y: true }).outcome).toBe('ineligible');
  });

  it('names a smallest set of missing facts', () => {
    expect(decide(RULES, { a: true, y: false }).missing).toEqual(['b', 'c', 'd', 'x']);
    expect(decide(RULES, { ...truths({ b: true }), y: undefined }).missing).toEqual(['y']);
    expect(decide(RULES, truths({ b: true })).missing).toEqual([]);
    expect(decide(RULES, { a: true, b: false, c: true, d: false, y: false }).missing).toEqual(['x']);
  });

  it('gives each rule its truth, also those that no longer matter', () => {
    const { eligible: trace } = decide(RULES, { a: false, b: true });
    expect(trace.truth).toBe('no');
    expect(trace.cites).toEqual(['一']);
    expect(trace.children[1]?.children[1]).toMatchObject({
      id: 'two',
      op: 'atLeast',
      n: 2,
      truth: 'unknown',
    });
    expect(trace.children[1]?.truth).toBe('yes');
    expect(trace.children[1]?.children[1]?.reasons.map((reason) => reason.kind)).toEqual([
      'missing',
      'missing',
      'missing',
    ]);
  });
});

describe('what would change it', () => {
  const change = (row: { readonly [fact: string]: unknown }) => decide(RULES, row).wouldChange;

  it('is one smallest set, exclusions included', () => {
    expect(change(truths({}))).toEqual([{ rule: 'b', to: 'yes' }]);
    expect(change(truths({ a: false, y: true }))).toEqual([
      { rule: 'a', to: 'yes' },
      { rule: 'b', to: 'yes' },
      { rule: 'y', to: 'no' },
    ]);
    expect(change(truths({ b: true }))).toEqual([]);
    expect(change({ a: true })).toEqual([]);
  });

  it('is as small as trying every set of conditions finds, and it works', () => {
    const names = ['a', 'b', 'c', 'd', 'x', 'y'] as const;
    fc.assert(
      fc.property(fc.record(Object.fromEntries(names.map((name) => [name, fc.boolean()]))), (row) => {
        const before = decide(RULES, row);
        if (before.outcome !== 'ineligible') return;
        const flipped: Record<string, boolean> = { ...row };
        for (const { rule: id, to } of before.wouldChange) flipped[id] = to === 'yes';
        expect(decide(RULES, flipped).outcome).toBe('eligible');
        const sizes = Array.from({ length: 64 }, (_, mask) => mask).flatMap((mask) => {
          const tried = Object.fromEntries(
            names.map((name, i) => [name, Boolean(row[name]) !== ((mask >> i) % 2 === 1)]),
          );
          return decide(RULES, tried).outcome === 'eligible'
            ? [mask.toString(2).replaceAll('0', '').length]
            : [];
        });
        expect(before.wouldChange.length).toBe(Math.min(...sizes));
      }),
      { numRuns: 40 },
    );
  });

  it('turns a rule that is lifted or out of play as a whole', () => {
    const lifted = (c: Case) => excepted(line(c, 'b'), [{ id: 'x', truth: holds(c, 'x') }], true);
    const none: Partial<ProgrammeRules> = { eligible: (c) => group(rule('eligible'), 'none', [lifted(c)]) };
    const decision = decide(none, { b: false, x: true });
    expect(decision.eligible.children[0]?.liftedBy).toBe('x');
    expect(decision.wouldChange).toEqual([{ rule: 'b', to: 'no' }]);
  });
});

describe('guards and exceptions', () => {
  const guardedBy = (c: Case) => guarded(holds(c, 'x'), line(c, 'b'), true);
  const rules: Partial<ProgrammeRules> = {
    eligible: (c) => group(rule('eligible'), 'all', [line(c, 'a'), guardedBy(c)]),
  };

  it('take a rule out of play, and stay open with their condition', () => {
    const out = decide(rules, { a: true, b: false, x: false });
    expect(out.outcome).toBe('eligible');
    expect(out.eligible.children[1]).toMatchObject({ truth: 'yes', notApplicable: true });
    expect(decide(rules, { a: true, b: false, x: true }).outcome).toBe('ineligible');
    expect(decide(rules, { a: true, b: false }).outcome).toBe('undetermined');
    expect(decide(rules, { a: true, b: true }).outcome).toBe('eligible');
  });

  it('lift an exclusion', () => {
    const excluded = (c: Case) => excepted(line(c, 'y'), [{ id: 'x', truth: holds(c, 'x') }], false);
    const more: Partial<ProgrammeRules> = { excluded: [excluded] };
    expect(decide(more, { y: true, x: true }).hit).toEqual([]);
    expect(decide(more, { y: true, x: false }).hit).toEqual(['y']);
    expect(decide(more, { y: true }).outcome).toBe('undetermined');
    expect(decide(more, { y: false }).outcome).toBe('eligible');
  });
});

describe('the tier', () => {
  const read = (c: Case) => {
    const years = number(c, 'years');
    return readTable(
      'tier',
      [years],
      [
        { id: 'high', when: () => lt(30, years, 'high'), value: () => 90_000 },
        {
          id: 'gap',
          when: () => all(le(30, years, 'gap'), le(years, 30, 'gap')),
          value: () => unspecified('gap', '恰三十年'),
        },
        { id: 'middle', when: () => all(le(20, years, 'm'), le(years, 29, 'm')), value: () => 80_000 },
        { id: 'low', when: () => lt(years, 20, 'low'), value: () => decidedBy('市', 'low') },
      ],
    );
  };
  const rules: Partial<ProgrammeRules> = { tier: { cites: { middle: ['四.5'] }, read } };
  const tier = (row: { readonly [fact: string]: unknown }) => decide(rules, row).tier;

  it('is the row that applies, with its clause', () => {
    expect(tier({ years: 29 })).toEqual({
      row: 'middle',
      possible: ['middle'],
      cites: ['四.5'],
      reasons: [],
    });
    expect(tier({ years: 31 })?.row).toBe('high');
  });

  it('says that the notice leaves a row open, or somebody has to decide it', () => {
    expect(tier({ years: 30 })).toMatchObject({
      row: 'gap',
      reasons: [{ kind: 'unspecified', text: '恰三十年' }],
    });
    expect(tier({ years: 3 })?.reasons).toEqual([{ kind: 'determination', by: '市', what: 'low' }]);
  });

  it('lists the rows that may still apply', () => {
    const open = tier({});
    expect(open?.row).toBeNull();
    expect(open?.possible).toEqual(['high', 'gap', 'middle', 'low']);
    expect(open?.reasons.map((reason) => reason.kind)).toEqual(['missing', 'determination', 'unspecified']);
  });

  it('is told to the ineligible too, who are paid nothing', () => {
    const ineligible = decide(
      { ...rules, eligible: (c) => condition(rule('eligible'), holds(c, 'a')), amounts: [] },
      { a: false, years: 29 },
    );
    expect(ineligible.tier?.row).toBe('middle');
    expect(ineligible.amounts).toEqual([]);
  });
});

describe('routes, grants, documents, shares', () => {
  const item = (id: string) => ({ id, cites: ['九'], when: (c: Case) => holds(c, id) });

  it('take the first item that holds, unknown as soon as an earlier one is', () => {
    const routes = [
      { id: 'route', mode: 'first' as const, items: [item('a'), item('b'), { ...item('c'), refer: '民政' }] },
    ];
    const found = (row: object) => decide({ routes }, { ...row }).routes.map((route) => route.truth);
    expect(found({ a: false, b: true, c: true })).toEqual(['no', 'yes', 'no']);
    expect(found({ b: true, c: true })).toEqual(['unknown', 'unknown', 'no']);
    expect(found({ a: false, b: false, c: true })).toEqual(['no', 'no', 'yes']);
    expect(decide({ routes }, { a: false, b: false, c: true }).routes[2]).toEqual({
      id: 'c',
      truth: 'yes',
      refer: '民政',
      cites: ['九'],
      reasons: [],
    });
  });

  it('or every item that holds', () => {
    const routes = [{ id: 'route', mode: 'all' as const, items: [item('a'), item('b')] }];
    expect(decide({ routes }, { b: true }).routes.map((route) => route.truth)).toEqual(['unknown', 'yes']);
  });

  it('say which papers are required and handed in', () => {
    const documents = [
      {
        id: 'idCard',
        cites: [],
        form: 'copy' as const,
        copies: 1,
        submitted: (c: Case) => holds(c, 'a'),
      },
      {
        id: 'bills',
        cites: [],
        form: 'original' as const,
        copies: 1,
        required: (c: Case) => holds(c, 'b'),
        submitted: (c: Case) => holds(c, 'c'),
      },
    ];
    const found = decide({ documents }, { a: true, b: false }).documents;
    expect(found.map(({ required, submitted }) => [required, submitted])).toEqual([
      ['yes', 'yes'],
      ['no', 'unknown'],
    ]);
  });

  it('give benefits other than money only to who may have them', () => {
    const grants = [{ id: 'seat', cites: ['二a'], when: (c: Case) => holds(c, 'b') }];
    const more: Partial<ProgrammeRules> = { eligible: (c) => line(c, 'a'), grants };
    expect(decide(more, { a: true, b: true }).grants).toEqual([
      { id: 'seat', truth: 'yes', cites: ['二a'], reasons: [] },
    ]);
    expect(decide(more, { a: false, b: true }).grants).toEqual([]);
  });

  it('write shares as exact fractions', () => {
    const shares: ProgrammeRules['shares'] = () => ({
      parts: [
        { payer: '省', share: unspecified('shares', '未写') },
        { payer: '市', share: 1 },
      ],
      reasons: [],
    });
    const found = decide({ shares }, {});
    expect(found.shares).toEqual([
      { payer: '省', share: { min: null, max: null } },
      { payer: '市', share: { min: 1, max: 1 } },
    ]);
    expect(found.shareReasons).toEqual([{ kind: 'unspecified', at: 'shares', text: '未写' }]);
  });
});

describe('more knowledge', () => {
  const everything: Partial<ProgrammeRules> = {
    eligible: (c) =>
      group(rule('eligible'), 'all', [
        excepted(eligible(c), [{ id: 'd', truth: holds(c, 'd') }], true),
        guarded(holds(c, 'x'), line(c, 'c'), true),
      ]),
    excluded: [(c) => line(c, 'y')],
  };
  const outcome = (row: { readonly [fact: string]: unknown }): Decision['programmes'][string] =>
    decide(everything, row);

  it('never contradicts a settled outcome, and the facts named as missing settle it', () => {
    const known = fc.record(
      Object.fromEntries(FACTS.map((name) => [name, fc.option(fc.boolean(), { nil: undefined })])),
    );
    const answers = fc.record(Object.fromEntries(FACTS.map((name) => [name, fc.boolean()])));
    fc.assert(
      fc.property(known, answers, (row, rest) => {
        const first = outcome(row);
        const full: Record<string, unknown> = { ...rest };
        for (const name of FACTS) if (row[name] !== undefined) full[name] = row[name];
        if (first.outcome !== 'undetermined') expect(outcome(full).outcome).toBe(first.outcome);
        else expect(first.missing.length).toBeGreaterThan(0);
        const told: Record<string, unknown> = { ...row };
        for (const name of first.missing) told[name] = full[name];
        expect(outcome(told).outcome).not.toBe('undetermined');
      }),
      { numRuns: 300 },
    );
  });
});
