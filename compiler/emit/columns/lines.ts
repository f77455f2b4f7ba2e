import type { Id } from '../../../runtime/types.ts';
import { isDoubt } from '../../../runtime/unknown.ts';
import type * as L from '../../lower/index.ts';
import type { RowCode } from './code.ts';
import { Compound } from './compound.ts';
import type { Layout } from './layout.ts';
import { NO_FACTS, type Source, type Telling } from './source.ts';
import { differ, NO, not } from './text.ts';

/** A line that decides: an exclusion that is hit, or a condition that fails. */
export interface Deciding {
  readonly id: Id;
  readonly truth: L.Truth;
  /** What of its truth decides against the applicant. */
  readonly against: boolean;
}

/** Lines in the order in which they are looked for as the reason. */
export function decidingLines({ excluded, eligible }: L.Straight): readonly Deciding[] {
  const { shape } = eligible;
  const conditions = shape.k === 'group' && shape.op === 'all' ? shape.lines : [eligible];
  return [
    ...excluded.map(({ id, truth }) => ({ id, truth, against: true })),
    ...conditions.map(({ id, truth }) => ({ id, truth, against: false })),
  ];
}

/** How many of the lines are exclusions, which come first. */
export const exclusionsIn = (lines: readonly Deciding[]): number =>
  lines.filter(({ against }) => against).length;

/** Of what is open, conditions are looked at before exclusions; of what decides, after them. */
export const openPlace = (line: number, exclusions: number, lines: number): number =>
  line < exclusions ? line + lines - exclusions : line - exclusions;

/** A condition that surely being `against` is enough for its line to decide. */
interface Part {
  readonly line: number;
  readonly node: L.Truth;
  readonly against: boolean;
}

/** What of a line is computed row by row. */
export interface ComputedLine {
  readonly line: number;
  readonly parts: readonly Part[];
  /** The line, where the notice itself may leave it open. */
  readonly open: L.Truth | null;
}

/**
 * How the lines of a programme are told. What hangs on one source alone, or on some that are looked up together, is looked
 * up for all lines at once, so that most lines cost nothing of their own; the others are computed.
 */
export class Lines {
  readonly sources = new Set<Source>();
  readonly compounds: Compound[] = [];
  readonly computed: readonly ComputedLine[];
  readonly #code: RowCode;
  readonly #layout: Layout;

  constructor(code: RowCode, layout: Layout, lines: readonly Deciding[]) {
    this.#code = code;
    this.#layout = layout;
    const parts = lines.flatMap(({ truth, against }, line) => this.#parts({ line, node: truth, against }));
    const left = new Map<number, Part[]>();
    for (const part of parts)
      if (!this.#isLookedUp(part)) left.set(part.line, [...(left.get(part.line) ?? []), part]);
    this.#pack();
    this.computed = lines.flatMap(({ truth }, line): ComputedLine[] => {
      const own = left.get(line) ?? [];
      const open = this.#mayBeOpen(truth) ? truth : null;
      return own.length === 0 && open === null ? [] : [{ line, parts: own, open }];
    });
  }

  /** 并且 fails as soon as one part does, 或者 holds as soon as one does: each part decides by itself. */
  #parts(part: Part): readonly Part[] {
    const { line, node, against } = part;
    if (this.#code.sourceOf(node) !== null) return [part];
    if (node.k === 'not') return this.#parts({ line, node: node.a, against: !against });
    if (node.k === (against ? 'any' : 'all'))
      return node.parts.flatMap((one) => this.#parts({ line, node: one, against }));
    return [part];
  }

  #isLookedUp({ line, node, against }: Part): boolean {
    const code = this.#code;
    const truth = code.truthOf(node);
    const source = code.sourceOf(node);
    if (source !== null) {
      this.sources.add(source);
      source.line({ line, of: truth, against });
      return true;
    }
    const reads = code.reads.of(node);
    const members = reads.size === 0 ? null : this.#layout.membersOf(reads);
    const compound = members && this.#compoundOf(members);
    if (!members || !compound) return false;
    compound.line(
      { line, of: truth, against },
      members.map((member) => member.source),
    );
    return true;
  }

  #compoundOf(members: readonly { readonly source: Source; readonly bits: number }[]): Compound | null {
    const known = this.compounds.find((compound) => compound.takes(members));
    if (known) return known;
    const made = new Compound(`q${this.compounds.length}`);
    if (!made.takes(members)) return null;
    this.compounds.push(made);
    return made;
  }

  /** Sources that have lines of their own, each into the first compound that has room; one by itself is none. */
  #pack(): void {
    const packed = () => new Set(this.compounds.flatMap(({ members }) => members));
    for (const source of this.sources) {
      const member = packed().has(source) ? null : this.#layout.memberOf(source);
      if (member) this.#compoundOf([member]);
    }
    const several = this.compounds.filter(({ members }) => members.length > 1);
    this.compounds.splice(0, this.compounds.length, ...several);
    for (const source of packed()) this.sources.delete(source);
  }

  /** Text for each lookup of a row. */
  lookups(): readonly string[] {
    const place = (source: Source) => this.#layout.place(source);
    return [
      ...this.compounds.map((compound) => `${compound.name}[${compound.place(place)}]`),
      ...[...this.sources].map((source) => `w${source.name}_0[${place(source)}]`),
    ];
  }

  /** The tables of the compounds by their names. */
  tables(telling: Telling): { readonly [name: string]: Int32Array } {
    return Object.fromEntries(this.compounds.map((compound) => [compound.name, compound.table(telling)]));
  }

  /** Whether the notice itself may leave it open. */
  #mayBeOpen(node: L.Truth): boolean {
    const code = this.#code;
    if (code.reads.of(node).size === 0) return isDoubt(code.truthOf(node)(NO_FACTS));
    const source = code.sourceOf(node);
    if (source !== null) return !source.isSettled(code.truthOf(node));
    if (node.k === 'not') return this.#mayBeOpen(node.a);
    if (node.k === 'all' || node.k === 'any' || node.k === 'atLeast')
      return node.parts.some((part) => this.#mayBeOpen(part));
    const { yes, may } = code.truth(node);
    return yes !== may;
  }
}

/** Texts that are 1 where computed lines decide against, where they are open, and where the row is decided by itself. */
export interface ComputedText {
  readonly line: number;
  readonly decided: readonly string[];
  readonly open: string;
  readonly hard: readonly string[];
}

export function computedText(code: RowCode, { line, parts, open }: ComputedLine): ComputedText {
  const made = parts.map(({ node, against }) => ({ against, ...code.truth(node) }));
  const tests = made.map(({ against, yes, may }) => (against ? yes : not(may)));
  const whole = open && code.truth(open);
  return {
    line,
    decided: tests.filter((test) => test !== NO),
    open: whole ? differ(whole.yes, whole.may) : NO,
    hard: made.map(({ hard }) => hard),
  };
}

/** `test` as bit `at` of a word. */
export const asBit = (test: string, at: number): string => (at === 0 ? test : `${test} << ${at}`);

export const joined = (parts: readonly string[]): string => (parts.length === 0 ? '0' : parts.join(' | '));
