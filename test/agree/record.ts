import type { Binding, FactMeta } from '../../runtime/index.ts';

/** A record as an application hands it in. */
export interface Raw {
  readonly [fact: string]: unknown;
}

/** A record that comes near being eligible, with what it was decided under. */
export interface Base {
  readonly binding: Binding;
  readonly facts: readonly FactMeta[];
  readonly row: Raw;
}
