import {
  evaluator,
  type Item,
  inventory,
  type Policy,
  policyMeta,
  Recorder,
  type Seen,
  type SourceFile,
} from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import type { Session } from '../console/session.ts';
import { besidePolicy, onDisk, readOptional } from '../files/policies.ts';
import { YamlFile } from '../files/yaml.ts';
import { PolicyNames } from '../policy/names.ts';
import { readParameters } from '../policy/parameters.ts';
import type { Mismatch } from './mismatch.ts';
import { type PolicyCase, readCases } from './read.ts';
import type { Bench } from './record.ts';
import { type CaseResult, runCase } from './run.ts';

/** A policy with its cases, ready to run. */
export interface TestedPolicy {
  readonly source: SourceFile;
  readonly policy: Policy;
  readonly bench: Bench;
  /** What the cases can try; empty unless it is asked for. */
  readonly items: readonly Item[];
  readonly recorder: Recorder | null;
}

/** What became of a case. */
export interface Outcome {
  readonly case: PolicyCase;
  readonly place: string;
  readonly mismatches: readonly Mismatch[];
  readonly badInput: readonly string[];
  readonly decisions: readonly Decision[];
  /** What it reached, where that is recorded. */
  readonly seen: Seen;
}

export const failed = ({ mismatches, badInput }: Pick<Outcome, 'mismatches' | 'badInput'>): boolean =>
  mismatches.length > 0 || badInput.length > 0;

/** The cases beside a policy; null, with a word about it, where there are none. */
export async function openBench(
  session: Session,
  source: SourceFile,
  policy: Policy,
  recording: boolean,
): Promise<TestedPolicy | null> {
  const casesPath = besidePolicy(source.path, 'cases.yaml');
  const text = await readOptional(casesPath, session.texts);
  if (text === undefined) {
    await session.err.write(`${session.texts.test.noCases(source.path)}\n`);
    return null;
  }
  const file = new YamlFile(casesPath, text, session.texts);
  const cases = readCases(file);
  const names = new PolicyNames(policyMeta(policy), session.language);
  const defaults = (await readParameters(onDisk(source.path, session.texts), undefined, session.texts)) ?? {};
  const items = recording ? inventory(policy) : [];
  const recorder = recording ? new Recorder(policy, items) : null;
  const bench: Bench = { file, cases, evaluator: evaluator(policy, recorder ?? undefined), names, defaults };
  return { source, policy, bench, items, recorder };
}

export const runAll = (tested: TestedPolicy, language: Session['language']): readonly Outcome[] =>
  tested.bench.cases.cases.map((one) => runOne(tested, one, language));

function runOne({ bench, recorder }: TestedPolicy, one: PolicyCase, language: Session['language']): Outcome {
  const result = attempt(() => runCase(bench, one));
  const about = { case: one, place: bench.file.placeOf(one.path) };
  if (result instanceof InputErrors) {
    const badInput = result.errors.map((error) => describeInputError(error, language));
    return { ...about, mismatches: [], badInput, decisions: [], seen: recorder?.take() ?? new Map() };
  }
  const { mismatches, decisions } = result;
  for (const decision of decisions) recorder?.decision(decision);
  return { ...about, mismatches, badInput: [], decisions, seen: recorder?.take() ?? new Map() };
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
