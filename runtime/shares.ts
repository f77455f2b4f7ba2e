import type { Case, ProgrammeRules, TableRead } from './rules.ts';
import type { Id } from './types.ts';

type Shares = NonNullable<ProgrammeRules['shares']>;

/** Who pays which part, by the row that applies; nobody, and why, while the row is open. */
export const sharesBy =
  (row: (c: Case) => TableRead, parts: { readonly [row: Id]: Shares }): Shares =>
  (c) => {
    const read = row(c);
    const found = read.row !== null && Object.hasOwn(parts, read.row) ? parts[read.row] : undefined;
    return found === undefined ? { parts: [], reasons: read.reasons } : found(c);
  };
