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
import { label, per, said, side, text } from '../words.ts';
import { whenChanges } from './when.ts';

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
    ...whenChanges(v, here, a.when, b.when),
    ...expressionChange('amountCapChanged', here, a.cap, b.cap, v),
    ...expressionChange('amountFloorChanged', here, a.floor, b.floor, v),
    ...eventChanges(v, here, a, b),
    ...(['from', 'to', 'on'] as const).flatMap((end) =>
      expressionChange('paymentChanged', here, a.pay[end], b.pay[end], v),
    ),
    ...settingChange('paymentChanged', here, yearly(a), yearly(b), origins),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

const yearly = ({ pay }: Amount): Text =>
  pay.yearly ? text('每年发放', 'paid every year') : text('不是每年发放', 'not paid every year');

/** What is counted: the list, and which of its entries. */
function events(policy: Policy, item: Amount) {
  if (!item.events) return side(text('不按次', 'not by event'), item.origin);
  const { source, first } = item.events;
  const of = source.k === 'list' ? said(policy, source.of) : label(policy, source.subject);
  const where = source.where && said(policy, source.where);
  return side(
    {
      zh: `${first ? '首次' : '每次'} ${of.zh}${where ? ` 其中 ${where.zh}` : ''}`,
      en: `${first ? 'first' : 'each'} ${of.en}${where ? ` where ${where.en}` : ''}`,
    },
    item.origin,
  );
}

function eventChanges(v: Versions, here: Place, a: Amount, b: Amount): readonly Change[] {
  if (v.old.written(a.events ?? null) === v.fresh.written(b.events ?? null)) return [];
  return [change('amountEventsChanged', here, events(v.before, a), events(v.after, b))];
}
