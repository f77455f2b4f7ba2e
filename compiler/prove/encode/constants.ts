import { date, month } from '../../../runtime/dates.ts';
import { exact } from '../../../runtime/exact.ts';
import type { Type } from '../../../runtime/types.ts';
import { isExact, isList, isRow, isSet, isUnknown } from '../../../runtime/unknown.ts';
import type { Value } from '../../../runtime/value.ts';
import { constant, YES } from '../terms/logic.ts';
import { num } from '../terms/number.ts';
import { type Constraints, Day, monthOfIndex } from '../values/day.ts';
import { ABSENT, known, type Sym, UNKNOWN, UNKNOWN_THERE } from '../values/sym.ts';
import type { Scope } from './scope.ts';

type Codes = Scope['codes'];

/** A constant of the policy, read by its type. */
export function literal(
  value: string | boolean | readonly string[],
  type: Type,
  codes: Codes,
  constraints: Constraints,
): Sym {
  if (type.t === 'rate') return literal(value, type.of, codes, constraints);
  if (typeof value === 'boolean') return known({ t: 'bool', yes: constant(value) });
  if (typeof value !== 'string') return literals(value, type, codes, constraints);
  switch (type.t) {
    case 'date':
      return known({ t: 'date', day: Day.constant(constraints, date(value)) });
    case 'month':
      return known({ t: 'month', month: monthOfIndex(num(month(value))) });
    case 'enum':
      return known({ t: 'code', n: num(codes.option(type.enum, value)) });
    case 'text':
    case 'ref':
    case 'yearlyDay':
      return known({ t: 'code', n: num(codes.text(value)) });
    default:
      return known({ t: 'num', n: num(exact(value)) });
  }
}

function literals(values: readonly string[], type: Type, codes: Codes, constraints: Constraints): Sym {
  if (type.t !== 'list') return known({ t: 'set', has: new Map(values.map((value) => [value, YES])) });
  const items = values.map((value) => ({ here: YES, value: literal(value, type.of, codes, constraints) }));
  return known({ t: 'list', items });
}

/** A value as the runtime reads it: of parameters, and of records that are given. */
export function symOf(value: Value, type: Type, codes: Codes, constraints: Constraints): Sym {
  if (value === null) return ABSENT;
  if (isUnknown(value)) return value.mayBeAbsent ? UNKNOWN : UNKNOWN_THERE;
  if (type.t === 'rate') return symOf(value, type.of, codes, constraints);
  if (typeof value === 'boolean') return known({ t: 'bool', yes: constant(value) });
  if (isExact(value)) return ofNumber(value, type, constraints);
  if (typeof value === 'string')
    return known({
      t: 'code',
      n: num(type.t === 'enum' ? codes.option(type.enum, value) : codes.text(value)),
    });
  if (isSet(value)) return known({ t: 'set', has: new Map(value.map((option) => [option, YES])) });
  if (isList(value) && value.complete && type.t === 'list')
    return known({
      t: 'list',
      items: value.items.map((item) => ({ here: YES, value: symOf(item, type.of, codes, constraints) })),
    });
  if (isRow(value) && type.t === 'record')
    return known({
      t: 'record',
      fields: new Map(type.fields.map((f) => [f.id, symOf(value[f.id] ?? null, f.type, codes, constraints)])),
    });
  return UNKNOWN;
}

function ofNumber(value: Parameters<typeof num>[0], type: Type, constraints: Constraints): Sym {
  if (type.t === 'date') return known({ t: 'date', day: Day.constant(constraints, Number(value)) });
  if (type.t === 'month') return known({ t: 'month', month: monthOfIndex(num(value)) });
  return known({ t: 'num', n: num(value) });
}
