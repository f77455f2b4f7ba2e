import { byKeystroke, byLines, cold } from './compiling.ts';
import { byPlaces } from './places.ts';
import { byRows } from './rows.ts';
import { byListLength, byPairs, byPolicies, byRules, byTiers } from './shapes.ts';

// One table, named on the command line, as JSON: each in a process of its own.

const tables = {
  rows: byRows,
  rules: byRules,
  pairs: byPairs,
  tiers: byTiers,
  lists: byListLength,
  places: byPlaces,
  policies: byPolicies,
  lines: byLines,
  keystroke: byKeystroke,
  cold,
};
const wanted = process.argv[2] as keyof typeof tables;
console.log(JSON.stringify(tables[wanted]()));
