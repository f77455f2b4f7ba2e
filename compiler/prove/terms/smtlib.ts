import { type Exact, Fraction } from '../../../runtime/exact.ts';
import { wholeAtom } from './number.ts';
import type { Atom, Bool, Num, NumVar } from './term.ts';

interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const ratio = (a: Exact): Ratio => (a instanceof Fraction ? a : { n: BigInt(a), d: 1n });
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const commonDenominator = (all: readonly Ratio[]): bigint =>
  all.reduce((d, r) => (d / gcd(d, r.d)) * r.d, 1n);

const integer = (n: bigint): string => (n < 0n ? `(- ${-n})` : String(n));
const real = ({ n, d }: Ratio): string => {
  const size = d === 1n ? `${n < 0n ? -n : n}.0` : `(/ ${n < 0n ? -n : n}.0 ${d}.0)`;
  return n < 0n ? `(- ${size})` : size;
};

/**
 * Writes terms as SMT-LIB 2. Each shared part is defined once under a name, so that the text grows with the number of
 * parts. Names of variables are quoted symbols.
 */
export class SmtWriter {
  private readonly lines: string[] = [];
  private readonly names = new Map<Bool | Atom, string>();
  private readonly declared = new Map<string, NumVar | null>();
  private count = 0;

  /** Declarations and definitions made since the last call. */
  take(): string {
    return this.lines.splice(0).join('\n');
  }

  get variables(): ReadonlyMap<string, NumVar | null> {
    return this.declared;
  }

  bool(a: Bool): string {
    if (a.k === 'const') return String(a.value);
    const known = this.names.get(a);
    if (known !== undefined) return known;
    const text = a.k === 'var' ? this.declare(a.name, null) : this.define('Bool', this.body(a));
    this.names.set(a, text);
    return text;
  }

  private body(a: Exclude<Bool, { k: 'const' | 'var' }>): string {
    switch (a.k) {
      case 'not':
        return `(not ${this.bool(a.a)})`;
      case 'and':
      case 'or':
        return `(${a.k} ${a.parts.map((part) => this.bool(part)).join(' ')})`;
      default:
        return this.comparison(a.k, a.a);
    }
  }

  /** Positive parts on the left and negative ones on the right, in whole numbers where all atoms are whole. */
  private comparison(k: 'lt0' | 'le0' | 'eq0', { base, parts }: Num): string {
    const op = { lt0: '<', le0: '<=', eq0: '=' }[k];
    const whole = parts.every(({ atom }) => wholeAtom(atom));
    const terms = [
      ...parts.map(({ by, atom }) => ({ by: ratio(by), atom })),
      { by: ratio(base), atom: null },
    ];
    const d = commonDenominator(terms.map(({ by }) => by));
    const scaled = terms.map(({ by, atom }) => ({ by: (by.n * d) / by.d, atom }));
    const side = (sign: bigint) =>
      this.sum(
        scaled.filter(({ by }) => by * sign > 0n).map(({ by, atom }) => ({ by: by * sign, atom })),
        whole,
      );
    return `(${op} ${side(1n)} ${side(-1n)})`;
  }

  private sum(terms: readonly { by: bigint; atom: Atom | null }[], whole: boolean): string {
    const one = ({ by, atom }: { by: bigint; atom: Atom | null }): string => {
      const factor = whole ? integer(by) : real({ n: by, d: 1n });
      if (!atom) return factor;
      const text = this.atom(atom, whole);
      return by === 1n ? text : `(* ${factor} ${text})`;
    };
    const [first, ...others] = terms.map(one);
    if (first === undefined) return whole ? '0' : '0.0';
    return others.length === 0 ? first : `(+ ${[first, ...others].join(' ')})`;
  }

  private atom(atom: Atom, whole: boolean): string {
    const name = this.named(atom);
    return wholeAtom(atom) && !whole ? `(to_real ${name})` : name;
  }

  private named(atom: Atom): string {
    const known = this.names.get(atom);
    if (known !== undefined) return known;
    const text = this.atomText(atom);
    this.names.set(atom, text);
    return text;
  }

  private atomText(atom: Atom): string {
    if (atom.k === 'var') return this.declare(atom.name, atom);
    if (atom.k === 'floor') return this.define('Int', this.floor(atom.a));
    const whole = wholeAtom(atom);
    const text = `(ite ${this.bool(atom.c)} ${this.value(atom.a, whole)} ${this.value(atom.b, whole)})`;
    return this.define(whole ? 'Int' : 'Real', text);
  }

  /** A number that is whole throughout, or a real one. */
  private value({ base, parts }: Num, whole: boolean): string {
    if (whole) {
      const terms = [
        ...parts.map(({ by, atom }) => ({ by: ratio(by).n, atom })),
        { by: ratio(base).n, atom: null },
      ];
      return this.sum(
        terms.filter(({ by }) => by !== 0n),
        true,
      );
    }
    const texts = parts.map(({ by, atom }) => `(* ${real(ratio(by))} ${this.atom(atom, false)})`);
    return texts.length === 0 ? real(ratio(base)) : `(+ ${real(ratio(base))} ${texts.join(' ')})`;
  }

  /** Whole division where all atoms are whole, else the floor of a real number. */
  private floor(a: Num): string {
    if (!a.parts.every(({ atom }) => wholeAtom(atom))) return `(to_int ${this.value(a, false)})`;
    const d = commonDenominator([ratio(a.base), ...a.parts.map(({ by }) => ratio(by))]);
    const times = (r: Exact): bigint => (ratio(r).n * d) / ratio(r).d;
    const terms = [
      ...a.parts.map(({ by, atom }) => ({ by: times(by), atom })),
      { by: times(a.base), atom: null },
    ];
    return `(div ${this.sum(
      terms.filter(({ by }) => by !== 0n),
      true,
    )} ${d})`;
  }

  private define(sort: string, body: string): string {
    this.count += 1;
    const name = `t${this.count}`;
    this.lines.push(`(define-fun ${name} () ${sort} ${body})`);
    return name;
  }

  private declare(name: string, variable: NumVar | null): string {
    const quoted = `|${name}|`;
    if (this.declared.has(name)) return quoted;
    this.declared.set(name, variable);
    this.lines.push(`(declare-const ${quoted} ${variable ? (variable.whole ? 'Int' : 'Real') : 'Bool'})`);
    if (variable && variable.min !== null)
      this.lines.push(`(assert (>= ${quoted} ${this.end(variable, variable.min)}))`);
    if (variable && variable.max !== null)
      this.lines.push(`(assert (<= ${quoted} ${this.end(variable, variable.max)}))`);
    return quoted;
  }

  private end(variable: NumVar, end: Exact): string {
    return variable.whole ? integer(ratio(end).n) : real(ratio(end));
  }
}
