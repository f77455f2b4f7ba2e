import { civilDate } from '../../../runtime/dates.ts';
import { compareExact, type Exact, plus, roundExact, times } from '../../../runtime/exact.ts';
import type { Atom, Bool, Num } from './term.ts';

/** Values of variables by name; what is not in it is no, or zero. */
export type Assignment = ReadonlyMap<string, boolean | Exact>;

/** The exact value of terms under one assignment: the meaning of the term language. */
export class Evaluation {
  private readonly bools = new Map<Bool, boolean>();
  private readonly atoms = new Map<Atom, Exact>();
  private readonly given: Assignment;

  constructor(given: Assignment) {
    this.given = given;
  }

  bool(a: Bool): boolean {
    if (a.k === 'const') return a.value;
    const known = this.bools.get(a);
    if (known !== undefined) return known;
    const value = this.work(a);
    this.bools.set(a, value);
    return value;
  }

  num({ base, parts }: Num): Exact {
    return parts.reduce((sum, { by, atom }) => plus(sum, times(by, this.atom(atom))), base);
  }

  private work(a: Exclude<Bool, { k: 'const' }>): boolean {
    switch (a.k) {
      case 'var':
        return this.given.get(a.name) === true;
      case 'not':
        return !this.bool(a.a);
      case 'and':
        return a.parts.every((part) => this.bool(part));
      case 'or':
        return a.parts.some((part) => this.bool(part));
      default: {
        const sign = compareExact(this.num(a.a), 0);
        return a.k === 'eq0' ? sign === 0 : a.k === 'lt0' ? sign < 0 : sign <= 0;
      }
    }
  }

  private atom(atom: Atom): Exact {
    const known = this.atoms.get(atom);
    if (known !== undefined) return known;
    const value = this.workAtom(atom);
    this.atoms.set(atom, value);
    return value;
  }

  private workAtom(atom: Atom): Exact {
    if (atom.k === 'floor') return roundExact(this.num(atom.a), 'down');
    if (atom.k === 'ite') return this.num(this.bool(atom.c) ? atom.a : atom.b);
    if (atom.civil) return civilDate(Number(this.num(atom.civil.of)))[atom.civil.part];
    const value = this.given.get(atom.name);
    return value === undefined || typeof value === 'boolean' ? 0 : value;
  }
}
