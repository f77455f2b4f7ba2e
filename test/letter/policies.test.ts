import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile, evaluator, policyMeta } from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import type { Letter } from '../../runtime/letter/letter.ts';
import { letterText } from '../../runtime/letter/text.ts';
import { writeLetter } from '../../runtime/letter/write.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import { fromDisk } from '../policies/reading.ts';

type Json = { readonly [name: string]: unknown };

const root = fileURLToPath(new URL('../../policies', import.meta.url));
const slugs = readdirSync(root).filter((slug) => existsSync(join(root, slug, 'cases.yaml')));

const read = (slug: string, name: string): Json => {
  const path = join(root, slug, name);
  return existsSync(path) ? parse(readFileSync(path, 'utf8')) : {};
};

/** One decision for each kind of record: of the base of the cases, and of a record that knows nothing. */
function decisionsOf(slug: string): { readonly meta: PolicyMeta; readonly decisions: readonly Decision[] } {
  const path = join(root, slug, 'notice.policy');
  const { policy } = compile({ path, text: readFileSync(path, 'utf8') }, fromDisk);
  if (!policy) throw new Error(`${slug} does not compile`);
  const { asOf, base } = read(slug, 'cases.yaml') as { asOf: string; base: { [subject: string]: Json } };
  const { parameters = {} } = read(slug, 'parameters.yaml') as { parameters?: Json };
  const decisions = Object.entries(base).flatMap(([subject, facts]) => {
    const bound = evaluator(policy).bind({ asOf, parameters, subject });
    return [bound.decide(facts), bound.decide({})];
  });
  return { meta: policyMeta(policy), decisions };
}

const sentences = ({ sections }: Letter): readonly string[] =>
  sections.flatMap(({ title, verdict, blocks }) => [
    title,
    verdict,
    ...blocks.flatMap(({ heading, lead, items }) => [heading, lead, ...items]),
  ]);

describe.each(slugs)('%s', (slug) => {
  const { meta, decisions } = decisionsOf(slug);
  test.each(['zh', 'en'] as const)('letters in %s: sentences, no ids, no empty parts', (lang) => {
    for (const decision of decisions) {
      const letter = writeLetter(decision, meta, lang, 'A1');
      expect(letterText(letter)).not.toMatch(/undefined|\[object|null|NaN|[a-z][A-Z]|——/);
      for (const section of letter.sections)
        for (const block of section.blocks) expect(block.items.length).toBeGreaterThan(0);
      const said = sentences(letter).join('\n');
      expect(said).not.toMatch(/\d{4}-\d\d-\d\d|“”|（）|\(\)|。。|，。|, \.|\.\.$/m);
    }
  });

  test('every programme is in it, with a reason', () => {
    for (const decision of decisions) {
      const { sections, annex } = writeLetter(decision, meta, 'zh', '');
      for (const [index, programme] of Object.values(decision.programmes).entries()) {
        const items = sections[index]?.blocks.flatMap((block) => block.items) ?? [];
        expect(items.length).toBeGreaterThan(0);
        expect(annex.tables[index]?.rows.length).toBeGreaterThanOrEqual(1 + programme.excluded.length);
      }
    }
  });
});
