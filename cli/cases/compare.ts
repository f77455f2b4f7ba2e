import type {
  AmountResult,
  Decision,
  ProgrammeDecision,
  RuleTrace,
  TruthName,
} from '../../runtime/decision.ts';
import type { BoundPolicy } from '../../runtime/evaluator.ts';
import type { Id } from '../../runtime/types.ts';
import { percentText } from '../render/shares.ts';
import { type Expectation, listText } from './mismatch.ts';
import { compareCount, compareMoney, moneyText, sumRanges } from './money.ts';

/** A programme's decision with what is needed to ask it about its payments. */
export interface Decided {
  readonly id: Id;
  readonly decision: ProgrammeDecision;
  readonly bound: BoundPolicy;
  readonly facts: { readonly [fact: string]: unknown };
}

type Check = (expected: unknown, decided: Decided, expectation: Expectation) => void;

const firstAmount = ({ decision }: Decided): AmountResult | undefined => decision.amounts[0];

const hitCites = ({ decision }: Decided): readonly string[] =>
  decision.excluded.filter(({ id }) => decision.hit.includes(id)).flatMap(({ cites }) => cites);

const checks: { readonly [key: string]: Check } = {
  outcome: (expected, { decision }, at) => at.equal(expected, decision.outcome, outcomeCites(decision)),
  hit: (expected, decided, at) => at.sameSet(expected, decided.decision.hit, hitCites(decided)),
  paid: (expected, { decision }, at) =>
    at.equal(expected, decision.choice?.paid ?? 'yes', decision.choice?.cites),
  instead: (expected, { decision }, at) =>
    compareNamed(expected, decision.choice?.notPaid?.paid ?? null, decision, at),
  tier: compareTier,
  possibleTiers: (expected, { decision }, at) =>
    at.sameSet(expected, decision.tier?.possible ?? [], decision.tier?.cites),
  amount: compareAmount,
  from: (expected, decided, at) =>
    at.equal(expected, firstAmount(decided)?.from ?? null, firstAmount(decided)?.cites),
  to: (expected, decided, at) =>
    at.equal(expected, firstAmount(decided)?.to ?? null, firstAmount(decided)?.cites),
  on: (expected, decided, at) => sameTexts(expected, firstAmount(decided)?.on ?? [], at),
  payments: comparePayments,
  times: (expected, decided, at) =>
    compareCount(expected, firstAmount(decided)?.times, at, firstAmount(decided)?.cites),
  total: (expected, decided, at) =>
    compareMoney(expected, firstAmount(decided)?.total, at, firstAmount(decided)?.cites),
  missing: (expected, { decision }, at) => at.sameSet(expected, decision.missing),
  reasons: (expected, { decision }, at) => sameTexts(expected, allReasonKinds(decision), at),
  true: (expected, { decision }, at) => truths(expected, decision, 'yes', at),
  false: (expected, { decision }, at) => truths(expected, decision, 'no', at),
  unknown: (expected, { decision }, at) => truths(expected, decision, 'unknown', at),
  wouldChange: (expected, { decision }, at) =>
    at.sameSet(
      expected,
      decision.wouldChange.map(({ rule }) => rule),
    ),
  documentsMissing: (expected, { decision }, at) => at.sameSet(expected, missingDocuments(decision)),
  shares: compareShares,
  routes: (expected, { decision }, at) =>
    at.sameSet(
      expected,
      decision.routes.filter(({ truth }) => truth === 'yes').map(({ id }) => id),
    ),
  grants: (expected, { decision }, at) => {
    const given = decision.grants.filter(({ truth }) => truth === 'yes');
    at.sameSet(
      expected,
      given.map(({ id }) => id),
      given.flatMap(({ cites }) => cites),
    );
  },
};

/** Compares what a case names for one programme; what it does not name is not looked at. */
export function compareProgramme(expected: unknown, decided: Decided, expectation: Expectation): void {
  const entries = Object.entries(expectation.file.mapping(expected, expectation.path));
  for (const [key, value] of entries) {
    const check =
      checks[key] ?? expectation.at(key).refuse(expectation.file.texts.yaml.oneOf(Object.keys(checks)));
    check(value, decided, expectation.at(key));
  }
}

/** Clauses of the lines that make the outcome what it is: a failed condition, an exclusion hit. */
function outcomeCites(decision: ProgrammeDecision): readonly string[] {
  const rules = [decision.eligible, ...decision.excluded].flatMap(flatten);
  const decisive = rules.filter(({ id, truth }) => decision.hit.includes(id) || truth === 'no');
  const exclusions = new Set(decision.excluded.map(({ id }) => id));
  return [
    ...new Set(
      decisive.filter(({ id, truth }) => truth !== 'no' || !exclusions.has(id)).flatMap(({ cites }) => cites),
    ),
  ];
}

export const flatten = (rule: RuleTrace): readonly RuleTrace[] => [rule, ...rule.children.flatMap(flatten)];

function compareTier(expected: unknown, { decision }: Decided, at: Expectation): void {
  const row = decision.tier?.row ?? null;
  const name = expected === null ? null : (at.file.text(expected, at.path) ?? null);
  if (name === null ? row === null : row !== null && at.names.means(name, row)) return;
  at.fail(name ?? 'null', row === null ? 'null' : at.names.label(row), decision.tier?.cites);
}

