import { le as leOf, lt as ltOf } from '../../../runtime/compare.ts';
import { asNumber } from '../../../runtime/access.ts';
import type { ProgrammeDecision } from '../../../runtime/decision.ts';
import { all as allOf, guard as guardOf, not as notOf, reasonsOf } from '../../../runtime/truth.ts';
import { isDoubt, reasonsOfValue } from '../../../runtime/unknown.ts';
import type { Truth as Settled } from '../../../runtime/value.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { readsOf } from '../../ir/reads.ts';
import type { Assertion, Policy } from '../../ir/policy.ts';
import { Encoder } from '../encode/encoder.ts';
import { sortable } from '../encode/logic.ts';
import { rootsOfProgramme } from '../encode/roots.ts';
import { tableSym } from '../encode/tables.ts';
import { factKey, Pool, RecordWorld } from '../encode/world.ts';
import { and, YES } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { compare } from '../values/operate.ts';
import * as truths from '../values/truth.ts';
import { type Question, tables } from './question.ts';
import type { Replayed } from './replay.ts';
import type { Ground } from './setting.ts';

/** A question as terms, and how the interpreter answers it for given records. */
export interface Claim {
  readonly pool: Pool;
  /** One record, or the two that are compared. */
  readonly worlds: readonly RecordWorld[];
  /** `every`: it must hold of all records; `some`: of one. */
  readonly wanted: 'every' | 'some';
  readonly truth: truths.Truth;
  /** Where it says something at all. */
  readonly premise: Bool;
  readonly encoders: readonly Encoder[];
  readonly replay: (records: readonly Replayed[]) => Settled;
}

/** After the names of the second record's own variables. */
export const SECOND = '′';

export function claimOf(policy: Policy, question: Question, ground: Ground): Claim {
  if (question.k === 'rows') return oneRow(policy, question, ground);
  if (question.k !== 'assertion') return ofProgramme(policy, question, ground);
  const assertion = policy.assertions.find(({ id }) => id === question.id);
  if (!assertion) throw new RangeError(`no assertion ${question.id}`);
  return assertion.claim.k === 'monotone'
    ? monotone(policy, assertion, assertion.claim, ground)
    : ofOne(policy, assertion, ground);
}

/** A record with its encoder. */
export function openWorld(policy: Policy, ground: Ground, pool: Pool, own?: ReadonlySet<string>) {
  const named = new Map([...(own ?? [])].map((key) => [key, `${key}${SECOND}`]));
  const world = new RecordWorld(ground.setting, pool, named);
  const encoder = new Encoder(policy, world, ground.setting.codes);
  world.compute = (e) => encoder.value(e, []);
  return { world, encoder };
}

function ofOne(policy: Policy, { when, claim }: Assertion, ground: Ground): Claim {
  const pool = new Pool();
  const { world, encoder } = openWorld(policy, ground, pool);
  const premises = [when, claim.k === 'implies' ? claim.when : undefined].filter((e) => e !== undefined);
  const then = claim.k === 'implies' ? claim.then : claim.k === 'always' ? claim.that : null;
  if (!then) throw new RangeError('not a claim about one record');
  const premise = truths.all(...premises.map((e) => encoder.truth(e, [])));
  return {
    pool,
    worlds: [world],
    encoders: [encoder],
    wanted: 'every',
    truth: truths.guard(premise, encoder.truth(then, []), true),
    premise: premises.length === 0 ? YES : premise.yes,
    replay: ([record]) =>
      record ? guardOf(allOf(...premises.map((e) => record.truth(e))), record.truth(then), true) : true,
  };
}

type Monotone = Extract<Assertion['claim'], { readonly k: 'monotone' }>;

/** Two records alike but for the facts behind `by`: where that is not less, `of` must not be less (or not more). */
function monotone(
  policy: Policy,
  { when }: Assertion,
  { of, by, direction }: Monotone,
  ground: Ground,
): Claim {
  const pool = new Pool();
  const own = new Set(varied(policy, by, ground));
  const one = openWorld(policy, ground, pool);
  const two = openWorld(policy, ground, pool, own);
  const both = [one.encoder, two.encoder];
  const [a, b] = both.map((encoder) => sortable(by, encoder, [])) as [never, never];
  const [x, y] = both.map((encoder) => sortable(of, encoder, [])) as [never, never];
  const premises = when ? both.map((encoder) => encoder.truth(when, [])) : [];
  const premise = truths.all(...premises, compare('le', a, b));
  const broken = direction === 1 ? compare('lt', y, x) : compare('lt', x, y);
  return {
    pool,
    worlds: [one.world, two.world],
    encoders: both,
    wanted: 'every',
    truth: truths.guard(premise, truths.negation(broken), true),
    premise: and(premise.yes, compare('lt', a, b).yes),
    replay: (records) => replayMonotone(records, when, of, by, direction),
  };
}

/** Keys of the facts that `by` reads, through what the policy computes. */
function varied(policy: Policy, by: Expr, { setting }: Ground): readonly string[] {
  const reads = readsOf(policy);
  const facts = policy.subjects.find(({ id }) => id === setting.subject)?.facts ?? [];
  const found = new Set<string>();
  const follow = (e: Expr): void => {
    for (const id of reads(e)) {
      const fact = facts.find((one) => one.id === id);
      if (!fact || found.has(id)) continue;
      found.add(id);
      if (fact.fallback) follow(fact.fallback);
    }
  };
  follow(by);
  return [...found].map((id) => factKey('subject', id));
}

