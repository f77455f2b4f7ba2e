import { sourceChildren, spanEnds } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Assertion, Policy, Programme } from '../../ir/policy.ts';

/** Every expression of a policy that speaks of one record outside procedures and duties, outermost ones only. */
export function rootsOf(policy: Policy): readonly Expr[] {
  const facts = [...policy.circumstances, ...policy.subjects.flatMap((subject) => subject.facts)];
  return [
    ...policy.definitions.map(({ body }) => body),
    ...facts.flatMap(({ fallback }) => given([fallback])),
    ...policy.parameters.flatMap(({ rows }) => rows.flatMap(({ from, value }) => [from, value])),
    ...(policy.inForce ? spanEnds(policy.inForce) : []),
    ...policy.transitions.map(({ day }) => day),
    ...policy.programmes.flatMap(rootsOfProgramme),
    ...policy.assertions.flatMap(assertionRoots),
  ];
}

/** Those of one programme. */
export function rootsOfProgramme(programme: Programme): readonly Expr[] {
  const { eligible, excluded, tier, amounts, deadlines, grants, routes } = programme;
  return [
    eligible,
    ...excluded,
    ...given([tier?.table, ...grants.map(({ when }) => when)]),
    ...routes.flatMap(({ items }) => items.map(({ when }) => when)),
    ...amounts.flatMap(({ base, heads, when, cap, floor, events, pay }) => [
      base,
      ...given([heads, when, cap, floor, pay.from, pay.to, pay.on]),
      ...(events ? given([...sourceChildren(events.source).map(({ expr }) => expr), ...events.by]) : []),
    ]),
    ...deadlines.flatMap(({ date, span, when }) => [date, ...spanEnds(span), ...given([when])]),
  ];
}

function assertionRoots({ when, claim }: Assertion): readonly Expr[] {
  if (claim.k === 'always') return given([when, claim.that]);
  return claim.k === 'implies' ? given([when, claim.when, claim.then]) : given([when, claim.of, claim.by]);
}

const given = (list: readonly (Expr | undefined)[]): readonly Expr[] => list.filter((e) => e !== undefined);
