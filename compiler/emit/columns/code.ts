import { isExact } from '../../../runtime/unknown.ts';
import type { Truth, Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { ABSENT, constant, HARD, type NumberCode } from './arithmetic.ts';
import { evaluate, evaluateTruth, type Record } from './evaluate.ts';
import { computedNumber } from './numbers.ts';
import { type Around, type Inputs, type Kind, keyOf, type Row, type TruthCode } from './row.ts';
import { type Bit, type Facts, NO_FACTS, type NumberLeaf, type Source, type TruthLeaf } from './source.ts';
import { Reads } from './sources.ts';
import { NO, YES } from './text.ts';
import { computed } from './truths.ts';
import { NotColumnar } from './unsupported.ts';

const settledTruth = (truth: Truth): TruthCode => ({
  yes: truth === true ? YES : NO,
  may: truth === false ? NO : YES,
  hard: NO,
});

const settledNumber = (value: Value): NumberCode => {
  if (value === null) return ABSENT;
  return isExact(value) ? constant(value) : HARD;
};

const less = (x: number, y: number): boolean => x < y;
const atMost = (x: number, y: number): boolean => x <= y;

/** Writes the text of one row: nodes that hang on one source alone are looked up, the others computed. */
export class RowCode implements Row {
  /** Statements in order; each may use those before it. */
  readonly statements: string[] = [];
  readonly reads: Reads;
  readonly inputs: Inputs;
  readonly #locals: readonly L.Local[];
  readonly #around: Around;
  readonly #truths = new Map<string, TruthCode>();
  readonly #numbers = new Map<string, NumberCode>();
  readonly #named = new Map<string, string>();
  readonly #records = new WeakMap<Facts, Record>();
  readonly #runs = new WeakMap<L.Truth, (facts: Facts) => Truth>();

  constructor(locals: readonly L.Local[], around: Around, inputs: Inputs) {
    this.#locals = locals;
    this.#around = around;
    this.inputs = inputs;
    this.reads = new Reads(locals, inputs.instead);
  }

  /** The node as a function of what its inputs are. */
  valueOf(node: L.Node): (facts: Facts) => Value {
    const run = evaluate(node);
    return (facts) => run(this.recordOf(facts));
  }

  /** The same function for the same node, so that what it comes to can be kept. */
  truthOf(node: L.Truth): (facts: Facts) => Truth {
    const known = this.#runs.get(node) ?? this.#runOf(node);
    this.#runs.set(node, known);
    return known;
  }

  #runOf(node: L.Truth): (facts: Facts) => Truth {
    const run = evaluateTruth(node);
    const whole = (facts: Facts) => run(this.recordOf(facts));
    return (node.k === 'compare' && this.#comparing(node, whole)) || whole;
  }

  /** A number of the record beside one that is settled: the most usual condition of all, asked of every state. */
  #comparing(
    { op, a, b }: Kind<L.Truth, 'compare'>,
    otherwise: (facts: Facts) => Truth,
  ): ((facts: Facts) => Truth) | null {
    const [fact, bound] = a.k === 'fact' ? [a, b] : [b, a];
    if (fact.k !== 'fact' || !this.isBound(bound) || this.inputs.instead(fact.input)) return null;
    const than = this.valueOf(bound)(NO_FACTS);
    if (typeof than !== 'number') return null;
    const holds = { eq: (x: number, y: number) => x === y, lt: less, le: atMost }[op];
    return (facts) => {
      const value = facts.get(fact.input);
      if (typeof value !== 'number') return otherwise(facts);
      return fact === a ? holds(value, than) : holds(than, value);
    };
  }

  recordOf(facts: Facts): Record {
    const known = this.#records.get(facts) ?? this.#newRecord(facts);
    this.#records.set(facts, known);
    return known;
  }

  #newRecord(facts: Facts): Record {
    const locals = new Map<number, Value>();
    const record: Record = {
      ...this.#around,
      fact: (input) => {
        const instead = this.inputs.instead(input);
        return instead ? evaluate(instead)(record) : (facts.get(input) ?? null);
      },
      local: (local) => {
        const value = this.#locals[local]?.value;
        if (!value) throw new RangeError(`no local ${local}`);
        const known = locals.get(local) ?? evaluate(value)(record);
        locals.set(local, known);
        return known;
      },
    };
    return record;
  }

  isBound(node: L.Node): boolean {
    return this.reads.of(node).size === 0;
  }

  local(local: number): L.Node | undefined {
    return this.#locals[local]?.value;
  }

  /** The one source that all of a node hangs on. */
  sourceOf(node: L.Node): Source | null {
    return this.inputs.source(this.reads.of(node));
  }

  /** A name for text that is used more than once. */
  named(text: string): string {
    // A plain name or number, or the opposite of one, is as short as a name for it, and says more.
    if (/^(-?[\w$]+|\(-\d+\)|\([\w$]+ \^ 1\))$/.test(text)) return text;
    const known = this.#named.get(text);
    if (known !== undefined) return known;
    const name = `v${this.#named.size}`;
    this.statements.push(`const ${name} = ${text};`);
    this.#named.set(text, name);
    return name;
  }

  bit(source: Source, { word, bit }: Bit): string {
    const read = this.#word(source, word);
    return bit === 0 ? `(${read} & 1)` : `((${read} >>> ${bit}) & 1)`;
  }

  readonly #words = new Map<string, string>();

  #word(source: Source, word: number): string {
    const key = `${source.name} ${word}`;
    const known = this.#words.get(key) ?? this.named(`w${source.name}_${word}[${this.inputs.place(source)}]`);
    this.#words.set(key, known);
    return known;
  }

  truth(node: L.Truth): TruthCode {
    const key = keyOf(node);
    const known = this.#truths.get(key);
    if (known) return known;
    const made = this.#makeTruth(node);
    const yes = this.named(made.yes);
    const code = {
      yes,
      may: made.may === made.yes ? yes : this.named(made.may),
      hard: this.named(made.hard),
    };
    this.#truths.set(key, code);
    return code;
  }

  number(node: L.Num): NumberCode {
    const key = keyOf(node);
    const known = this.#numbers.get(key);
    if (known) return known;
    const made = this.#makeNumber(node);
    const code = {
      ...made,
      code: this.named(made.code),
      absent: this.named(made.absent),
      hard: this.named(made.hard),
    };
    this.#numbers.set(key, code);
    return code;
  }

  #makeTruth(node: L.Truth): TruthCode {
    if (this.isBound(node)) return settledTruth(this.truthOf(node)(NO_FACTS));
    const source = this.sourceOf(node);
    if (source === null) return computed(this, node);
    const leaf = this.#leaf(source, node, () => source.truth(this.truthOf(node))) as TruthLeaf;
    const text = (bit: Bit | boolean) =>
      typeof bit === 'boolean' ? (bit ? YES : NO) : this.bit(source, bit);
    return { yes: text(leaf.yes), may: text(leaf.may), hard: NO };
  }

  #makeNumber(node: L.Num): NumberCode {
    if (this.isBound(node)) return settledNumber(this.valueOf(node)(NO_FACTS));
    const plain = node.k === 'fact' ? this.inputs.plain(node.input) : null;
    if (plain) return plain;
    const source = this.sourceOf(node);
    if (source === null) return computedNumber(this, node);
    const leaf = this.#leaf(source, node, () => source.number(this.valueOf(node)));
    return this.looked(source, leaf as NumberLeaf);
  }

  #leaf(source: Source, node: L.Node, make: () => TruthLeaf | NumberLeaf): TruthLeaf | NumberLeaf {
    const key = `${source.name} ${keyOf(node)}`;
    const known = this.inputs.leaves.get(key) ?? make();
    this.inputs.leaves.set(key, known);
    return known;
  }

  /** A number that one source gives. */
  looked(source: Source, leaf: NumberLeaf): NumberCode {
    if (!Number.isSafeInteger(leaf.lo) || !Number.isSafeInteger(leaf.hi)) throw new NotColumnar('range');
    const bit = (of: Bit | null) => (of === null ? NO : this.bit(source, of));
    return {
      code: `t${source.name}_${leaf.table}[${this.inputs.place(source)}]`,
      den: 1,
      lo: leaf.lo,
      hi: leaf.hi,
      absent: bit(leaf.absent),
      hard: bit(leaf.hard),
    };
  }
}
