import type { Case } from '../../rules.ts';
import type { Id } from '../../types.ts';
import type { Handle, Row } from '../../value.ts';

/** A record of a population. Its rules are made ready when first looked at, once. */
export class GivenRecord implements Handle {
  readonly record: Id;
  readonly id: string | null;
  readonly row: Row;
  readonly #make: (self: GivenRecord) => Case;
  #case: Case | null = null;
  /** The record in another period or on another day, by the case that looks at it. */
  readonly #views = new WeakMap<Case, Case>();

  constructor(record: Id, id: string | null, row: Row, make: (self: GivenRecord) => Case) {
    this.record = record;
    this.id = id;
    this.row = row;
    this.#make = make;
  }

  /** On the day and in the period that `from` is judged for. */
  caseFor(from: Case): Case {
    this.#case ??= this.#make(this);
    const own = this.#case;
    const { asOf, period, roundYear } = from;
    if (asOf === own.asOf && period === own.period && roundYear === own.roundYear) return own;
    const known = this.#views.get(from);
    if (known !== undefined) return known;
    const made: Case = { ...own, asOf, roundYear, memo: new Map(), ...(period && { period }) };
    this.#views.set(from, made);
    return made;
  }
}
