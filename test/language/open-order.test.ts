import { describe, expect, it } from 'vitest';
import { columnsOf, compile, evaluator, policyMeta } from '../../compiler/index.ts';
import { BatchBuilder, outcomeAt } from '../../runtime/columns/index.ts';
import { compiled } from '../agree/compiled.ts';

const text = `方案 例 (example)

主体 人 (applicant)
  等级 (level): 低 (low) < 中 (middle) < 高 (high) 等               由 民政局 认定
  原等级 (former): 同 等级
  分数 (score): 整数 从 0 至 100

项目 低等 (below)
  资格 等级 低于 中

项目 有等 (from)
  资格 等级 不低于 低

项目 升级 (risen)
  资格 等级 超过 原等级

项目 一个 (one)
  资格 分数 0 以上                                                   容许 "例"
  名额 1 人
    排序 等级 从高到低
    并列 全部进入
`;

const { policy, diagnostics } = compile({ path: 'x.policy', text });
const parsed = () => {
  if (!policy) throw new Error(diagnostics.map(({ en }) => en.message).join('\n'));
  return policy;
};
const binding = { asOf: '2024-06-01', parameters: {}, circumstances: {} };

const known = [
  ['low', 'low', 'eligible', 'eligible', 'ineligible'],
  ['high', 'low', 'ineligible', 'eligible', 'eligible'],
] as const;
const open = [
  ['other', 'low', 'undetermined', 'undetermined', 'undetermined'],
  ['low', 'other', 'eligible', 'eligible', 'undetermined'],
  ['other', 'other', 'undetermined', 'undetermined', 'undetermined'],
] as const;

describe('an ordered enumeration that is open', () => {
  it.each([...known, ...open])('%s beside %s', async (level, former, below, from, risen) => {
    const facts = { level, former, score: 1 };
    const [generated] = await compiled([parsed()]);
    for (const each of [evaluator(parsed()), generated]) {
      const decision = each?.bind(binding).decide(facts);
      expect(['below', 'from', 'risen'].map((id) => decision?.programmes[id]?.outcome)).toEqual([
        below,
        from,
        risen,
      ]);
    }
  });

  it('is the same in columns', () => {
    const columns = columnsOf(parsed()).at(binding);
    const builder = new BatchBuilder(policyMeta(parsed()), columns.subject, 5);
    const rows = [...known, ...open];
    for (const [level, former] of rows) builder.addFacts({ level, former, score: 1 });
    const found = columns.columns(builder.take());
    const outcomes = (id: string) => {
      const column = found.programmes[id];
      return rows.map((_, i) => column && outcomeAt(column, i));
    };
    expect(outcomes('below')).toEqual(rows.map((row) => row[2]));
    expect(outcomes('risen')).toEqual(rows.map((row) => row[4]));
  });

  it('ranks nobody by a place that is not said', () => {
    const bound = evaluator(parsed()).bind(binding);
    const places = (...levels: readonly string[]) =>
      bound
        .decideAll(levels.map((level) => ({ level, former: 'low', score: 1 })))
        .decisions.map(({ programmes }) => programmes.one?.selection?.result);
    expect(places('high', 'low')).toEqual(['selected', 'notSelected']);
    expect(places('middle', 'other')).toEqual(['undetermined', 'undetermined']);
  });

  it('says who settles it', () => {
    const { programmes } = evaluator(parsed())
      .bind(binding)
      .decide({ level: 'other', former: 'low', score: 1 });
    expect(programmes.below?.reasons).toMatchObject([{ kind: 'determination', by: '民政局' }]);
  });
});
