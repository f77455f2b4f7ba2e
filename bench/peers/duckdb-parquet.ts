import { DuckDBInstance } from '@duckdb/node-api';

// DuckDB over Parquet, in a process of its own: `copy FROM TO THREADS` scans and writes every column; `read FILE` gives what stands
// in a file of decisions, so that a reader that is not ours says what we wrote.

const [, , what, from = '', to = '', threads = '1'] = process.argv;
const instance = await DuckDBInstance.create(':memory:', { threads });
const connection = await instance.connect();

async function copy(): Promise<unknown> {
  const before = process.cpuUsage();
  const start = performance.now();
  await connection.run(`COPY (SELECT * FROM '${from}') TO '${to}' (FORMAT parquet)`);
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 };
}

const DECISIONS = `SELECT row, id, outcome, tier, minYuan::VARCHAR, maxYuan::VARCHAR, "from", "to" FROM '${from}' ORDER BY row`;

const read = async (): Promise<unknown> => (await connection.runAndReadAll(DECISIONS)).getRowsJson();

console.log(JSON.stringify(what === 'copy' ? await copy() : await read()));
