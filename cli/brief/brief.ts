import { NONE, OUTCOMES } from '../../runtime/columns/index.ts';
import type { Id } from '../../runtime/types.ts';

/** Texts by row, each as its place in a list; −1: none. */
export interface Codes {
  readonly values: Int32Array;
  readonly texts: readonly string[];
}

/** Texts as the data have them, in UTF-8, so that they can be copied without being read. */
export interface TextBytes {
  readonly bytes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Who rows or lines are about: the texts, and the place of each among them. */
export interface IdBytes {
  readonly texts: TextBytes;
  /** −1: the data do not say; `null`: one after the other. */
  readonly places: Int32Array | null;
  /** Whatever goes wrong in `work` is told as what is wrong with the data. */
  readonly guarded: <T>(work: () => T) => T;
}

/**
 * What is decided of many records in few columns: a line for each programme (or duty) of a record and each amount it pays.
 * Values mean what they mean in a decision; names of ids are in the user's language.
 */
export interface Brief {
  readonly lines: number;
  /** Line of a text file, row of a sheet or of Parquet. */
  readonly row: Int32Array;
  readonly id: (line: number) => string;
  /** The same ids as bytes, where the data are of a format that has them. */
  readonly ids?: IdBytes;
  readonly programme: Codes;
  /** `eligible`, `ineligible`, `undetermined`; of duties their state. */
  readonly outcome: Codes;
  /** `selected`, `notSelected`, `undetermined`, where the programme selects. */
  readonly selection: Codes;
  /** The rule that decides. */
  readonly rule: Codes;
  readonly ruleName: Codes;
  /** The row of the tier table; none for the ineligible. */
  readonly tier: Codes;
  readonly tierName: Codes;
  /** The amount paid, or that may be. */
  readonly amount: Codes;
  /** Fen, NaN: none or open. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Months (year × 12 + month − 1), `NONE`: none or open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** What one line says, before it is put into columns. */
export interface Line {
  readonly row: number;
  readonly id: string;
  readonly programme: Id;
  readonly outcome: string;
  readonly selection: string | null;
  readonly rule: Id | null;
  readonly tier: Id | null;
  readonly amount: Id | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly from: number | null;
  readonly to: number | null;
}

type Label = (id: Id) => string;

class CodesOf {
  readonly #values: number[] = [];
  readonly #codes = new Map<string, number>();

  push(text: string | null): void {
    if (text === null) this.#values.push(-1);
    else {
      const code = this.#codes.get(text) ?? this.#codes.size;
      this.#codes.set(text, code);
      this.#values.push(code);
    }
  }

  codes(): Codes {
    return { values: Int32Array.from(this.#values), texts: [...this.#codes.keys()] };
  }
}

export const named = ({ values, texts }: Codes, label: Label): Codes => ({ values, texts: texts.map(label) });

/** Lines that come one by one, as columns. */
export function briefOf(lines: readonly Line[], label: Label): Brief {
  const codes = (of: (line: Line) => string | null): Codes => {
    const made = new CodesOf();
    for (const line of lines) made.push(of(line));
    return made.codes();
  };
  const rule = codes((line) => line.rule);
  const tier = codes((line) => line.tier);
  return {
    lines: lines.length,
    row: Int32Array.from(lines, ({ row }) => row),
    id: (line) => lines[line]?.id ?? '',
    programme: codes(({ programme }) => programme),
    outcome: codes(({ outcome }) => outcome),
    selection: codes(({ selection }) => selection),
    rule,
    ruleName: named(rule, label),
    tier,
    tierName: named(tier, label),
    amount: codes(({ amount }) => amount),
    min: Float64Array.from(lines, ({ min }) => min ?? Number.NaN),
    max: Float64Array.from(lines, ({ max }) => max ?? Number.NaN),
    from: Int32Array.from(lines, ({ from }) => from ?? NONE),
    to: Int32Array.from(lines, ({ to }) => to ?? NONE),
  };
}

export const outcomeTexts: readonly string[] = OUTCOMES;
