import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Expr, evaluator, type Policy } from '../../compiler/index.ts';
import { children, expressions, Inquiry, negate, type Programme } from '../../compiler/testkit.ts';
import { Inputs } from '../agree/applicants.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';

/** Conditions anywhere in an expression that stand outside every list and table row. */
function conditions(e: Expr): readonly Expr[] {
  const inner = children(e).flatMap(({ expr, binds }) => (binds === 0 ? conditions(expr) : []));
  return e.type.t === 'bool' ? [e, ...inner] : inner;
}

/** Whether a condition asks about programmes, steps, duties or other records, itself or by a definition. */
function reachesOut(policy: Policy, e: Expr): boolean {
  return [...expressions(e)].some((node) => {
    if (node.k === 'outcome' || node.k === 'stepTime' || node.k === 'tierOf') return true;
    if (node.k === 'aggregate' && node.source.k !== 'list') return true;
    const body = node.k === 'def' ? policy.definitions.find(({ id }) => id === node.def)?.body : undefined;
    return body !== undefined && reachesOut(policy, body);
  });
}

/** The condition as the only rule of the only programme. */
function asking(policy: Policy, [like]: readonly Programme[], condition: Expr): Policy {
  if (!like) throw new Error('no programme');
  const { id, subject, origin } = like;
  const eligible: Expr = { k: 'rule', body: condition, id: `${id}.asked`, type: condition.type, origin };
  const asked = {
    id,
    subject,
    origin,
    eligible,
    excluded: [],
    amounts: [],
    grants: [],
    routes: [],
    deadlines: [],
  };
  const { choices: _, ...plain } = policy;
  return { ...plain, programmes: [asked], procedures: [], duties: [], assertions: [] };
}

const ROUNDS = 60;

it(`what surely never or always holds does not, or does, for any record (seed ${seed})`, {
  timeout: 300_000,
}, () => {
  const told = { never: 0, always: 0 };
  for (let i = 0; i < ROUNDS; i++) {
    const policy = randomPolicy(seed + i);
    const inquiry = new Inquiry(policy, () => 'unknown');
    const roots = policy.programmes.flatMap(({ eligible, excluded }) => [eligible, ...excluded]);
    for (const condition of roots.flatMap(conditions)) {
      const truth = inquiry.truth(condition);
      const claim = inquiry.never(truth) ? 'never' : inquiry.never(negate(truth)) ? 'always' : null;
      if (!claim || condition.k === 'lit' || reachesOut(policy, condition)) continue;
      told[claim] += 1;
      const asked = evaluator(asking(policy, policy.programmes, condition));
      const wrong = claim === 'never' ? 'eligible' : 'ineligible';
      fc.assert(
        fc.property(new Inputs(policy).run(5), ({ binding, rows }) => {
          const bound = asked.bind(binding);
          for (const row of rows)
            for (const { outcome } of Object.values(bound.decide(row).programmes))
              expect(outcome).not.toBe(wrong);
        }),
        { numRuns: 4, seed, endOnFailure: true },
      );
    }
  }
  expect(Math.min(told.never, told.always)).toBeGreaterThan(5);
});
