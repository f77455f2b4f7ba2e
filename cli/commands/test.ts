import { evaluator, type Policy, policyMeta } from '../../compiler/index.ts';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import { coverage } from '../cases/coverage.ts';
import { readCases } from '../cases/read.ts';
import { failed, type Outcome, type PolicyOutcomes, testJson, testText } from '../cases/report.ts';
import { type Bench, type CaseResult, runCase } from '../cases/run.ts';
import { type ExitStatus, exitStatus } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { besidePolicy, findPolicies, readOptional } from '../files/policies.ts';
import { YamlFile } from '../files/yaml.ts';
import { loadClean } from '../policy/load.ts';
import { PolicyNames } from '../policy/names.ts';
import { readParameters } from '../policy/parameters.ts';

export interface TestOptions {
  readonly format?: 'text' | 'json';
  readonly coverage?: true;
}

/** Runs the cases beside each policy. No case at all is wrong usage: a run that tested nothing must not look well. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: TestOptions,
): Promise<ExitStatus> {
  const tested: PolicyOutcomes[] = [];
  let broken = false;
  for (const path of await findPolicies(paths, session.texts)) {
    const loaded = await loadClean(path, session);
    if (!loaded) broken = true;
    const one = loaded && (await testOne(session, path, loaded.policy, options));
    if (one) tested.push(one);
  }
  if (tested.length > 0)
    await session.out.write(options.format === 'json' ? testJson(tested) : await testText(tested, session));
  if (broken || tested.some(({ outcomes }) => outcomes.some(failed))) return exitStatus.findings;
  return tested.length > 0 ? exitStatus.fine : exitStatus.usage;
}

async function testOne(
  session: Session,
  path: string,
  policy: Policy,
  options: TestOptions,
): Promise<PolicyOutcomes | null> {
  const casesPath = besidePolicy(path, 'cases.yaml');
  const text = await readOptional(casesPath, session.texts);
  if (text === undefined) {
    await session.err.write(`${session.texts.test.noCases(path)}\n`);
    return null;
  }
  const file = new YamlFile(casesPath, text, session.texts);
  const cases = readCases(file);
  const names = new PolicyNames(policyMeta(policy), session.language);
  const defaults = (await readParameters(path, undefined, session.texts)) ?? {};
  const bench: Bench = { file, cases, evaluator: evaluator(policy), names, defaults };
  const results = cases.cases.map((one) => ({ one, result: attempt(() => runCase(bench, one)) }));
  const outcomes = results.map(({ one, result }): Outcome => {
    const place = file.placeOf(one.path);
    if (!(result instanceof InputErrors))
      return { case: one, place, mismatches: result.mismatches, badInput: [] };
    const badInput = result.errors.map((error) => describeInputError(error, session.language));
    return { case: one, place, mismatches: [], badInput };
  });
  const decisions = results.flatMap(({ result }) => (result instanceof InputErrors ? [] : result.decisions));
  return { path, names, outcomes, coverage: options.coverage ? coverage(policy, decisions) : null };
}

/** Data that does not fit fails its own case only. */
function attempt(work: () => CaseResult): CaseResult | InputErrors {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputErrors) return error;
    throw error;
  }
}
