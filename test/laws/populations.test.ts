import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

/** How many equalities the rules have tested. */
const looked = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../runtime/compare.ts', async (original) => {
  const real = await original<typeof import('../../runtime/compare.ts')>();
  const equal: typeof real.equal = (a, b, key) => {
    looked.count += 1;
    return real.equal(a, b, key);
  };
  return { ...real, equal };
});

const { compile, evaluator } = await import('../../compiler/index.ts');

const text = `方案 例 (example)

主体 干部 (cadre)
  乡镇 (town): 文字 可无
  搭档 (mate): 干部 可无

主体 户 (family)
  帮扶人 (by): 干部 可无
  起始日 (from): 日期
  人口 (size): 整数 从 0 至 9
  任期 (terms): 列表
    谁 (who): 干部
    止 (to): 日期 可无

项目 补助 (aid) 对 干部
  资格 有 2 户 以上 全体 户 其中 帮扶人 为 本人

义务 对 干部
  两户 (two): 有 2 户 以上 全体 户 其中 帮扶人 为 本人
  任过 (was): 有 全体 户 其中 有 任期 其中 谁 为 本人 且 止 不存在
  人口 (heads): (合计 全体 户 的 人口 其中 帮扶人 为 本人) 5 以上
  同镇 (near): 有 全体 干部 其中 乡镇 为 本人 的 乡镇 且 不为 本人
  都在 (all): 全部 全体 户 其中 帮扶人 为 本人 均 人口 1 以上
  种类 (kinds): (种数 全体 户 的 帮扶人) 为 2
  搭档同镇 (mates): 搭档 的 乡镇 为 乡镇
`;

const { policy } = compile({ path: 'laws.policy', text });
if (!policy) throw new Error('the example does not compile');
const made = evaluator(policy);

type Rows = readonly { readonly [fact: string]: unknown }[];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });
const known = (record: object): Rows[number] =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const cadre = fc.constantFrom('A', 'B', 'C', 'D');

const family = fc
  .record({
    by: maybe(fc.option(cadre)),
    from: maybe(fc.constantFrom('2023-01-01', '2024-01-01', '2025-01-01')),
    size: maybe(fc.integer({ min: 0, max: 4 })),
    terms: maybe(
      fc.array(fc.record({ who: cadre, to: fc.constantFrom(null, '2023-06-01') }), { maxLength: 2 }),
    ),
  })
  .map(known);

/** Families, with an id or without. */
const families = fc
  .array(fc.tuple(family, fc.boolean()), { maxLength: 5 })
  .map((rows) => rows.map(([row, isNamed], i) => (isNamed ? { ...row, id: `${i}` } : row)));

const cadres = fc
  .array(fc.record({ town: maybe(fc.constantFrom('甲', '乙', null)), mate: maybe(fc.option(cadre)) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((rows) => rows.map((row, i) => known({ ...row, id: 'ABCD'.charAt(i) })));

const decide = (register: Rows, family: unknown) =>
  made
    .bind({
      asOf: '2024-06-01',
      subject: 'cadre',
      ...(family === undefined ? {} : { populations: { family } }),
    })
    .decideAll(register).decisions;

const byId = (register: Rows, family: unknown) =>
  new Map(decide(register, family).map((decision, i) => [register[i]?.id, JSON.stringify(decision)]));

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

describe('populations', () => {
  it('in any order give the same decisions, byte for byte', () => {
    const law = fc
      .tuple(cadres, families)
      .chain(([a, b]) => fc.tuple(fc.constant([a, b] as const), shuffled(a), shuffled(b)));
    fc.assert(
      fc.property(law, ([[a, b], otherA, otherB]) => {
        expect(byId(otherA, otherB)).toEqual(byId(a, b));
      }),
      { numRuns: 300 },
    );
  });

  it('are not changed by a record that no filter can hold', () => {
    const nobody = { id: 'none', by: null, from: '2024-01-01', size: 3, terms: [] };
    fc.assert(
      fc.property(cadres, families, (a, b) => {
        expect(byId(a, [...b, nobody])).toEqual(byId(a, b));
      }),
      { numRuns: 300 },
    );
  });

  it('once known whole never overturn what was settled over a part', () => {
    fc.assert(
      fc.property(cadres, families, fc.nat(5), (a, b, n) => {
        const states = (family: unknown) =>
          decide(a, family).map(({ duties = {} }) => Object.values(duties).map(({ state }) => state));
        const [none, part, whole] = [
          states(undefined),
          states({ items: b.slice(0, n), complete: false }),
          states(b),
        ];
        const wanted = [none, part].map((before) =>
          before.map((row, i) => row.map((state, j) => (state === 'undetermined' ? whole[i]?.[j] : state))),
        );
        expect(wanted).toEqual([whole, whole]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a filter with an equality', () => {
  const counted = (n: number): number => {
    const ids = Array.from({ length: n }, (_, i) => `c${i}`);
    const register = ids.map((id) => ({ id, town: id, mate: null }));
    const population = ids.map((id, i) => ({
      id: `f${i}`,
      by: id,
      from: '2024-01-01',
      size: 2,
      terms: [{ who: id, to: null }],
    }));
    looked.count = 0;
    decide(register, population);
    return looked.count;
  };

  it('looks at no record that it cannot hold: twice the records, twice the tests', () => {
    const [small, large] = [counted(100), counted(200)];
    expect(small).toBeGreaterThan(100);
    expect(large).toBe(2 * small);
  });
});
