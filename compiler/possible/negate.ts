import { negate as minus } from '../../runtime/exact.ts';
import { type Atom, and, type Formula, or } from './formula.ts';

const known = new WeakMap<Formula, Formula>();

export function negate(f: Formula): Formula {
  const before = known.get(f);
  if (before) return before;
  const made = negated(f);
  known.set(f, made).set(made, f);
  return made;
}

function negated(f: Formula): Formula {
  if (f.k === 'atom') return { k: 'atom', atom: opposite(f.atom) };
  const parts = f.parts.map(negate);
  return f.k === 'and' ? or(...parts) : and(...parts);
}

function opposite(atom: Atom): Atom {
  if (atom.t === 'flag') return { ...atom, is: !atom.is };
  if (atom.t === 'among') return { ...atom, in: !atom.in };
  return { t: 'difference', a: atom.b, b: atom.a, by: minus(atom.by), strict: !atom.strict };
}
