import { type Column, type Shape, shapeOf } from '../../../runtime/columns/index.ts';
import { InputErrors } from '../../../runtime/input/errors.ts';
import { readRow } from '../../../runtime/input/read.ts';
import type { FactMeta, PolicyMeta } from '../../../runtime/types.ts';
import { isSet } from '../../../runtime/unknown.ts';
import type { Value } from '../../../runtime/value.ts';
import { packed } from './pack.ts';
import type { Marks } from './marks.ts';

/** What a value given comes to in a column: a number, a code or bits, or nothing of the kind. */
export const UNKNOWN = -1;
export const ABSENT = -2;
/** Wrong, or more than a column holds: the row is read by itself. */
export const ASIDE = -3;

/** The values of a fact as a column holds them. Read once for each distinct one. */
export class Cells {
  readonly #meta: PolicyMeta;
  readonly #fact: FactMeta;
  readonly shape: Shape;
  readonly #codes: Map<string, number>;
  readonly values: number[] = [];

  constructor(meta: PolicyMeta, fact: FactMeta) {
    this.#meta = meta;
    this.#fact = fact;
    this.shape = shapeOf(meta, fact);
    const options = 'options' in this.shape ? this.shape.options : undefined;
    this.#codes = new Map((options ?? []).map((option, code) => [option, code]));
  }

  /** As the reader of inputs takes it → its place in `values`, or `UNKNOWN`, `ABSENT`, `ASIDE`. */
  place(given: unknown): number {
    if (given === undefined) return UNKNOWN;
    const value = this.#read(given);
    if (value === undefined) return ASIDE;
    if (value === null) return ABSENT;
    const number = this.#number(value);
    return number === null ? ASIDE : this.values.push(number) - 1;
  }

  /** Whether the reader of inputs takes it. */
  takes(given: unknown): boolean {
    return given === undefined || this.#read(given) !== undefined;
  }

  #read(given: unknown): Value | undefined {
    try {
      return readRow(this.#meta, [this.#fact], { [this.#fact.id]: given })[this.#fact.id];
    } catch (error) {
      if (error instanceof InputErrors) return undefined;
      throw error;
    }
  }

  #number(value: Value): number | null {
    const { shape } = this;
    if (typeof value === 'boolean') return shape.t === 'flags' ? Number(value) : null;
    if (typeof value === 'number')
      return shape.t === 'numbers' && (shape.bits === 64 || value === (value | 0)) ? value : null;
    if (typeof value === 'string') return shape.t === 'codes' ? this.#code(value) : null;
    if (shape.t !== 'sets' || !isSet(value)) return null;
    return value.reduce((bits, option) => bits | (1 << this.#code(option)), 0);
  }

  #code(text: string): number {
    const code = this.#codes.get(text) ?? this.#codes.size;
    this.#codes.set(text, code);
    return code;
  }

  get dictionary(): readonly string[] {
    return [...this.#codes.keys()];
  }
}

/** A column of these values; what stands in rows that `marks` do not know means nothing. */
export function columnOf(
  { shape, dictionary }: Pick<Cells, 'shape' | 'dictionary'>,
  values: Float64Array | Int32Array | Uint8Array,
  marks: Marks,
): Column {
  switch (shape.t) {
    case 'flags':
      return { t: 'flags', values: packed(values as Uint8Array), ...marks.bits() };
    case 'numbers':
      return { t: 'numbers', values: values as Float64Array | Int32Array, ...marks.bits() };
    case 'codes':
      return { t: 'codes', values: values as Uint8Array | Int32Array, dictionary, ...marks.bits() };
    case 'sets':
      return { t: 'sets', values: values as Int32Array, dictionary, ...marks.bits() };
    case 'given':
      throw new RangeError('values that no array holds');
  }
}
