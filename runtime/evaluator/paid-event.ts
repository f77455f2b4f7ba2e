import type { Reason } from '../decision.ts';
import type { Exact } from '../value.ts';

/** An event that pays, or may. */
export interface PaidEvent {
  /** `null`: not known which. */
  readonly key: string | null;
  /** Day, where it is settled. */
  readonly day: number | null;
  readonly earliest: Exact | null;
  readonly sure: boolean;
}

export interface PaidEvents {
  readonly events: readonly PaidEvent[];
  /** There are no others. */
  readonly complete: boolean;
  readonly reasons: readonly Reason[];
}
