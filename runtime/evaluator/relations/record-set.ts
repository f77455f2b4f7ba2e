import { asRow } from '../../access.ts';
import type { Reason } from '../../decision.ts';
import type { Population } from '../../rules.ts';
import type { Id } from '../../types.ts';
import { isHandle, isList, isUnknown, settledKey } from '../../unknown.ts';
import type { Handle, List, Row, Value } from '../../value.ts';
import type { GivenRecord } from './given-record.ts';

/** Places by the value of a fact. */
interface FactIndex {
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Places whose value is not settled, or is not compared whole. */
  readonly open: readonly number[];
}

/** The records of one kind, in the order of their ids. */
export class RecordSet implements Population {
  readonly subject: Id;
  readonly records: List<Handle>;
  readonly #items: readonly GivenRecord[];
  readonly #byId: ReadonlyMap<string, GivenRecord>;
  readonly #all: ReadonlySet<Handle>;
  readonly #indexes = new Map<string, FactIndex>();

  constructor(subject: Id, items: readonly GivenRecord[], complete: boolean) {
    this.subject = subject;
    this.#items = inOrder(items);
    const reasons: readonly Reason[] = complete ? [] : [{ kind: 'population', subject }];
    this.records = { items: this.#items, complete, reasons };
    this.#byId = new Map(items.flatMap((item) => (item.id === null ? [] : [[item.id, item] as const])));
    this.#all = new Set(items);
  }

  find = (id: string): Handle | undefined => this.#byId.get(id);

  has = (handle: Handle): boolean => this.#all.has(handle);

  placesWith = (fact: Id, field: Id | undefined, value: string): readonly number[] => {
    const name = field === undefined ? fact : `${fact}.${field}`;
    const index = this.#indexes.get(name) ?? this.#makeIndex(fact, field);
    this.#indexes.set(name, index);
    const sure = index.byKey.get(value) ?? [];
    return index.open.length === 0 ? sure : [...sure, ...index.open].sort((a, b) => a - b);
  };

  #makeIndex(fact: Id, field: Id | undefined): FactIndex {
    const byKey = new Map<string, number[]>();
    const open: number[] = [];
    this.#items.forEach(({ row }, place) => {
      const value = row[fact] ?? null;
      const keys = field === undefined ? keysOf([value]) : keysOfList(value, field);
      if (keys === null) open.push(place);
      for (const key of new Set(keys)) byKey.set(key, [...(byKey.get(key) ?? []), place]);
    });
    return { byKey, open };
  }
}

/** One key for each value that is there; `null` where one of them is open. */
function keysOf(values: readonly Value[]): readonly string[] | null {
  const keys = values.filter((value) => value !== null).map(keyOf);
  return keys.every((key) => key !== null) ? keys : null;
}

const keyOf = (value: Value): string | null => {
  if (isUnknown(value) || (isHandle(value) && value.id === null)) return null;
  return settledKey(isHandle(value) ? value.id : value);
};

function keysOfList(list: Value, field: Id): readonly string[] | null {
  if (list === null) return [];
  if (!isList(list) || !list.complete) return null;
  return keysOf(list.items.map((item) => fieldOf(asRow(item), field)));
}

const fieldOf = (row: ReturnType<typeof asRow>, field: Id): Value =>
  row === null || isUnknown(row) ? row : (row[field] ?? null);

/** By id; records without one by what they say, so that nothing depends on the order in which they were given. */
function inOrder(items: readonly GivenRecord[]): readonly GivenRecord[] {
  const keyed = items.map((item) => ({ item, key: item.id === null ? `1${said(item.row)}` : `0${item.id}` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}

/** Unknown values carry their place and reasons; computed ones are read later, when the population is known. */
const said = (row: Row): string =>
  JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
