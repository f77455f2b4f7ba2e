import { calendarTables } from './calendar.ts';
import type { Kernel } from './kernel.ts';

export type Values = Uint8Array | Uint16Array | Int32Array | Float64Array;
export type Table = Int32Array | Float64Array;

/** Arrays of a batch by their names in a kernel's text. */
export interface Handed {
  /** Numbers as they are. */
  readonly numbers: { readonly [name: string]: Values };
  /** Codes and sets, which are places in tables. */
  readonly places: { readonly [name: string]: Places };
  /** Bits by the place of their flag; none: set nowhere. */
  readonly flags: readonly (Uint8Array | undefined)[];
}

export interface Places {
  readonly values: Values;
  /** How many there are. */
  readonly count: number;
  /** Tables over the batch's own dictionary, the place of an absent one last; none where places are those of options. */
  readonly tables: { readonly [name: string]: Table };
  /** Name of the place of an absent one. */
  readonly absent: string;
}

/** Arrays that results are written into, by their names in a kernel's text. */
export interface Written {
  readonly [name: string]: Values;
}

/** Decides `m` rows of a chunk; adds those that have to be decided by themselves to `hard` and gives how many it holds. */
type Step = (m: number, base: number, hard: Int32Array, h: number) => number;

/** What rooms were made for. */
interface Shape {
  /** Bytes of each number. */
  readonly bytes: ReadonlyMap<string, number>;
  /** How many places the tables have room for. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * Runs a kernel over batches, a chunk at a time. Rows are copied into rooms that never change and results out of them,
 * because V8 reads arrays that a function closes over as constants: with the copying, notice 15's rule takes 0.6 of the time
 * that it took over the arrays of the batch.
 */
export class Chunks {
  readonly #kernel: Kernel;
  readonly #fixed: { readonly [name: string]: Table | number };
  #rooms: Rooms | undefined;

  /** `fixed`: tables and places that no batch changes. */
  constructor(kernel: Kernel, fixed: { readonly [name: string]: Table | number }) {
    this.#kernel = kernel;
    this.#fixed = fixed;
  }

  /** Decides the rows into `written`; fills `hard` with those that have to be decided by themselves, and gives their number. */
  run(rows: number, handed: Handed, written: Written, hard: Int32Array): number {
    const rooms = this.#roomsFor(handed, written);
    rooms.look(handed);
    const { chunk } = this.#kernel;
    let h = 0;
    for (let base = 0; base < rows; base += chunk) {
      const m = Math.min(chunk, rows - base);
      rooms.fill(handed, base, m);
      h = rooms.step(m, base, hard, h);
      rooms.empty(written, base, m);
    }
    return h;
  }

  #roomsFor(handed: Handed, written: Written): Rooms {
    const shape = shapeOf(handed, this.#rooms?.shape);
    if (this.#rooms === undefined || this.#rooms.shape !== shape)
      this.#rooms = new Rooms(this.#kernel, this.#fixed, shape, { handed, written });
    return this.#rooms;
  }
}

/** The shape before if the batch fits into it, or one that is large enough for both. */
function shapeOf(handed: Handed, before: Shape | undefined): Shape {
  const bytes = Object.entries(handed.numbers).map(
    ([name, values]) => [name, Math.max(before?.bytes.get(name) ?? 0, values.BYTES_PER_ELEMENT)] as const,
  );
  const places = Object.entries(handed.places).map(
    ([name, { count }]) => [name, Math.max(before?.places.get(name) ?? 0, roomy(count))] as const,
  );
  const fits =
    before &&
    bytes.every(([name, size]) => before.bytes.get(name) === size) &&
    places.every(([name, size]) => before.places.get(name) === size);
  return fits ? before : { bytes: new Map(bytes), places: new Map(places) };
}

/** As many places as a byte tells apart, or a power of two that is more. */
const roomy = (count: number): number => Math.max(256, 2 ** Math.ceil(Math.log2(count)));

/** Arrays of one chunk, with the functions that are closed over them. */
class Rooms {
  readonly shape: Shape;
  readonly step: Step;
  readonly #columns: { readonly [name: string]: Values };
  readonly #flags: readonly Uint8Array[];
  readonly #tables: { readonly [name: string]: Table };
  readonly #results: { readonly [name: string]: Values };
  /** What the tables hold, by their names. */
  readonly #looked = new Map<string, Table>();

