import {
  type Applicant,
  evaluator,
  Goals,
  inventory,
  type Item,
  keyOf,
  type Policy,
  Recorder,
  type Seen,
  type Trial,
} from '../../compiler/index.ts';
import type { Binding, BoundPolicy, Events } from '../../runtime/evaluator.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import type { PolicyCase } from './read.ts';
import { type Bench, recordOf } from './record.ts';
import { bindingOf, runCase, subjectOf } from './run.ts';

/** Decides applicants and says which goals each reached: results that coverage counts, and boundaries. */
export class Trials {
  readonly items: readonly Item[];
  readonly goals: Goals;
  readonly #bench: Bench;
  readonly #recorder: Recorder;
  readonly #bound = new Map<string, BoundPolicy | null>();

  constructor(policy: Policy, bench: Bench) {
    this.items = inventory(policy);
    this.goals = new Goals(policy);
    this.#recorder = new Recorder(policy, this.items);
    const [recorder, goals] = [this.#recorder, this.goals];
    const observed = evaluator(policy, {
      node: (e, value) => {
        recorder.node(e, value);
        goals.node(e, value);
      },
      table: (read) => recorder.table(read),
      turn: (of, what) => recorder.turn(of, what),
    });
    this.#bench = { ...bench, evaluator: observed };
  }

  /** Goals of every kind, by their keys. */
  all(): ReadonlySet<string> {
    const results = this.items.flatMap(({ kind, id, wanted }) =>
      wanted.map((result) => `${keyOf(kind, id)} ${result}`),
    );
    return new Set([...results, ...this.goals.all.map(({ key }) => key)]);
  }

  attempt(applicant: Applicant): Trial | null {
    const bound = this.#bind(applicant);
    if (!bound) return null;
    try {
      const decision = bound.decide(applicant.facts, applicant.events as Events);
      this.#recorder.decision(decision);
      const { goals, distances } = this.#take();
      return { applicant, goals, distances, decision };
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
      this.#take();
      return null;
    }
  }

  /** What a case reaches, whole populations too. */
  ofCase(one: PolicyCase): ReadonlySet<string> {
    try {
      for (const decision of runCase(this.#bench, one).decisions) this.#recorder.decision(decision);
    } catch (error) {
      if (!(error instanceof InputErrors)) throw error;
    }
    return this.#take().goals;
  }

  /** The applicant of a case, under ids. */
  applicantOf(one: PolicyCase): Applicant {
    const subject = subjectOf(this.#bench, one);
    const { asOf, parameters = {}, circumstances = {}, populations } = bindingOf(this.#bench, one, subject);
    const steps = this.#bench.names;
    const events = Object.entries(one.events).map(
      ([name, value]) => [steps.find(name, Object.keys(steps.meta.names)) ?? name, value] as const,
    );
    const facts = recordOf(this.#bench, subject, one.change);
    return {
      subject,
      asOf,
      facts,
      parameters,
      circumstances,
      events: Object.fromEntries(events),
      ...companionsOf(one, populations),
    };
  }

  #take(): { readonly goals: Set<string>; readonly distances: Map<string, number> } {
    const { goals, distances } = this.goals.take();
    for (const goal of flattened(this.#recorder.take())) goals.add(goal);
    return { goals, distances };
  }

  #bind(applicant: Applicant): BoundPolicy | null {
    const key = boundKey(applicant);
    const known = this.#bound.get(key);
    if (known !== undefined) return known;
    const bound = this.#bindAnew(bindingFor(applicant));
    this.#bound.set(key, bound);
    return bound;
  }

  #bindAnew(binding: Parameters<Bench['evaluator']['bind']>[0]): BoundPolicy | null {
    try {
      return this.#bench.evaluator.bind(binding);
    } catch (error) {
      if (error instanceof InputErrors) return null;
      throw error;
    }
  }
}

function* flattened(seen: Seen): Generator<string> {
  for (const [key, results] of seen) for (const result of results) yield `${key} ${result}`;
}

/** What has to be the same for two applicants to be decided under one binding. */
export const boundKey = ({ subject, asOf, parameters, circumstances, companions }: Applicant): string =>
  JSON.stringify([subject, asOf, parameters, circumstances, companions]);

export const bindingFor = ({ subject, asOf, parameters, circumstances, companions }: Applicant): Binding => ({
  asOf,
  parameters,
  circumstances,
  ...(subject !== '' && { subject }),
  ...(companions && { populations: companions.records as NonNullable<Binding['populations']> }),
});

function companionsOf(one: PolicyCase, records: Binding['populations']): Pick<Applicant, 'companions'> {
  if (!records) return {};
  return { companions: { records, written: one.populations, toJSON: () => one.populations } };
}
