import {
  type Applicant,
  evaluator,
  type Mutant,
  mutantsOf,
  type Place,
  placesOf,
  type Policy,
  policyMeta,
  readsById,
} from '../../compiler/index.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import type { TestedPolicy } from '../cases/bench.ts';
import type { PolicyCase } from '../cases/read.ts';
import type { Bench } from '../cases/record.ts';
import { runCase } from '../cases/run.ts';
import { Trials } from '../cases/trials.ts';
import type { Session } from '../console/session.ts';
import type { PolicyNames } from '../policy/names.ts';
import { groundOf, seedsOf } from '../suggest/suggest.ts';
import { applicantWords } from '../suggest/naming.ts';
import { caseFields, type Ground } from '../suggest/yaml.ts';
import type { Texts } from '../texts/texts.ts';
import { type Difference, Differ } from './differ.ts';

/** What became of a mutant: a case that fails on it, or none. */
export interface MutantFate {
  readonly mutant: Mutant;
  /** Cases that notice it; only the first unless all are asked for. */
  readonly killedBy: readonly string[];
  /** The policy it makes cannot run at all: it says nothing of the cases. */
  readonly broken: boolean;
  /** A case that would notice it, ready to be held against the notice; null: no difference was found. */
  readonly killer: object | null;
  /** Why it is let live, from `survivors` in `cases.yaml`. */
  readonly excuse: string | null;
  /** Proved to decide every complete record as the policy does: no mistake at all. */
  readonly same: boolean;
}

export interface Mutation {
  readonly fates: readonly MutantFate[];
  /** Entries under `survivors` for mutants that are killed, change nothing, or do not exist. */
  readonly needless: readonly string[];
}

/** Says whether a mutant surely decides like the policy. */
export type Prover = (policy: Policy, mutant: Policy) => Promise<boolean>;

/** Applicants tried before a proof is asked for, and after it was not given. */
const FEW = 150;
const MANY = 1350;

/** Runs the cases against every mutant of the policy, those that reach the changed place first. All cases must pass. */
export async function mutate(
  tested: TestedPolicy,
  session: Session,
  everyKiller: boolean,
  alike: Prover,
): Promise<Mutation> {
  const { policy, bench } = tested;
  const meta = policyMeta(policy);
  const touched = touchedBy(tested);
  const searchFor = finderFor(tested, session);
  const excuses = new Map(bench.cases.survivors.map(({ mutant, why }) => [mutant, why]));
  const fates: MutantFate[] = [];
  for (const mutant of mutantsOf(policy)) {
    const fate = attack(mutant, casesFor(mutant, bench.cases.cases, touched), bench, meta, everyKiller);
    const lives = fate.killedBy.length === 0 && !fate.broken;
    const excuse = excuses.get(mutant.id) ?? null;
    // Most are told apart soon; where they can be proved alike, a long search finds nothing.
    const search = lives && excuse === null ? searchFor(mutant) : () => null;
    const near = search(FEW);
    const same = lives && near === null && (await alike(policy, mutant.make()));
    fates.push({ ...fate, excuse, killer: near ?? (same ? null : search(MANY)), same });
  }
  const alive = fates.filter(({ killedBy, same }) => killedBy.length === 0 && !same);
  const ids = new Set(alive.map(({ mutant }) => mutant.id));
  return { fates, needless: [...excuses.keys()].filter((id) => !ids.has(id)) };
}

/** Looks for a case that would notice a mutant, trying so many applicants a call. */
function finderFor(
  tested: TestedPolicy,
  { texts }: Session,
): (mutant: Mutant) => (tries: number) => object | null {
  const { policy, bench } = tested;
  const trials = new Trials(policy, bench);
  const differ = new Differ(policy, trials, bench.names);
  const seeds = withLater(seedsOf(trials, tested));
  const reads = readsById(policy);
  const places = placesOf(policy);
  const making: Making = { ground: groundOf(tested), names: bench.names, texts, places };
  return (mutant) => {
    const search = differ.search(mutant.make(), seeds, readsAround(mutant, places, reads));
    return (tries) => {
      const found = search(tries);
      return found && killerOf(mutant, found, making);
    };
  };
}

