export type { Change, Side } from './change.ts';
export { describeChange } from './describe.ts';
export { type ChangeKind, kinds as changeKinds } from './kinds.ts';
export { type PartState, partStates } from './parts.ts';
export { structuralChanges } from './structural.ts';
export type { AppEffect, Text } from './text.ts';
