import type { Policy, Transition } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import { clauseChange, expressionChange, type Place, type Versions } from '../versions.ts';
import { label, side, text } from '../words.ts';

const DECISION_DATE = side(text('判定日', 'the decision date'));

/** `过渡`: whose version of dated values and lines holds, for each kind of record. */
export function transitionChanges(v: Versions): readonly Change[] {
  const kinds = new Set([...v.before.transitions, ...v.after.transitions].map(({ subject }) => subject));
  return [...kinds].flatMap((subject) => {
    const of = (policy: Policy): Transition | undefined =>
      policy.transitions.find((item) => item.subject === subject);
    const [a, b] = [of(v.before), of(v.after)];
    const id = subject ?? v.after.id;
    const here: Place = { at: id, owner: id, words: label(b ? v.after : v.before, id) };
    return [
      ...expressionChange('transitionChanged', here, a?.day, b?.day, v).map((found) => ({
        ...found,
        before: found.before ?? DECISION_DATE,
        after: found.after ?? DECISION_DATE,
      })),
      ...(a && b ? clauseChange(here, a.origin, b.origin) : []),
    ];
  });
}
