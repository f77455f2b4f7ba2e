import type { Contestant } from './measure.ts';

/** `flags`: for Node. Each engine is one bundled file. */
const node = (id: string, name: string, note = '', flags: readonly string[] = []): Contestant => ({
  id,
  name,
  command: [process.execPath, ...flags, `bench/build/${id}.mjs`],
  note,
});

export const BASELINE = node('hand-naive', 'by hand, row loop, ages counted (baseline)');
export const REFERENCE = node('interpreter', 'Bangfu, interpreter', 'the whole decision, every reason');

export const REGISTER_FILE = 'bench/build/register.json';

const openfisca: Contestant = {
  id: 'openfisca',
  name: 'OpenFisca (numpy)',
  command: ['bench/.venv/bin/python', 'bench/peers/openfisca.py', REGISTER_FILE],
  note: 'vectorised; inputs set beforehand',
};

const BY_HAND = [
  BASELINE,
  node('hand-cut-offs', 'by hand, row loop, birthdays as cut-offs'),
  node('hand-columns', 'by hand, columns, masks and tables'),
  node('hand-columns-two', 'by hand, columns, two threads'),
];

/** Decides the records of `decider-unknown`, to compare with. */
export const JUDGE_OF_UNKNOWN = node('interpreter-unknown', 'Bangfu, interpreter, one fact not known');

const OURS = [
  node('decider', 'Bangfu, decider', 'first reason, branch record'),
  {
    ...node('decider-unknown', 'Bangfu, decider, one fact not known', 'another fact from row to row'),
    judge: JUDGE_OF_UNKNOWN.id,
  },
  node('decider-explain', 'Bangfu, decider, `explain`', 'every reason with its clauses'),
  node('bulk', 'Bangfu, columns'),
  node('bulk-two', 'Bangfu, columns, two threads', 'a pool of threads over shared memory'),
  node('generated', 'Bangfu, generated module', 'the whole decision, every reason'),
  REFERENCE,
];

const PEERS = [
  node('duckdb', 'DuckDB, one thread', 'birthdays as cut-offs, results a table in memory'),
  node('duckdb-sums', 'DuckDB, one thread, summed', 'birthdays as cut-offs, results only summed'),
  node('duckdb-dates', 'DuckDB, one thread, date functions', 'ages by intervals, results a table in memory'),
  node('duckdb-two', 'DuckDB, two threads', 'birthdays as cut-offs, results a table in memory'),
  openfisca,
  node('zen', 'GoRules Zen', 'a graph with two decision tables; asynchronous'),
  node('json-rules-engine', 'json-rules-engine', 'sums by functions; asynchronous'),
  // Without the flag the process ends in V8's deoptimizer (Node 20.20): calls from optimized code into WebAssembly.
  node('cedar', 'Cedar', 'yes or no alone; WebAssembly', ['--no-turbo-inline-js-wasm-calls']),
  node('publicodes', 'publicodes', 'explains always'),
  node('feelin', 'feelin', 'reads the text of an expression each time'),
];

export const CONTESTANTS: readonly Contestant[] = [...BY_HAND, ...OURS, ...PEERS];
