import { FIRST_DAY, LAST_DAY, monthOfDay } from '../../../runtime/dates.ts';
import type { Type } from '../../../runtime/types.ts';
import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import type { NumberCode } from './arithmetic.ts';
import type { Member } from './compound.ts';
import type { Inputs } from './row.ts';
import { type Facts, Source, type Telling } from './source.ts';
import { placeOf, subsets } from './sources.ts';
import { and, NO, not, or } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** Flags are looked up by the byte. */
const BYTE = 8;

/** All days and months that there are. */
const RANGES: { readonly [t in Type['t']]?: readonly [number, number] } = {
  date: [FIRST_DAY, LAST_DAY],
  month: [monthOfDay(FIRST_DAY), monthOfDay(LAST_DAY)],
  year: [1, 9999],
};

/** A bit of a row that a column gives: a yes-or-no fact, or whether there is none of an optional one. */
export interface Flag {
  readonly of: 'value' | 'absent';
  readonly input: number;
}

/** What a coded, narrow or set input is looked up by. */
export interface Indexed {
  readonly source: Source;
  readonly input: number;
}

/** Text that reads the columns of one row, and what has to be handed to it for a batch. */
export class Layout implements Inputs {
  readonly flags: readonly Flag[];
  readonly groups: readonly Source[];
  readonly indexed = new Map<number, Indexed>();
  readonly leaves: Inputs['leaves'] = new Map();
  readonly wides = new Set<number>();
  readonly #ranged = new Set<number>();
  /** Places, numbers and bytes that the row reads, in order. */
  readonly prelude: string[] = [];
  readonly instead: (input: number) => L.Node | undefined;
  readonly #inputs: readonly L.Input[];
  readonly #texts: (input: number) => readonly string[];
  readonly #telling: Telling;
  readonly #read = new Set<string>();

  /** `used`: inputs that the programme looks at. `texts`: texts of an input that rules tell apart. */
  constructor(
    inputs: readonly L.Input[],
    used: readonly number[],
    missing: ReadonlySet<number>,
    texts: (input: number) => readonly string[],
    telling: Telling,
  ) {
    this.#telling = telling;
    this.#inputs = inputs;
    this.#texts = texts;
    this.instead = (input) => (missing.has(input) ? inputs[input]?.fallback : undefined);
    const isFlag = (input: number) => placeOf(this.#input(input)).k === 'flag';
    const optional = (input: number) => this.#input(input).optional;
    // A flag that may be absent stands beside its own absence, so that one byte says all of it.
    this.flags = [
      ...used
        .filter((input) => isFlag(input) && !optional(input))
        .map((input) => ({ of: 'value', input }) as const),
      ...used.filter(optional).flatMap((input): Flag[] =>
        isFlag(input)
          ? [
              { of: 'value', input },
              { of: 'absent', input },
            ]
          : [{ of: 'absent', input }],
      ),
    ];
    this.groups = Array.from({ length: Math.ceil(this.flags.length / BYTE) }, (_, group) => {
      const flags = this.flags.slice(group * BYTE, group * BYTE + BYTE);
      return new Source(`g${group}`, flagStates(flags), telling);
    });
  }

  #input(input: number): L.Input {
    const found = this.#inputs[input];
    if (!found) throw new RangeError(`no input ${input}`);
    return found;
  }

