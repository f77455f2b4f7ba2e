import type { DateSpan, Expr } from '../../ir/expressions.ts';
import { array, type Code, object } from './code.ts';
import { holds } from './holds.ts';
import { quoted } from './names.ts';
import { raw } from './reading.ts';
import type { Place, Unit } from './unit.ts';

type Comparison = Extract<Expr, { readonly k: 'cmp' | 'within' | 'member' | 'present' }>;

/** Conditions on values; each is open under the id of its node. */
export function comparison(e: Comparison, place: Place, unit: Unit): Code {
  const id = quoted(e.id);
  switch (e.k) {
    case 'cmp': {
      if (e.op !== 'eq') return unit.op(e.op, sortable(e.a, place, unit), sortable(e.b, place, unit), id);
      const plain = ['number', 'text'].includes(holds(e.a.type));
      return unit.op(plain ? 'eq' : 'equal', unit.code(e.a, place), unit.code(e.b, place), id);
    }
    case 'within':
      return unit.op('within', unit.code(e.a, place), span(e.span, place, unit), id);
    case 'member': {
      const a = unit.code(e.a, place);
      // A record is looked for by what references call it.
      const sought = e.a.type.t === 'ref' ? unit.op('asText', a) : a;
      if (e.set.type.t === 'list') return unit.op('memberOfList', sought, unit.code(e.set, place), id);
      const test = ({ in: 'memberIn', any: 'memberAny', all: 'memberAll' } as const)[e.mode];
      return unit.op(test, a, unit.code(e.set, place), id);
    }
    case 'present':
      return unit.op('present', e.a.type.t === 'bool' ? raw(e.a, place, unit) : unit.code(e.a, place), id);
  }
}

/** Numbers as they are, options by their place in the enumeration. */
export function sortable(e: Expr, place: Place, unit: Unit): Code {
  const { type } = e;
  const value = unit.code(e, place);
  if (type.t !== 'enum') return value;
  const options = unit.policy.enums.find((item) => item.id === type.enum)?.options ?? [];
  return unit.op('rank', value, array(options.map(quoted)));
}

export function span({ lo, loIn, hi, hiIn }: DateSpan, place: Place, unit: Unit): Code {
  return object([
    ['lo', lo ? unit.code(lo, place) : 'null'],
    ['loIn', String(loIn)],
    ['hi', hi ? unit.code(hi, place) : 'null'],
    ['hiIn', String(hiIn)],
  ]);
}
