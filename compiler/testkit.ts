/** What tests and the generated pages of the reference see of the compiler besides `index.ts`. */
export { entries, type Group, groups, spellings } from '../grammar/index.ts';
export type { Notice, Statement } from './ast/statements.ts';
export { type AnyDefinition, catalogue } from './diagnostics/catalogue/index.ts';
export { Reporter } from './diagnostics/diagnostic.ts';
export { sameTree } from './format/same-tree.ts';
export { parse } from './syntax/index.ts';
export { expressions } from './ir/children.ts';
export type { AggregateOp, ExprKind, Source, TableMode, TableRow } from './ir/expressions.ts';
export {
  type Amount,
  type Duty,
  type Every,
  type Fact,
  type Hole,
  IR_VERSION,
  type Parameter,
  type Programme,
} from './ir/policy.ts';
export { readsOf } from './ir/reads.ts';
export { sha256 } from './ir/sha256.ts';
