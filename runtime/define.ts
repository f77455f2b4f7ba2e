import type { Case } from './rules.ts';
import type { Id } from './types.ts';
import type { Value } from './value.ts';

/** A definition: evaluated once a record, when first asked for. `id` is its own among everything that is defined. */
export function define<T extends Value>(id: Id, body: (c: Case) => T): (c: Case) => T {
  return (c) => {
    const known = c.memo.get(id);
    // Only this definition writes under its id.
    if (known !== undefined) return known as T;
    const value = body(c);
    c.memo.set(id, value);
    return value;
  };
}
