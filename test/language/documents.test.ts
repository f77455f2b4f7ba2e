import { describe, expect, it } from 'vitest';
import { compile, formatSource, policyMeta } from '../../compiler/index.ts';
import type { DocumentResult } from '../../runtime/decision.ts';
import { letterText, writeLetter } from '../../runtime/index.ts';
import { decided, decision } from './kit.ts';

const text = `方案 例 (example)

主体 人 (person)
  有病 (ill): 是否
  报名方式 (channel): 直接 (direct) | 邮寄 (mail)
  已交材料 (papers): 多选
    身份证 (idCard) | 户口簿 (hukouBook) | 诊断证明 (diagnosis) | 推荐书 (recommendation)
    | 报到证 (registration)

项目 救助 (aid)
  资格 有病
  材料 按 报名方式 以 已交材料 计
    身份证: 原件和复印件 对 直接
    身份证: 复印件 对 邮寄
    推荐书 或 报到证: 复印件 2 份                                    依据 三
    诊断证明: 原件                                                   当 有病
    户口簿: 免交                                                     由 公安机关 办理
`;

const short = ({ id, required, submitted }: DocumentResult): string =>
  `${id.replace('aid.documents.', '')} ${required} ${submitted}`;
const papers = (facts: Readonly<Record<string, unknown>>) => decided(text, facts).documents;
const codes = (from: string, to: string): readonly string[] => {
  expect(text).toContain(from);
  return compile({ path: 'x.policy', text: text.replace(from, to) }).diagnostics.map(({ code }) => code);
};

describe('documents', () => {
  it('are asked for by the channel chosen', () => {
    expect(papers({ ill: true, channel: 'mail', papers: [] }).map(short)).toEqual([
      'idCard.direct no no',
      'idCard.mail yes no',
      'recommendation yes no',
      'diagnosis yes no',
      'hukouBook no no',
    ]);
  });

  it('are open for each channel while it is not known', () => {
    const found = papers({ ill: true, papers: ['diagnosis'] });
    expect(found.map(({ channel, required }) => [channel, required]).slice(0, 2)).toEqual([
      ['channel.direct', 'unknown'],
      ['channel.mail', 'unknown'],
    ]);
  });

  it.each([
    [['registration'], 'yes'],
    [['recommendation'], 'yes'],
    [['idCard'], 'no'],
    [undefined, 'unknown'],
  ])('one of several will do: %j', (given, submitted) => {
    const facts = { ill: true, channel: 'direct', ...(given && { papers: given }) };
    expect(papers(facts).find(({ id }) => id === 'aid.documents.recommendation')?.submitted).toBe(submitted);
  });

  it('that an authority has are asked of nobody', () => {
    expect(papers({}).find(({ form }) => form === 'held')).toMatchObject({
      required: 'no',
      by: '公安机关',
    });
  });

  it('are listed by channel in the letter', () => {
    const { policy } = compile({ path: 'x.policy', text });
    if (!policy) throw new Error('does not compile');
    const letter = (facts: Readonly<Record<string, unknown>>, lang: 'zh' | 'en') =>
      letterText(writeLetter(decision(text, facts), policyMeta(policy), lang, ''));
    const open = letter({ ill: true, papers: [] }, 'zh');
    expect(open).toMatch(
      /选择“直接”的，请提交：\n *· 身份证原件和复印件。\n *选择“邮寄”的，请提交：\n *· 身份证复印件。/,
    );
    expect(open).toContain('户口簿：不必提交，由公安机关提供');
    const known = letter({ ill: true, channel: 'mail', papers: [] }, 'en');
    expect(known).toContain('· Id card, copy.');
    expect(known).not.toContain('original and copy');
    expect(known).toContain('· Recommendation or registration, copy × 2 (clause 三).');
  });

  it('come back from English byte for byte', () => {
    const english = formatSource({ path: 'x.policy', text }, { language: 'en' }).text ?? '';
    expect(english).toContain('documents by channel counted by papers');
    expect(english).toContain('idCard: original and copy for direct');
    expect(english).toContain('recommendation or registration: copy 2 copies');
    expect(english).toMatch(/hukouBook: on file +handled by 公安机关/);
    expect(formatSource({ path: 'x.policy', text: english }, { language: 'zh' }).text).toBe(text);
  });

  it.each([
    ['对 邮寄', '对 传真', ['BF2003']],
    ['材料 按 报名方式', '材料', ['BF3044', 'BF3044']],
    ['推荐书 或 报到证', '推荐书 或 报道证', ['BF3038']],
    ['对 邮寄', '对 直接', ['BF2001']],
    ['诊断证明: 原件 ', '诊断证明: 原件 由 医院 办理 ', ['BF3044']],
  ])('%s → %s', (from, to, expected) => expect(codes(from, to)).toEqual(expected));
});
