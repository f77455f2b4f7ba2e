export { inventory } from './inventory.ts';
export { type Item, type ItemKind, keyOf, type Seen } from './item.ts';
export { Recorder } from './recorder.ts';
export {
  type ClauseCoverage,
  type Coverage,
  type Covered,
  coverageOf,
  type Excuse,
  percentOf,
} from './report.ts';
