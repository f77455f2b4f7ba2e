import type { Id } from '../../runtime/types.ts';
import type { Origin } from '../ir/expressions.ts';
import type { ChangeKind } from './kinds.ts';
import type { AppEffect, Text } from './text.ts';

/** One version of what changed: how it reads, and where. */
export interface Side {
  readonly text: Text;
  /** Absent for what the file does not spell out by itself. */
  readonly origin?: Origin;
}

/** One change of a policy, in the words of the notice. */
export interface Change {
  readonly kind: ChangeKind;
  /** Id of what changed, in the new version where it is there. */
  readonly at: Id;
  /** Programme, procedure, duty, definition or fact that it belongs to. */
  readonly owner: Id;
  readonly place: Text;
  readonly before: Side | null;
  readonly after: Side | null;
  /** How far a figure or a date moved: `+50 元`. */
  readonly by?: Text;
  readonly app: AppEffect;
  /** `false`: no decision can differ by it. */
  readonly decides: boolean;
}
