import type { LoweredSubject } from '../lowered.ts';
import type { Node, Num, Options, Table, Text, Truth } from '../nodes.ts';
import type { Bounds } from './bound.ts';
import { KnownNumbers } from './known/numbers.ts';
import type { Known, KnownNames, KnownNumber, KnownText, KnownTruth } from './known/parts.ts';
import { KnownTables } from './known/tables.ts';
import { KnownTruths } from './known/truths.ts';
import type { OpenWriter } from './open.ts';
import { quoted, type Surround } from './scope.ts';

/**
 * Writes a node as an expression of JavaScript for a record that is complete and whose binding is settled: conditions are
 * true and false, numbers plain whole numbers. What stays open all the same (`未规定`, a key that was not given, no row that
 * applies, numbers that may leave the whole ones) is written by the operations for open values.
 */
export class KnownWriter implements Known {
  readonly around: Surround;
  readonly subject: LoweredSubject;
  readonly names: KnownNames;
  readonly open: OpenWriter;
  readonly bounds: Bounds;
  readonly tables: KnownTables;
  readonly #truths: KnownTruths;
  readonly #numbers: KnownNumbers;

  constructor(
    around: Surround,
    subject: LoweredSubject,
    names: KnownNames,
    open: OpenWriter,
    bounds: Bounds,
  ) {
    this.around = around;
    this.subject = subject;
    this.names = names;
    this.open = open;
    this.bounds = bounds;
    this.tables = new KnownTables(this);
    this.#truths = new KnownTruths(this);
    this.#numbers = new KnownNumbers(this);
  }

  truth(node: Truth): KnownTruth {
    return this.#truths.truth(node);
  }

  number(node: Num): KnownNumber {
    return this.#numbers.number(node);
  }

  row(table: Table<Node>): string | null {
    return this.tables.row(table);
  }

  /** The same where the rows' tests can be open. */
  openRow(table: Table<Node>): string {
    return this.tables.openRow(table);
  }

  options(node: Options): string {
    return node.k === 'fact' ? this.names.fact(node.input) : this.open.options(node);
  }

  settled(node: Truth): boolean {
    return this.truth(node).settled;
  }

  /** In bits. */
  bits(node: Truth): string {
    const { code, settled } = this.truth(node);
    return settled ? `(${code}?3:0)` : code;
  }

  text(node: Text): KnownText {
    switch (node.k) {
      case 'lit':
        return { code: quoted(node.value), absent: null };
      case 'fact': {
        const code = this.names.fact(node.input);
        return { code, absent: this.subject.inputs[node.input]?.optional ? `${code}===null` : null };
      }
      case 'bind':
        if (this.bounds.isOpen(node.bind)) return { code: this.around.bind(node.bind), open: true };
        this.bounds.need(node.bind, 'text');
        return { code: this.around.bind(node.bind), absent: null };
      case 'let': {
        const value = this.subject.locals[node.local]?.value;
        const of = value?.holds === 'text' ? this.text(value) : null;
        const code = this.names.local(node.local);
        return of && !of.open
          ? { code, absent: of.absent === null ? null : `${code}===null` }
          : { code, open: true };
      }
      case 'if': {
        const [c, a, b] = [this.truth(node.c), this.text(node.a), this.text(node.b)];
        if (!c.settled || a.open || b.open) break;
        const absent =
          a.absent === b.absent ? a.absent : `(${c.code}?${a.absent ?? false}:${b.absent ?? false})`;
        return { code: `(${c.code}?${a.code}:${b.code})`, absent };
      }
    }
    return { code: this.valueOpen(node), open: true };
  }

  /** A value that stays open on a complete record. */
  valueOpen(node: Num | Text): string {
    switch (node.k) {
      case 'fact':
        return this.names.fact(node.input);
      case 'let':
        return this.names.local(node.local);
      case 'if': {
        const c = this.truth(node.c);
        const [a, b] = [this.maybe(node.a), this.maybe(node.b)];
        return c.settled ? `(${c.code}?${a}:${b})` : this.around.op('chooseB', c.code, a, b);
      }
      case 'table':
        return this.tables.open(node.table);
      case 'lookup':
        return node.keys.reduce(
          (value, key) => this.around.op('lookup', value, this.maybe(key)),
          this.around.given(node.of),
        );
      default:
        return this.#openNumber(node);
    }
  }

  #openNumber(node: Num | Text): string {
    // Arithmetic whose parts are open, or that may leave the whole numbers: by the exact operations over the same parts.
    return this.open.value(node);
  }

  /** What a variable holds: numerators of whole numbers, `null` for absent; truths that are settled as true and false. */
  stored(node: Node): string {
    if (node.holds === 'truth') return this.truth(node).code;
    if (node.holds === 'options') return this.options(node);
    const value = node.holds === 'number' ? this.number(node) : this.text(node);
    if (value.open || value.absent === null || value.absent === `${value.code}===null`) return value.code;
    return `(${value.absent}?null:${value.code})`;
  }

  /** Any value as the runtime has it: exact numbers, texts, `null`, unknown ones. */
  maybe(node: Node): string {
    if (node.holds === 'options') return this.options(node);
    if (node.holds === 'truth') return this.bits(node);
    const value = node.holds === 'number' ? this.number(node) : this.text(node);
    if (value.open) return value.code;
    const code =
      'den' in value && value.den !== 1 ? this.around.op('ratio', value.code, `${value.den}`) : value.code;
    return value.absent === null || value.absent === `${code}===null`
      ? code
      : `(${value.absent}?null:${code})`;
  }
}
