import type { Shares } from '../../ir/policy.ts';
import type { Closing } from './closing.ts';
import { array, arrow, type Code, object } from './code.ts';
import { key, quoted } from './names.ts';
import { holeReason } from './stage.ts';
import { tableRead } from './table.ts';

/** Who pays which part, by the row that applies; nobody while the row is open or the notice does not say. */
export function sharesCode(shares: Shares, close: Closing): Code {
  const { unit, place } = close;
  const { keys, rows: cases, mode } = shares;
  const read = tableRead({ id: 'shares', keys, rows: cases, ...(mode && { mode }) }, place, unit);
  const rows = shares.rows.map((row) => [key(row.id), partsOf(row, close)] as const);
  return unit.op('sharesBy', close.run(read), object(rows));
}

function partsOf({ parts }: Shares['rows'][number], close: Closing): Code {
  if ('k' in parts) {
    return arrow(
      [],
      object([
        ['parts', '[]'],
        ['reasons', array([holeReason(parts)])],
      ]),
    );
  }
  const paid = parts.map(({ payer, share }) =>
    object([
      ['payer', quoted(payer)],
      ['share', close.unit.code(share, close.place)],
    ]),
  );
  return close.run(
    object([
      ['parts', array(paid)],
      ['reasons', '[]'],
    ]),
  );
}
