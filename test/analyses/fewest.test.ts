import { describe, expect, it } from 'vitest';
import {
  type Applicant,
  compile,
  evaluator,
  fewest,
  Goals,
  inventory,
  keyOf,
  type Policy,
  policyMeta,
  Recorder,
  readsById,
  search,
  type Trial,
} from '../../compiler/index.ts';
import { Random } from '../agree/random.ts';
import { seed } from '../agree/seed.ts';

const FACTS = ['a', 'b', 'c', 'd'];

/** Groups of groups of two to four flags, some excluded. */
function randomText(r: Random): string {
  const count = 2 + r.below(3);
  const flags = FACTS.slice(0, count);
  const group = (own: readonly string[], depth: number): readonly string[] => {
    const head = r.one('同时满足', '满足其一', '均不满足', ...(own.length > 2 ? ['满足 2 项 以上'] : []));
    if (own.length < 3 || r.below(2) === 0)
      return [head, ...own.map((flag) => `${'  '.repeat(depth)}${flag}`)];
    const at = 1 + r.below(own.length - 1);
    const inner = own.slice(at);
    const rest = own.slice(0, at).map((flag) => `${'  '.repeat(depth)}${flag}`);
    const [first = '', ...lines] = inner.length > 1 ? group(inner, depth + 1) : [`${inner[0]}`];
    return [head, ...rest, `${'  '.repeat(depth)}${first}`, ...lines];
  };
  const excluded = r.below(3) === 0 && count > 2 ? flags.at(-1) : undefined;
  const own = excluded === undefined ? flags : flags.slice(0, -1);
  const [first, ...lines] = group(own, 2);
  return [
    '方案 例 (example)',
    '主体 人 (person)',
    ...flags.map((flag) => `  ${flag}: 是否`),
    '项目 补助 (aid)',
    `  资格 ${first}`,
    ...lines,
    ...(excluded === undefined ? [] : ['  排除', `    out: ${excluded}`]),
    '',
  ].join('\n');
}

/** All that can be reached, and who reaches what. */
class Tried {
  readonly goals: ReadonlySet<string>;
  readonly attempt: (applicant: Applicant) => Trial;

  constructor(readonly policy: Policy) {
    const items = inventory(policy);
    const [goals, recorder] = [new Goals(policy), new Recorder(policy, items)];
    const bound = evaluator(policy, {
      node: (e, value) => {
        recorder.node(e, value);
        goals.node(e, value);
      },
      table: (read) => recorder.table(read),
      turn: (of, what) => recorder.turn(of, what),
    }).bind({ asOf: '2024-06-01', parameters: {}, circumstances: {} });
    this.goals = new Set([
      ...items.flatMap(({ kind, id, wanted }) => wanted.map((result) => `${keyOf(kind, id)} ${result}`)),
      ...goals.all.map(({ key }) => key),
    ]);
    this.attempt = (applicant) => {
      const decision = bound.decide(applicant.facts);
      recorder.decision(decision);
      const { goals: reached, distances } = goals.take();
      for (const [key, results] of recorder.take())
        for (const result of results) reached.add(`${key} ${result}`);
      return { applicant, goals: reached, distances, decision };
    };
  }
}

const plain = { subject: 'person', asOf: '2024-06-01', parameters: {}, circumstances: {}, events: {} };

/** Every applicant there is: each flag yes, no or not known. */
function everybody(flags: readonly string[]): readonly Applicant[] {
  const facts = flags.reduce<readonly object[]>(
    (all, flag) => all.flatMap((one) => [{ ...one, [flag]: true }, { ...one, [flag]: false }, one]),
    [{}],
  );
  return facts.map((one) => ({ ...plain, facts: { ...one } }));
}

/** Without the sets that are within others. */
function greatest(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const within = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].every((goal) => b.has(goal));
  return sets.filter(
    (set, i) => !sets.some((other, j) => i !== j && within(set, other) && (j < i || !within(other, set))),
  );
}

/** Whether so many of the sets reach all that is open. */
function canCover(sets: readonly ReadonlySet<string>[], open: readonly string[], many: number): boolean {
  const [first] = open;
  if (first === undefined) return true;
  if (many === 0) return false;
  return sets.some(
    (set) =>
      set.has(first) &&
      canCover(
        sets,
        open.filter((goal) => !set.has(goal)),
        many - 1,
      ),
  );
}

const policies = Array.from({ length: 40 }, (_, i) => {
  const text = randomText(new Random(seed + i));
  const { policy, diagnostics } = compile({ path: 'x.policy', text });
  if (!policy) throw new Error(`${text}${diagnostics.map(({ en }) => en.message).join('\n')}`);
  return { number: i + 1, text, policy };
});

function suggested(tried: Tried) {
  const flags = tried.policy.subjects.flatMap(({ facts }) => facts.map(({ id }) => id));
  const reads = readsById(tried.policy);
  const seeds = [{ ...plain, facts: Object.fromEntries(flags.map((flag) => [flag, true])) }];
  const pool = search(seeds, {
    meta: policyMeta(tried.policy),
    steps: [],
    attempt: tried.attempt,
    goals: tried.goals,
    reached: new Set(),
    readsOf: () => [...reads('aid'), ...flags],
    budget: 12_000,
  });
  return { flags, chosen: fewest(pool, tried.goals) };
}

describe(`suggested applicants (seed ${seed})`, () => {
  it.each(policies)('are as few as can be, and reach what anybody reaches: policy $number', ({ policy }) => {
    const tried = new Tried(policy);
    const { flags, chosen } = suggested(tried);
    const sets = greatest(everybody(flags).map((one) => tried.attempt(one).goals));
    const reachable = [...tried.goals].filter((goal) => sets.some((set) => set.has(goal)));
    const reached = new Set(chosen.flatMap(({ goals }) => [...goals]));
    expect(reachable.filter((goal) => !reached.has(goal))).toEqual([]);
    expect(canCover(sets, reachable, chosen.length - 1)).toBe(false);
  });

  /** Modified condition/decision coverage: with the flag the other way, and nothing else, the outcome is another. */
  it.each(policies)('show each condition deciding, both ways: policy $number', ({ text, policy }) => {
    const tried = new Tried(policy);
    const { flags, chosen } = suggested(tried);
    const outcome = (facts: Applicant['facts']) =>
      tried.attempt({ ...plain, facts }).decision.programmes.aid?.outcome;
    const decides = ({ facts }: Applicant, flag: string, is: boolean): boolean =>
      facts[flag] === is &&
      flags.every((one) => typeof facts[one] === 'boolean') &&
      outcome(facts) !== outcome({ ...facts, [flag]: !is });
    for (const flag of flags)
      for (const is of [true, false]) {
        if (!everybody(flags).some((one) => decides(one, flag, is))) continue;
        const shown = chosen.some(({ applicant }) => decides(applicant, flag, is));
        expect({ text, flag, is, shown }).toEqual({ text, flag, is, shown: true });
      }
  });
});
