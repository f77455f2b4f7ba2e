export type { Change, Side } from './change.ts';
export { type DeployedValues, deployedById, deployedWith } from './deployed.ts';
export { describeChange } from './describe.ts';
export { Grounds } from './grounds.ts';
export { Keys, type Renames } from './keys.ts';
export { type ChangeKind, kinds as changeKinds } from './kinds.ts';
export { type PartState, partStates } from './parts.ts';
export type { Effect, EffectKind } from './population/effects.ts';
export { effects } from './population/effects.ts';
export { type Breakdown, Breakdowns, type BreakdownPart } from './population/breakdowns.ts';
export type { MoneyPair, MoneySum } from './population/money-sum.ts';
export {
  type Affected,
  type EffectTotal,
  type Group,
  groupOf,
  type MonthTotal,
  type PopulationDiff,
  PopulationTally,
  totalOfMonths,
} from './population/tally.ts';
export { renames } from './renames.ts';
export { structuralChanges } from './structural.ts';
export type { AppEffect, Text } from './text.ts';
