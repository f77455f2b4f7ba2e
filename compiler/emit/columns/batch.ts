import type { Batch, CodeColumn, Column, SetColumn } from '../../../runtime/columns/index.ts';
import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import type { Handed, Places, Table, Values } from './chunks.ts';
import type { Kernel } from './kernel.ts';
import { firstPlace, type Indexed } from './layout.ts';
import type { Source } from './source.ts';
import { placeOf } from './sources.ts';

type Arrays = readonly Table[];
type Placed = { readonly t: 'codes' | 'sets'; readonly dictionary: readonly string[] };

/** Hands the columns of batches to a kernel; keeps what it looks things up in from one batch to the next. */
export class Feeder {
  readonly #kernel: Kernel;
  readonly #inputs: readonly L.Input[];
  /** Lookup arrays and places by their names in the kernel's text, for inputs whose states no batch changes. */
  readonly fixed: { readonly [name: string]: Table | number };
  readonly #images = new Map<Source, Map<string, readonly number[]>>();
  readonly #last = new Map<Source, { readonly dictionary: readonly string[]; readonly arrays: Arrays }>();
  /** Rows of the batch at hand with a code that is no option of its fact. */
  #strange: number[] = [];

  constructor(kernel: Kernel, inputs: readonly L.Input[]) {
    this.#kernel = kernel;
    this.#inputs = inputs;
    const { layout } = kernel;
    const fixed: { [name: string]: Table | number } = { ...kernel.tables };
    for (const group of layout.groups) Object.assign(fixed, named(group, group.arraysOf(group.images())));
    for (const indexed of layout.indexed.values()) {
      const { source, input } = indexed;
      if (layout.hasOwnCodes(input)) Object.assign(fixed, named(source, source.arraysOf(source.images())));
      else if (this.#place(input) === 'narrow')
        Object.assign(fixed, named(source, this.#narrow(source, input)), {
          [`n${input}`]: this.#absentPlace(indexed),
        });
    }
    this.fixed = fixed;
  }

  /** From the first place on, so that a number is its own place. */
  #narrow(source: Source, input: number): Arrays {
    const min = this.#inputs[input]?.range?.[0] ?? 0;
    const before = Array.from({ length: min - firstPlace(min) }, () => []);
    return source.arraysOf([...before, ...source.images()]);
  }

