import {
  type AmountColumns,
  allocate,
  type Batch,
  bytesFor,
  type CodeColumn,
  type Column,
  type Memory,
  type ProgrammeColumns,
} from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import type { KernelAmount } from './amounts.ts';
import type { Handed, Kernel, Written } from './kernel.ts';
import { firstPlace, type Indexed } from './layout.ts';
import type { Source } from './source.ts';
import { placeOf } from './sources.ts';

type Arrays = readonly (Int32Array | Float64Array)[];
type Placed = { readonly t: 'codes' | 'sets'; readonly dictionary: readonly string[] };

/** Hands the columns of batches to a kernel; keeps what it looks things up in from one batch to the next. */
export class Feeder {
  readonly #kernel: Kernel;
  readonly #inputs: readonly L.Input[];
  /** Lookup arrays by source, for inputs whose states no batch changes. */
  readonly #fixed: { readonly [name: string]: Int32Array | Float64Array };
  readonly #images = new Map<Source, Map<string, readonly number[]>>();
  readonly #last = new Map<Source, { readonly dictionary: readonly string[]; readonly arrays: Arrays }>();
  #none: Uint8Array = new Uint8Array(0);
  /** Rows of the batch at hand with a code that is no option of its fact. */
  #strange: number[] = [];

  constructor(kernel: Kernel, inputs: readonly L.Input[]) {
    this.#kernel = kernel;
    this.#inputs = inputs;
    const { layout } = kernel;
    const fixed: { [name: string]: Int32Array | Float64Array } = { ...kernel.tables };
    for (const group of layout.groups) Object.assign(fixed, named(group, group.arraysOf(group.images())));
    for (const { source, input } of layout.indexed.values())
      if (layout.hasOwnCodes(input)) Object.assign(fixed, named(source, source.arraysOf(source.images())));
      else if (this.#place(input) === 'narrow')
        Object.assign(fixed, named(source, this.#narrow(source, input)));
    this.#fixed = fixed;
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
    const handed: { [name: string]: Handed[string] } = { ...this.#fixed };
    const bytes = bytesFor(batch.rows);
    if (this.#none.length < bytes) this.#none = new Uint8Array(bytes);
    for (const input of used) {
      const column = this.#column(batch, input);
      if (column === undefined || column.t !== COLUMN_OF[this.#place(input) ?? 'flag']) return null;
      if (column.t === 'codes' && layout.hasOwnCodes(input))
        handed[`c${input}`] = this.#ownCodes(column, input, batch.rows);
      else if (column.t !== 'flags') handed[`c${input}`] = column.values;
    }
    layout.flags.forEach(({ of, input }, bit) => {
      const column = this.#column(batch, input);
      const bits = of === 'absent' ? absentOf(column) : column?.t === 'flags' ? column.values : undefined;
      handed[`f${bit}`] = bits ?? this.#none;
    });
    for (const indexed of layout.indexed.values()) {
      const column = this.#column(batch, indexed.input);
      if (layout.hasOwnCodes(indexed.input)) continue;
      if (column?.t === 'codes' || column?.t === 'sets') {
        const arrays = this.#looked(indexed, column);
        if (arrays === null) return null;
        Object.assign(handed, named(indexed.source, arrays));
        handed[`n${indexed.input}`] =
          column.t === 'codes' ? column.dictionary.length : 1 << column.dictionary.length;
      } else handed[`n${indexed.input}`] = this.#absentPlace(indexed);
    }
    return handed;
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

const named = (source: Source, arrays: Arrays): { readonly [name: string]: Int32Array | Float64Array } =>
  Object.fromEntries(
    arrays.map((array, slot) => [
      slot < source.words ? `w${source.name}_${slot}` : `t${source.name}_${slot - source.words}`,
      array,
    ]),
  );

const bytesForIds = (ids: readonly unknown[]): number => (ids.length <= 0x100 ? 1 : 2);

/** Bytes of a row of results: doubles first, so that every array begins where its numbers may. */
const bytesOf = ({ reasons, tiers, amounts }: Pick<Kernel, 'reasons' | 'tiers' | 'amounts'>): number =>
  1 +
  bytesForIds(reasons) +
  (tiers ? bytesForIds(tiers) : 0) +
  amounts.reduce((sum, { wide, from, to }) => sum + (wide ? 8 : 4) + (from ? 4 : 0) + (to ? 4 : 0), 0);

/** Memory of as many bytes: that of `into`, if it was made for the same, or new. */
const room = (bytes: number, memory: Memory, into: ProgrammeColumns | undefined): ArrayBufferLike => {
  const before = into?.outcome.buffer;
  const isShared = typeof SharedArrayBuffer !== 'undefined' && before instanceof SharedArrayBuffer;
  return before?.byteLength === bytes && isShared === (memory === 'shared')
    ? before
    : allocate(bytes, memory);
};

/**
 * Result columns of a programme, and the same arrays by the names of the kernel; all in one piece of memory. `into`: results
 * of an earlier batch, to be written over.
 */
export function resultArrays(
  kernel: Pick<Kernel, 'reasons' | 'tiers' | 'amounts'>,
  rows: number,
  memory: Memory,
  into?: ProgrammeColumns,
): { readonly columns: ProgrammeColumns; readonly written: Written } {
  const { reasons, tiers, amounts } = kernel;
  const buffer = room(rows * bytesOf(kernel), memory, into);
  let at = 0;
  const place = (size: number): number => {
    at += rows * size;
    return at - rows * size;
  };
  const written: { [name: string]: Written[string] } = {};
  const keep = <T extends Written[string]>(name: string, array: T): T => {
    written[name] = array;
    return array;
  };
  const whole = (name: string) => keep(name, new Int32Array(buffer, place(4), rows));
  const bytes = (name: string) => keep(name, new Uint8Array(buffer, place(1), rows));
  const wide = new Map(
    amounts.flatMap(({ id, wide: isWide }, i) =>
      isWide ? [[id, keep(`amount${i}`, new Float64Array(buffer, place(8), rows))] as const] : [],
    ),
  );
  const of = ({ id, from, to }: KernelAmount, i: number): AmountColumns => {
    const fen = wide.get(id) ?? whole(`amount${i}`);
    return {
      min: fen,
      max: fen,
      ...(from && { from: whole(`from${i}`) }),
      ...(to && { to: whole(`to${i}`) }),
    };
  };
  const made = Object.fromEntries(amounts.map((amount, i) => [amount.id, of(amount, i)]));
  // Two bytes each before one.
  const named = [
    { name: 'reason', ids: reasons },
    { name: 'tier', ids: tiers ?? [] },
  ];
  const codes = new Map<string, Uint8Array | Uint16Array>();
  for (const size of [2, 1])
    for (const { name, ids } of named)
      if (ids.length > 0 && bytesForIds(ids) === size)
        codes.set(name, size === 2 ? keep(name, new Uint16Array(buffer, place(2), rows)) : bytes(name));
  const idsOf = (name: string, ids: readonly (Id | null)[]) => ({
    values: codes.get(name) ?? new Uint8Array(0),
    ids,
  });
  const columns: ProgrammeColumns = {
    outcome: bytes('outcome'),
    reason: idsOf('reason', reasons),
    ...(tiers && { tier: idsOf('tier', tiers) }),
    amounts: made,
    byRow: 0,
  };
  return { columns, written };
}
