import type { Bool } from './term.ts';

export const YES: Bool = { k: 'const', value: true };
export const NO: Bool = { k: 'const', value: false };

export const constant = (value: boolean): Bool => (value ? YES : NO);
export const boolVar = (name: string): Bool => ({ k: 'var', name });

export const isYes = (a: Bool): boolean => a.k === 'const' && a.value;
export const isNo = (a: Bool): boolean => a.k === 'const' && !a.value;

export function not(a: Bool): Bool {
  if (a.k === 'const') return constant(!a.value);
  return a.k === 'not' ? a.a : { k: 'not', a };
}

export const and = (...parts: readonly Bool[]): Bool => join('and', parts);
export const or = (...parts: readonly Bool[]): Bool => join('or', parts);
export const implies = (a: Bool, b: Bool): Bool => or(not(a), b);

/** Nested parts of the same kind taken up, repeated ones dropped, settled ones folded. */
function join(k: 'and' | 'or', parts: readonly Bool[]): Bool {
  const settling = k === 'or';
  const kept = new Set<Bool>();
  for (const part of parts) {
    for (const one of part.k === k ? part.parts : [part]) {
      if (one.k === 'const') {
        if (one.value === settling) return one;
      } else kept.add(one);
    }
  }
  for (const one of kept) if (one.k === 'not' && kept.has(one.a)) return constant(settling);
  const [first, second] = kept;
  if (first === undefined) return constant(!settling);
  return second === undefined ? first : { k, parts: [...kept] };
}

export function same(a: Bool, b: Bool): Bool {
  if (a === b) return YES;
  return or(and(a, b), and(not(a), not(b)));
}

export function choose(c: Bool, a: Bool, b: Bool): Bool {
  if (c.k === 'const') return c.value ? a : b;
  if (a === b) return a;
  if (a.k === 'const') return a.value ? or(c, b) : and(not(c), b);
  if (b.k === 'const') return b.value ? or(not(c), a) : and(c, a);
  return or(and(c, a), and(not(c), b));
}
