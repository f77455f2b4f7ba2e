/**
 * What generated deciders import: only what one of them uses is bundled with it. The table of holidays comes along for
 * those alone that count working days or name a festival.
 */

export { lookup } from '../access.ts';
export { add, choose, convert, divide, multiply, round, subtract } from '../arithmetic.ts';
export { bands } from '../bands.ts';
export { chinaCalendar } from '../calendar/china.ts';
export { eq, equal, le, lt, memberAll, memberAny, memberIn, present, rank, within } from '../compare.ts';
export { firstDayOfMonth, lastDayOfMonth, monthOfDay, shiftMonths, weekdayOf } from '../dates.ts';
export { memberOfList } from '../elements.ts';
export { capped, floored } from '../evaluator/amounts.ts';
export { exact } from '../exact.ts';
export { condition, excepted, group, guarded } from '../nodes.ts';
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
} from '../periods.ts';
export { readRows } from '../tables.ts';
export { all, any, atLeast, chooseTruth, doubt, not, sameTruth, truthOf } from '../truth.ts';
export { unknownOf } from '../unknown.ts';
export { addWorkdays, festival, lunarDate } from '../workdays.ts';
export * from './bits.ts';
export * from './explain.ts';
export * from './result.ts';
export * from './tables.ts';
export * from './values.ts';
