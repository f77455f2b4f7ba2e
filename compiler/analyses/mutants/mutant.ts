import type { Id } from '../../../runtime/types.ts';
import type { Policy } from '../../ir/policy.ts';

/** How a policy was made wrong. */
export type MutantKind =
  | 'inclusion'
  | 'number'
  | 'money'
  | 'date'
  | 'unit'
  | 'options'
  | 'group'
  | 'part'
  | 'condition'
  | 'exception'
  | 'negation'
  | 'choice'
  | 'arithmetic'
  | 'rounding'
  | 'aggregate'
  | 'filter'
  | 'rows'
  | 'exclusion'
  | 'bound'
  | 'order'
  | 'ties'
  | 'refill'
  | 'lateness'
  | 'item'
  | 'prerequisite'
  | 'term';

export type Words = { readonly zh: string; readonly en: string };

/** A policy that says something else in one place. */
export interface Mutant {
  /** The same as long as the policy is: the place and the change. */
  readonly id: string;
  readonly kind: MutantKind;
  /** What was changed, or what it is in. */
  readonly at: Id;
  /** Of a change to what picks elements of a list, the list: elements found by an index are never asked the rest. */
  readonly list?: Id;
  readonly line: number;
  readonly cites: readonly string[];
  /** In the notice's words, before and after; the same where the change has no words of its own. */
  readonly before: Words;
  readonly after: Words;
  readonly make: () => Policy;
}
