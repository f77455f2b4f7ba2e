import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../cli/cases/read.ts';
import type { Bench } from '../../cli/cases/record.ts';
import { runCase } from '../../cli/cases/run.ts';
import { besidePolicy, findPolicies, readRequired, onDisk } from '../../cli/files/policies.ts';
import { YamlFile } from '../../cli/files/yaml.ts';
import { PolicyNames } from '../../cli/policy/names.ts';
import { readParameters } from '../../cli/policy/parameters.ts';
import { textsIn } from '../../cli/texts/texts.ts';
import { accountFor } from '../../cli/trace/account.ts';
import { readClauses } from '../../cli/trace/clauses.ts';
import { compile, evaluator, mutantsOf, policyMeta } from '../../compiler/index.ts';
import { fromDisk } from './reading.ts';

const texts = textsIn('en');
const root = fileURLToPath(new URL('../../policies', import.meta.url));
const found = await findPolicies([root], texts);
const paths = found.filter((path) => basename(path) === 'notice.policy');
const libraries = found.filter((path) => !paths.includes(path));

const yamlBeside = async (path: string, name: string): Promise<YamlFile> => {
  const beside = besidePolicy(path, name);
  return new YamlFile(beside, await readRequired(beside, texts), texts);
};

async function open(path: string) {
  const { policy, diagnostics } = compile({ path, text: await readRequired(path, texts) }, fromDisk);
  if (!policy) throw new Error(diagnostics.map(({ en }) => en.message).join('\n'));
  const file = await yamlBeside(path, 'cases.yaml');
  const names = new PolicyNames(policyMeta(policy), 'en');
  const defaults = (await readParameters(onDisk(path, texts), undefined, texts)) ?? {};
  const bench: Bench = { file, cases: readCases(file), evaluator: evaluator(policy), names, defaults };
  const list = readClauses(await yamlBeside(path, 'clauses.yaml'));
  return { policy, diagnostics, bench, account: accountFor(list, policy, names, bench.cases.cases) };
}

it('finds the policies', () => {
  expect(paths.length).toBeGreaterThanOrEqual(3);
});

it.each(libraries)('%s is a library without a finding', async (path) => {
  const { library, diagnostics } = compile({ path, text: await readRequired(path, texts) }, fromDisk);
  expect([library, diagnostics]).toEqual([true, []]);
});

describe.each(paths.map((path) => [path.slice(root.length + 1), path] as const))('%s', async (_, path) => {
  const { policy, diagnostics, bench, account } = await open(path);

  it('compiles without a finding', () => {
    expect(diagnostics).toEqual([]);
  });

  it('accounts for every clause of its notice', () => {
    expect(account.problems).toEqual([]);
    expect(account.clauses.filter(({ status }) => status === 'unaccounted')).toEqual([]);
  });

  it('has a case for every clause that it encodes', () => {
    const untested = account.clauses.filter(
      ({ status, testedBy }) => status === 'encoded' && testedBy.length === 0,
    );
    expect(untested.map(({ clause }) => clause.id)).toEqual([]);
  });

  it('gives each case a name of its own', () => {
    const names = bench.cases.cases.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('expects something of each case', () => {
    expect(bench.cases.cases.filter((one) => Object.keys(one.expect).length === 0)).toEqual([]);
  });

  // Whether no case notices them is what `npm run mutate` sees.
  it('lets live no mutant that there is not', () => {
    const { survivors } = bench.cases;
    const ids = new Set(survivors.length > 0 ? mutantsOf(policy).map(({ id }) => id) : []);
    expect(survivors.map(({ mutant }) => mutant).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(bench.cases.cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(runCase(bench, one).mismatches).toEqual([]);
  });

  it('would notice a wrong outcome', () => {
    const [first] = bench.cases.cases;
    if (!first) throw new Error('no case');
    // A case without expectations holds; one that expects a warning nothing gives does not.
    const expecting = (expect: object) => runCase(bench, { ...first, expect: { ...expect } }).mismatches;
    expect(expecting({})).toEqual([]);
    expect(expecting({ warnings: ['nothingGivesThis'] })).toHaveLength(1);
  });
});
