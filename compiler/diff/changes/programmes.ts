import type { Policy, Programme } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import {
  change,
  expressionChange,
  inside,
  matched,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { label, named, side, text } from '../words.ts';
import { amountChanges } from './amounts.ts';
import { conditionChanges } from './conditions.ts';
import {
  deadlineChanges,
  documentChanges,
  grantChanges,
  routeChanges,
  shareChanges,
} from './programme-parts.ts';
import { stageChanges } from './stages.ts';
import { tableChanges } from './tables.ts';
import { eligibleOf, programmeTermChanges } from './when.ts';

/** Programmes, each section by itself. */
export function programmeChanges(v: Versions): readonly Change[] {
  const { both, removed, added } = matched(v, v.before.programmes, v.after.programmes);
  const name = (policy: Policy, item: Programme) => side(label(policy, item.id), item.origin);
  return [
    ...both.flatMap((pair) => programmeChange(v, pair.before, pair.after)),
    ...removed.map((item) => change('programmeRemoved', place(v.before, item), name(v.before, item), null)),
    ...added.map((item) => change('programmeAdded', place(v.after, item), null, name(v.after, item))),
  ];
}

const place = (policy: Policy, item: Programme): Place => ({
  at: item.id,
  owner: item.id,
  words: label(policy, item.id),
});

function programmeChange(v: Versions, a: Programme, b: Programme): readonly Change[] {
  const here = place(v.after, b);
  const section = (zh: string, en: string): Place => inside(here, text(zh, en));
  const names = [named(v.before, a.id), named(v.after, b.id)] as const;
  return [
    ...(a.id === b.id
      ? []
      : settingChange('programmeRenamed', here, names[0], names[1], { before: a.origin, after: b.origin })),
    ...settingChange('programmeSubjectChanged', here, label(v.before, a.subject), label(v.after, b.subject)),
    ...programmeTermChanges(v, here, a, b),
    ...conditionChanges(v, section('资格', 'eligible'), condition(a), condition(b)),
    ...conditionChanges(v, section('排除', 'excluded'), exclusion(a.excluded), exclusion(b.excluded)),
    ...tierChanges(v, section('档次', 'tier'), a, b),
    ...amountChanges(v, here, a.amounts, b.amounts),
    ...grantChanges(v, here, a.grants, b.grants),
    ...routeChanges(v, here, a.routes, b.routes),
    ...stageChanges(v, section('名额', 'quota'), a.select ?? [], b.select ?? []),
    ...documentChanges(v, section('材料', 'documents'), a.documents, b.documents),
    ...deadlineChanges(v, section('期限', 'deadline'), a.deadlines, b.deadlines),
    ...shareChanges(v, section('分担', 'shares'), a.shares, b.shares),
  ];
}

const condition = (item: Programme) => ({ roots: [eligibleOf(item).rule], role: 'condition' as const });
const exclusion = (roots: Programme['excluded']) => ({ roots, role: 'exclusion' as const });

function tierChanges(v: Versions, here: Place, a: Programme, b: Programme): readonly Change[] {
  if (a.tier && b.tier) return tableChanges(v, here, a.tier.table, b.tier.table);
  if (a.tier) return expressionChange('tierRemoved', here, a.tier.table, undefined, v);
  return expressionChange('tierAdded', here, undefined, b.tier?.table, v);
}
