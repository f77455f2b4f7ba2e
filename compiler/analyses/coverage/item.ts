import type { Id } from '../../../runtime/types.ts';

/** What decisions are made of, as far as cases can try it. */
export type ItemKind =
  | 'programme'
  | 'rule'
  | 'branch'
  | 'row'
  | 'route'
  | 'grant'
  | 'amount'
  | 'document'
  | 'deadline'
  | 'stage'
  | 'step'
  | 'duty';

/** One thing of the policy with the results it can come to, each of which some case should reach. */
export interface Item {
  readonly kind: ItemKind;
  readonly id: Id;
  /** One-based line in the policy file. */
  readonly line: number;
  readonly cites: readonly string[];
  /** In the notice's words. */
  readonly text: { readonly zh: string; readonly en: string };
  readonly wanted: readonly string[];
}

/** Results reached, by `keyOf` the item. */
export type Seen = ReadonlyMap<string, ReadonlySet<string>>;

export const keyOf = (kind: ItemKind, id: Id): string => `${kind} ${id}`;
