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

  /** A search for one mutant. Each call goes on where the last one stopped, and tries so many applicants more. */
  search(
    mutant: Policy,
    seeds: readonly Applicant[],
    reads: ReadonlySet<string>,
  ): (tries: number) => Difference | null {
    const other = new Deciding(evaluator(mutant, undefined, this.#meta));
    const applicants = this.#around(seeds, reads);
    return (tries) => {
      for (let left = tries; left > 0; left -= 1) {
        const { value } = applicants.next();
        if (!value) return null;
        const found = this.#compare(value, other);
        if (found) return found;
      }
      return null;
    };
  }

  *#around(seeds: readonly Applicant[], reads: ReadonlySet<string>): Generator<Applicant, undefined> {
    yield* seeds.slice(0, MOST_SEEDS);
    const attempt = (one: Applicant): Trial | null => this.#trials.attempt(one);
    for (const seed of seeds) {
      const trial = this.#own(seed)?.trial;
      if (trial) yield* movesFrom(trial, this.#meta, this.#steps, reads, attempt);
    }
    return undefined;
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
