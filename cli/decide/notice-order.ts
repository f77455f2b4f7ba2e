import type { PolicyNames } from '../policy/names.ts';

/** Rows of the tables as the notice has them; what is not settled comes last, names of other things keep their order. */
export function inNoticeOrder<T>(
  byRow: { readonly [row: string]: T },
  names: PolicyNames,
): readonly (readonly [string, T])[] {
  const place = (row: string): number => (row === '' ? names.tiers.length : names.tiers.indexOf(row));
  return Object.entries(byRow).sort(([a], [b]) => place(a) - place(b));
}
