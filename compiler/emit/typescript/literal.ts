import type { Type } from '../../../runtime/types.ts';
import { array, type Code, object } from './code.ts';
import { quoted } from './names.ts';
import type { Unit } from './unit.ts';

/** A constant. Dates and fractions are made once for the module. */
export function constant(value: string | boolean | readonly string[], type: Type, unit: Unit): Code {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return listed(value, type, unit);
  switch (type.t) {
    case 'rate':
      return constant(value, type.of, unit);
    case 'int':
    case 'qty':
    case 'ratio':
    case 'money':
    case 'year':
      return exactNumber(value, unit);
    case 'date':
      return unit.constant(`on_${value.replaceAll('-', '_')}`, unit.op('date', quoted(value)));
    case 'month':
      return unit.constant(`in_${value.replaceAll('-', '_')}`, unit.op('month', quoted(value)));
    default:
      return quoted(value);
  }
}

/** Options of a set as they are; elements of a list by their type. */
function listed(values: readonly string[], type: Type, unit: Unit): Code {
  if (type.t !== 'list') return array(values.map(quoted));
  return object([
    ['items', array(values.map((value) => constant(value, type.of, unit)))],
    ['complete', 'true'],
  ]);
}

/** A safe integer as it is; anything else is read exactly. */
export function exactNumber(value: string, unit: Unit): Code {
  if (/^-?\d+$/.test(value) && Number.isSafeInteger(Number(value))) return String(Number(value));
  return unit.constant(
    `exact_${value.replace('-', 'minus_').replace(/[./]/, '_')}`,
    unit.op('exact', quoted(value)),
  );
}
