// Writes the registers of the notices that select: examples/register-07, register-18 and register-19.
// Seeded, so that every run gives the same people; none of them is real. With --check it writes nothing and fails where
// a file is not what the generator gives.
//   node tools/make-cohorts.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessedStaff } from './cohorts/assessment.mjs';
import { candidates } from './cohorts/candidates.mjs';
import { staffMembers } from './cohorts/visits.mjs';

/** UTF-8 with its mark, so that spreadsheet programs read it as such. No cell holds a comma. */
function csv(rows) {
  const header = Object.keys(rows[0]);
  const lines = [header, ...rows.map((row) => header.map((name) => row[name]))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\n')}\n`;
}

const ndjson = (rows) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;

const files = {
  'register-07/staff.ndjson': ndjson(assessedStaff()),
  'register-18/staff.csv': csv(staffMembers()),
  'register-19/candidates.csv': csv(candidates()),
};

for (const [name, text] of Object.entries(files)) {
  const path = fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
  if (process.argv.includes('--check')) {
    if (readFileSync(path, 'utf8') === text) continue;
    console.error(`examples/${name} is not what tools/make-cohorts.mjs gives`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
