import { isDoubt } from '../../../runtime/unknown.ts';
import type { Id } from '../../../runtime/types.ts';
import type * as L from '../../lower/index.ts';
import type { RowCode } from './code.ts';
import type { Source } from './source.ts';
import { differ, NO, not, or } from './text.ts';
import { NotColumnar } from './unsupported.ts';

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

/** One bit a line in a word. */
const MOST_LINES = 32;

/** Where the codes of open lines begin in `reasonCodes`. */
export const OPEN_CODES = MOST_LINES + 1;

/** Conditions are looked at before exclusions for what is open, after them for what decides. */
const openPlace = (line: number, exclusions: number, lines: number): number =>
  line < exclusions ? line + lines - exclusions : line - exclusions;

/** The place of a line among the reasons by the lowest bit set (from 1; 0: none): of what decides, then of what is open. */
export function reasonCodes(lines: readonly Deciding[]): Uint8Array {
  const exclusions = lines.filter(({ against }) => against).length;
  const codes = Uint8Array.from({ length: 2 * OPEN_CODES }, (_, bit) => (bit < OPEN_CODES ? bit : 0));
  for (const line of lines.keys())
    codes[OPEN_CODES + openPlace(line, exclusions, lines.length) + 1] = line + 1;
  return codes;
}

/**
 * Text for two words of a row: lines that surely decide against, and lines that are open. What hangs on one source alone is
 * looked up for all lines at once, so that most lines cost nothing of their own.
 */
export class Against {
  readonly #code: RowCode;
  readonly #sources = new Set<Source>();
  readonly #decided: string[] = [];
  readonly #open: string[] = [];
  readonly #hard: string[] = [];

  constructor(code: RowCode, lines: readonly Deciding[]) {
    if (lines.length > MOST_LINES) throw new NotColumnar('lines');
    this.#code = code;
    const exclusions = lines.filter(({ against }) => against).length;
    for (const [line, { truth, against }] of lines.entries()) {
      this.#decide(line, truth, against);
      if (!this.#mayBeOpen(truth)) continue;
      const { yes, may } = code.truth(truth);
      if (differ(yes, may) !== NO)
        this.#open.push(shifted(differ(yes, may), openPlace(line, exclusions, lines.length)));
    }
  }

  get hard(): string {
    return or(...this.#hard);
  }

  get open(): string {
    return joined(this.#open);
  }

  decided(place: (source: Source) => string): string {
    const looked = [...this.#sources].map((source) => `w${source.name}_0[${place(source)}]`);
    return joined([...looked, ...this.#decided]);
  }

  /** Adds the bit of a line wherever `node` surely is `against`. */
  #decide(line: number, node: L.Truth, against: boolean): void {
    const code = this.#code;
    const source = code.sourceOf(node);
    if (source !== null) {
      this.#sources.add(source);
      source.line(line, code.truthOf(node), against);
      return;
    }
    // 并且 fails as soon as one part does, 或者 holds as soon as one does: each part adds the bit by itself.
    if (node.k === 'not') {
      this.#decide(line, node.a, !against);
      return;
    }
    if (node.k === (against ? 'any' : 'all')) {
      for (const part of node.parts) this.#decide(line, part, against);
      return;
    }
    const { yes, may, hard } = code.truth(node);
    const test = against ? yes : not(may);
    if (test !== NO) this.#decided.push(shifted(test, line));
    this.#hard.push(hard);
  }

  /** Whether the notice itself may leave it open. */
  #mayBeOpen(node: L.Truth): boolean {
    const code = this.#code;
    if (code.reads.of(node).size === 0) return isDoubt(code.truthOf(node)(new Map()));
    const source = code.sourceOf(node);
    if (source !== null) return !source.isSettled(code.truthOf(node));
    if (node.k === 'not') return this.#mayBeOpen(node.a);
    if (node.k === 'all' || node.k === 'any' || node.k === 'atLeast')
      return node.parts.some((part) => this.#mayBeOpen(part));
    const { yes, may } = code.truth(node);
    return yes !== may;
  }
}

const shifted = (test: string, line: number): string => (line === 0 ? test : `${test} << ${line}`);

const joined = (parts: readonly string[]): string => (parts.length === 0 ? '0' : parts.join(' | '));
