// What compiled policies and the reference interpreter import. Words that the module of a compiled policy uses most
// stand first; a policy's own names never clash with them, because generated modules import them as needed.

export {
  asKeyed,
  asList,
  asNumber,
  asRow,
  asSet,
  asText,
  asTime,
  field,
  lookup,
  read,
} from './access.ts';
export { type Bounds, count, every, exists, noneOf } from './aggregates.ts';
export { add, choose, convert, divide, multiply, round, subtract } from './arithmetic.ts';
export { type Band, bands } from './bands.ts';
export type { Festival, WorkCalendar } from './calendar/calendar.ts';
export { chinaCalendar } from './calendar/china.ts';
export { eq, equal, le, lt, memberAll, memberAny, memberIn, present, rank, within } from './compare.ts';
export * as columns from './columns/index.ts';
export { date, month, parseDate, parseMonth, printDate, printMonth } from './dates.ts';
export type * from './decision.ts';
export { define } from './define.ts';
export { type Description, describe, describeText, type Section } from './describe/describe.ts';
export type { Lang } from './describe/words.ts';
export {
  type BoundDecider,
  type Decider,
  type DirectCode,
  type DirectProgramme,
  defineDecider,
  explanationOf,
  type ProgrammeOutline,
  readBinding,
} from './direct/decider.ts';
export type { DirectExplanation } from './direct/explain.ts';
export { type DirectAmount, type DirectResult, projected } from './direct/result.ts';
export { datesOf, elements, keyedElements, keysOf, memberOfList } from './elements.ts';
export { definePolicy } from './evaluator/policy.ts';
export { SummaryCounter } from './evaluator/summary.ts';
export type * from './evaluator.ts';
export { exact, exactToJson, Fraction, parseExact, printExact, type Rounding } from './exact.ts';
export {
  type Bilingual,
  describeInputError,
  type InputError,
  InputErrors,
  type InputProblem,
} from './input/errors.ts';
export {
  type DatedValue,
  missingParameter,
  type ParameterValues,
  readParameters,
  valueAt,
} from './input/parameters.ts';
export { readRow } from './input/read.ts';
export { type Column, readCells, readColumns, readText } from './input/text.ts';
export type { Block as LetterBlock, Letter, LetterSection } from './letter/letter.ts';
export { letterText } from './letter/text.ts';
export { writeLetter } from './letter/write.ts';
export { from, laterThan, type Selected, type Selection } from './lists.ts';
export { condition, excepted, group, guarded } from './nodes.ts';
export { periodEdge } from './period-edge.ts';
export {
  addDays,
  addMonths,
  dateOf,
  dayInYear,
  endOfMonth,
  endOfYear,
  monthIn,
  monthOf,
  nextMonth,
  startOfMonth,
  startOfYear,
  weekday,
  yearOf,
  yearOfMonth,
} from './periods.ts';
export type { GroupMoney, GroupSummary, ProgrammeSummary, RateSummary } from './register-summary.ts';
export { dayOfRecord, type Matching, ofRecord, records, self } from './relations.ts';
export type * from './rules.ts';
export { settling } from './settling.ts';
export { sharesBy } from './shares.ts';
export { readTable, type TableRow } from './tables.ts';
export { distinct, maxOf, minOf, only, sum } from './totals.ts';
export {
  all,
  any,
  atLeast,
  chooseTruth,
  doubt,
  except,
  guard,
  none,
  not,
  reasonsOf,
  truthName,
  truthOf,
} from './truth.ts';
export {
  type Dated,
  type IsoDate,
  type IsoMonth,
  type Listed,
  type PartialList,
  type PolicyTypes,
  type Quantity,
  type TypedBinding,
  type TypedDecision,
  type TypedEvaluator,
  type TypedEvents,
  type TypedPolicy,
  type TypedProgramme,
  typed,
  type YearlyDay,
  type Yuan,
} from './typed.ts';
export type * from './types.ts';
export {
  decidedBy,
  hull,
  isAbsent,
  isDoubt,
  isUnknown,
  mergeReasons,
  unknownOf,
  unspecified,
} from './unknown.ts';
export type * from './value.ts';
export { addWorkdays, festival, lunarDate, movedOffHoliday } from './workdays.ts';
