import { and, implies, NO, not, or, YES } from '../terms/logic.ts';
import { add, indicator, le, lt, num } from '../terms/number.ts';
import type { Bool } from '../terms/term.ts';

/** A condition as the language has it: surely yes, surely no, or neither. Never both. */
export interface Truth {
  readonly yes: Bool;
  readonly no: Bool;
}

export const TRUE: Truth = { yes: YES, no: NO };
export const FALSE: Truth = { yes: NO, no: YES };
/** In doubt whatever the record. */
export const DOUBT: Truth = { yes: NO, no: NO };

/** One that is settled. */
export const settled = (yes: Bool): Truth => ({ yes, no: not(yes) });
/** Settled where `known`. */
export const settledIf = (known: Bool, yes: Bool): Truth => ({
  yes: and(known, yes),
  no: and(known, not(yes)),
});

export const isOpen = ({ yes, no }: Truth): Bool => and(not(yes), not(no));
/** Yes, or in doubt. */
export const may = ({ no }: Truth): Bool => not(no);

export const all = (...parts: readonly Truth[]): Truth => ({
  yes: and(...parts.map((p) => p.yes)),
  no: or(...parts.map((p) => p.no)),
});
export const any = (...parts: readonly Truth[]): Truth => ({
  yes: or(...parts.map((p) => p.yes)),
  no: and(...parts.map((p) => p.no)),
});
export const negation = ({ yes, no }: Truth): Truth => ({ yes: no, no: yes });
export const none = (...parts: readonly Truth[]): Truth => negation(any(...parts));

export function atLeast(n: number, ...parts: readonly Truth[]): Truth {
  const surely = add(...parts.map((p) => indicator(p.yes)));
  const possibly = add(...parts.map((p) => indicator(may(p))));
  return { yes: le(num(n), surely), no: lt(possibly, num(n)) };
}

/** `当` (see `runtime/truth.ts`, as for all below). */
export const guard = (when: Truth, then: Truth, neutral: boolean): Truth =>
  neutral ? any(negation(when), then) : all(when, then);

export const except = (rule: Truth, by: readonly Truth[], neutral: boolean): Truth =>
  neutral ? any(rule, ...by) : all(rule, none(...by));

/** `若` between conditions; settled too where both branches agree. */
export const chooseTruth = (c: Truth, a: Truth, b: Truth): Truth =>
  any(all(c, a), all(negation(c), b), all(a, b));

export const sameTruth = (a: Truth, b: Truth): Truth => any(all(a, b), all(negation(a), negation(b)));

/** `a` where `c`, else `b`. */
export const pick = (c: Bool, a: Truth, b: Truth): Truth => ({
  yes: and(implies(c, a.yes), implies(not(c), b.yes)),
  no: and(implies(c, a.no), implies(not(c), b.no)),
});
