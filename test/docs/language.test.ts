import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, policyVersion } from '../../compiler/index.ts';

/** The blocks of a page that are whole policies, with the line each begins on. */
function policies(page: string): readonly { readonly line: number; readonly text: string }[] {
  const source = readFileSync(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  return [...source.matchAll(/```policy\n([\s\S]*?)```/g)].map((m) => ({
    line: source.slice(0, m.index).split('\n').length + 1,
    text: m[1] ?? '',
  }));
}

const versionOf = (text: string): string => {
  const { policy, diagnostics } = compile({ path: 'docs.policy', text });
  if (!policy) throw new Error(diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n'));
  return policyVersion(policy);
};

describe.each(['language.md', 'language.zh-CN.md'])('the policies shown in docs/%s', (page) => {
  const found = policies(page);

  it('are there', () => {
    expect(found.length).toBeGreaterThan(3);
  });

  it.each(found)('compile: line $line', ({ text }) => {
    expect(compile({ path: page, text }).diagnostics).toEqual([]);
  });
});

it('the Chinese and the English example are one policy', () => {
  const [zh, en] = policies('language.md');
  expect(versionOf(zh?.text ?? '')).toBe(versionOf(en?.text ?? ''));
});
