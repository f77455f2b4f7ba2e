import { type Facts, type LineLeaf, noLine, type Source, type Telling, told, toldByBoth } from './source.ts';

/** A source that can be looked up together with others, and how many bits its place takes. */
export interface Member {
  readonly source: Source;
  readonly bits: number;
}

/** Places of a table that stays in the nearest cache. */
const MOST_BITS = 12;

/** A line that hangs on several members. */
interface Crossing extends LineLeaf {
  readonly members: readonly Source[];
}

/**
 * Small sources looked up at once: their places, side by side, are one place in a table that tells the lines of all of
 * them, and those that hang on several of them.
 */
export class Compound {
  readonly name: string;
  readonly #members: Member[] = [];
  readonly #crossing: Crossing[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get members(): readonly Source[] {
    return this.#members.map(({ source }) => source);
  }

  get #bits(): number {
    return this.#members.reduce((sum, { bits }) => sum + bits, 0);
  }

  /** Takes them in if there is room for all. */
  takes(members: readonly Member[]): boolean {
    const more = members.filter(({ source }) => !this.members.includes(source));
    if (this.#bits + more.reduce((sum, { bits }) => sum + bits, 0) > MOST_BITS) return false;
    this.#members.push(...more);
    return true;
  }

  line(leaf: LineLeaf, members: readonly Source[]): void {
    this.#crossing.push({ ...leaf, members });
  }

  /** Text for the place of a row. */
  place(placeOf: (source: Source) => string): string {
    let from = 0;
    const parts = this.#members.map(({ source, bits }) => {
      const part = from === 0 ? placeOf(source) : `${placeOf(source)} << ${from}`;
      from += bits;
      return part;
    });
    return parts.join(' | ');
  }

  table(telling: Telling): Int32Array {
    let from = 0;
    const size = 1 << this.#bits;
    const table = new Int32Array(size).fill(noLine(telling));
    const shifts = new Map<Source, number>();
    for (const { source, bits } of this.#members) {
      const own = source.told();
      const [shift, mask] = [from, (1 << bits) - 1];
      for (let place = 0; place < size; place++)
        table[place] = toldByBoth(
          telling,
          table[place] ?? 0,
          own[(place >> shift) & mask] ?? noLine(telling),
        );
      shifts.set(source, shift);
      from += bits;
    }
    for (const leaf of this.#crossing) this.#tell(table, telling, leaf, shifts);
    return table;
  }

  /** Works a line out once for each state of its own members. */
  #tell(table: Int32Array, telling: Telling, leaf: Crossing, shifts: ReadonlyMap<Source, number>): void {
    const members = this.#members.filter(({ source }) => leaf.members.includes(source));
    const mask = members.reduce(
      (all, { source, bits }) => all | (((1 << bits) - 1) << (shifts.get(source) ?? 0)),
      0,
    );
    const known = new Map<number, number>();
    for (let place = 0; place < table.length; place++) {
      const state = place & mask;
      const tells = known.get(state) ?? this.#at(state, telling, leaf, members, shifts);
      known.set(state, tells);
      table[place] = toldByBoth(telling, table[place] ?? 0, tells);
    }
  }

  #at(
    state: number,
    telling: Telling,
    leaf: Crossing,
    members: readonly Member[],
    shifts: ReadonlyMap<Source, number>,
  ): number {
    const facts: Facts[] = [];
    for (const { source, bits } of members) {
      const own = source.states[(state >> (shifts.get(source) ?? 0)) & ((1 << bits) - 1)];
      if (own === undefined) return noLine(telling);
      facts.push(own);
    }
    return told([leaf], telling, new Map(facts.flatMap((some) => [...some])));
  }
}
