import type { Id } from '../../runtime/types.ts';

export interface Entry<T> {
  readonly id: Id;
  readonly item: T;
  /** Equal for the same content under another name; see `Keys`. */
  readonly key: string;
  /** The id only counts places (`资格.3`): content goes before it. */
  readonly unnamed?: boolean;
}

export interface Matched<T> {
  readonly both: readonly { readonly before: T; readonly after: T; readonly renamed: boolean }[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Which item of the old list is which of the new one: by name, then by content (another name), then, for items without
 * a name, by place. Each item is matched once; the order of the lists means nothing.
 */
export function match<T>(before: readonly Entry<T>[], after: readonly Entry<T>[]): Matched<T> {
  const both: { before: T; after: T; renamed: boolean }[] = [];
  const old = new Set(before);
  const fresh = new Set(after);
  const pair = (
    same: (a: Entry<T>, b: Entry<T>) => boolean,
    renamed: (a: Entry<T>, b: Entry<T>) => boolean,
  ) => {
    for (const a of old) {
      const b = [...fresh].find((candidate) => same(a, candidate));
      if (b === undefined) continue;
      old.delete(a);
      fresh.delete(b);
      both.push({ before: a.item, after: b.item, renamed: renamed(a, b) });
    }
  };
  const never = (): boolean => false;
  pair((a, b) => !a.unnamed && !b.unnamed && a.id === b.id, never);
  pair(
    (a, b) => a.key === b.key && a.unnamed === b.unnamed,
    (a, b) => !a.unnamed && a.id !== b.id,
  );
  pair((a, b) => a.key === b.key, never);
  pair((a, b) => Boolean(a.unnamed && b.unnamed) && a.id === b.id, never);
  return {
    both,
    removed: [...old].map((entry) => entry.item),
    added: [...fresh].map((entry) => entry.item),
  };
}
