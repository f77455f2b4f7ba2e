import { describe, expect, it } from 'vitest';
import { compile, formatSource, policyVersion } from '../../compiler/index.ts';

/** In canonical form. */
const zh = `方案 结对示例 (pairing)
  参数 首年 (firstYear): 年份

主体 户 (family)
  结对日期 (pairedOn): 日期
  解除日期 (partedOn): 日期 可无
  走访日期 (visits): 日期 列表
  任期 (terms): 列表
    起始日 (from): 日期
    结束日 (to): 日期 可无
  上报日期 (reportedOn): 日期 可无
  已制定 (planned): 是否
  特殊 (special): 是否
  应种 (wanted): 人
  接种 (given): 人

义务 对 户
  期间 自 结对日期(含) 至 解除日期(含)
  日访 (daily): 每日 有 1 次 以上 走访日期 当 特殊                     依据 一.1
  周访 (weekly): 每周 有 走访日期
  旬访 (tenDaily): 每旬 有 走访日期
  月访 (monthly): 每月 有 2 次 以上 走访日期
  双月 (bimonthly): 每 2 个月 有 走访日期
  季访 (quarterly): 每季度 有 走访日期
    例外 特殊                                                        依据 一.2
  半年 (halfYearly): 每半年 有 走访日期
  年访 (yearly): 每年 有 走访日期
  不断档 (cover): 每日 有 任期 其中 当日 在 起始日 至 结束日
  下月报 (nextMonth): 每月 有 走访日期 在 当期 后 10 日 内
    期限 当期 后 10 日 内
  上报 (report): 上报日期 存在
    期限 首年-10-15 前(含)
  方案 (plan): 同时满足
    已制定
    上报日期 存在

指标 对 户
  测算日 首年-12-31
  接种率 (rate): 接种 ÷ 应种 90% 以上 当 应种 超过 0 人
  季报 (reports): 上报 履行 且 非 日访 违反
`;

const text = (source: string, language: 'zh' | 'en'): string => {
  const formatted = formatSource({ path: 'x.policy', text: source }, { language });
  return formatted.text ?? formatted.diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
};

const version = (source: string): string => {
  const { policy, diagnostics } = compile({ path: 'x.policy', text: source });
  return policy ? policyVersion(policy) : diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
};

describe('duties and targets', () => {
  const en = text(zh, 'en');

  it('read in English', () => {
    expect(en.slice(en.indexOf('duty'))).toMatchInlineSnapshot(`
      "duty for family
        during from pairedOn(incl) to partedOn(incl)
        daily (日访): every day any 1 time or more visits                  when special   cite 一.1
        weekly (周访): every week any visits
        tenDaily (旬访): every ten days any visits
        monthly (月访): every month any 2 times or more visits
        bimonthly (双月): every 2 months any visits
        quarterly (季访): every quarter any visits
          except special                                                   cite 一.2
        halfYearly (半年): every half year any visits
        yearly (年访): every year any visits
        cover (不断档): every day any terms where day in 「from」 to 「to」
        nextMonth (下月报): every month any visits within 10 days after currentPeriod
          deadline within 10 days after currentPeriod
        report (上报): reportedOn exists
          deadline on or before firstYear-10-15
        plan (方案): all of
          「planned」
          reportedOn exists

      target for family
        measured on firstYear-12-31
        rate (接种率): given ÷ wanted at least 90%                         when wanted over 0 persons
        reports (季报): report fulfilled and not daily breached
      "
    `);
  });

  it('come back from English byte for byte', () => {
    expect(text(en, 'zh')).toBe(text(zh, 'zh'));
    expect(text(text(zh, 'zh'), 'zh')).toBe(text(zh, 'zh'));
  });

  it('have one meaning in both languages', () => {
    expect(version(zh)).toMatch(/^sha256:/);
    expect(version(en)).toBe(version(zh));
    expect(version(text(zh, 'zh'))).toBe(version(zh));
  });
});
