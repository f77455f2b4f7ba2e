import type { PolicyNames } from '../policy/names.ts';

/** Rows of a table as the policy has them; what is not settled comes last. */
export function inNoticeOrder<T>(
  byRow: { readonly [row: string]: T },
  names: PolicyNames,
): readonly (readonly [string, T])[] {
  const order = Object.keys(names.meta.names);
  const place = (row: string): number => (row === '' ? order.length : order.indexOf(row));
  return Object.entries(byRow).sort(([a], [b]) => place(a) - place(b));
}
