import {
  type Applicant,
  fewest,
  type Item,
  type Place,
  placesOf,
  policyMeta,
  readsById,
  search,
  type Trial,
} from '../../compiler/index.ts';
import type { TestedPolicy } from '../cases/bench.ts';
import type { PolicyCase } from '../cases/read.ts';
import { recordOf } from '../cases/record.ts';
import { Trials } from '../cases/trials.ts';
import type { Session } from '../console/session.ts';
import { measure } from '../coverage/measure.ts';
import { expectationOf } from './expectation.ts';
import { goalWords, type Named } from './words.ts';
import { caseFields, type Ground } from './yaml.ts';

/** Decisions made for one policy before the search gives up on what is left. */
const BUDGET = 12_000;

export interface Suggestions {
  /** As `cases.yaml` has them. */
  readonly cases: readonly object[];
  /** Goals that the cases reach and none reached before. */
  readonly reached: readonly Named[];
  readonly left: readonly Named[];
}

/** The fewest applicants who try what no case tries yet, with the result that the interpreter gives them. */
export function suggestFor(tested: TestedPolicy, session: Session): Suggestions {
  const { policy, bench } = tested;
  const trials = new Trials(policy, bench);
  const places = placesOf(policy);
  const words = goalWords(policy, trials.items, trials.goals.all, places, session.texts);
  const reached = new Set(bench.cases.cases.flatMap((one) => [...trials.ofCase(one)]));
  const wanted = wantedGoals(trials, tested);
  const reads = readsById(policy);
  const found = search(seedsOf(trials, tested), {
    meta: policyMeta(policy),
    steps: policy.procedures.flatMap(({ steps }) => steps.map(({ id }) => id)),
    attempt: (applicant) => trials.attempt(applicant),
    goals: wanted,
    reached,
    readsOf: (goal) => reads(words.get(goal)?.id ?? ''),
    budget: BUDGET,
  });
  const open = new Set([...wanted].filter((goal) => !reached.has(goal)));
  const chosen = fewest(found, open);
  const first = new Set(open);
  const made = chosen.flatMap(({ applicant }): readonly Chosen[] => {
    const trial = trials.attempt(applicant);
    if (!trial) return [];
    const goals = [...trial.goals].filter((goal) => first.delete(goal));
    return [{ trial, goals: goals.flatMap((goal) => words.get(goal) ?? []) }];
  });
  const got = new Set(made.flatMap(({ goals }) => goals.map(({ key }) => key)));
  const left = [...open].filter((goal) => !got.has(goal)).flatMap((goal) => words.get(goal) ?? []);
  const ground = groundOf(tested);
  const taken = new Set(bench.cases.cases.map(({ name }) => name));
  return {
    cases: made.map((one) => caseOf(one, { places, items: trials.items, ground, taken, session, tested })),
    reached: made.flatMap(({ goals }) => goals),
    left,
  };
}

/** Selections are tried by whole populations, which this search does not put together; nor what is written down as out of reach. */
function wantedGoals(trials: Trials, tested: TestedPolicy): ReadonlySet<string> {
  const excused = measure({ ...tested, items: trials.items }, []).items.flatMap((item) =>
    item.excused.map(({ result }) => `${item.kind} ${item.id} ${result}`),
  );
  const goals = [...trials.all()].filter((goal) => !goal.startsWith('stage '));
  return new Set(goals.filter((goal) => !excused.includes(goal)));
}

/** The complete records first, then every case of one applicant. */
export function seedsOf(trials: Trials, { bench, policy }: TestedPolicy): readonly Applicant[] {
  const singles = bench.cases.cases.filter((one) => one.population === undefined);
  const [first] = bench.cases.cases;
  const empty = { with: {}, without: [] };
  const bases = policy.subjects.map(
    ({ id }): PolicyCase => ({
      name: '',
      path: ['base'],
      clauses: [],
      asOf: bench.cases.asOf ?? bench.defaults.asOf ?? first?.asOf,
      subject: id,
      change: empty,
      parameters: {},
      circumstances: {},
      events: {},
      populations: {},
      population: undefined,
      expect: {},
      unconfirmed: false,
    }),
  );
  return [...bases, ...singles].map((one) => trials.applicantOf(one));
}

interface Chosen {
  readonly trial: Trial;
  /** What it is the first to reach. */
  readonly goals: readonly Named[];
}

interface Making {
  readonly places: ReadonlyMap<string, Place>;
  readonly items: readonly Item[];
  readonly ground: Ground;
  readonly taken: Set<string>;
  readonly session: Session;
  readonly tested: TestedPolicy;
}

function caseOf({ trial, goals }: Chosen, { places, items, ground, taken, session, tested }: Making): object {
  // Nodes are numbered under the id of what they stand in, a duty for one.
  const ids = new Set(goals.flatMap(({ id }) => [id, id.replace(/#.*$/, '')]));
  const own = [...ids].flatMap((id) => places.get(id) ?? []);
  const cites = items.filter(({ id }) => ids.has(id)).flatMap((item) => item.cites);
  const near = expectationOf(trial.decision, own, ids, tested.bench.names);
  const { programmes, duties = {} } = trial.decision;
  const all = new Set([...Object.keys(programmes), ...Object.keys(duties)]);
  const expect =
    Object.keys(near).length > 0 ? near : expectationOf(trial.decision, own, all, tested.bench.names);
  return caseFields(
    {
      name: nameOf(goals, taken, session),
      clauses: [...new Set([...own.flatMap((place) => place.cites), ...cites])].slice(0, 6),
      applicant: trial.applicant,
      expect,
    },
    ground,
  );
}

function nameOf(goals: readonly Named[], taken: Set<string>, { texts }: Session): string {
  const first = goals[0]?.text ?? '';
  const plain = goals.length > 1 ? texts.suggest.more(first, goals.length - 1) : first;
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = `${plain} ${number}`;
  taken.add(name);
  return name;
}

export function groundOf({ bench, policy }: TestedPolicy): Ground {
  const { asOf } = bench.cases;
  const named = (values: { readonly [name: string]: unknown } = {}) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        bench.names.find(
          name,
          [...policy.parameters, ...policy.circumstances].map(({ id }) => id),
        ) ?? name,
        value,
      ]),
    );
  const facts = policy.subjects.map(
    ({ id }) => [id, recordOf(bench, id, { with: {}, without: [] })] as const,
  );
  return {
    asOf: asOf ?? bench.defaults.asOf,
    base: Object.fromEntries(facts),
    subjects: policy.subjects.length,
    parameters: named(bench.defaults.parameters),
    circumstances: named(bench.defaults.circumstances),
  };
}
