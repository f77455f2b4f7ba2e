import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, interpret } from '../../compiler/index.ts';
import { FIRST_DAY } from '../../runtime/dates.ts';
import { definePolicy } from '../../runtime/index.ts';
import type { Case, DutyRules, Implementation } from '../../runtime/rules.ts';
import { doubt } from '../../runtime/truth.ts';
import { ANY_PERIOD } from '../../runtime/windows.ts';
import { Inputs } from '../agree/applicants.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';

/** Several periods are asked about at once, of a term whose first day is known. */
const isRun = ({ period }: Case): boolean => period?.through !== undefined && period.start !== FIRST_DAY;

const hanging = doubt('period', [ANY_PERIOD]);

/** The same duty, which never says the same of two periods: each is then judged by itself. */
const oneByOne = (duty: DutyRules): DutyRules => ({
  ...duty,
  when: (c) => (isRun(c) ? hanging : (duty.when?.(c) ?? true)),
  must: (c) => (isRun(c) ? { ...duty.must(c), truth: hanging } : duty.must(c)),
});

const both = (implementation: Implementation) =>
  [
    definePolicy(implementation),
    definePolicy({ ...implementation, duties: (implementation.duties ?? []).map(oneByOne) }),
  ] as const;

describe('duties judged on the ends of intervals', () => {
  it(`come to what they come to period by period, on 60 random policies (seed ${seed})`, {
    timeout: 300_000,
  }, () => {
    for (let i = 0; i < 60; i += 1) {
      const policy = randomPolicy(seed + i);
      const [runs, single] = both(interpret(policy));
      fc.assert(
        fc.property(new Inputs(policy).run(2), ({ binding, rows }) => {
          const [a, b] = [runs.bind(binding), single.bind(binding)];
          for (const row of rows) expect(a.decide(row).duties).toEqual(b.decide(row).duties);
        }),
        { numRuns: 5, seed },
      );
    }
  });

  const text = `方案 例 (example)

主体 户 (family)
  走访日期 (visits): 日期 列表
  停访 (paused): 日期 列表
  任期 (terms): 列表
    起始日 (from): 日期
    结束日 (to): 日期 可无

义务 对 户
  期间 自 2015-01-01(含) 至 2024-12-31(含)
  每日访 (daily): 每日 有 走访日期
    例外 有 停访
  周访 (weekly): 每周 有 2 次 以上 走访日期
  不断档 (cover): 每日 有 任期 其中 当日 在 起始日 至 结束日
  平日 (weekdays): 每日 没有 走访日期 在 当日 后 3 日 内
`;
  const { policy } = compile({ path: 'test.policy', text });
  if (!policy) throw new Error('does not compile');

  it('on logs of ten years, with gaps, unknown ends and lists that may go on', { timeout: 120_000 }, () => {
    const [runs, single] = both(interpret(policy)).map((one) => one.bind({ asOf: '2024-06-01' }));
    const day = fc
      .integer({ min: 0, max: 3700 })
      .map((n) => new Date(Date.UTC(2014, 10, 1) + n * 86_400_000).toISOString().slice(0, 10));
    const log = fc.oneof(
      fc.array(day, { maxLength: 6 }),
      fc.array(day, { maxLength: 4 }).map((items) => ({ items, complete: false })),
    );
    const term = fc.record({ from: day, to: fc.option(day) }, { requiredKeys: ['from'] });
    fc.assert(
      fc.property(
        fc.record(
          { visits: log, paused: log, terms: fc.array(term, { maxLength: 3 }) },
          { requiredKeys: ['terms'] },
        ),
        (facts) => {
          expect(runs?.decide(facts).duties).toEqual(single?.decide(facts).duties);
        },
      ),
      { numRuns: 20, seed },
    );
  });

  it('asks the rule a number of times that goes with the log, not with the days', () => {
    const implementation = interpret(policy);
    const asked = (visits: readonly string[]): number => {
      let times = 0;
      const duties = (implementation.duties ?? [])
        .filter(({ id }) => id === 'family.daily')
        .map(
          (duty): DutyRules => ({
            ...duty,
            must: (c) => {
              times += 1;
              return duty.must(c);
            },
          }),
        );
      definePolicy({ ...implementation, duties })
        .bind({ asOf: '2024-06-01' })
        .decide({ visits, paused: [], terms: [] });
      return times;
    };
    const [none, one, two] = [asked([]), asked(['2019-05-05']), asked(['2019-05-05', '2021-08-09'])];
    // Some ten years of days are cut at the turns of years, and around what is in the log.
    expect(none).toBeLessThan(100);
    expect(one - none).toBeLessThan(30);
    expect(two - one).toBeLessThan(30);
  });
});
