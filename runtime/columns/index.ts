// Records and results of many rows as columns: for programs that decide registers in bulk.

export { bitAt, bytesFor, setBit } from './bits.ts';
export type * from './bound.ts';
export { BatchBuilder, batchOf } from './builder.ts';
export { checkBatch } from './check.ts';
export type * from './columns.ts';
export { cutStage, type RankKey, STAGE_VERDICTS, type StageColumns, textRanks } from './cut.ts';
export { givenOf } from './given.ts';
export { joined, type SliceResults, sliceResults } from './join.ts';
export { allocate, isSharedArray, type Memory } from './memory.ts';
export { nthValue } from './nth.ts';
export * from './results.ts';
export { factsAt, recordAt } from './rows.ts';
export { type Shape, shapeOf } from './shape.ts';
export { isShared, sliceOf, sliceOfResults } from './slice.ts';
export { emptyResults, type Projection, resultAt, type ResultShape, ResultWriter } from './writer.ts';
export { type ColumnWriter, columnWriter } from './writers.ts';
