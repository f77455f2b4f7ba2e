import { asTime } from '../../runtime/access.ts';
import { datesOf, keysOf } from '../../runtime/elements.ts';
import type { AmountRules, Case } from '../../runtime/rules.ts';
import type { Value } from '../../runtime/value.ts';
import type { Amount } from '../ir/policy.ts';
import { selection, timeOf } from './aggregate.ts';
import type { Closing } from './closing.ts';
import type { Scope } from './scope.ts';

export function amountRules(amount: Amount, scope: Scope, close: Closing): AmountRules {
  const { heads, when, cap, floor, events, pay } = amount;
  return {
    id: amount.id,
    cites: amount.origin.cites,
    ...(amount.base.k === 'tierOf' && { fromTier: true as const }),
    per: amount.per,
    base: close.number(amount.base),
    ...(heads && { heads: close.number(heads) }),
    ...(when && { when: close.truth(when) }),
    ...(cap && { cap: close.number(cap) }),
    ...(floor && { floor: close.number(floor) }),
    ...(events && { events: eventRules(events, amount.id, scope) }),
    ...(pay.from && { payFrom: close.time(pay.from) }),
    ...(pay.to && { payTo: close.time(pay.to) }),
    ...(pay.on && { payOn: close.time(pay.on), onIsMonth: pay.on.type.t === 'month' }),
    yearly: pay.yearly,
    ...(scope.observer && { watch: (turn) => scope.observer?.turn(amount.id, turn) }),
  };
}

/** Dates of the events that pay and, where each kind pays by itself, their kinds. */
function eventRules(
  { source, first, by }: NonNullable<Amount['events']>,
  id: string,
  scope: Scope,
): NonNullable<AmountRules['events']> {
  const selected = selection(source, scope, id);
  const time = timeOf(source) ?? (() => null);
  const keys = by.map(scope.value);
  const kinds = (c: Case) => (value: Value) => keys.map((key) => key(c, { value, outer: null }));
  return {
    first,
    dates: (c) => datesOf(selected(c, null), (value) => asTime(time(value, c))),
    ...(by.length > 0 && { by: (c: Case) => keysOf(selected(c, null), kinds(c)) }),
  };
}