function replayMonotone(
  [first, second]: readonly Replayed[],
  when: Expr | undefined,
  of: Expr,
  by: Expr,
  direction: 1 | -1,
): Settled {
  if (!first || !second) return true;
  const number = (record: Replayed, e: Expr) => asNumber(record.value(e));
  const premises = when ? [first.truth(when), second.truth(when)] : [];
  const ordered = leOf(number(first, by), number(second, by), 'by');
  const [less, more] = direction === 1 ? [second, first] : [first, second];
  const broken = ltOf(number(less, of), number(more, of), 'of');
  return guardOf(allOf(...premises, ordered), notOf(broken), true);
}

/** No two rows of a table hold together. */
function oneRow(policy: Policy, question: Extract<Question, { readonly k: 'rows' }>, ground: Ground): Claim {
  const pool = new Pool();
  const { world, encoder } = openWorld(policy, ground, pool);
  const table = tables(policy).find(({ of }) => of === question.of)?.table;
  if (!table) throw new RangeError(`no table ${question.of}`);
  return {
    pool,
    worlds: [world],
    encoders: [encoder],
    wanted: 'every',
    truth: truths.negation(tableSym(table, encoder, []).clash),
    premise: YES,
    replay: ([record]) => {
      const value = record?.value(table) ?? null;
      const why = isDoubt(value) ? reasonsOf(value) : reasonsOfValue(value);
      return !why.some((reason) => reason.kind === 'contradiction' && reason.at === table.id);
    },
  };
}

type Built = Exclude<Question, { readonly k: 'assertion' | 'rows' }>;
type Excepting = Extract<Question, { readonly k: 'exceptions' | 'useful' }>;

const isExcepting = (question: Built): question is Excepting =>
  question.k === 'exceptions' || question.k === 'useful';

function ofProgramme(policy: Policy, question: Built, ground: Ground): Claim {
  const pool = new Pool();
  const { world, encoder } = openWorld(policy, ground, pool);
  const programme = encoder.programme(question.programme);
  const common = { pool, worlds: [world], encoders: [encoder] };
  const decided = ([record]: readonly Replayed[]) => record?.decision.programmes[question.programme];
  const { outcome } = programme;
  if (question.k === 'reachable') {
    return { ...common, wanted: 'some', truth: outcome, premise: YES, replay: (r) => outcomeOf(decided(r)) };
  }
  if (isExcepting(question)) return { ...common, ...aboutExceptions(policy, question, encoder, outcome) };
  const found: truths.Truth = programme.tier
    ? { yes: programme.tier.someRow, no: programme.tier.noRow }
    : truths.TRUE;
  const truth = truths.guard(outcome, found, true);
  return { ...common, wanted: 'every', truth, premise: outcome.yes, replay: (r) => tierFound(decided(r)) };
}

const outcomeOf = (decision: ProgrammeDecision | undefined): Settled =>
  decision === undefined || decision.outcome === 'undetermined'
    ? { doubt: { op: 'atom', key: 'outcome', reasons: decision?.reasons ?? [] } }
    : decision.outcome === 'eligible';

function tierFound(decision: ProgrammeDecision | undefined): Settled {
  const outcome = outcomeOf(decision);
  const tier = decision?.tier;
  return guardOf(outcome, tier === undefined || tier.row !== null || tier.possible.length > 0, true);
}

function aboutExceptions(
  policy: Policy,
  question: Excepting,
  encoder: Encoder,
  outcome: truths.Truth,
): Pick<Claim, 'wanted' | 'truth' | 'premise' | 'replay'> {
  const programme = policy.programmes.find(({ id }) => id === question.programme);
  const rule =
    programme &&
    rootsOfProgramme(programme)
      .flatMap((root) => [...expressions(root)])
      .find((e) => e.id === question.rule);
  if (rule?.k !== 'except') throw new RangeError(`no exception ${question.rule}`);
  const by = rule.by.map((e) => encoder.truth(e, []));
  if (question.k === 'exceptions')
    return {
      wanted: 'every',
      truth: truths.negation(truths.atLeast(2, ...by)),
      premise: YES,
      replay: ([record]) => (record ? notOf(atLeastTwo(rule.by.map((e) => record.truth(e)))) : true),
    };
  const bars = rule.neutral ? truths.negation(encoder.truth(rule.rule, [])) : encoder.truth(rule.rule, []);
  return {
    wanted: 'some',
    truth: truths.all(truths.any(...by), bars, outcome),
    premise: YES,
    replay: ([record]) => {
      if (!record) return true;
      const barred = rule.neutral ? notOf(record.truth(rule.rule)) : record.truth(rule.rule);
      const lifted = notOf(allOf(...rule.by.map((e) => notOf(record.truth(e)))));
      return allOf(lifted, barred, outcomeOf(record.decision.programmes[question.programme]));
    },
  };
}

const atLeastTwo = (truth: readonly Settled[]): Settled =>
  notOf(allOf(...truth.flatMap((a, i) => truth.slice(i + 1).map((b) => notOf(allOf(a, b))))));
