import type { Amount, Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import {
  change,
  clauseChange,
  expressionChange,
  inside,
  matched,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { label, per, said, side } from '../words.ts';

/** Amounts of a programme: how much, for whom, how far, when it is paid. */
export function amountChanges(
  v: Versions,
  programme: Place,
  before: readonly Amount[],
  after: readonly Amount[],
): readonly Change[] {
  const { both, removed, added } = matched(v, before, after);
  return [
    ...both.flatMap(({ before: a, after: b }) => amountChange(v, programme, a, b)),
    ...removed.map((item) =>
      change('amountRemoved', place(v.before, programme, item), whole(v.before, item), null),
    ),
    ...added.map((item) =>
      change('amountAdded', place(v.after, programme, item), null, whole(v.after, item)),
    ),
  ];
}

const place = (policy: Policy, programme: Place, item: Amount): Place =>
  inside(programme, label(policy, item.id), item.id);

function whole(policy: Policy, item: Amount) {
  const [each, base] = [per(item.per), said(policy, item.base)];
  const words: Text = { zh: `${each.zh} ${base.zh}`, en: `${base.en}${each.en}` };
  return side(words, item.origin);
}

function amountChange(v: Versions, programme: Place, a: Amount, b: Amount): readonly Change[] {
  const here = place(v.after, programme, b);
  const origins = { before: a.origin, after: b.origin };
  return [
    ...expressionChange('amountChanged', here, a.base, b.base, v),
    ...settingChange('amountPerChanged', here, per(a.per), per(b.per), origins),
    ...expressionChange('amountChanged', here, a.heads, b.heads, v),
    ...expressionChange('whenChanged', here, a.when, b.when, v),
    ...expressionChange('amountCapChanged', here, a.cap, b.cap, v),
    ...expressionChange('amountFloorChanged', here, a.floor, b.floor, v),
    ...eventChanges(v, here, a, b),
    ...(['from', 'to', 'on'] as const).flatMap((end) =>
      expressionChange('paymentChanged', here, a.pay[end], b.pay[end], v),
    ),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

function eventChanges(v: Versions, here: Place, a: Amount, b: Amount): readonly Change[] {
  if (v.old.written(a.events ?? null) === v.fresh.written(b.events ?? null)) return [];
  return [change('amountEventsChanged', here, whole(v.before, a), whole(v.after, b))];
}
