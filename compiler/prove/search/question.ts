import type { Id } from '../../../runtime/types.ts';
import type { Origin } from '../../ir/expressions.ts';
import type { Policy, Programme } from '../../ir/policy.ts';
import { expressions } from '../../ir/children.ts';
import { rootsOfProgramme } from '../encode/roots.ts';

/**
 * What is asked: the assertions of the policy, and of every programme that each eligible applicant finds a row of the
 * tier table (`tier`), that somebody can be eligible (`reachable`), that no two exceptions of a rule apply together
 * (`exceptions`), and that an exception can help somebody (`useful`).
 */
export type Question =
  | { readonly k: 'assertion'; readonly id: Id; readonly subject: Id | undefined; readonly origin: Origin }
  | ({ readonly k: 'tier' | 'reachable' } & OfProgramme)
  | ({ readonly k: 'exceptions' | 'useful'; readonly rule: Id } & OfProgramme);

interface OfProgramme {
  readonly id: Id;
  readonly programme: Id;
  readonly subject: Id;
  readonly origin: Origin;
}

export function questionsOf(policy: Policy): readonly Question[] {
  const [only, ...others] = policy.subjects;
  const single = others.length === 0 ? only?.id : undefined;
  return [
    ...policy.assertions.map(
      ({ id, subject, origin }): Question => ({ k: 'assertion', id, subject: subject ?? single, origin }),
    ),
    ...policy.programmes.flatMap(ofProgramme),
  ];
}

function ofProgramme(programme: Programme): readonly Question[] {
  const { id, subject, origin, tier } = programme;
  const of = { programme: id, subject };
  const rules = rootsOfProgramme(programme).flatMap((root) => [...expressions(root)]);
  const excepting = rules.flatMap((e) => (e.k === 'except' ? [e] : []));
  return [
    { k: 'reachable', id: `${id}.reachable`, origin, ...of },
    ...(tier ? [{ k: 'tier', id: `${id}.tier`, origin: tier.origin, ...of } as const] : []),
    ...excepting.map(
      (e) => ({ k: 'useful', id: `${e.rule.id}.useful`, rule: e.id, origin: e.origin, ...of }) as const,
    ),
    ...excepting.flatMap((e) =>
      e.by.length > 1
        ? [{ k: 'exceptions', id: `${e.rule.id}.exceptions`, rule: e.id, origin: e.origin, ...of } as const]
        : [],
    ),
  ];
}
