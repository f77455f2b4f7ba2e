export {
  type Applicant,
  fewest,
  type Goal,
  Goals,
  movesFrom,
  type Place,
  placesOf,
  readsById,
  search,
  type Trial,
} from './analyses/boundaries/index.ts';
export {
  type ClauseCoverage,
  type Coverage,
  type Covered,
  coverageOf,
  type Excuse,
  type Item,
  type ItemKind,
  inventory,
  keyOf,
  percentOf,
  Recorder,
  type Seen,
} from './analyses/coverage/index.ts';
export { type Mutant, type MutantKind, mutantsOf } from './analyses/mutants/index.ts';
export type { Language } from './ast/names.ts';
export type { Diagnostic, Edit, Severity } from './diagnostics/diagnostic.ts';
export { nearest } from './diagnostics/nearest.ts';
export {
  type AppEffect,
  type Breakdown,
  type BreakdownPart,
  Breakdowns,
  type Change,
  type ChangeKind,
  changeKinds,
  type DeployedValues,
  deployedById,
  deployedWith,
  describeChange,
  type Effect,
  type EffectKind,
  type EffectTotal,
  effects,
  type Group,
  groupOf,
  type PartState,
  type PopulationDiff,
  PopulationTally,
  partStates,
  renames,
  structuralChanges,
  totalOfMonths,
} from './diff/index.ts';
export type {
  BoundColumns,
  ByRow,
  ColumnsOptions,
  ColumnsPolicy,
  PlacesGiven,
} from '../runtime/columns/index.ts';
export { emitColumns } from './emit/columns/module.ts';
export { emitDirect } from './emit/direct/index.ts';
export { jsonSchemas } from './emit/json-schema/index.ts';
export { type Formatted, formatSource } from './format/index.ts';
export { evaluator, interpret } from './interpret/index.ts';
export type { Expr, Origin } from './ir/expressions.ts';
export { readIr, writeIr } from './ir/json.ts';
export { policyMeta, policyVersion } from './ir/meta.ts';
export type { Observer } from './ir/observer.ts';
export type { Policy } from './ir/policy.ts';
export { printIr } from './ir/print.ts';
export { wording } from './ir/wording.ts';
export {
  type Bind,
  type Compare,
  type CutOff,
  type Input,
  type Line,
  type Local,
  type Lowered,
  type LoweredAmount,
  type LoweredSubject,
  lower,
  type Node,
  type Num,
  type Options,
  type Outside,
  type Straight,
  type Table,
  type Text,
  type Truth,
} from './lower/index.ts';
export type { Stated } from './possible/stated.ts';
export { sharesReads } from './ir/shares-reads.ts';
export { columnsOf } from './project/columns.ts';
export { type RecordAt, RecordReader } from './emit/columns/records.ts';
export { Memory } from './project/memory.ts';
export { decider } from './project/decider.ts';
export { type Compilation, compile, examine } from './project/pipeline.ts';
export { mended, type Reference, referenceOf } from './project/reference.ts';
export type { ReadUsed } from './sharing/index.ts';
export { lineStarts, type Position, positionAt, type SourceFile, type Span } from './source/source.ts';

/** ts-morph takes a quarter of a second to load: only who emits TypeScript waits for it. */
export const loadTypeScriptEmitter = (): Promise<typeof import('./emit/typescript/index.ts')> =>
  import('./emit/typescript/index.ts');

export * from './prove/index.ts';

/** 35 MB and a fifth of a second: only who proves waits for it. */
export const openZ3 = async (): Promise<import('./prove/z3/index.ts').Z3Solver> =>
  (await import('./prove/z3/index.ts')).openZ3();
