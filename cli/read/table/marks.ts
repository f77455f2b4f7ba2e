import type { Bits } from '../../../runtime/columns/index.ts';
import { packed } from './pack.ts';

/** What is known of the rows of a column, a byte a row while it is made. */
export class Marks {
  readonly rows: number;
  #known: Uint8Array | null;
  #absent: Uint8Array | null = null;
  #shared: boolean;

  /** `known`: a byte a row, `null`: all; it is not written to. */
  constructor(rows: number, known: Uint8Array | null) {
    this.rows = rows;
    this.#known = known;
    this.#shared = known !== null;
  }

  isKnown(row: number): boolean {
    return this.#known === null || this.#known[row] === 1;
  }

  forget(row: number): void {
    this.#own()[row] = 0;
    if (this.#absent !== null) this.#absent[row] = 0;
  }

  markAbsent(row: number): void {
    this.#own()[row] = 1;
    this.#absent ??= new Uint8Array(this.rows);
    this.#absent[row] = 1;
  }

  #own(): Uint8Array {
    if (this.#known === null) this.#known = new Uint8Array(this.rows).fill(1);
    else if (this.#shared) this.#known = this.#known.slice();
    this.#shared = false;
    return this.#known;
  }

  /** As columns carry them. */
  bits(): { readonly known?: Bits; readonly absent?: Bits } {
    return {
      ...(this.#known?.includes(0) && { known: packed(this.#known) }),
      ...(this.#absent !== null && { absent: packed(this.#absent) }),
    };
  }
}
