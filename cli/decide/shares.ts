import type { TabledProgramme } from '../../runtime/decision.ts';
import type { Id } from '../../runtime/types.ts';
import type { ReadRecord } from '../../runtime/value.ts';

/** Who pays which part of a programme's cost. */
export type SharesGiven = Pick<TabledProgramme, 'shares' | 'shareReasons'>;

const MOST = 10_000;

/** Shares by the few facts that they rest on: records that agree in these have been asked about before. */
export class SharesByFacts {
  readonly #facts: readonly Id[];
  readonly #known = new Map<string, SharesGiven>();

  constructor(facts: readonly Id[]) {
    this.#facts = facts;
  }

  /** `whole`: what they are of this record, for one of its kind. */
  of(record: ReadRecord, whole: () => SharesGiven): SharesGiven {
    let key = '';
    for (const fact of this.#facts) {
      const value = record[fact];
      if (typeof value === 'object' && value !== null) return whole();
      key += `${typeof value === 'string' ? JSON.stringify(value) : String(value)},`;
    }
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { shares, shareReasons } = whole();
    const made = { shares, shareReasons };
    if (this.#known.size < MOST) this.#known.set(key, made);
    return made;
  }
}
