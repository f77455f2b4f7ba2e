import { children, expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { TRACED } from '../../ir/lines.ts';
import type { Policy } from '../../ir/policy.ts';
import { type Root, roots, rootsOf } from '../../ir/roots.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Place } from './touched.ts';

/**
 * The lines and other places that read a definition, through other definitions too. What is paid and given is shown only
 * of those whom the programme does not refuse.
 */
export function readersOf(policy: Policy, definition: Id): readonly Place[] {
  const names = closure(policy, definition);
  const unpaid = policy.programmes.map((programme) => ({ ...programme, amounts: [], grants: [] }));
  const shown = roots({ ...policy, programmes: unpaid, definitions: [], assertions: [], transitions: [] });
  const paid = policy.programmes.flatMap(({ id, subject, amounts, grants }) =>
    placesIn(rootsOf({ subject, amounts, grants }, 'programmes'), names).map((place) => ({
      ...place,
      within: id,
    })),
  );
  return [...placesIn(shown, names), ...paid];
}

const placesIn = (all: readonly Root[], names: ReadonlySet<Id>): readonly Place[] =>
  all.flatMap(({ expr, subject, role }) =>
    (TRACED.has(role) ? lines(expr, names) : whole(expr, names)).map((e) => ({
      before: e,
      after: e,
      ...(subject !== undefined && { subject }),
    })),
  );

/** The definition and all that read it. */
export function closure({ definitions }: Policy, definition: Id): ReadonlySet<Id> {
  const names = new Set([definition]);
  for (let grown = true; grown; ) {
    const more = definitions.filter(({ id, body }) => !names.has(id) && readsAny(body, names));
    for (const { id } of more) names.add(id);
    grown = more.length > 0;
  }
  return names;
}

export const readsAny = (e: Expr, names: ReadonlySet<Id>): boolean =>
  [...expressions(e)].some((one) => one.k === 'def' && names.has(one.def));

const whole = (e: Expr, names: ReadonlySet<Id>): readonly Expr[] => (readsAny(e, names) ? [e] : []);

/** The innermost labelled lines that read one of the definitions; the whole where a part outside lines does. */
function lines(e: Expr, names: ReadonlySet<Id>): readonly Expr[] {
  if (!readsAny(e, names)) return [];
  const through = ['rule', 'all', 'any', 'not', 'guard', 'except', 'atLeast'];
  if (!through.includes(e.k)) return [e];
  const inner = children(e).flatMap(({ expr }) => lines(expr, names));
  return inner.length > 0 && inner.every(({ k }) => k === 'rule') ? inner : [e];
}
