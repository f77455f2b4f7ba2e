import type { Hole, Stage } from '../../ir/policy.ts';
import type { Closing } from './closing.ts';
import { array, type Code, object } from './code.ts';
import { sortable } from './comparison.ts';
import { quoted } from './names.ts';
import { typeLiteral } from './plain.ts';

export function stageCode(stage: Stage, close: Closing): Code {
  const { order } = stage;
  return object([
    ['id', quoted(stage.id)],
    ['cites', array(stage.origin.cites.map(quoted))],
    ['source', stage.source.k === 'eligible' ? 'null' : quoted(stage.source.stage)],
    ['only', stage.only && close.value(stage.only)],
    ['groupBy', array(stage.groupBy.map(close.value))],
    ['groupTypes', array(stage.groupBy.map((e) => typeLiteral(e.type)))],
    ['order', 'k' in order ? holeCode(order) : array(order.map((by) => orderCode(by, close)))],
    ['limits', array(stage.limits.map(close.value))],
    ['clash', orHole(stage.clash)],
    ['ties', orHole(stage.ties)],
    ['must', stage.must && close.value(stage.must)],
    ['refill', orHole(stage.refill)],
  ]);
}

function orderCode({ key, direction }: Exclude<Stage['order'], Hole>[number], close: Closing): Code {
  return object([
    ['key', close.run(sortable(key, close.place, close.unit))],
    ['direction', quoted(direction)],
    ['type', typeLiteral(key.type)],
  ]);
}

function orHole(value: string | boolean | Hole): Code {
  if (typeof value === 'object') return holeCode(value);
  return typeof value === 'string' ? quoted(value) : String(value);
}

function holeCode(hole: Hole): Code {
  return object([['hole', array([holeReason(hole)])]]);
}

/** Why a place of a programme where a rule was expected is open. */
export function holeReason({ id, why, by, text }: Hole): Code {
  if (why === 'determination') {
    return object([
      ['kind', quoted('determination')],
      ['by', quoted(by ?? '')],
      ['what', quoted(id)],
    ]);
  }
  return object([
    ['kind', quoted('unspecified')],
    ['at', quoted(id)],
    ['text', quoted(text ?? '')],
  ]);
}
