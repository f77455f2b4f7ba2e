import { isDoubt } from '../../../runtime/unknown.ts';
import type { Truth, Value } from '../../../runtime/value.ts';

/** Values of the inputs that a source stands for. */
export type Facts = ReadonlyMap<number, Value>;

/** What all that depends on a source alone comes to, in one of its states. */
interface Leaf {
  readonly of: (facts: Facts) => number;
}

/** A number that a source gives, with what it is over all its states. */
export interface NumberLeaf {
  readonly table: number;
  readonly lo: number;
  readonly hi: number;
  /** Names of the bits that say that there is none, or that it is no number that a table can hold. */
  readonly absent: Bit | null;
  readonly hard: Bit | null;
}

export interface Bit {
  readonly word: number;
  readonly bit: number;
}

export interface TruthLeaf {
  readonly yes: Bit | boolean;
  readonly may: Bit | boolean;
}

/** Bits of a word that generated text keeps in a small integer. */
const WORD = 31;

/**
 * Something that a row has one state of: eight flags, a code, a small number, a set. What depends on it alone is worked out
 * for each state beforehand: truths as bits of words, numbers in tables. `word 0` holds one bit a line of the programme.
 */
export class Source {
  readonly name: string;
  /** States that differ in all that rules can tell apart. */
  readonly states: readonly Facts[];
  readonly #bits: Leaf[][] = [[]];
  readonly #tables: Leaf[] = [];
  readonly #known = new Map<string, number>();
  #wide: readonly boolean[] | undefined;
  readonly #lines: { readonly line: number; readonly of: (facts: Facts) => number }[] = [];

  constructor(name: string, states: readonly Facts[]) {
    this.name = name;
    this.states = states;
  }

  get words(): number {
    return this.#bits.length;
  }

  get tables(): number {
    return this.#tables.length;
  }

  /** Whether word 0 says anything of lines. */
  get hasLines(): boolean {
    return this.#lines.length > 0;
  }

  truth(of: (facts: Facts) => Truth): TruthLeaf {
    const truths = this.states.map(of);
    const bit = (test: (truth: Truth) => boolean): Bit | boolean => {
      const first = test(truths[0] ?? false);
      if (truths.every((truth) => test(truth) === first)) return first;
      return this.#newBit((facts) => (test(of(facts)) ? 1 : 0));
    };
    const yes = bit((truth) => truth === true);
    const isOpen = truths.some(isDoubt);
    return { yes, may: isOpen ? bit((truth) => truth !== false) : yes };
  }

  /** Sets the bit of a line wherever `of` is 1. */
  line(line: number, of: (facts: Facts) => Truth, sense: boolean): void {
    this.#lines.push({ line, of: (facts) => (of(facts) === sense ? 1 : 0) });
  }

  /** Whether the truth is settled in every state. */
  isSettled(of: (facts: Facts) => Truth): boolean {
    return !this.states.some((state) => isDoubt(of(state)));
  }

  number(of: (facts: Facts) => Value): NumberLeaf {
    const values = this.states.map(of);
    const whole = values.filter((value) => typeof value === 'number');
    const bit = (test: (value: Value) => boolean): Bit | null =>
      values.some(test) ? this.#newBit((facts) => (test(of(facts)) ? 1 : 0)) : null;
    const table = this.#newTable((facts) => numberOf(of(facts)));
    return {
      table,
      lo: Math.min(...(whole.length > 0 ? whole : [0]), values.length > whole.length ? 0 : Infinity),
      hi: Math.max(...(whole.length > 0 ? whole : [0]), values.length > whole.length ? 0 : -Infinity),
      absent: bit((value) => value === null),
      hard: bit((value) => value !== null && typeof value !== 'number'),
    };
  }

  /** Tables that are alike in every state are one. */
  #newTable(of: (facts: Facts) => number): number {
    const key = this.states.map(of).join();
    const known = this.#known.get(key) ?? this.#tables.push({ of }) - 1;
    this.#known.set(key, known);
    return known;
  }

  #newBit(of: (facts: Facts) => number): Bit {
    const last = this.#bits.length - 1;
    const open = last > 0 && (this.#bits[last]?.length ?? WORD) < WORD;
    const word = open ? last : this.#bits.push([]) - 1;
    const bit = (this.#bits[word]?.push({ of }) ?? 1) - 1;
    return { word, bit };
  }

  /** Words, then tables, for one state. */
  image(facts: Facts): readonly number[] {
    const lines = this.#lines.reduce((word, { line, of }) => word | (of(facts) << line), 0);
    const words = this.#bits
      .slice(1)
      .map((leaves) => leaves.reduce((word, leaf, bit) => word | (leaf.of(facts) << bit), 0));
    return [lines, ...words, ...this.#tables.map((leaf) => leaf.of(facts))];
  }

  /** A table holds doubles where the numbers of its states do not all fit in 32 bits. */
  #isWide(table: number): boolean {
    const leaf = this.#tables[table];
    return this.states.some((state) => {
      const value = leaf?.of(state) ?? 0;
      return value !== (value | 0);
    });
  }

  /** The words and tables over states in the order of their places. */
  arrays(states: readonly Facts[]): readonly (Int32Array | Float64Array)[] {
    return this.arraysOf(states.map((facts) => this.image(facts)));
  }

  arraysOf(images: readonly (readonly number[])[]): readonly (Int32Array | Float64Array)[] {
    this.#wide ??= Array.from({ length: this.tables }, (_, table) => this.#isWide(table));
    const wide = this.#wide;
    return Array.from({ length: this.words + this.tables }, (_, slot) => {
      const values = images.map((image) => image[slot] ?? 0);
      return wide[slot - this.words] === true ? Float64Array.from(values) : Int32Array.from(values);
    });
  }
}

const numberOf = (value: Value): number => (typeof value === 'number' ? value : 0);
