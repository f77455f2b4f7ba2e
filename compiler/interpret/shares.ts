import type { Case, ProgrammeRules } from '../../runtime/rules.ts';
import { sharesBy } from '../../runtime/shares.ts';
import type { Shares } from '../ir/policy.ts';
import type { Closing } from './closing.ts';
import type { Scope } from './scope.ts';
import { holeRules } from './stage.ts';
import { rowRead } from './table.ts';

type Read = NonNullable<ProgrammeRules['shares']>;
type Row = Shares['rows'][number];

/** Who pays which part, by the row that applies; nobody while the row is open or the notice does not say. */
export function sharesOf(shares: Shares, scope: Scope, close: Closing): Read {
  const { keys, rows, mode } = shares;
  const read = close.run(rowRead({ id: 'shares', keys, rows, ...(mode && { mode }) }, scope));
  return sharesBy(read, Object.fromEntries(shares.rows.map((row) => [row.id, partsOf(row, close)])));
}

function partsOf(row: Row, close: Closing): Read {
  if ('k' in row.parts) {
    const reasons = holeRules(row.parts).hole;
    return () => ({ parts: [], reasons });
  }
  const parts = row.parts.map(({ payer, share }) => ({ payer, share: close.number(share) }));
  return (c: Case) => ({
    parts: parts.map(({ payer, share }) => ({ payer, share: share(c) })),
    reasons: [],
  });
}
