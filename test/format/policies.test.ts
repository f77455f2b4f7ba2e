import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, formatSource, type Language, type Policy } from '../../compiler/index.ts';

const root = new URL('../../policies/', import.meta.url);
const folders = readdirSync(root).filter((name) => existsSync(new URL(`${name}/notice.policy`, root)));

function formatted(text: string, language: Language): string {
  const { text: made, diagnostics } = formatSource({ path: 'notice.policy', text }, { language });
  if (made === null) throw new Error(diagnostics.map((d) => d.en.message).join('\n'));
  return made;
}

/** The policy without its places in the file: lines are laid out anew in each language. */
function meaning(text: string): unknown {
  const { policy } = compile({ path: 'notice.policy', text });
  const placeless = (key: string, value: unknown) => (key === 'span' || key === 'line' ? undefined : value);
  return JSON.parse(JSON.stringify(policy satisfies Policy | null, placeless));
}

describe.each(folders)('policies/%s', (folder) => {
  const text = readFileSync(new URL(`${folder}/notice.policy`, root), 'utf8');

  it('stands in its canonical form', () => {
    expect(formatted(text, 'zh')).toBe(text);
  });

  it('gives the same bytes after English and back', () => {
    expect(formatted(formatted(text, 'en'), 'zh')).toBe(text);
  });

  it('means the same in English', () => {
    const chinese = meaning(text);
    expect(chinese).not.toBeNull();
    expect(meaning(formatted(text, 'en'))).toEqual(chinese);
  });
});
