import { asNumber, asRow } from '../access.ts';
import { equal } from '../compare.ts';
import { printDate } from '../dates.ts';
import type { DataWarning } from '../decision.ts';
import { laterThan } from '../lists.ts';
import type { Case } from '../rules.ts';
import type { FactMeta, Type } from '../types.ts';
import { isDoubt, isList, isUnknown } from '../unknown.ts';
import type { Exact, Maybe, Row, Value } from '../value.ts';
import { printValue } from './print.ts';

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

/** A fact that was given although the policy would have computed it. */
export interface Given {
  readonly fact: FactMeta;
  readonly value: Value;
}

/** Looked up before `fillFallbacks` makes given and computed facts alike. `computed`: facts with a fallback. */
export const givenOverFallbacks = (facts: Row, computed: readonly FactMeta[]): readonly Given[] =>
  computed.flatMap((fact) => {
    const value = facts[fact.id];
    return value === undefined || isOpen(value) ? [] : [{ fact, value }];
  });

/** Facts that were given and that the policy would have computed otherwise. */
export function differing(given: readonly Given[], fallbacks: Fallbacks, c: Case): readonly DataWarning[] {
  return given.flatMap(({ fact: { id, type }, value }): readonly DataWarning[] => {
    const computed = fallbacks[id]?.(c);
    if (computed === undefined || isOpen(computed) || sameValue(value, computed)) return [];
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

/** A fact that is a list of dated things. */
export interface DatedList {
  readonly id: string;
  readonly time: (element: Value) => Maybe<Exact>;
}

export const datedLists = (metas: readonly FactMeta[]): readonly DatedList[] =>
  metas.flatMap(({ id, type }) => {
    const time = type.t === 'list' ? dating(type.of) : null;
    return time === null ? [] : [{ id, time }];
  });

/** List elements dated after the day decided for: rules set them aside. */
export function afterDecision(row: Row, lists: readonly DatedList[], asOf: number): readonly DataWarning[] {
  return lists.flatMap(({ id, time }) => {
    const value = row[id];
    if (value === undefined || !isList(value)) return [];
    return laterThan(value, time, asOf).map((i) => {
      const day = time(value.items[i] ?? null);
      const detail = typeof day === 'number' ? printDate(day) : '';
      return { path: `${id}[${i}]`, problem: 'afterDecisionDate' as const, detail };
    });
  });
}
