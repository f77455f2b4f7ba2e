import { describe, expect, it } from 'vitest';
import { compile, evaluator } from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import type { Binding } from '../../runtime/evaluator.ts';
import { InputErrors } from '../../runtime/input/errors.ts';

const text = `方案 例 (example)

情境
  应参加人数 (helperCount): 人 从 0
    未填则 人数 全体 参加人员 其中 应参加 符合

主体 困难户 (household)
  乡镇 (town): 文字
  人口 (size): 整数 从 1 至 20
  任期 (terms): 列表
    帮扶人 (by): 参加人员
    起始日 (from): 日期
    结束日 (to): 日期 可无

主体 参加人员 (helper)
  单位 (unit): 文字
  在编 (staff): 是否
  上级 (above): 参加人员 可无

主体 结对 (pair)
  参扶人 (person): 参加人员
  受助户 (family): 困难户
  开始日 (start): 日期
  金额 (money): 金额 从 0 元

定义 外单位 (outside) 对 参加人员 = 单位 不为 "镇"
定义 现任户数 (current) 对 参加人员 = 户数 全体 困难户 其中 有 任期 其中 帮扶人 为 本人 且 结束日 不存在

项目 应参加 (must) 对 参加人员
  资格 在编

义务 对 参加人员
  恰一户 (one): 有 恰 1 户 全体 结对 其中 参扶人 为 本人               当 应参加 符合
  五户内 (five): 现任户数 5 户 以下
  不是一人 (others): 有 全体 参加人员 其中 不为 本人
  同单位 (mates): (人数 全体 参加人员 其中 单位 为 本人 的 单位) 2 人 以上
  上级在编 (chief): 上级 的 应参加 符合
  人够 (enough): 应参加人数 2 人 以上

义务 对 困难户
  有人 (has): 有 1 人 以上 全体 结对 其中 受助户 为 本人
  外人 (outer): 有 全体 结对 其中 受助户 为 本人 且 参扶人 的 外单位
  同镇 (same): 全部 任期 均 帮扶人 的 单位 为 乡镇
  够钱 (paid): (合计 全体 结对 的 金额 其中 受助户 为 本人) 500 元 以上
  早结对 (soon): (最早 全体 结对 的 开始日 其中 受助户 为 本人) 在 2024-01-31 前(含)
  只一人 (single): (唯一 全体 结对 的 参扶人 其中 受助户 为 本人) 的 在编

义务 对 结对
  单位 (unitKnown): 参扶人 的 单位 存在
  镇上 (inTown): 受助户 的 乡镇 为 参扶人 的 单位
`;

type Rows = readonly { readonly [fact: string]: unknown }[];

