import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { letterHtml } from './letters.ts';
import { PolicyNames } from '../../cli/policy/names.ts';
import { flatRows } from '../../cli/render/flat.ts';
import { textsIn } from '../../cli/texts/texts.ts';
import { loadTypeScriptEmitter } from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import { describeText } from '../../runtime/describe/describe.ts';
import { letterText } from '../../runtime/letter/text.ts';
import { writeLetter } from '../../runtime/letter/write.ts';
import { RUNTIME, typeCheck } from '../emit/type-check.ts';
import { decisionsOf, type Kind, kinds } from './subjects.ts';

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(JSON.parse(readFileSync(new URL('../../docs/decision.schema.json', import.meta.url), 'utf8')));
const schemaOf = (name: string): ValidateFunction => {
  const found = ajv.getSchema(`bangfu.decision/1#/definitions/${name}`);
  if (!found) throw new Error(`no schema of ${name}`);
  return found;
};
const fits = (name: string, value: unknown): void => {
  const validate = schemaOf(name);
  expect(validate(value), ajv.errorsText(validate.errors)).toBe(true);
};

/** What a program says when it has nothing to say. */
const BLANKS = /undefined|\[object|\bNaN\b|\bnull\b/;
/** Ids are written so; in Chinese text nothing else is. */
const IDS = /\b[a-z]+[A-Z][A-Za-z]*\b/;

const decided = new Map<Kind, readonly Decision[]>(kinds.map((kind) => [kind, decisionsOf(kind)]));
const table = kinds.map((kind) => [kind.slug, kind.subject, kind] as const);

it('every policy of the folder, every kind of record', () => {
  expect(new Set(kinds.map(({ slug }) => slug)).size).toBe(19);
  expect(kinds.length).toBeGreaterThan(45);
});

describe.each(table)('%s, %s', (_, subject, kind) => {
  const { meta, bound, policy, records } = kind;
  const decisions = decided.get(kind) ?? [];

  it('decide: the same shape, of the programmes and duties of this kind and no others', () => {
    const programmes = policy.programmes.filter((one) => one.subject === subject).map(({ id }) => id);
    for (const decision of decisions) {
      fits('Decision', JSON.parse(JSON.stringify(decision)));
      expect(decision.subject).toBe(subject);
      expect(Object.keys(decision.programmes)).toEqual(programmes);
      const { duties, ...rest } = decision;
      expect(Object.keys(rest).sort()).toEqual(Object.keys(shape).sort());
      if (duties) expect(Object.keys(duties).length).toBeGreaterThan(0);
    }
    const { summary } = bound.decideAll(records);
    fits('RunSummary', JSON.parse(JSON.stringify({ ...summary, unreadable: 0 })));
  });

  it('decide: a row for each programme and duty', () => {
    for (const lang of ['zh', 'en'] as const) {
      const names = new PolicyNames(meta, lang);
      for (const decision of decisions) {
        const rows = flatRows({ row: 1, id: 'A' }, decision, names, textsIn(lang));
        const wanted = [...Object.keys(decision.programmes), ...Object.keys(decision.duties ?? {})];
        const shown = new Set(rows.map(({ programme }) => programme));
        expect([...shown].sort()).toEqual([...new Set(wanted.map((id) => names.label(id)))].sort());
        for (const row of rows) expect(Object.values(row).join(' ')).not.toMatch(BLANKS);
      }
    }
  });

  it('explain: text, letter and page name every programme, in words', () => {
    for (const decision of decisions)
      for (const lang of ['zh', 'en'] as const) {
        const letter = writeLetter(decision, meta, lang, 'A');
        for (const text of [describeText(decision, meta, lang), letterText(letter), letterHtml(letter)]) {
          expect(text).not.toMatch(BLANKS);
          if (lang === 'zh') expect(text.replaceAll(/<style>[\s\S]*<\/style>/g, '')).not.toMatch(IDS);
          for (const id of lang === 'zh' ? Object.keys(decision.programmes) : [])
            expect(text).toContain(meta.names[id]?.zh ?? id);
        }
      }
  });

  it('timeline: what decide says of the procedures', () => {
    const own = policy.procedures.filter((one) => one.subject === undefined || one.subject === subject);
    for (const facts of records) {
      const { procedures, warnings } = bound.timeline({}, facts);
      fits('TimelineDocument', { schema: 'bangfu.timeline/1', procedures, warnings });
      expect(Object.keys(procedures)).toEqual(own.map(({ id }) => id));
      expect(bound.decide(facts, {}).procedures).toEqual(procedures);
    }
  });
});

/** Only the keys count. */
const shape: Omit<Decision, 'duties'> = {
  schema: 'bangfu.decision/1',
  policy: '',
  version: '',
  calendar: { name: '', version: '', through: '' },
  asOf: '',
  parameters: {},
  circumstances: {},
  subject: '',
  inForce: 'unknown',
  programmes: {},
  procedures: {},
  warnings: [],
};

it('the types of the generated modules hold every decision', async () => {
  const { emitTypeScript } = await loadTypeScriptEmitter();
  const files = new Map<string, string>();
  for (const [n, { policy, subject }] of kinds.entries()) {
    const module = `${policy.id}.ts`;
    if (!files.has(module)) files.set(module, emitTypeScript(policy, { runtime: RUNTIME }));
    const found = decided.get(kinds[n] as Kind) ?? [];
    const lines = [
      `import { ${policy.id} } from './${module}';`,
      `const bound = ${policy.id}.bind({ asOf: '2024-01-01', subject: '${subject}' });`,
      ...found.map(
        (one, at) => `export const d${at}: ReturnType<typeof bound.decide> = ${JSON.stringify(one)};`,
      ),
    ];
    files.set(`kind${n}.ts`, lines.join('\n'));
  }
  expect(typeCheck(files)).toEqual([]);
}, 300_000);
