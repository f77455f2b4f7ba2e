import type { Decision } from '../../runtime/decision.ts';
import type { Binding, BoundPolicy } from '../../runtime/evaluator.ts';
import { compareProgramme, compareWarnings } from './compare.ts';
import { compareDuties } from './duties.ts';
import { Expectation, type Mismatch } from './mismatch.ts';
import { type Bench, type Facts, recordOf } from './record.ts';
import { comparePopulation } from './population.ts';
import { populationsOf } from './populations.ts';
import type { Change, PolicyCase, PopulationEntry } from './read.ts';
import { compareSteps } from './steps.ts';

export interface CaseResult {
  readonly case: PolicyCase;
  readonly mismatches: readonly Mismatch[];
  /** Decisions made on the way, for coverage. */
  readonly decisions: readonly Decision[];
}

export function runCase(bench: Bench, one: PolicyCase): CaseResult {
  const subject = subjectOf(bench, one);
  const bound = bench.evaluator.bind(bindingOf(bench, one, subject));
  const mismatches: Mismatch[] = [];
  const expectation = new Expectation(bench.file, [...one.path, 'expect'], bench.names, mismatches);
  const decisions = one.population
    ? decidePopulation(bench, one, subject, bound, expectation)
    : [decideOne(bench, one, subject, bound, expectation)];
  return { case: one, mismatches, decisions };
}

function decideOne(
  bench: Bench,
  one: PolicyCase,
  subject: string,
  bound: BoundPolicy,
  expectation: Expectation,
): Decision {
  const facts = recordOf(bench, subject, one.change);
  const decision = bound.decide(facts, one.events as Parameters<BoundPolicy['decide']>[1]);
  const ids = Object.keys(decision.programmes);
  for (const [name, expected] of Object.entries(one.expect)) {
    const at = expectation.at(name);
    const id = bench.names.find(name, ids);
    const programme = id === undefined ? undefined : decision.programmes[id];
    if (id !== undefined && programme)
      compareProgramme(expected, { id, decision: programme, bound, facts }, at);
    else if (name === 'steps') compareSteps(expected, decision.procedures, at);
    else if (name === 'duties') compareDuties(expected, decision.duties ?? {}, at);
    else if (name === 'warnings') compareWarnings(expected, decision, at);
    else if (name === 'inForce') at.equal(expected, decision.inForce);
    else if (name !== 'refuted')
      return at.refuse(
        bench.file.texts.yaml.oneOf([...ids, 'steps', 'duties', 'warnings', 'inForce', 'refuted']),
      );
  }
  // Every case is held against the policy's assertions, whether it speaks of them or not.
  const refuted = bound.check(facts).flatMap(({ id, truth }) => (truth === 'no' ? [id] : []));
  expectation.at('refuted').sameSet(one.expect.refuted ?? [], refuted);
  return decision;
}

function decidePopulation(
  bench: Bench,
  one: PolicyCase,
  subject: string,
  bound: BoundPolicy,
  expectation: Expectation,
): readonly Decision[] {
  const entries = (one.population ?? []).flatMap((entry) =>
    Array.from({ length: entry.copies }, () => entry),
  );
  const records = entries.map((entry) => named(recordOf(bench, subject, merged(one.change, entry)), entry));
  const result = bound.decideAll(records);
  const members = result.decisions.map((decision, at) => ({ id: entries[at]?.id ?? '', decision }));
  for (const [name, expected] of Object.entries(one.expect)) {
    const at = expectation.at(name);
    const id = bench.names.find(name, Object.keys(result.summary.programmes));
    if (id === undefined)
      return at.refuse(bench.file.texts.yaml.oneOf(Object.keys(result.summary.programmes)));
    comparePopulation(expected, { id, members, summary: result.summary }, at);
  }
  return result.decisions;
}

/** A member that stands for itself alone is called by its id; copies say nothing of who they are. */
function named({ id: _, ...record }: Facts, { id, copies }: PopulationEntry): Facts {
  return copies > 1 ? record : { ...record, id };
}

const merged = (common: Change, own: Change): Change => ({
  with: { ...common.with, ...own.with },
  without: [...common.without, ...own.without].filter((name) => !(name in own.with)),
});

export function subjectOf(bench: Bench, one: PolicyCase): string {
  const ids = bench.evaluator.meta.subjects.map(({ id }) => id);
  if (one.subject === undefined && ids.length <= 1) return ids[0] ?? '';
  const id = one.subject === undefined ? undefined : bench.names.find(one.subject, ids);
  return id ?? bench.file.refuse([...one.path, 'subject'], bench.file.texts.yaml.oneOf(ids));
}

export function bindingOf(bench: Bench, one: PolicyCase, subject: string): Binding {
  const asOf = one.asOf ?? bench.cases.asOf ?? bench.defaults.asOf;
  refuseUnknown(bench, one, subject);
  return {
    asOf: asOf ?? bench.file.refuse(one.path, bench.file.texts.yaml.needsAsOf),
    parameters: mergeNamed(bench, bench.defaults.parameters, one.parameters, one.change.without),
    circumstances: mergeNamed(bench, bench.defaults.circumstances, one.circumstances, one.change.without),
    ...(subject === '' ? {} : { subject }),
    ...populationsOf(bench, one),
  };
}

/** `without` names facts of the record, parameters and circumstances; anything else is a slip of the pen. */
function refuseUnknown(bench: Bench, one: PolicyCase, subject: string): void {
  const { meta } = bench.evaluator;
  const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const known = [...facts, ...meta.parameters, ...meta.circumstances].map(({ id }) => id);
  const slip = one.change.without.findIndex((name) => bench.names.find(name, known) === undefined);
  if (slip < 0) return;
  bench.file.refuse([...one.path, 'without', slip], bench.file.texts.yaml.oneOf(known));
}

/** The case's values win; a value under the other name of the same thing is replaced, not doubled; `without` unbinds. */
function mergeNamed(
  bench: Bench,
  defaults: Facts | undefined,
  own: Facts,
  without: readonly string[],
): Facts {
  const { meta } = bench.evaluator;
  const ids = [...meta.parameters, ...meta.circumstances].map(({ id }) => id);
  const named = (values: Facts): Facts =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [bench.names.find(name, ids) ?? name, value]),
    );
  const merged = { ...named(defaults ?? {}), ...named(own) };
  const unbound = new Set(without.map((name) => bench.names.find(name, ids)));
  return Object.fromEntries(Object.entries(merged).filter(([id]) => !unbound.has(id)));
}
