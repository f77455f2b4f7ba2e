/** What tests and the generated pages of the reference see of the compiler besides `index.ts`. */
export { entries, type Group, groups, spellings } from '../grammar/index.ts';
export type { Notice, Statement } from './ast/statements.ts';
export { type AnyDefinition, catalogue } from './diagnostics/catalogue/index.ts';
export { Reporter } from './diagnostics/diagnostic.ts';
export { type Limits, LIMITS } from './emit/columns/draft.ts';
export { columnsPolicy } from './emit/columns/index.ts';
export { makeKernel } from './emit/columns/kernel.ts';
export { columnsCode } from './emit/columns/programme.ts';
export { directCode } from './emit/direct/index.ts';
export { sameTree } from './format/same-tree.ts';
export { parse } from './syntax/index.ts';
export { children, expressions } from './ir/children.ts';
export type { AggregateOp, ExprKind, Source, TableMode, TableRow } from './ir/expressions.ts';
export {
  type Amount,
  type Choice,
  type Duty,
  type Every,
  type Fact,
  type Hole,
  IR_VERSION,
  type Parameter,
  type Programme,
} from './ir/policy.ts';
export { readsOf } from './ir/reads.ts';
export { literal } from './ir/wording.ts';
export { sha256 } from './ir/sha256.ts';
export { kindsOf } from './prove/compare/replayed.ts';
export { Encoder } from './prove/encode/encoder.ts';
export { Pool, RecordWorld } from './prove/encode/world.ts';
export { Replay } from './prove/search/replay.ts';
export { Query } from './prove/search/query.ts';
export { beginning, groundOf, recordIn } from './prove/search/setting.ts';
export { type Assignment, Evaluation } from './prove/terms/evaluate.ts';
export { num, numVar, ofAtom } from './prove/terms/number.ts';
export { SmtWriter } from './prove/terms/smtlib.ts';
export {
  clamped,
  Day,
  dayEq,
  dayKey,
  dayLe,
  dayLt,
  lengthOf,
  monthsLater,
  weekdayNum,
} from './prove/values/day.ts';
export type { Sym } from './prove/values/sym.ts';
export { Inquiry, negate } from './possible/index.ts';
