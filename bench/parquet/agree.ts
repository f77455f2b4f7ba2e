import { readFileSync } from 'node:fs';
import type { Decision } from '../../runtime/index.ts';
import { decide, node, POLICY, readBack, registerOf } from './run.ts';

const ROWS = 2_000;

interface Line {
  readonly row: number;
  readonly id: string;
  readonly decision: Decision;
}

const yuan = (fen: number | string | null): string | null =>
  fen === null ? null : (Number(fen) / 100).toFixed(2);

/** What a whole decision says, as it stands in a row of our Parquet. */
function asRow({ row, id, decision }: Line): readonly (string | number | null)[] {
  const { outcome, tier, amounts } = decision.programmes['allowance'] ?? {};
  const [amount] = outcome === 'ineligible' ? [] : (amounts ?? []);
  const { min = null, max = null } = amount?.amount ?? {};
  const own = outcome === 'ineligible' ? null : (tier?.row ?? null);
  return [row, id, outcome ?? null, own, yuan(min), yuan(max), amount?.from ?? null, amount?.to ?? null];
}

/** Throws at the first row where what DuckDB reads of our file is not what the interpreter decides. */
export function agree(): void {
  const from = registerOf(ROWS);
  decide(from, 'bench/build/agree.parquet');
  node(['dist/bangfu.cjs', 'decide', POLICY, from, '--out', 'bench/build/agree.ndjson']);
  const lines = readFileSync('bench/build/agree.ndjson', 'utf8').trim().split('\n').slice(0, -1);
  const expected = lines.map((line) => JSON.stringify(asRow(JSON.parse(line) as Line)));
  const found = readBack('bench/build/agree.parquet').map((row) => JSON.stringify(row));
  const at = expected.findIndex((row, place) => row !== found[place]);
  if (at >= 0) throw new Error(`row ${at + 1}: ${found[at]} instead of ${expected[at]}`);
  if (found.length !== expected.length) throw new Error(`${found.length} rows instead of ${expected.length}`);
}
