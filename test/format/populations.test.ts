import { describe, expect, it } from 'vitest';
import { compile, formatSource, policyVersion } from '../../compiler/index.ts';

/** In canonical form. A kind of record that is called like a unit stands in quotes where it is a type. */
const zh = `方案 结对示例 (pairing)

情境
  总户 (total): 户                                                   未填则 户数 全体 困难户 其中 补助 符合   依据 一.1

主体 困难户 (household)
  乡镇 (town): 文字
  任期 (terms): 列表
    帮扶人 (by): 干部
    结束日 (to): 日期 可无

主体 干部 (cadre)
  乡镇 (place): 文字
  联系户 (contact): 困难户

主体 户 (family)
  邻居 (next): 「户」

定义 外人 (outsider) 对 干部 = 乡镇 不为 联系户 的 乡镇
定义 联系数 (turns) 对 干部 = 户数 全体 困难户 其中 有 任期 其中 帮扶人 为 本人 且 结束日 不存在

项目 补助 (aid) 对 困难户
  资格 同时满足
    有人 (helped): 有 任期 其中 帮扶人 的 外人
    有联系 (known): 有 1 人 以上 全体 干部 其中 联系户 为 本人 且 非 外人
    同镇 (near): 全部 全体 干部 其中 联系户 为 本人 均 乡镇 为 本人 的 乡镇

项目 津贴 (pay) 对 干部
  资格 联系户 的 补助 符合 且 联系数 5 户 以下
`;

const text = (from: string, language: 'zh' | 'en'): string => {
  const formatted = formatSource({ path: 'x.policy', text: from }, { language });
  return formatted.text ?? formatted.diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
};

const version = (of: string): string => {
  const { policy, diagnostics } = compile({ path: 'x.policy', text: of });
  return policy ? policyVersion(policy) : diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n');
};
const en = text(zh, 'en');

describe('populations and references', () => {
  it('stay as they are', () => expect(text(zh, 'zh')).toBe(zh));

  it('read in English', () => {
    expect(en).toMatchInlineSnapshot(`
      "notice pairing (结对示例)

      circumstances
        total (总户): households
          default count households population household where aid qualifies   cite 一.1

      subject household (困难户)
        town (乡镇): text
        terms (任期): list
          「by」 (帮扶人): cadre
          「to」 (结束日): date optional

      subject cadre (干部)
        place (乡镇): text
        contact (联系户): 「household」

      subject family (户)
        next (邻居): family

      define outsider (外人) for cadre = place is not contact's town
      define turns (联系数) for cadre = count households population household where any terms where 「by」 is self and 「to」 does not exist

      programme aid (补助) for household
        eligible all of
          helped (有人): any terms where 「by」's outsider
          known (有联系): any 1 person or more population cadre where contact is self and not outsider
          near (同镇): all population cadre where contact is self satisfy place is self's town

      programme pay (津贴) for cadre
        eligible contact's aid qualifies and turns at most 5 households
      "
    `);
  });

  it('come back from English byte for byte, with one meaning', () => {
    expect(text(en, 'zh')).toBe(zh);
    expect(version(zh)).toMatch(/^sha256:/);
    expect(version(en)).toBe(version(zh));
  });
});
