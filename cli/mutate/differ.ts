import {
  type Applicant,
  evaluator,
  movesFrom,
  type Policy,
  policyMeta,
  type Trial,
} from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import type { BoundPolicy, Evaluator, Events } from '../../runtime/evaluator.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import { bindingFor, boundKey, type Trials } from '../cases/trials.ts';
import type { PolicyNames } from '../policy/names.ts';
import { differenceOf, type Expected, type View, viewOf } from '../suggest/expectation.ts';

/** An applicant for whom a mutant decides otherwise, and what a case must expect to notice it. */
export interface Difference {
  readonly applicant: Applicant;
  readonly expect: Expected;
}

/** Tries made for one mutant before it is said that no difference was found. */
const MOST_TRIES = 1500;
const MOST_SEEDS = 100;

interface Known {
  readonly trial: Trial;
  readonly view: View;
}

/** Looks for applicants who are decided otherwise under another version of the rules: those of the cases first, then their neighbours. */
export class Differ {
  readonly #trials: Trials;
  readonly #names: PolicyNames;
  readonly #meta: PolicyMeta;
  readonly #steps: readonly string[];
  readonly #known = new Map<string, Known | null>();

  constructor(policy: Policy, trials: Trials, names: PolicyNames) {
    this.#trials = trials;
    this.#names = names;
    this.#meta = policyMeta(policy);
    this.#steps = policy.procedures.flatMap(({ steps }) => steps.map(({ id }) => id));
  }

  find(mutant: Policy, seeds: readonly Applicant[], reads: ReadonlySet<string>): Difference | null {
    const other = new Deciding(evaluator(mutant, undefined, this.#meta));
    let left = MOST_TRIES;
    for (const seed of seeds.slice(0, MOST_SEEDS)) {
      const found = this.#compare(seed, other);
      if (found) return found;
    }
    for (const seed of seeds) {
      const trial = this.#own(seed)?.trial;
      if (!trial) continue;
      for (const applicant of movesFrom(trial, this.#meta, this.#steps, reads, (one) =>
        this.#trials.attempt(one),
      )) {
        if (left-- <= 0) return null;
        const found = this.#compare(applicant, other);
        if (found) return found;
      }
    }
    return null;
  }

  #compare(applicant: Applicant, other: Deciding): Difference | null {
    const own = this.#own(applicant);
    const mutated = own && other.decide(applicant);
    if (!own || !mutated) return null;
    const expect = differenceOf(own.view, viewOf(mutated, this.#names));
    return Object.keys(expect).length > 0 ? { applicant, expect } : null;
  }

  #own(applicant: Applicant): Known | null {
    const key = JSON.stringify(applicant);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const trial = this.#trials.attempt(applicant);
    const found = trial && { trial, view: viewOf(trial.decision, this.#names) };
    this.#known.set(key, found);
    return found;
  }
}

/** A policy that decides applicants; null where it cannot. */
class Deciding {
  readonly #evaluator: Evaluator;
  readonly #bound = new Map<string, BoundPolicy>();

  constructor(of: Evaluator) {
    this.#evaluator = of;
  }

  decide(applicant: Applicant): Decision | null {
    const key = boundKey(applicant);
    try {
      const bound = this.#bound.get(key) ?? this.#evaluator.bind(bindingFor(applicant));
      this.#bound.set(key, bound);
      return bound.decide(applicant.facts, applicant.events as Events);
    } catch {
      // A mutant may be a policy that no checker would let pass; what it cannot decide is no difference to show.
      return null;
    }
  }
}
