import { describe, expect, it } from 'vitest';
import { compile, type Diagnostic, examine, type ReadUsed } from '../../compiler/index.ts';
import { type AnyDefinition, catalogue } from '../../compiler/testkit.ts';

/** What the analyses find starts at BF4000; examples of other findings need not make whole notices. */
function find(text: string, { code, files = {} }: AnyDefinition): readonly Diagnostic[] {
  const read: ReadUsed = (path) => {
    const used = files[path];
    return used === undefined ? { problem: 'missing' } : { text: used };
  };
  const source = { path: 'example.policy', text };
  const given = code === 'BF4061' ? { parameters: {}, circumstances: {} } : undefined;
  const { diagnostics } = code >= 'BF4000' ? examine(source, read, given) : compile(source, read);
  return diagnostics.filter(({ kept }) => kept === undefined);
}
const shown = (found: readonly Diagnostic[]): readonly string[] =>
  found.map((d) => `${d.code} ${d.en.message}`);

const doubled = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, at) => texts.indexOf(text) < at);

describe('the catalogue of diagnostics', () => {
  it('gives every finding a code of its own, in order', () => {
    const codes = catalogue.map(({ code }) => code);
    expect(codes.filter((code) => !/^BF\d{4}$/.test(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it.each(['zh', 'en'] as const)('has a title of its own for every finding: %s', (language) => {
    const titles = catalogue.map((definition) => definition[language].title.trim());
    expect(catalogue.filter((_, at) => titles[at] === '').map(({ code }) => code)).toEqual([]);
    expect(doubled(titles)).toEqual([]);
  });
});

describe.each(catalogue.map((definition) => ({ code: definition.code, definition })))(
  '$code',
  ({ code, definition }) => {
    it('is what its bad example yields, and nothing else', () => {
      const found = find(definition.bad, definition);
      expect(shown(found.filter((d) => d.code !== code))).toEqual([]);
      expect(found.map(({ severity }) => severity)).toContain(definition.severity);
    });

    it('is not found in its good example, nor is anything else', () => {
      expect(shown(find(definition.good, definition))).toEqual([]);
    });

    it('speaks both languages in whole sentences', () => {
      for (const { zh, en } of find(definition.bad, definition)) {
        for (const text of [zh.message, zh.hint, en.message, en.hint]) {
          expect(text.trim()).not.toBe('');
          expect(text).not.toMatch(/undefined|\[object|NaN|null/);
        }
        for (const text of [zh.message, zh.hint]) expect(text).toMatch(/[。？！]$/);
        for (const text of [en.message, en.hint]) expect(text).toMatch(/[.?!]$/);
      }
    });
  },
);
