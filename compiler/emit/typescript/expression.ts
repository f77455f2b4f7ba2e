import type { Expr } from '../../ir/expressions.ts';
import { aggregate } from './aggregate.ts';
import { arithmetic } from './arithmetic.ts';
import { calendarCall, shifted } from './calendar.ts';
import type { Code } from './code.ts';
import { comparison } from './comparison.ts';
import { constant } from './literal.ts';
import { logic } from './logic.ts';
import { quoted } from './names.ts';
import { reading } from './reading.ts';
import { bandsValue, tableValue } from './table.ts';
import type { Place, Unit } from './unit.ts';

/** The text of an expression over the case `c`. Every kind of node; one that is not handled does not compile. */
export function expression(e: Expr, place: Place, unit: Unit): Code {
  switch (e.k) {
    case 'lit':
      return constant(e.value, e.type, unit);
    case 'fact':
    case 'param':
    case 'def':
    case 'bound':
    case 'field':
    case 'self':
    case 'ofRecord':
    case 'hole':
    case 'tierOf':
      return reading(e, place, unit);
    case 'asOf':
      return 'c.asOf';
    case 'roundYear':
      return 'c.roundYear';
    case 'period':
      return unit.op('periodEdge', 'c', quoted(e.part));
    case 'outcome':
      return `c.outcome(${quoted(e.of)}, ${quoted(e.state)})`;
    case 'stepTime':
      return `c.stepTime(${quoted(e.step)}, ${quoted(e.part)})`;
    case 'arith':
    case 'round':
    case 'convert':
      return arithmetic(e, place, unit);
    case 'addPeriod':
      return shifted(e, place, unit);
    case 'calendar':
      return calendarCall(e, place, unit);
    case 'cmp':
    case 'within':
    case 'member':
    case 'present':
      return comparison(e, place, unit);
    case 'if':
    case 'not':
    case 'all':
    case 'any':
    case 'atLeast':
    case 'guard':
    case 'except':
    case 'rule':
      return logic(e, place, unit);
    case 'table':
      return tableValue(e, place, unit);
    case 'bands':
      return bandsValue(e, place, unit);
    case 'aggregate':
      return aggregate(e, place, unit);
  }
}