/** What is paid instead, by its name. */
function compareNamed(
  expected: unknown,
  found: Id | null,
  { choice }: ProgrammeDecision,
  at: Expectation,
): void {
  const name = expected === null ? null : (at.file.text(expected, at.path) ?? null);
  if (name === null ? found === null : found !== null && at.names.means(name, found)) return;
  at.fail(name ?? 'null', found === null ? 'null' : at.names.label(found), choice?.cites);
}

/** One amount, a range, or several by amount id. */
function compareAmount(expected: unknown, decided: Decided, at: Expectation): void {
  const { amounts } = decided.decision;
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    compareOne(expected, amounts[0], at);
    return;
  }
  for (const [name, one] of Object.entries(expected))
    compareOne(
      one,
      amounts.find(({ id }) => at.names.means(name, id)),
      at.at(name),
    );
}

/** What a case writes where the amount is not paid at all: its `当` is no, or the applicant is refused. */
export const NO_AMOUNT = 'none';

function compareOne(expected: unknown, found: AmountResult | undefined, at: Expectation): void {
  if (expected !== NO_AMOUNT) compareMoney(expected, found?.amount, at, found?.cites);
  else if (found) at.fail(NO_AMOUNT, moneyText(found.amount), found.cites);
}

function comparePayments(expected: unknown, decided: Decided, at: Expectation): void {
  const wanted = at.file.mapping(expected, at.path);
  at.file.onlyKeys(wanted, ['from', 'to', 'count', 'total'], at.path);
  const edge = (key: 'from' | 'to'): string =>
    at.file.text(wanted[key], [...at.path, key]) ?? at.refuse(at.file.texts.yaml.aDate);
  const all = decided.bound.payments(decided.facts, { from: edge('from'), to: edge('to') });
  const own = all.filter(({ programme }) => programme === decided.id);
  if (wanted.count !== undefined)
    compareCount(wanted.count, { min: own.length, max: own.length }, at.at('count'));
  if (wanted.total !== undefined)
    compareMoney(wanted.total, sumRanges(own.map(({ amount }) => amount)), at.at('total'));
}

function sameTexts(expected: unknown, found: readonly string[], at: Expectation): void {
  const wanted = [...at.file.names(expected, at.path)].sort();
  const own = [...new Set(found)].sort();
  if (wanted.join('\n') !== own.join('\n')) at.fail(listText(wanted), listText(own));
}

function allReasonKinds(decision: ProgrammeDecision): readonly string[] {
  return decision.reasons.map(({ kind }) => kind);
}

function truths(expected: unknown, decision: ProgrammeDecision, wanted: TruthName, at: Expectation): void {
  const all = truthsOf(decision);
  for (const name of at.file.names(expected, at.path)) {
    const one = all.find(({ id }) => at.names.means(name, id));
    if (one?.truth !== wanted) at.fail(`${name}: ${wanted}`, one ? one.truth : '–', one?.cites);
  }
}

interface Told {
  readonly id: Id;
  readonly truth: TruthName;
  readonly cites: readonly string[];
}

const KEPT = { met: 'yes', missed: 'no', open: 'unknown', undetermined: 'unknown' } as const;

/** All that a programme's decision says yes or no to: rules, routes, benefits, papers asked for, deadlines kept. */
export function truthsOf(decision: ProgrammeDecision): readonly Told[] {
  return [
    ...[decision.eligible, ...decision.excluded].flatMap(flatten),
    ...decision.routes,
    ...decision.grants,
    ...decision.documents.map(({ id, required, cites }) => ({ id, truth: required, cites })),
    ...decision.deadlines.map(({ id, state, cites }) => ({ id, truth: KEPT[state], cites })),
  ];
}

function missingDocuments(decision: ProgrammeDecision): readonly Id[] {
  return decision.documents
    .filter(({ required, submitted }) => required === 'yes' && submitted === 'no')
    .map(({ id }) => id);
}

function compareShares(expected: unknown, { decision }: Decided, at: Expectation): void {
  const found = decision.shares.map(({ payer, share }) => [payer, percentText(share)] as const);
  if (expected === 'unspecified') {
    if (!decision.shareReasons.some(({ kind }) => kind === 'unspecified'))
      at.fail('unspecified', sharesText(found));
    return;
  }
  const wanted = Object.entries(at.file.mapping(expected, at.path)).map(
    ([payer, share]) => [payer, String(share).replace('％', '%')] as const,
  );
  const same =
    wanted.length === found.length &&
    wanted.every(([payer, share]) => found.some(([id, own]) => at.names.means(payer, id) && own === share));
  if (!same) at.fail(sharesText(wanted), sharesText(found));
}

const sharesText = (shares: readonly (readonly [string, string])[]): string =>
  listText(shares.map(([payer, share]) => `${payer} ${share}`));

export function compareWarnings(expected: unknown, decision: Decision, at: Expectation): void {
  sameTexts(
    expected,
    decision.warnings.map(({ problem }) => problem),
    at,
  );
}
