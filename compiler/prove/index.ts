export { compareVersions } from './compare/compare.ts';
export {
  type Comparison,
  type Aside,
  type DifferenceKind,
  differenceKinds,
  type Ends,
  type Flip,
  type Pair,
  type Region,
  type Shift,
  type Tried,
  type Undecided,
  type Within,
} from './compare/result.ts';
export type { Outside, OutsideWhy } from './encode/scope.ts';
export { surelyAlike } from './same/same.ts';
export { prove, TIMEOUT } from './search/prove.ts';
export type { Question } from './search/question.ts';
export type { Finding, Verdict, Witness } from './search/result.ts';
export { type Given, LIMITS } from './search/setting.ts';
export type { Session, Solver } from './search/solver.ts';
