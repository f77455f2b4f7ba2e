import { describe, expect, it } from 'vitest';
import { compile, evaluator, policyMeta } from '../../compiler/index.ts';
import { describeText, letterText, writeLetter } from '../../runtime/index.ts';

const text = `方案 例 (example)
  参数 年度 (year): 年份

主体 人 (person)
  有病 (ill): 是否
  欠款 (debt): 金额 从 0 元 至 100 元
  送达日期 (receivedOn): 日期 可无

项目 救助 (aid)
  资格 满足 2 项 以上
    有病
    县定 (byCounty): 由 县 确定
    满足其一
      乡定 (byTown): 由 乡 确定
      欠款 50 元 以上
      例外 由 村 确定
  排除
    欠款 超过 80 元
      例外 由 市 确定
    不明 (unclear): 未规定
  期限 送达日期 在 年度-10 月底 前(含)
    逾期 视为放弃

项目 乙 (second)
  资格 由 县 确定
  排除 由 省 确定

项目 丙 (third)
  资格 有病
    例外 由 村 确定
  档次 按 欠款
    50 元 以上: 由 县 确定
    其余: 100 元

义务 对 人
  做事 (doIt): 由 村 确定
    例外 由 镇 确定
`;

describe('lines without a label', () => {
  const { policy } = compile({ path: 'x.policy', text });
  if (!policy) throw new Error('the policy does not compile');
  const meta = policyMeta(policy);
  const bound = evaluator(policy).bind({ asOf: '2024-06-01', parameters: { year: 2024 } });
  const decisions = [{}, { ill: true, debt: 90 }, { ill: false, debt: 60, receivedOn: null }].map((facts) =>
    bound.decide(facts),
  );

  it.each(['zh', 'en'] as const)('are called by words, never by an id: %s', (lang) => {
    for (const decision of decisions) {
      const said = describeText(decision, meta, lang) + letterText(writeLetter(decision, meta, lang, ''));
      expect(said).not.toMatch(/#\d|\w\.\d|\.(eligible|excluded|deadline|except|tier)/);
      expect(said).not.toMatch(/[：:] *[;；）)]|· [。.]$/m);
    }
  });

  it('name who decides once', () => {
    const [, decision] = decisions;
    const said = decision ? describeText(decision, meta, 'zh') : '';
    expect(said).toContain('[未知] 县定（待 县 认定或确定）');
    expect(said).toContain('[未知] 由 省 确定（待 省 认定或确定）');
    expect(said).toContain('[未知] 不明（原文未规定：不明）');
    expect(said).toContain('期限：最后一日 2024-10-31');
  });
});
