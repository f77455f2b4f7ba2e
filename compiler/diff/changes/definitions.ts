import type { Definition, Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import { change, clauseChange, expressionChange, matched, type Place, type Versions } from '../versions.ts';
import { label, named, said, side } from '../words.ts';
import { bandChanges } from './bands.ts';
import { conditionChanges } from './conditions.ts';
import { tableChanges } from './tables.ts';

/** Definitions: a change of one tells of every rule that reads it. */
export function definitionChanges(v: Versions): readonly Change[] {
  const { both, removed, added } = matched(v, v.before.definitions, v.after.definitions, (item) => item.body);
  return [
    ...both.flatMap((pair) => definitionChange(v, pair.before, pair.after, pair.renamed)),
    ...removed.map((item) => change('definitionRemoved', place(v.before, item), whole(v.before, item), null)),
    ...added.map((item) => change('definitionAdded', place(v.after, item), null, whole(v.after, item))),
  ];
}

const place = (policy: Policy, item: Definition): Place => ({
  at: item.id,
  owner: item.id,
  words: label(policy, item.id),
});
const whole = (policy: Policy, item: Definition) => side(said(policy, item.body), item.origin);

function definitionChange(v: Versions, a: Definition, b: Definition, renamed: boolean): readonly Change[] {
  const here = place(v.after, b);
  const name = (policy: Policy, item: Definition) => side(named(policy, item.id), item.origin);
  return [
    ...(renamed || a.id !== b.id
      ? [change('definitionRenamed', here, name(v.before, a), name(v.after, b))]
      : []),
    ...bodyChanges(v, here, a, b),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

function bodyChanges(v: Versions, here: Place, a: Definition, b: Definition): readonly Change[] {
  if (a.body.k === 'table' && b.body.k === 'table') return tableChanges(v, here, a.body, b.body);
  if (a.body.k === 'bands' && b.body.k === 'bands') return bandChanges(v, here, a.body, b.body);
  if (a.body.k === 'rule' && b.body.k === 'rule') {
    const roots = (body: Definition['body']) => ({ roots: [body], role: 'condition' as const });
    return conditionChanges(v, here, roots(a.body), roots(b.body));
  }
  const restated = v.old.meaning(a.body) === v.fresh.meaning(b.body);
  return expressionChange(restated ? 'definitionRestated' : 'definitionChanged', here, a.body, b.body, v);
}
