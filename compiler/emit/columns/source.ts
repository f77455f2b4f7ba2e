import { isDoubt } from '../../../runtime/unknown.ts';
import type { Truth, Value } from '../../../runtime/value.ts';

/** Values of the inputs that a source stands for. */
export type Facts = ReadonlyMap<number, Value>;

/** For what hangs on no input. */
export const NO_FACTS: Facts = new Map();

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

/** A line that a source or several decide: against the applicant wherever its truth is `against`. */
export interface LineLeaf {
  readonly line: number;
  readonly of: (facts: Facts) => Truth;
  readonly against: boolean;
}

/** How lines that decide against a row are told: each by a bit of one word, or the first of them by its number. */
export type Telling = 'bits' | 'first';

/** No line: in the way of bits, and as a number beyond all lines. */
export const noLine = (telling: Telling): number => (telling === 'bits' ? 0 : NO_LINE);
export const NO_LINE = 0x7fffffff;

/** What lines, in their order, tell of one state. */
export function told(lines: readonly LineLeaf[], telling: Telling, facts: Facts): number {
  return toldBy(lines, telling, ({ of }) => of(facts));
}

function toldBy(lines: readonly LineLeaf[], telling: Telling, truthOf: (leaf: LineLeaf) => Truth): number {
  if (telling === 'first') return lines.find((leaf) => truthOf(leaf) === leaf.against)?.line ?? NO_LINE;
  return lines.reduce((word, leaf) => (truthOf(leaf) === leaf.against ? word | (1 << leaf.line) : word), 0);
}

/** What two tell together. */
export const toldByBoth = (telling: Telling, a: number, b: number): number =>
  telling === 'bits' ? a | b : Math.min(a, b);

/** Bits of a word that generated text keeps in a small integer. */
const WORD = 31;

/**
 * Something that a row has one state of: eight flags, a code, a small number, a set. What depends on it alone is worked out
 * for each state beforehand: truths as bits of words, numbers in tables. `word 0` tells the lines of the programme.
 */
export class Source {
  readonly name: string;
  /** States that differ in all that rules can tell apart. */
  readonly states: readonly Facts[];
  readonly #telling: Telling;
  readonly #bits: Leaf[][] = [[]];
  readonly #tables: Leaf[] = [];
  readonly #known = new Map<string, number>();
  readonly #knownBits = new Map<string, Bit>();
  readonly #truths = new Map<LineLeaf['of'], readonly Truth[]>();
  #wide: readonly boolean[] | undefined;
  readonly lines: LineLeaf[] = [];

  constructor(name: string, states: readonly Facts[], telling: Telling) {
    this.name = name;
    this.states = states;
    this.#telling = telling;
  }

  get words(): number {
    return this.#bits.length;
  }

  get tables(): number {
    return this.#tables.length;
  }

  truth(of: (facts: Facts) => Truth): TruthLeaf {
    const truths = this.#truthsOf(of);
    const bit = (test: (truth: Truth) => boolean): Bit | boolean => {
      const first = test(truths[0] ?? false);
      if (truths.every((truth) => test(truth) === first)) return first;
      return this.#newBit(truths.map(test), (facts) => (test(of(facts)) ? 1 : 0));
    };
    const yes = bit((truth) => truth === true);
    const isOpen = truths.some(isDoubt);
    return { yes, may: isOpen ? bit((truth) => truth !== false) : yes };
  }

  /** Tells of a line. Lines come in their order. */
  line(leaf: LineLeaf): void {
    this.lines.push(leaf);
  }

  /** What the lines tell of each state. */
  told(): readonly number[] {
    return this.states.map((_, state) =>
      toldBy(this.lines, this.#telling, ({ of }) => this.#truthsOf(of)[state] ?? false),
    );
  }

  #truthsOf(of: LineLeaf['of']): readonly Truth[] {
    const known = this.#truths.get(of) ?? this.states.map(of);
    this.#truths.set(of, known);
    return known;
  }

  /** Whether the truth is settled in every state. */
  isSettled(of: (facts: Facts) => Truth): boolean {
    return !this.#truthsOf(of).some(isDoubt);
  }

  number(of: (facts: Facts) => Value): NumberLeaf {
    const values = this.states.map(of);
    const whole = values.filter((value) => typeof value === 'number');
    const bit = (test: (value: Value) => boolean): Bit | null =>
      values.some(test) ? this.#newBit(values.map(test), (facts) => (test(of(facts)) ? 1 : 0)) : null;
    const table = this.#newTable((facts) => numberOf(of(facts)));
    const among = whole.length < values.length || whole.length === 0 ? [...whole, 0] : whole;
    return {
      table,
      lo: among.reduce((least, value) => Math.min(least, value)),
      hi: among.reduce((most, value) => Math.max(most, value)),
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

  /** Bits that are alike in every state are one. */
  #newBit(states: readonly boolean[], of: (facts: Facts) => number): Bit {
    const key = states.map(Number).join('');
    const known = this.#knownBits.get(key);
    if (known) return known;
    const last = this.#bits.length - 1;
    const open = last > 0 && (this.#bits[last]?.length ?? WORD) < WORD;
    const word = open ? last : this.#bits.push([]) - 1;
    const bit = { word, bit: (this.#bits[word]?.push({ of }) ?? 1) - 1 };
    this.#knownBits.set(key, bit);
    return bit;
  }

  /** Words, then tables, for one state. */
  image(facts: Facts, lines = told(this.lines, this.#telling, facts)): readonly number[] {
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

  /** The images of all states, in the order of their places. */
  images(): readonly (readonly number[])[] {
    const lines = this.told();
    return this.states.map((facts, state) => this.image(facts, lines[state]));
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
