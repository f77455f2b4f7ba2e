import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, parameters } from './policies.ts';

const schema = JSON.parse(readFileSync(new URL('../../docs/diff.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
const holds = ajv.compile(schema);

const folder = new Folder({
  'old.policy': allowance,
  'new.policy': allowance
    .replace('2000 元 以下', '1500 元 以下')
    .replace('每人每月 月标准', '每人每月 350 元'),
  'broken.policy': '方案 坏\n  ((\n',
  'parameters.yaml': parameters,
  'cases.yaml': `asOf: 2025-06-30
base: { applicant: { birthDate: 1950-01-01, localHukou: true, monthlyIncome: 1000, grades: {} } }
cases: []
`,
  'people.csv': '编号,birthDate,localHukou,monthlyIncome\n甲,1960-01-01,是,1900\n乙,1960-01-01,是,\n',
});

test.each([
  ['changes only', ['old.policy', 'new.policy']],
  ['nothing changed', ['old.policy', 'old.policy']],
  ['a version that does not compile', ['old.policy', 'broken.policy']],
  ['a register', ['old.policy', 'new.policy', '--population', 'people.csv', '--by', 'localHukou']],
  ['a proof', ['old.policy', 'new.policy', '--prove']],
])('what diff writes as JSON fits its schema: %s', async (_, args) => {
  const { stdout, stderr } = await folder.run(['diff', ...args, '--format', 'json']);
  expect(stderr).not.toContain('bangfu:');
  const document = JSON.parse(stdout);
  expect(holds(document), JSON.stringify(holds.errors?.slice(0, 5), null, 2)).toBe(true);
});

test('the schema refuses what is not so written', () => {
  expect(holds({ schema: 'bangfu.diff/1', policies: [{ state: 'new' }] })).toBe(false);
  expect(holds({ schema: 'bangfu.diff/2', policies: [] })).toBe(false);
});
