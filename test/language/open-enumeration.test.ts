import { describe, expect, it } from 'vitest';
import { compile, jsonSchemas, loadTypeScriptEmitter } from '../../compiler/index.ts';
import { decided } from './kit.ts';

const head = `方案 例 (example)

主体 人 (person)
  类别 (kind): 单选 等                                               由 民政局 认定
    低保 (dibao) | 特困 (tekun)
  原类别 (formerKind): 同 类别
  认可 (accepted): 多选 同 类别
  困难 (hardships): 多选 等
    生病 (ill) | 失业 (jobless)

项目 救助 (aid)
`;
const outcome = (condition: string, facts: Readonly<Record<string, unknown>>): string =>
  decided(`${head}  资格 ${condition}\n`, facts).outcome;
const compiled = () => {
  const { policy } = compile({ path: 'x.policy', text: `${head}  资格 类别 为 低保\n` });
  if (!policy) throw new Error('does not compile');
  return policy;
};

describe('an open enumeration', () => {
  it.each(['other', '其他', { other: '孤儿' }])('takes an answer that is not listed: %j', (kind) => {
    expect(outcome('类别 属于 {低保, 特困}', { kind })).toBe('ineligible');
    expect(outcome('类别 为 低保', { kind })).toBe('ineligible');
    expect(outcome('类别 不为 低保', { kind })).toBe('eligible');
    expect(outcome('困难 含其一 {生病, 失业}', { hardships: [kind] })).toBe('ineligible');
    expect(outcome('困难 存在', { hardships: [kind] })).toBe('eligible');
  });

  it('takes nothing else', () => {
    expect(() => outcome('类别 为 低保', { kind: '孤儿' })).toThrow();
    expect(() => outcome('类别 为 低保', { kind: { other: 3 } })).toThrow();
  });

  it.each([
    ['dibao', 'dibao', 'eligible'],
    ['dibao', 'other', 'ineligible'],
    ['other', 'tekun', 'ineligible'],
    ['other', 'other', 'undetermined'],
  ])('two unlisted answers are not the same by that alone: %s, %s', (kind, formerKind, expected) => {
    expect(outcome('类别 为 原类别', { kind, formerKind })).toBe(expected);
    expect(outcome('类别 属于 认可', { kind, accepted: [formerKind] })).toBe(expected);
  });

  it('leaves it to who determines the fact', () => {
    const { reasons } = decided(`${head}  资格 类别 属于 认可\n`, { kind: 'other', accepted: ['other'] });
    expect(reasons).toMatchObject([{ kind: 'determination', by: '民政局' }]);
  });

  it('is the same in the JSON Schema and in the generated types', async () => {
    const { subjects } = jsonSchemas(compiled());
    expect(JSON.stringify(subjects)).toContain(
      '{"type":"object","properties":{"other":{"type":"string"}},"required":["other"],"additionalProperties":false}',
    );
    const { emitTypeScript } = await loadTypeScriptEmitter();
    const code = emitTypeScript(compiled(), { file: 'x.policy' });
    expect(code).toContain('readonly kind?: Kind | { readonly other: string }');
    expect(code).toContain('readonly hardships?: readonly (Hardships | { readonly other: string })[]');
  });
});
