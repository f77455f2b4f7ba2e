import type { Exact } from '../../runtime/value.ts';

/** Name of something that varies from applicant to applicant; equal expressions have equal names. */
export type Key = string;

/** The fixed point that bounds of one variable are differences to. */
export const ZERO: Key = '';

export type Atom =
  | { readonly t: 'flag'; readonly key: Key; readonly is: boolean }
  /** The value is (is not) among the options. */
  | { readonly t: 'among'; readonly key: Key; readonly options: readonly string[]; readonly in: boolean }
  /** a − b ≤ by, or < where `strict`. */
  | {
      readonly t: 'difference';
      readonly a: Key;
      readonly b: Key;
      readonly by: Exact;
      readonly strict: boolean;
    };

/** A condition over all applicants, in negation normal form. */
export type Formula =
  | { readonly k: 'atom'; readonly atom: Atom }
  | { readonly k: 'and' | 'or'; readonly parts: readonly Formula[] };

export const YES: Formula = { k: 'and', parts: [] };
export const NO: Formula = { k: 'or', parts: [] };

export const isYes = (f: Formula): boolean => f.k === 'and' && f.parts.length === 0;
export const isNo = (f: Formula): boolean => f.k === 'or' && f.parts.length === 0;

export const flag = (key: Key, is = true): Formula => ({ k: 'atom', atom: { t: 'flag', key, is } });

export const among = (key: Key, options: readonly string[]): Formula => ({
  k: 'atom',
  atom: { t: 'among', key, options, in: true },
});

export const difference = (a: Key, b: Key, by: Exact, strict: boolean): Formula => ({
  k: 'atom',
  atom: { t: 'difference', a, b, by, strict },
});

export function and(...parts: readonly Formula[]): Formula {
  if (parts.length === 1 && parts[0]) return parts[0];
  const flat = parts.flatMap((p) => (p.k === 'and' ? p.parts : [p]));
  if (flat.some(isNo)) return NO;
  return flat.length === 1 && flat[0] ? flat[0] : { k: 'and', parts: flat };
}

export function or(...parts: readonly Formula[]): Formula {
  if (parts.length === 1 && parts[0]) return parts[0];
  const flat = parts.flatMap((p) => (p.k === 'or' ? p.parts : [p]));
  if (flat.some(isYes)) return YES;
  return flat.length === 1 && flat[0] ? flat[0] : { k: 'or', parts: flat };
}
