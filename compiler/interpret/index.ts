import type { Evaluator } from '../../runtime/evaluator.ts';
import { definePolicy } from '../../runtime/index.ts';
import type { ChoiceRules, Implementation } from '../../runtime/rules.ts';
import { guard } from '../../runtime/truth.ts';
import type { Id, PolicyMeta } from '../../runtime/types.ts';
import type { Truth } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import { policyMeta } from '../ir/meta.ts';
import type { Observer } from '../ir/observer.ts';
import type { Assertion, Choice, Fact, Parameter, Policy } from '../ir/policy.ts';
import { readsOf } from '../ir/reads.ts';
import { type Closing, closing } from './closing.ts';
import { spanValue } from './comparison.ts';
import { dutyRules } from './duty.ts';
import { expressionScope } from './expression.ts';
import { procedureRules } from './procedure.ts';
import { programmeRules } from './programme.ts';
import { Rules } from './rules.ts';
import type { Run } from './scope.ts';

/** The policy ready to decide. `observer` is told what each part comes to on the way; `meta`, where it is known already. */
export function evaluator(policy: Policy, observer?: Observer, meta?: PolicyMeta): Evaluator {
  return definePolicy(interpret(policy, observer, meta));
}

/** The meaning of a policy: its rules as closures over one record. Each node is compiled once, whatever the number of records. */
export function interpret(
  policy: Policy,
  observer?: Observer,
  meta: PolicyMeta = policyMeta(policy),
): Implementation {
  const scope = expressionScope(policy, observer);
  const rules = new Rules(scope, readsOf(policy));
  const close = closing(scope);
  return {
    meta,
    fallbacks: fallbacks(policy, close),
    parameterRows: Object.fromEntries(
      policy.parameters.flatMap((item) => (item.rows.length > 0 ? [[item.id, rowsOf(item, close)]] : [])),
    ),
    ...(policy.inForce && { inForce: close.run(spanValue(policy.inForce, scope)) }),
    ...(policy.transitions.length > 0 && {
      versionDays: policy.transitions.map(({ subject, day }) => ({
        ...(subject !== undefined && { subject }),
        day: close.time(day),
      })),
    }),
    programmes: policy.programmes.map((programme) => programmeRules(programme, scope, rules)),
    ...(policy.choices && { choices: policy.choices.map((choice) => choiceRules(choice, close)) }),
    procedures: policy.procedures.map((procedure) => procedureRules(procedure, scope)),
    ...(policy.duties.length > 0 && { duties: policy.duties.map((duty) => dutyRules(duty, scope, rules)) }),
    assertions: policy.assertions.flatMap((item) => assertionRules(item, scope.truth, close)),
  };
}

function fallbacks({ circumstances, subjects }: Policy, close: Closing): Implementation['fallbacks'] {
  const facts: readonly Fact[] = [...circumstances, ...subjects.flatMap((subject) => subject.facts)];
  return Object.fromEntries(
    facts.flatMap(({ id, fallback }) => (fallback ? [[id, close.value(fallback)] as const] : [])),
  );
}

function rowsOf({ rows }: Parameter, close: Closing): Implementation['parameterRows'][Id] {
  return rows.map(({ from, value }) => ({ from: close.time(from), value: close.value(value) }));
}

function choiceRules({ id, origin, by, members }: Choice, close: Closing): ChoiceRules {
  return {
    id,
    cites: origin.cites,
    by,
    members: members.map((one) => ('programme' in one ? one : { ...one, amount: close.number(one.amount) })),
  };
}

/** Properties of one record. `随 … 不减` speaks of two and is for the analyses to prove. */
function assertionRules(
  { id, origin, subject, claim }: Assertion,
  truth: (e: Expr) => Run<Truth>,
  close: Closing,
): Implementation['assertions'] {
  const about = { id, cites: origin.cites, ...(subject !== undefined && { subject }) };
  if (claim.k === 'always') return [{ ...about, holds: close.truth(claim.that) }];
  if (claim.k === 'monotone') return [];
  const [when, then] = [truth(claim.when), truth(claim.then)];
  return [{ ...about, holds: (c) => guard(when(c, null), then(c, null), true) }];
}
