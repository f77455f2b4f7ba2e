import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator, type Policy } from '../../compiler/index.ts';
import { compareExact, parseExact } from '../../runtime/exact.ts';
import type { Binding, Decision, ProgrammeDecision, Range, RuleTrace } from '../../runtime/index.ts';
import { everything } from '../ir/everything.ts';
import { Inputs } from './applicants.ts';
import { bases } from './bases.ts';
import { projectPolicies } from './policies.ts';
import { randomPolicy } from './random-policy.ts';
import type { Base, Raw } from './record.ts';
import { seed } from './seed.ts';

/** What a decision has settled, one text each; all of it must stay when a fact is filled in. */
function settled(decision: Decision): readonly string[] {
  return [...programmesOf(decision), ...dutiesOf(decision)];
}

/** What is met whether or not it applies may prove not to apply. */
function dutiesOf({ duties = {} }: Decision): readonly string[] {
  const shown = {
    met: 'kept',
    notApplicable: 'kept',
    breached: 'breached',
    notDue: 'not due',
    undetermined: null,
  };
  return Object.entries(duties).flatMap(([id, { state }]) =>
    shown[state] === null ? [] : [`${id} is ${shown[state]}`],
  );
}

function programmesOf(decision: Decision): readonly string[] {
  return Object.entries(decision.programmes).flatMap(([id, programme]) => [
    ...(programme.outcome === 'undetermined' ? [] : [`${id} is ${programme.outcome}`]),
    ...[programme.eligible, ...programme.excluded].flatMap(truths),
    ...(programme.tier?.row ? [`${id} tier ${programme.tier.row}`] : []),
    ...programme.routes.flatMap(({ id: route, truth }) =>
      truth === 'unknown' ? [] : [`${route} is ${truth}`],
    ),
  ]);
}

function truths(rule: RuleTrace): readonly string[] {
  const own = rule.truth === 'unknown' ? [] : [`${rule.id} is ${rule.truth}`];
  return [...own, ...rule.children.flatMap(truths)];
}

const end = (value: number | string | null) => (value === null ? null : parseExact(String(value)));

/** Whether what an amount may be has only become narrower. */
function inside(narrow: Range, wide: Range): boolean {
  const [low, high] = [end(wide.min), end(wide.max)];
  const [from, to] = [end(narrow.min), end(narrow.max)];
  const above = low === null || (from !== null && compareExact(from, low) >= 0);
  return above && (high === null || (to !== null && compareExact(to, high) <= 0));
}

function expectNarrower(before: ProgrammeDecision, after: ProgrammeDecision | undefined): number {
  const pairs = before.amounts.flatMap((amount, i) => {
    const other = after?.amounts[i];
    return other && other.id === amount.id ? [[amount.amount, other.amount] as const] : [];
  });
  for (const [wide, narrow] of pairs) {
    expect(inside(narrow, wide), `${JSON.stringify(narrow)} in ${JSON.stringify(wide)}`).toBe(true);
  }
  return pairs.length;
}

interface Filling {
  readonly binding: Binding;
  readonly row: Raw;
  readonly dropped: string;
}

/** A record, and a fact of it to leave out; not one that the policy itself supplies (`未填则`). */
function fillings(policy: Policy, inputs: Inputs, near: readonly Base[]): fc.Arbitrary<Filling> {
  const all = policy.subjects.flatMap((subject) => subject.facts);
  const supplied = new Set(all.filter((fact) => fact.fallback).map(({ id }) => id));
  return fc
    .constantFrom(...near)
    .chain((base) => inputs.variant(base.row, base.facts).map((row) => ({ binding: base.binding, row })))
    .map((known) => ({ ...known, ids: Object.keys(known.row).filter((id) => !supplied.has(id)) }))
    .filter(({ ids }) => ids.length > 0)
    .chain(({ binding, row, ids }) => fc.constantFrom(...ids).map((dropped) => ({ binding, row, dropped })));
}

function holds(policy: Policy, numRuns: number): void {
  const reference = evaluator(policy);
  const inputs = new Inputs(policy);
  const near = bases(policy, reference, inputs, seed);
  fc.assert(
    fc.property(fillings(policy, inputs, near), ({ binding, row, dropped }) => {
      const bound = reference.bind(binding);
      const less = Object.fromEntries(Object.entries(row).filter(([id]) => id !== dropped));
      const [before, after] = [bound.decide(less), bound.decide(row)];
      expect(settled(after)).toEqual(expect.arrayContaining([...settled(before)]));
      for (const [id, programme] of Object.entries(before.programmes))
        expectNarrower(programme, after.programmes[id]);
    }),
    { numRuns, seed, endOnFailure: true },
  );
}

describe('knowing more never takes back what was settled', () => {
  for (const policy of [everything(), ...projectPolicies()]) {
    it(`${policy.id} (seed ${seed})`, { timeout: 300_000 }, () => holds(policy, 1500));
  }

  it(`30 random policies (seed ${seed})`, { timeout: 300_000 }, () => {
    for (let i = 0; i < 30; i++) holds(randomPolicy(seed + i), 40);
  });
});
