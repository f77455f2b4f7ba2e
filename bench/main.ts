import { writeFileSync } from 'node:fs';
import { BASELINE, CONTESTANTS, JUDGE_OF_UNKNOWN, REFERENCE, REGISTER_FILE } from './harness/contestants.ts';
import type { Table } from './growth/measuring.ts';
import { growths } from './harness/growths.ts';
import { startNow } from './harness/machine.ts';
import { type Contestant, type Effort, measure, outcomesOf, type Result } from './harness/measure.ts';
import { EngineProcess } from './harness/process.ts';
import { report } from './harness/report.ts';
import { parquetToParquet } from './parquet/index.ts';
import type { Outcomes } from './rule/outcomes.ts';
import { peerColumns } from './rule/peer-columns.ts';
import { register } from './rule/register.ts';

// Measures everything and writes RESULTS.md. `--short`: few rows and rounds, nothing is written. `--only ID`: those alone.

const args = process.argv.slice(2);
const short = args.includes('--short');
const optionOf = (option: string): string | undefined =>
  args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
const only = optionOf('--only');
const effort: Effort = short
  ? { rows: 2_048, most: 65_536, rounds: 3, milliseconds: 20 }
  : { rows: 65_536, most: Number.POSITIVE_INFINITY, rounds: 15, milliseconds: 60 };
const start = startNow(Number(optionOf('--busy') ?? Number.NaN));
const scratch = 'bench/build/outcomes.bin';

async function judged(judge: Contestant): Promise<Outcomes> {
  const process = new EngineProcess(judge.command);
  const { rows = 0 } = await process.order({ do: 'prepare', rows: effort.rows, most: effort.rows });
  const outcomes = await outcomesOf(process, rows, scratch);
  await process.end();
  return outcomes;
}

const say = (result: Result): string => {
  const { name } = result.contestant;
  if ('failed' in result) return `✘ ${name}: ${result.failed}`;
  const { nanoseconds, ratio } = result;
  return `  ${name}: ${nanoseconds.median.toPrecision(3)} ns a row, ${ratio.median.toPrecision(3)} × the baseline`;
};

async function contest(): Promise<Result[]> {
  const references = { [JUDGE_OF_UNKNOWN.id]: await judged(JUDGE_OF_UNKNOWN) };
  const reference = await judged(REFERENCE);
  const baseline = new EngineProcess(BASELINE.command);
  await baseline.order({ do: 'prepare', rows: effort.rows, most: effort.most });
  const results: Result[] = [];
  for (const contestant of CONTESTANTS) {
    if (only !== undefined && contestant.id !== only) continue;
    const against = references[contestant.judge ?? ''] ?? reference;
    const result = await measure(contestant, baseline, against, effort, scratch);
    console.log(say(result));
    results.push(result);
  }
  await baseline.end();
  return results;
}

/** Throws where it fails or the decisions differ. */
function parquet(): Table {
  const table = parquetToParquet(short);
  for (const [rows, ours, theirs, ratio] of table.rows)
    console.log(`  Parquet, ${rows} rows: ${ours} a second beside DuckDB's ${theirs}, ${ratio} ×`);
  return table;
}

writeFileSync(REGISTER_FILE, JSON.stringify(peerColumns(register(effort.rows))));
const results = await contest();
const wrong = results.filter((result) => 'failed' in result);
const tables = only === undefined || only === 'parquet' ? [parquet()] : [];
if (!short && only === undefined) {
  tables.push(...(await growths()));
  writeFileSync('bench/RESULTS.md', report(results, tables, effort, start));
  console.log('bench/RESULTS.md');
}
process.exitCode = wrong.length === 0 ? 0 : 1;
