import { describe, expect, it } from 'vitest';
import { compile, formatSource, policyVersion } from '../../compiler/index.ts';

/** In canonical form. */
const zh = `方案 办理示例 (handling)
  参数 首年 (firstYear): 年份
  过渡 按 受理日期                                                   依据 七.1

主体 人 (person)
  受理日期 (accepted): 日期 可无
  退件日期 (returned): 日期 可无

项目 补助 (aid)
  施行 自 首年-01-01(含) 5 年
  资格 同时满足
    受理日期 存在
      施行 自 2024-07-01(含)
    已退 (wasReturned): 退件日期 存在                                当 首年 超过 2020
      施行 2024-07-01 前(不含)                                       依据 七.2
  档次 按 首年
    2024: 每人每月 100 元
      施行 自 2024-07-01(含)
    其余: 每人每月 90 元
  给予 证书 (card)
    施行 2024-07-01 至 2024-12-31
  期限
    答复 (answer): 受理日期 在 首年-03-01 后 20 日 内
      逾期 不予受理
      不计 自 退件日期(含) 至 受理日期(不含)

程序 申领 (claim)
  申请 (application): 由 申请人
  补正 (supplement): 由 申请人
  初审 (check): 由 乡镇
    期限 申请 后 10 个工作日 内
    不计 补正                                                        依据 三.2
    不计 申请 至 补正

义务 对 人
  施行 自 2024-07-01(不含)
  答复人 (answering): 受理日期 存在
    期限 首年-03-01 后 20 日 内
    不计 补正 的 期间
`;

const text = (source: string, language: 'zh' | 'en'): string => {
  const formatted = formatSource({ path: 'x.policy', text: source }, { language });
  return formatted.text ?? formatted.diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
};

const version = (source: string): string => {
  const { policy, diagnostics } = compile({ path: 'x.policy', text: source });
  return policy ? policyVersion(policy) : diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
};

describe('clocks that stand still and rules in force', () => {
  const en = text(zh, 'en');

  it('read in English', () => {
    expect(en).toMatchSnapshot();
  });

  it('are canonical, and there and back the same bytes and the same version', () => {
    expect(text(zh, 'zh')).toBe(zh);
    expect(text(en, 'zh')).toBe(zh);
    expect(version(en)).toBe(version(zh));
  });
});