  #place(input: number): ReturnType<typeof placeOf>['k'] | null {
    const found = this.#inputs[input];
    return found ? placeOf(found).k : null;
  }

  #column(batch: Batch, input: number): Column | undefined {
    const id = this.#inputs[input]?.id ?? '';
    return Object.hasOwn(batch.columns, id) ? batch.columns[id] : undefined;
  }

  /** The arrays for a batch; `null` where a column is not there, or not of its kind: then no row can be decided by it. */
  hand(batch: Batch): Handed | null {
    this.#strange = [];
    const { layout, used } = this.#kernel;
    const numbers: { [name: string]: Values } = {};
    const places: { [name: string]: Places } = {};
    for (const input of used) {
      const column = this.#column(batch, input);
      if (column === undefined || column.t !== COLUMN_OF[this.#place(input) ?? 'flag']) return null;
      if (column.t === 'numbers') numbers[`c${input}`] = column.values;
      const indexed = layout.indexed.get(input);
      if (indexed && (column.t === 'codes' || column.t === 'sets')) {
        const placed = this.#placed(column, indexed, batch.rows);
        if (placed === null) return null;
        places[`c${input}`] = placed;
      }
    }
    const flags = layout.flags.map(({ of, input }) => {
      const column = this.#column(batch, input);
      return of === 'absent' ? absentOf(column) : column?.t === 'flags' ? column.values : undefined;
    });
    return { numbers, places, flags };
  }

  /** `null` where a dictionary is too large to be looked up whole. */
  #placed(column: CodeColumn | SetColumn, indexed: Indexed, rows: number): Places | null {
    const { source, input } = indexed;
    const absent = `n${input}`;
    if (column.t === 'codes' && this.#kernel.layout.hasOwnCodes(input)) {
      const count = this.#inputs[input]?.unknown.options?.length ?? 0;
      return { values: this.#ownCodes(column, input, rows), count, tables: {}, absent };
    }
    const arrays = this.#looked(indexed, column);
    if (arrays === null) return null;
    return {
      values: column.values,
      count: arrays[0]?.length ?? 0,
      tables: named(source, arrays),
      absent,
    };
  }

  #absentPlace({ source, input }: Indexed): number {
    const min = this.#inputs[input]?.range?.[0] ?? 0;
    return min - firstPlace(min) + source.states.length - 1;
  }

  /** Codes as places among the options of the fact, which mostly are what they are. */
  #ownCodes({ values, dictionary }: CodeColumn, input: number, rows: number): CodeColumn['values'] {
    const options = this.#inputs[input]?.unknown.options ?? [];
    if (sameTexts(dictionary, options)) return values;
    const places = dictionary.map((text) => options.indexOf(text));
    const codes = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const place = places[values[row] ?? -1] ?? -1;
      codes[row] = Math.max(place, 0);
      if (place < 0) this.#strange.push(row);
    }
    return codes;
  }

  /** Lookup arrays over the dictionary of a column, which mostly is that of the batch before. */
  #looked({ source, input }: Indexed, { t, dictionary }: Placed): Arrays | null {
    const last = this.#last.get(source);
    if (last !== undefined && sameTexts(last.dictionary, dictionary)) return last.arrays;
    if (t === 'sets' && dictionary.length > MOST_BITS) return null;
    const values: readonly Value[] =
      t === 'codes'
        ? dictionary
        : Array.from({ length: 1 << dictionary.length }, (_, bits) =>
            dictionary.filter((_option, bit) => ((bits >> bit) & 1) === 1),
          );
    const all = this.#inputs[input]?.optional === true ? [...values, null] : values;
    const arrays = source.arraysOf(all.map((value) => this.#image(source, input, value)));
    this.#last.set(source, { dictionary, arrays });
    return arrays;
  }

  #image(source: Source, input: number, value: Value): readonly number[] {
    const known = this.#images.get(source) ?? new Map<string, readonly number[]>();
    this.#images.set(source, known);
    const key = JSON.stringify(value);
    const image = known.get(key) ?? source.image(new Map([[input, value]]));
    known.set(key, image);
    return image;
  }

  /** Rows of which something that is read is not known, or is no option, or that no column holds. */
  unknownRows(batch: Batch): readonly number[] {
    const masks = this.#kernel.used.flatMap((input) => {
      const column = this.#column(batch, input);
      return column === undefined || column.t === 'given' || column.known === undefined ? [] : [column.known];
    });
    const rows: number[] = [...(batch.odd?.keys() ?? []), ...this.#strange];
    if (masks.length === 0) return rows;
    for (let byte = 0; byte << 3 < batch.rows; byte++) {
      let known = 0xff;
      for (const mask of masks) known &= mask[byte] ?? 0;
      if (known === 0xff) continue;
      for (let bit = 0; bit < 8; bit++)
        if (((known >> bit) & 1) === 0 && (byte << 3) + bit < batch.rows) rows.push((byte << 3) + bit);
    }
    return rows;
  }
}

/** Sets of more options than this are not looked up whole. */
const MOST_BITS = 12;

const COLUMN_OF = { flag: 'flags', coded: 'codes', narrow: 'numbers', wide: 'numbers', set: 'sets' } as const;

const absentOf = (column: Column | undefined): Uint8Array | undefined =>
  column === undefined || column.t === 'given' ? undefined : column.absent;

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((text, i) => text === b[i]));

const named = (source: Source, arrays: Arrays): { readonly [name: string]: Table } =>
  Object.fromEntries(
    arrays.map((array, slot) => [
      slot < source.words ? `w${source.name}_${slot}` : `t${source.name}_${slot - source.words}`,
      array,
    ]),
  );