  #once(name: string, text: () => string): string {
    if (!this.#read.has(name)) {
      const statement = text();
      this.#read.add(name);
      this.prelude.push(`const ${name} = ${statement};`);
    }
    return name;
  }

  source(inputs: ReadonlySet<number>): Source | null {
    const [first] = inputs;
    if (first === undefined) return null;
    const group = this.#groupOf(first);
    if (group !== null) return [...inputs].every((input) => this.#groupOf(input) === group) ? group : null;
    const isAlone = inputs.size === 1 && ['coded', 'narrow', 'set'].includes(placeOf(this.#input(first)).k);
    return isAlone ? this.#indexedBy(first).source : null;
  }

  /** The byte that says all of a flag. */
  #groupOf(input: number): Source | null {
    if (placeOf(this.#input(input)).k !== 'flag') return null;
    const groups = this.flags.flatMap((flag, at) => (flag.input === input ? [Math.floor(at / BYTE)] : []));
    const [group = -1] = groups;
    return groups.every((one) => one === group) ? (this.groups[group] ?? null) : null;
  }

  /** Whether the places of the input's column are those of its options, whatever its dictionary: see `Feeder`. */
  hasOwnCodes(input: number): boolean {
    const { optional, unknown } = this.#input(input);
    return placeOf(this.#input(input)).k === 'coded' && !optional && unknown.options !== undefined;
  }

  /** What inputs are looked up by where they are looked up together; `null` where one of them cannot be. */
  membersOf(inputs: ReadonlySet<number>): readonly Member[] | null {
    const members = new Map<Source, Member>();
    for (const input of inputs) {
      const source = this.#groupOf(input) ?? (this.hasOwnCodes(input) ? this.#indexedBy(input).source : null);
      if (source === null) return null;
      members.set(source, asMember(source));
    }
    return [...members.values()];
  }

  /** The source as one of those that can be looked up together. */
  memberOf(source: Source): Member | null {
    const input = [...this.indexed.values()].find((one) => one.source === source)?.input;
    return input === undefined || this.hasOwnCodes(input) ? asMember(source) : null;
  }

  #indexedBy(input: number): Indexed {
    const known = this.indexed.get(input);
    if (known) return known;
    const made = { input, source: new Source(`i${input}`, this.statesOf(input), this.#telling) };
    this.indexed.set(input, made);
    return made;
  }

  /** States of an input that rules can tell apart. */
  statesOf(input: number): readonly Facts[] {
    return this.valuesOf(input).map((value) => new Map([[input, value]]));
  }

  valuesOf(index: number): readonly Value[] {
    const input = this.#input(index);
    const { range, unknown, optional } = input;
    const none = optional ? [null] : [];
    if (placeOf(input).k === 'set') {
      const sets = subsets(unknown.options ?? []);
      if (sets === null) throw new NotColumnar('sets');
      return [...sets.map(([, set]) => set), ...none];
    }
    if (range === undefined) return [...(unknown.options ?? this.#texts(index)), ...none];
    const [min, max] = range;
    return [...Array.from({ length: max - min + 1 }, (_, i) => min + i), ...none];
  }

  place(source: Source): string {
    const group = this.groups.indexOf(source);
    if (group >= 0) return this.#once(`g${group}`, () => `G${group}[k]`);
    const input = [...this.indexed.values()].find((one) => one.source === source)?.input ?? -1;
    return this.#once(`x${input}`, () => this.#index(input));
  }

  /** An absent one has the place after all others, `n`. */
  #index(input: number): string {
    const { range, optional } = this.#input(input);
    const from = placeOf(this.#input(input)).k === 'narrow' ? firstPlace(range?.[0] ?? 0) : 0;
    const read = from === 0 ? `c${input}[k]` : `(c${input}[k] - ${from})`.replace('- -', '+ ');
    if (!optional) return read;
    const absent = this.absent(input);
    return `(${read} & (${absent} - 1)) | (-${absent} & n${input})`;
  }

  absent(input: number): string {
    if (!this.#input(input).optional) return NO;
    const at = this.flags.findIndex((flag) => flag.of === 'absent' && flag.input === input);
    if (at < 0) throw new RangeError(`absence of ${input} is not laid out`);
    const byte = this.#once(`g${Math.floor(at / BYTE)}`, () => `G${Math.floor(at / BYTE)}[k]`);
    return this.#once(`a${input}`, () => `(${byte} >>> ${at % BYTE}) & 1`);
  }

  wide(input: number): NumberCode {
    this.#ranged.add(input);
    const [lo, hi] = this.#input(input).range ?? [0, 0];
    return { ...this.#number(input), lo, hi };
  }

  /** A number in a declared range, every value of which may be read. */
  plain(input: number): NumberCode | null {
    const { range } = this.#input(input);
    if (range === undefined || placeOf(this.#input(input)).k !== 'narrow' || this.instead(input)) return null;
    return { ...this.#number(input), lo: range[0], hi: range[1] };
  }

  compared(input: number): NumberCode {
    const all = RANGES[this.#input(input).type.t];
    return all ? { ...this.#number(input), lo: all[0], hi: all[1] } : this.wide(input);
  }

  #number(input: number): NumberCode {
    this.wides.add(input);
    const code = this.#once(`y${input}`, () => `c${input}[k]`);
    return { code, den: 1, lo: 0, hi: 0, absent: this.absent(input), hard: NO };
  }

  /**
   * Text whose sign says that a day or month lies outside what the text was made for, and text that is 1 where another number
   * does; `null` and 0 where none may.
   */
  outside(): { readonly sign: string | null; readonly test: string } {
    const times: string[] = [];
    const tests: string[] = [];
    for (const input of this.#ranged) {
      const { range, optional, type } = this.#input(input);
      const [lo, hi] = range ?? [0, 0];
      const y = `y${input}`;
      if (RANGES[type.t] && !optional) times.push(`(${y} - ${lo}) | (${hi} - ${y})`.replace('- -', '+ '));
      else tests.push(and(not(this.absent(input)), `(${y} < ${lo} || ${y} > ${hi} ? 1 : 0)`));
    }
    return { sign: times.length === 0 ? null : times.join(' | '), test: or(...tests) };
  }
}

const asMember = (source: Source): Member => ({
  source,
  bits: Math.ceil(Math.log2(Math.max(2, source.states.length))),
});

/** A range that begins a little above zero is looked up from zero on, which saves a subtraction a row. */
export const firstPlace = (min: number): number => (min > 0 && min <= 256 ? 0 : min);

/** All states of up to eight flags; an optional flag that is absent says nothing else. */
function flagStates(flags: readonly Flag[]): readonly Facts[] {
  return Array.from({ length: 1 << flags.length }, (_, byte) => {
    const facts = new Map<number, Value>();
    flags.forEach((flag, bit) => {
      const set = ((byte >> bit) & 1) === 1;
      if (flag.of === 'value') facts.set(flag.input, set);
      else if (set) facts.set(flag.input, null);
    });
    return facts;
  });
}