  constructor(
    kernel: Kernel,
    fixed: { readonly [name: string]: Table | number },
    shape: Shape,
    { handed, written }: { readonly handed: Handed; readonly written: Written },
  ) {
    const { chunk } = kernel;
    this.shape = shape;
    const numbers = Object.keys(handed.numbers).map(
      (name) => [name, numbersFor(shape.bytes.get(name) ?? 0, chunk)] as const,
    );
    const places = Object.keys(handed.places).map(
      (name) => [name, codesFor(shape.places.get(name) ?? 0, chunk)] as const,
    );
    this.#columns = Object.fromEntries([...numbers, ...places]);
    this.#flags = handed.flags.map(() => new Uint8Array(chunk >> 3));
    const looked = Object.entries(handed.places).flatMap(([name, { tables }]) =>
      Object.entries(tables).map(
        ([table, values]) => [table, like(values, shape.places.get(name) ?? 0)] as const,
      ),
    );
    this.#tables = Object.fromEntries(looked);
    this.#results = Object.fromEntries(
      Object.entries(written).map(([name, values]) => [name, like(values, chunk)]),
    );
    const flags = Object.fromEntries(this.#flags.map((room, bit) => [`f${bit}`, room]));
    const absent = Object.entries(handed.places).map(
      ([name, place]) => [place.absent, (shape.places.get(name) ?? 0) - 1] as const,
    );
    this.step = made(kernel.text, {
      ...calendarTables(),
      ...Object.fromEntries(absent),
      ...settled(fixed),
      ...this.#columns,
      ...flags,
      ...this.#tables,
      ...this.#results,
    });
  }

  /** Takes in the tables over a batch's dictionaries, which mostly are those of the batch before. */
  look({ places }: Handed): void {
    for (const { tables } of Object.values(places))
      for (const [name, values] of Object.entries(tables)) {
        const room = this.#tables[name];
        if (!room || this.#looked.get(name) === values) continue;
        room.set(values);
        room[room.length - 1] = values.at(-1) ?? 0;
        this.#looked.set(name, values);
      }
  }

  /** Copies `m` rows in. */
  fill({ numbers, places, flags }: Handed, base: number, m: number): void {
    for (const [name, values] of Object.entries(numbers))
      this.#columns[name]?.set(values.subarray(base, base + m));
    for (const [name, { values }] of Object.entries(places))
      this.#columns[name]?.set(values.subarray(base, base + m));
    this.#flags.forEach((room, bit) => {
      const bits = flags[bit];
      if (bits) room.set(bits.subarray(base >> 3, (base + m + 7) >> 3));
      else room.fill(0, 0, (m + 7) >> 3);
    });
  }

  /** Copies the results of `m` rows out. */
  empty(written: Written, base: number, m: number): void {
    for (const [name, values] of Object.entries(written)) {
      const room = this.#results[name];
      if (room) values.set(m === room.length ? room : room.subarray(0, m), base);
    }
  }
}

/** V8 moves arrays of up to 64 bytes about with its objects, and takes no such array for a constant. */
const settled = (fixed: {
  readonly [name: string]: Table | number;
}): { readonly [name: string]: Table | number } =>
  Object.fromEntries(
    Object.entries(fixed).map(([name, of]) => {
      if (typeof of === 'number' || of.byteLength > 64) return [name, of];
      const room = like(of, 64);
      room.set(of);
      return [name, room];
    }),
  );

/** Room for the numbers of a chunk. */
const numbersFor = (bytes: number, rows: number): Values => {
  if (bytes === 1) return new Uint8Array(rows);
  if (bytes === 2) return new Uint16Array(rows);
  return bytes === 4 ? new Int32Array(rows) : new Float64Array(rows);
};

/** Room for the codes of a chunk; a code that is too large for its tables may lie where a row is not known. */
const codesFor = (places: number, rows: number): Values => {
  if (places <= 0x100) return new Uint8Array(rows);
  return places <= 0x10000 ? new Uint16Array(rows) : new Int32Array(rows);
};

/** Empty room for values of the same kind. */
function like<T extends Values>(values: T, length: number): T {
  return new (values.constructor as new (length: number) => T)(length);
}

let functions = 0;

/**
 * The functions of a text. No text is made twice: V8 would share what it knows of the functions with those of the first, and
 * no longer take what they close over for constants.
 */
function made(text: string, given: object): Step {
  functions++;
  return (new Function('given', `${text}\n// ${functions}`) as (given: object) => Step)(given);
}