interface Making {
  readonly ground: Ground;
  readonly names: PolicyNames;
  readonly texts: Texts;
  readonly places: ReadonlyMap<string, Place>;
}

/** Nodes that each case evaluates. */
function touchedBy({ policy, bench }: TestedPolicy): ReadonlyMap<PolicyCase, ReadonlySet<string>> {
  let touched = new Set<string>();
  const nothing = (): void => undefined;
  const watched = evaluator(policy, { node: (e) => touched.add(e.id), table: nothing, turn: nothing });
  return new Map(
    bench.cases.cases.map((one) => {
      touched = new Set();
      failsOn(one, { ...bench, evaluator: watched });
      return [one, touched] as const;
    }),
  );
}

/** Cases that name a clause of the changed line come first; those that never evaluate the changed node, or the list that it filters, are left out. */
function casesFor(
  { at, list, cites }: Mutant,
  cases: readonly PolicyCase[],
  touched: ReadonlyMap<PolicyCase, ReadonlySet<string>>,
): readonly PolicyCase[] {
  const reaching = cases.filter((one) => touched.get(one)?.has(at) || touched.get(one)?.has(list ?? at));
  const all = reaching.length > 0 ? reaching : cases;
  const near = (one: PolicyCase): boolean => one.clauses.some((clause) => cites.includes(clause));
  return [...all.filter(near), ...all.filter((one) => !near(one))];
}

function attack(
  mutant: Mutant,
  cases: readonly PolicyCase[],
  bench: Bench,
  meta: PolicyMeta,
  everyKiller: boolean,
): Pick<MutantFate, 'mutant' | 'killedBy' | 'broken'> {
  const changed: Bench = { ...bench, evaluator: evaluator(mutant.make(), undefined, meta) };
  const killedBy: string[] = [];
  for (const one of cases) {
    const failed = failsOn(one, changed);
    if (failed === 'broken') return { mutant, killedBy: [], broken: true };
    if (!failed) continue;
    killedBy.push(one.name);
    if (!everyKiller) break;
  }
  return { mutant, killedBy, broken: false };
}

function failsOn(one: PolicyCase, bench: Bench): boolean | 'broken' {
  try {
    return runCase(bench, one).mismatches.length > 0;
  } catch (error) {
    // Data refused is a failing case; a mutant that the checker would not let pass may do anything.
    if (error instanceof InputErrors) return true;
    if (error instanceof RangeError || error instanceof TypeError) return 'broken';
    throw error;
  }
}

function readsAround(
  { at }: Mutant,
  places: ReadonlyMap<string, Place>,
  reads: (id: string) => readonly string[],
): ReadonlySet<string> {
  const rule = places.get(at)?.rule;
  // Nodes are numbered under the id of what they stand in: `aid.deadline#3`.
  const owner = at.replace(/#.*$/, '');
  return new Set([at, owner, ...(rule ? [rule] : [])].flatMap(reads));
}

function killerOf(mutant: Mutant, { applicant, expect }: Difference, making: Making): object {
  const { ground, names, texts, places } = making;
  const rule = places.get(mutant.at)?.rule ?? mutant.at.replace(/#.*$/, '');
  const name = texts.mutate.killer(applicantWords(applicant, ground, names, texts), names.label(rule));
  return caseFields({ name, clauses: mutant.cites, applicant, expect }, ground);
}

/** Some mistakes show only once a year is over. */
const withLater = (seeds: readonly Applicant[]): readonly Applicant[] => [
  ...seeds,
  ...seeds.slice(0, 2).map((seed) => ({ ...seed, asOf: `${Number(seed.asOf.slice(0, 4)) + 1}-06-30` })),
];