const evaluate = (() => {
  const { policy, diagnostics } = compile({ path: 'test.policy', text });
  if (!policy) throw new Error(diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n'));
  return evaluator(policy);
})();

const bound = (subject: string, populations: Binding['populations'] = {}, asOf = '2024-06-01') =>
  evaluate.bind({ asOf, subject, populations });

/** `one` → its state, with what keeps it open. */
const found = ({ duties = {} }: Decision, id: string): string => {
  const [, duty] = Object.entries(duties).find(([key]) => key.endsWith(`.${id}`)) ?? [];
  const why = (duty?.reasons ?? []).map((reason) =>
    JSON.stringify(Object.values(reason)).replace(/#\d+/, ''),
  );
  return [duty?.state, ...why].join(' ');
};

const states = (subject: string, rows: Rows, id: string, populations: Binding['populations'] = {}) =>
  bound(subject, populations)
    .decideAll(rows)
    .decisions.map((decision) => found(decision, id));

const helpers = [
  { id: 'A', unit: '镇', staff: true, above: null },
  { id: 'B', unit: '村', staff: true, above: 'A' },
  { id: 'C', unit: '村', staff: false, above: 'Z' },
];
const pairs = [
  { person: 'A', family: '1', start: '2024-01-31', money: 300 },
  { person: 'B', family: '1', start: '2024-02-01', money: 200 },
  { person: 'A', family: '2', start: '2024-02-01', money: 499.99 },
];
const households = [
  { 编号: '1', town: '镇', terms: [{ by: 'A', from: '2024-01-01', to: null }] },
  { 编号: 2, town: '镇', terms: [{ by: 'B', from: '2024-01-01', to: null }] },
  { 编号: '3', town: '镇', terms: [] },
];

describe('全体 K', () => {
  it('counts the records of a filter, the record itself being 本人', () => {
    expect(states('helper', helpers, 'one', { pair: pairs })).toEqual(['breached', 'met', 'notApplicable']);
    expect(states('household', households, 'has', { pair: pairs })).toEqual(['met', 'met', 'breached']);
  });

  it('adds up, finds the earliest, and the only one', () => {
    const populations = { pair: pairs, helper: helpers };
    expect(states('household', households, 'paid', populations)).toEqual(['met', 'breached', 'breached']);
    expect(states('household', households, 'soon', populations)).toEqual(['met', 'breached', 'breached']);
    expect(states('household', households, 'single', populations)).toEqual([
      'undetermined ["data","notUnique","household.single"]',
      'met',
      'breached',
    ]);
  });

  it('is unknown where it was not given, never empty', () => {
    expect(states('household', households, 'has')).toEqual(
      households.map(() => 'undetermined ["population","pair"]'),
    );
  });

  it('that is not complete settles what more records cannot change', () => {
    const some = { pair: { items: pairs, complete: false } };
    expect(states('household', households, 'has', some)).toEqual([
      'met',
      'met',
      'undetermined ["population","pair"]',
    ]);
    expect(states('helper', helpers, 'one', some)).toEqual([
      'breached',
      'undetermined ["population","pair"]',
      'notApplicable',
    ]);
  });

  it('leaves out records dated after the decision date, with a warning', () => {
    const late = { pair: [...pairs, { person: 'C', family: '3', start: '2024-06-02', money: 900 }] };
    const { decisions } = bound('household', late).decideAll(households);
    expect(decisions.map((decision) => found(decision, 'has'))).toEqual(['met', 'met', 'breached']);
    expect(decisions[0]?.warnings).toEqual([
      { path: 'pair.start', problem: 'afterDecisionDate', detail: '2024-06-02' },
    ]);
  });

  it('of the kind decided is the register, and the rest of it for one record alone', () => {
    expect(states('helper', helpers, 'others')).toEqual(['met', 'met', 'met']);
    expect(states('helper', helpers, 'mates')).toEqual(['breached', 'met', 'met']);
    expect(states('helper', helpers.slice(0, 1), 'others')).toEqual(['breached']);
    const alone = bound('helper').decide(helpers[0] ?? {});
    expect(found(alone, 'others')).toBe('undetermined ["population","helper"]');
    const given = bound('helper', { helper: helpers.slice(1) }).decide(helpers[0] ?? {});
    expect([found(given, 'others'), found(given, 'mates')]).toEqual(['met', 'breached']);
  });

  it('reaches circumstances that are computed', () => {
    expect(states('helper', helpers, 'enough')).toEqual(['met', 'met', 'met']);
    expect(states('helper', helpers.slice(1), 'enough')).toEqual(['breached', 'breached']);
  });

  it('asks an element with an open fact as a possible one', () => {
    const open = [...pairs, { person: 'C', start: '2024-01-01', money: 1 }];
    expect(states('household', households, 'has', { pair: open })).toEqual([
      'met',
      'met',
      'undetermined ["missing","pair[].family"]',
    ]);
  });
});

describe('references', () => {
  it('reach facts and definitions of the record they name', () => {
    const populations = { pair: pairs, helper: helpers };
    expect(states('household', households, 'outer', populations)).toEqual(['met', 'breached', 'breached']);
    expect(states('household', households, 'same', populations)).toEqual(['met', 'breached', 'met']);
    expect(states('pair', pairs, 'inTown', { helper: helpers, household: households })).toEqual([
      'met',
      'breached',
      'met',
    ]);
  });

  it('ask whether the record they name is eligible; absent ones are nobody', () => {
    expect(states('helper', helpers, 'chief')).toEqual([
      'breached',
      'met',
      'undetermined ["data","noSuchRecord","helper[Z]"]',
    ]);
  });

  it('that name nobody present are unknown; a population that may go on may still hold the record', () => {
    const gone = [{ person: 'Q', family: '1', start: '2024-01-01', money: 1 }];
    expect(states('pair', gone, 'unitKnown', { helper: helpers })).toEqual([
      'undetermined ["data","noSuchRecord","helper[Q]"]',
    ]);
    expect(states('pair', gone, 'unitKnown', { helper: { items: helpers, complete: false } })).toEqual([
      'undetermined ["population","helper"]',
    ]);
  });

  it('in a circle end', () => {
    const ring = [
      { id: 'A', staff: true, unit: 'x', above: 'B' },
      { id: 'B', staff: true, unit: 'x', above: 'A' },
    ];
    expect(states('helper', ring, 'chief')).toEqual(['met', 'met']);
  });

  it('in lists of the others are counted', () => {
    const many = Array.from({ length: 6 }, (_, i) => ({
      id: `${i}`,
      terms: [
        { by: 'A', from: '2024-01-01', to: null },
        { by: 'B', from: '2023-01-01', to: '2023-12-31' },
      ],
    }));
    expect(states('helper', helpers, 'five', { household: many })).toEqual(['breached', 'met', 'met']);
    expect(states('helper', helpers, 'five', { household: many.slice(1) })).toEqual(['met', 'met', 'met']);
  });

  it('to a record that does not say who it is cannot be told', () => {
    const [decision] = bound('helper', { pair: pairs }).decideAll([{ staff: true, unit: '镇' }]).decisions;
    expect(decision && found(decision, 'one')).toBe('undetermined ["missing","id"]');
  });
});

describe('data that does not fit', () => {
  const problems = (work: () => unknown): readonly string[] => {
    try {
      work();
    } catch (error) {
      if (error instanceof InputErrors) return error.errors.map((one) => `${one.path}: ${one.problem}`);
      throw error;
    }
    return [];
  };

  it.each([
    [{ pairs: [] }, ['populations.pairs: unknownName']],
    [{ pair: {} }, ['populations.pair: wrongType']],
    [{ pair: [], 结对: [] }, ['populations.结对: duplicate']],
    [
      { 结对: [{ 开始日: '昨天' }, { 谁: 1 }] },
      ['populations.结对[0].开始日: wrongType', 'populations.结对[1].谁: unknownName'],
    ],
    [{ household: [{ id: 'a' }, { 编号: 'a' }] }, ['populations.household[1].id: duplicate']],
    [{ household: [{ id: 'a', 编号: 'b' }] }, ['populations.household[0].编号: duplicate']],
    [{ household: [{ id: true }] }, ['populations.household[0].id: wrongType']],
    [{ helper: [{ unit: 'x' }] }, ['populations.helper[0].id: wrongType']],
  ])('%j', (populations, wanted) => {
    expect(problems(() => bound('helper', populations))).toEqual(wanted);
  });

  it('two rows of a register of one id', () => {
    expect(problems(() => bound('helper').decideAll([{ id: 'A' }, { id: 'A' }]))).toEqual([
      '[1].id: duplicate',
    ]);
  });
});
