/** Numbers as places among the different ones, in the order they first stand in. */
export interface Numbered {
  /** −1: none. */
  readonly codes: Int32Array;
  readonly different: readonly number[];
}

/** Slots are never more than half full. */
class Slots {
  readonly different: number[] = [];
  #keys = new Float64Array(0);
  #places = new Int32Array(0);
  #shift = 32;

  constructor() {
    this.#resize(8);
  }

  place(value: number): number {
    const most = this.#keys.length - 1;
    let slot = this.#slot(value);
    for (;;) {
      const place = this.#places[slot] as number;
      if (place < 0) return this.#add(value, slot);
      if (this.#keys[slot] === value) return place;
      slot = (slot + 1) & most;
    }
  }

  #slot(value: number): number {
    // Both halves of a number that is beyond 32 bits.
    return Math.imul((value | 0) ^ ((value / 0x1_0000_0000) | 0), 0x9e3779b1) >>> this.#shift;
  }

  #add(value: number, slot: number): number {
    const place = this.different.push(value) - 1;
    this.#keys[slot] = value;
    this.#places[slot] = place;
    if (this.different.length * 2 > this.#keys.length) this.#resize(32 - this.#shift + 1);
    return place;
  }

  #resize(bits: number): void {
    this.#keys = new Float64Array(1 << bits);
    this.#places = new Int32Array(1 << bits).fill(-1);
    this.#shift = 32 - bits;
    for (const [place, value] of this.different.entries()) {
      let slot = this.#slot(value);
      while ((this.#places[slot] as number) >= 0) slot = (slot + 1) & (this.#keys.length - 1);
      this.#keys[slot] = value;
      this.#places[slot] = place;
    }
  }
}

/** `none`: stands for no number. A map of JavaScript's own takes several times as long. */
export function numbered(values: Float64Array | Int32Array, none: number): Numbered {
  const slots = new Slots();
  const codes = new Int32Array(values.length);
  let before = none;
  let code = -1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value !== before) {
      code = value === none || Number.isNaN(value) ? -1 : slots.place(value);
      before = value;
    }
    codes[at] = code;
  }
  return { codes, different: slots.different };
}
