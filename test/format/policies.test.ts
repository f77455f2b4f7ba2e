import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compile, formatSource, type Language, type Policy } from '../../compiler/index.ts';
import { fromDisk } from '../policies/reading.ts';

const root = new URL('../../policies/', import.meta.url);
const pathOf = (folder: string): string => fileURLToPath(new URL(`${folder}/notice.policy`, root));
const folders = readdirSync(root).filter((name) => existsSync(new URL(`${name}/notice.policy`, root)));

function formatted(folder: string, text: string, language: Language): string {
  const source = { path: pathOf(folder), text };
  const { text: made, diagnostics } = formatSource(source, { language, read: fromDisk });
  if (made === null) throw new Error(diagnostics.map((d) => d.en.message).join('\n'));
  return made;
}

/** The policy without its places in the file: lines are laid out anew in each language. */
function meaning(folder: string, text: string): unknown {
  const { policy } = compile({ path: pathOf(folder), text }, fromDisk);
  const placeless = (key: string, value: unknown) => (key === 'span' || key === 'line' ? undefined : value);
  return JSON.parse(JSON.stringify(policy satisfies Policy | null, placeless));
}

describe.each(folders)('policies/%s', (folder) => {
  const text = readFileSync(new URL(`${folder}/notice.policy`, root), 'utf8');

  const inEnglish = () => formatted(folder, text, 'en');

  it('stands in its canonical form', () => {
    expect(formatted(folder, text, 'zh')).toBe(text);
  });

  it('gives the same bytes after English and back', () => {
    expect(formatted(folder, inEnglish(), 'zh')).toBe(text);
  });

  it('means the same in English', () => {
    const chinese = meaning(folder, text);
    expect(chinese).not.toBeNull();
    expect(meaning(folder, inEnglish())).toEqual(chinese);
  });
});
