import { writeFileSync } from 'node:fs';
import { peerColumns } from './rule/peer-columns.ts';
import { register } from './rule/register.ts';
import { BASELINE, CONTESTANTS, REFERENCE, REGISTER_FILE } from './harness/contestants.ts';
import { measure, outcomesOf } from './harness/measure.ts';
import { EngineProcess } from './harness/process.ts';

const effort = { rows: 65_536, rounds: 9, milliseconds: 60 };
writeFileSync(REGISTER_FILE, JSON.stringify(peerColumns(register(effort.rows))));
const judge = new EngineProcess(REFERENCE.command);
await judge.order({ do: 'prepare', rows: effort.rows });
const reference = await outcomesOf(judge, effort.rows, 'bench/build/outcomes.bin');
await judge.end();
const baseline = new EngineProcess(BASELINE.command);
await baseline.order({ do: 'prepare', rows: effort.rows });
const only = process.argv[2];
for (const contestant of CONTESTANTS) {
  if (only !== undefined && !contestant.id.includes(only)) continue;
  const result = await measure(contestant, baseline, reference, effort, 'bench/build/outcomes.bin');
  console.log(JSON.stringify(result));
}
await baseline.end();
