import type { EnumMeta, Id, Name, PolicyMeta } from '../types.ts';

/** Spellings by which something may be given: its id, its Chinese and its English name. */
const spellings = (id: Id, name: Name | undefined): readonly string[] => [
  ...new Set([id, name?.zh, name?.en].filter((text) => text !== undefined)),
];

/** Ids by every spelling. A map, so that `constructor` and `__proto__` are names like any other. */
export type Index = ReadonlyMap<string, Id>;

const nameOf = (meta: PolicyMeta, id: Id): Name | undefined =>
  Object.hasOwn(meta.names, id) ? meta.names[id] : undefined;

/** Spellings are compared in Unicode's composed form: an editor may have stored an accent or a variant apart. */
export const normal = (text: string): string => text.normalize('NFC');

/** Index of the given ids; `owner` is the fact whose fields they are. */
export const indexOf = (meta: PolicyMeta, ids: readonly Id[], owner?: Id): Index => {
  const index = new Map<string, Id>();
  for (const id of ids) {
    const name = (owner === undefined ? undefined : nameOf(meta, `${owner}.${id}`)) ?? nameOf(meta, id);
    for (const spelling of spellings(id, name)) index.set(normal(spelling), id);
  }
  return index;
};

/** Made once for each list of facts and each enumeration: a register is read row by row. */
const made = new WeakMap<object, Index>();

const once = (of: object, make: () => Index): Index => {
  const known = made.get(of) ?? make();
  made.set(of, known);
  return known;
};

/** Index of facts, fields or parameters. */
export const indexOfAll = (meta: PolicyMeta, things: readonly { readonly id: Id }[], owner?: Id): Index =>
  once(things, () =>
    indexOf(
      meta,
      things.map((thing) => thing.id),
      owner,
    ),
  );

/** Options by id and by both names. An open enumeration (`等`) also takes `other`. */
export const optionIndex = (meta: PolicyMeta, enumeration: EnumMeta): Index =>
  once(enumeration, () => {
    const index = new Map<string, Id>();
    if (enumeration.open) for (const text of ['other', '其他']) index.set(text, 'other');
    for (const option of enumeration.options) {
      const name = nameOf(meta, `${enumeration.id}.${option}`);
      for (const spelling of spellings(option, name)) index.set(normal(spelling), option);
    }
    return index;
  });

export const enumOf = (meta: PolicyMeta, id: Id): EnumMeta => {
  const found = meta.enums.find((e) => e.id === id);
  if (found === undefined) throw new TypeError(`no such enumeration: ${id}`);
  return found;
};

/** What an unknown value of the enumeration may be. */
export const possibleOptions = (enumeration: EnumMeta): readonly Id[] =>
  enumeration.open ? [...enumeration.options, 'other'] : enumeration.options;

/** Letters put in, left out, replaced or swapped with their neighbour that make one text of the other. */
const distance = (a: string, b: string): number => {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? replaced) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
};

/** The spelling most like `text`, the first of equals; nothing when more than a third would have to change. */
export const nearest = (text: string, index: Index): string | undefined => {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const spelling of index.keys()) {
    const d = Math.abs(spelling.length - text.length) < least ? distance(text, spelling) : least;
    if (d < least) [best, least] = [spelling, d];
  }
  return best;
};
