import { asList, asNumber, asRow } from '../access.ts';
import { equal } from '../compare.ts';
import { printDate } from '../dates.ts';
import type { DataWarning } from '../decision.ts';
import { laterThan } from '../lists.ts';
import type { Case } from '../rules.ts';
import type { FactMeta, Type } from '../types.ts';
import { isDoubt, isList, isUnknown } from '../unknown.ts';
import type { Exact, Maybe, Row, Value } from '../value.ts';
import { printValue } from './print.ts';

/** A record whose missing facts can still be filled in. */
export const openRow = (row: Row): Row =>
  Object.assign(Object.create(null) as { [field: string]: Value }, row);

type Fallbacks = { readonly [fact: string]: (c: Case) => Value };

const isOpen = (value: Value | undefined): boolean =>
  value === undefined || isUnknown(value) || isDoubt(value);

/** Worked out when first read, so that one computed fact may rest on another whatever their order. */
export function fillLater(facts: Row, fact: string, compute: () => Value): void {
  let value: Value | undefined;
  Object.defineProperty(facts, fact, {
    enumerable: true,
    configurable: true,
    get: () => {
      value ??= compute();
      return value;
    },
  });
}

/** `未填则`: facts that were not given take their computed value. Those that were given keep theirs (surface §4 rule 22). */
export function fillFallbacks(facts: Row, fallbacks: Fallbacks, c: Case): void {
  for (const [fact, compute] of Object.entries(fallbacks)) {
    if (Object.hasOwn(facts, fact) && isUnknown(facts[fact])) fillLater(facts, fact, () => compute(c));
  }
}

/** Facts that were given and that the policy would have computed otherwise. */
export function differing(
  given: Row,
  metas: readonly FactMeta[],
  fallbacks: Fallbacks,
  c: Case,
): readonly DataWarning[] {
  return metas.flatMap(({ id, type }): readonly DataWarning[] => {
    const compute = Object.hasOwn(fallbacks, id) ? fallbacks[id] : undefined;
    const value = given[id];
    if (compute === undefined || value === undefined || isOpen(value)) return [];
    const computed = compute(c);
    if (isOpen(computed) || sameValue(value, computed)) return [];
    const detail = `${printValue(value, type)} ≠ ${printValue(computed, type)}`;
    return [{ path: id, problem: 'differsFromComputed', detail }];
  });
}

const sameValue = (a: Value, b: Value): boolean =>
  (a === null && b === null) || equal(a, b, 'computed') === true;

/** How an element of the list is dated: by itself, by its one date field, or not at all. */
function dating(of: Type): ((element: Value) => Maybe<Exact>) | null {
  if (of.t === 'date') return asNumber;
  if (of.t !== 'record') return null;
  const dates = of.fields.filter((field) => field.type.t === 'date');
  const only = dates.length === 1 ? dates[0] : undefined;
  if (only === undefined) return null;
  return (element) => {
    const row = asRow(element);
    return row === null || isUnknown(row) ? null : asNumber(row[only.id] ?? null);
  };
}

/** List elements dated after the day decided for: rules set them aside. */
export function afterDecision(row: Row, metas: readonly FactMeta[], asOf: number): readonly DataWarning[] {
  return metas.flatMap(({ id, type }) => {
    const value = row[id];
    const time = type.t === 'list' ? dating(type.of) : null;
    if (time === null || value === undefined || !isList(value)) return [];
    const list = asList(value);
    return laterThan(list, time, asOf).map((i) => {
      const day = isList(list) ? time(list.items[i] ?? null) : null;
      const detail = typeof day === 'number' ? printDate(day) : '';
      return { path: `${id}[${i}]`, problem: 'afterDecisionDate' as const, detail };
    });
  });
}
