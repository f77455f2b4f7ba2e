import type { Id } from '../../../runtime/types.ts';
import type { Expr, Origin } from '../../ir/expressions.ts';
import type { Policy, Programme } from '../../ir/policy.ts';
import { expressions } from '../../ir/children.ts';
import { rootsOfProgramme } from '../encode/roots.ts';

/**
 * What is asked: the assertions of the policy, and of every programme that each eligible applicant finds a row of the
 * tier table (`tier`), that somebody can be eligible (`reachable`), that no two exceptions of a rule apply together
 * (`exceptions`), and that an exception can help somebody (`useful`); of tables whose rows may hold together that no two
 * do (`rows`).
 */
export type Question =
  | { readonly k: 'assertion'; readonly id: Id; readonly subject: Id | undefined; readonly origin: Origin }
  | ({ readonly k: 'tier' | 'reachable' } & OfProgramme)
  | ({ readonly k: 'exceptions' | 'useful'; readonly rule: Id } & OfProgramme)
  | {
      readonly k: 'rows';
      readonly id: Id;
      readonly of: Id;
      readonly subject: Id | undefined;
      readonly origin: Origin;
    };

type Tables = Extract<Question, { readonly k: 'rows' }>;

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
    ...tables(policy).map(({ of, subject, table }): Tables => {
      return { k: 'rows', id: `${of}.rows`, of, subject: subject ?? single, origin: table.origin };
    }),
    ...policy.programmes.flatMap(ofProgramme),
  ];
}

/** Tables whose rows may hold together, by the definition or the programme whose they are. */
export function tables(policy: Policy) {
  const all = [
    ...policy.definitions.map(({ id, subject, body }) => ({ of: id, subject, table: body })),
    ...policy.programmes.flatMap(({ id, subject, tier }) =>
      tier ? [{ of: id, subject, table: tier.table }] : [],
    ),
  ];
  return all.flatMap(({ of, subject, table }) =>
    table.k === 'table' && table.mode === 'checked' ? [{ of, subject, table }] : [],
  );
}

function ofProgramme(programme: Programme): readonly Question[] {
  const { id, subject, origin, tier } = programme;
  const of = { programme: id, subject };
  const rules = rootsOfProgramme(programme).flatMap((root) => [...expressions(root)]);
  const excepting = rules.flatMap((e) => (e.k === 'except' ? [e] : []));
  return [
    ...(isWrittenOff(programme.eligible)
      ? []
      : [{ k: 'reachable', id: `${id}.reachable`, origin, ...of } as const]),
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

/** The policy says outright that nobody is eligible (`否`): nothing to ask. */
function isWrittenOff(e: Expr): boolean {
  if (e.k === 'rule') return isWrittenOff(e.body);
  return e.k === 'all' ? e.parts.some(isWrittenOff) : e.k === 'lit' && e.value === false;
}
