import type { FactMeta, PolicyMeta, Type } from '../types.ts';
import { isSet } from '../unknown.ts';
import type { Value } from '../value.ts';
import { bytesFor, countBits, setBit } from './bits.ts';
import type { Bits, CodeColumn, Column, NumberColumn } from './columns.ts';
import { givenOf } from './given.ts';
import { allocate, type Memory } from './memory.ts';
import { shapeOf } from './shape.ts';

/** Fills one column from the first row on; a row that is passed over is unknown. */
export interface ColumnWriter {
  /** Whether the column can hold the value; where it cannot, the row stays unknown. */
  put(row: number, value: Value): boolean;
  /** Makes the row unknown again. */
  forget(row: number): void;
  /** The column of the first `rows` rows; the writer is empty again. */
  take(rows: number): Column;
}

/** The values of one column, besides what is known and what is absent. */
interface Store {
  /** Whether the value fits. */
  put(row: number, value: Value): boolean;
  take(rows: number, marks: { readonly known?: Bits; readonly absent?: Bits }): Column;
}

class Writer implements ColumnWriter {
  readonly #store: Store;
  readonly #bytes: number;
  readonly #memory: Memory;
  #known: Bits;
  #absent: Bits;

  constructor(store: Store, capacity: number, memory: Memory) {
    this.#store = store;
    this.#bytes = bytesFor(capacity);
    this.#memory = memory;
    this.#known = this.#bits();
    this.#absent = this.#bits();
  }

  put(row: number, value: Value): boolean {
    if (value === null) setBit(this.#absent, row);
    else if (!this.#store.put(row, value)) return false;
    setBit(this.#known, row);
    return true;
  }

  forget(row: number): void {
    const rest = ~(1 << (row & 7));
    for (const bits of [this.#known, this.#absent]) bits[row >> 3] = (bits[row >> 3] ?? 0) & rest;
  }

  take(rows: number): Column {
    const bytes = bytesFor(rows);
    const known = this.#known.subarray(0, bytes);
    const absent = this.#absent.subarray(0, bytes);
    const column = this.#store.take(rows, {
      ...(countBits(known, rows) < rows && { known }),
      ...(countBits(absent, rows) > 0 && { absent }),
    });
    this.#known = this.#bits();
    this.#absent = this.#bits();
    return column;
  }

  #bits(): Bits {
    return new Uint8Array(allocate(this.#bytes, this.#memory));
  }
}

const flagStore = (capacity: number, memory: Memory): Store => {
  const fresh = () => new Uint8Array(allocate(bytesFor(capacity), memory));
  let values = fresh();
  return {
    put(row, value) {
      if (value === true) setBit(values, row);
      return typeof value === 'boolean';
    },
    take(rows, marks) {
      const full = values.subarray(0, bytesFor(rows));
      values = fresh();
      return { t: 'flags', values: full, ...marks };
    },
  };
};

type Bitness = 8 | 16 | 32 | 64;

function numbersOf(bits: Bitness, memory: ArrayBufferLike): NumberColumn['values'] {
  if (bits === 8) return new Uint8Array(memory);
  if (bits === 16) return new Uint16Array(memory);
  return bits === 32 ? new Int32Array(memory) : new Float64Array(memory);
}

const numberStore = (capacity: number, bits: Bitness, memory: Memory): Store => {
  const fresh = () => numbersOf(bits, allocate((capacity * bits) / 8, memory));
  let values = fresh();
  return {
    put(row, value) {
      if (typeof value !== 'number') return false;
      values[row] = value;
      if (bits === 64 || values[row] === value) return true;
      values[row] = 0;
      return false;
    },
    take(rows, marks) {
      const full = values.subarray(0, rows);
      values = fresh();
      return { t: 'numbers', values: full, ...marks };
    },
  };
};

/** Codes of one byte for a few texts, else of two or four, for as many as there may be. */
const codeArray = (most: number, capacity: number, memory: Memory): CodeColumn['values'] => {
  if (most <= 0x100) return new Uint8Array(allocate(capacity, memory));
  if (most <= 0x10000) return new Uint16Array(allocate(capacity * 2, memory));
  return new Int32Array(allocate(capacity * 4, memory));
};

/** The same codes in no more bytes than so many texts need. */
function narrowed(values: CodeColumn['values'], texts: number, memory: Memory): CodeColumn['values'] {
  const made = codeArray(texts, values.length, memory);
  if (made.BYTES_PER_ELEMENT === values.BYTES_PER_ELEMENT) return values;
  made.set(values);
  return made;
}

const codeStore = (capacity: number, options: readonly string[] | undefined, memory: Memory): Store => {
  const most = options?.length ?? capacity;
  let values = codeArray(most, capacity, memory);
  let codes = new Map((options ?? []).map((option, code) => [option, code]));
  let dictionary = options ?? [];
  return {
    put(row, value) {
      if (typeof value !== 'string') return false;
      const code = codes.get(value) ?? (options === undefined ? codes.size : undefined);
      if (code === undefined) return false;
      if (code === codes.size) codes.set(value, code);
      values[row] = code;
      return true;
    },
    take(rows, marks) {
      const full = narrowed(values.subarray(0, rows), codes.size, memory);
      if (dictionary.length < codes.size) dictionary = [...codes.keys()];
      const column = { t: 'codes', values: full, dictionary, ...marks } as const;
      values = codeArray(most, capacity, memory);
      // Texts of a batch are numbered anew, so that there is always room for them.
      if (options === undefined && codes.size > 0) [codes, dictionary] = [new Map(), []];
      return column;
    },
  };
};

const setStore = (capacity: number, options: readonly string[], memory: Memory): Store => {
  const fresh = () => new Int32Array(allocate(capacity * 4, memory));
  const bits = new Map(options.map((option, bit) => [option, 1 << bit]));
  let values = fresh();
  return {
    put(row, value) {
      if (!isSet(value)) return false;
      let chosen = 0;
      for (const option of value) {
        const bit = bits.get(option);
        if (bit === undefined) return false;
        chosen |= bit;
      }
      values[row] = chosen;
      return true;
    },
    take(rows, marks) {
      const full = values.subarray(0, rows);
      values = fresh();
      return { t: 'sets', values: full, dictionary: options, ...marks };
    },
  };
};

/** Values as they were given: an absent one is `null` there, an unknown one is not there. */
const givenWriter = (type: Type): ColumnWriter => {
  let values: unknown[] = [];
  return {
    put(row, value) {
      values[row] = value === null ? null : givenOf(value, type);
      return true;
    },
    forget(row) {
      values[row] = undefined;
    },
    take(rows) {
      const full = Array.from({ length: rows }, (_, row) => values[row]);
      values = [];
      return { t: 'given', values: full };
    },
  };
};

/** The writer of a fact's column, for batches of at most `capacity` rows. */
export function columnWriter(
  meta: PolicyMeta,
  fact: FactMeta,
  capacity: number,
  memory: Memory,
): ColumnWriter {
  const shape = shapeOf(meta, fact);
  switch (shape.t) {
    case 'flags':
      return new Writer(flagStore(capacity, memory), capacity, memory);
    case 'numbers':
      return new Writer(numberStore(capacity, shape.bits, memory), capacity, memory);
    case 'codes':
      return new Writer(codeStore(capacity, shape.options, memory), capacity, memory);
    case 'sets':
      return new Writer(setStore(capacity, shape.options, memory), capacity, memory);
    default:
      return givenWriter(fact.type);
  }
}
