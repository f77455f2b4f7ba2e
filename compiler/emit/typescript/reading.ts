import { conditionKey } from '../../ir/condition-key.ts';
import type { Expr } from '../../ir/expressions.ts';
import { arrow, type Code } from './code.ts';
import { holds } from './holds.ts';
import { definitionName, tierName } from './module-names.ts';
import { quoted } from './names.ts';
import type { Place, Unit } from './unit.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;
type Read = Kind<'fact' | 'param' | 'def' | 'bound' | 'field' | 'self' | 'ofRecord' | 'hole' | 'tierOf'>;

/** What is read from the case, narrowed to its type. */
export function reading(e: Read, place: Place, unit: Unit): Code {
  switch (e.k) {
    case 'fact':
      return fact(e, place, unit);
    case 'def':
      return `${definitionName(e.def, unit)}(c)`;
    case 'tierOf':
      return unit.narrow(`${tierName(e.programme, unit)}(c)`, holds(e.type), e.id);
    case 'bound': {
      const variable = bound(e, place);
      const to = holds(e.type);
      return variable.holds === to ? variable.code : unit.narrow(variable.code, to, e.id);
    }
    case 'param':
      if (!e.key) return parameter(e, unit);
      break;
  }
  return unit.narrow(raw(e, place, unit), holds(e.type), conditionKey(e));
}

/** The value as it was given, for asking whether it is there at all. */
export function raw(e: Expr, place: Place, unit: Unit): Code {
  switch (e.k) {
    case 'fact':
      return unit.op('read', e.of === 'subject' ? 'c.facts' : 'c.circumstances', quoted(e.fact));
    case 'param': {
      const value = unit.op('read', 'c.parameters', quoted(e.param));
      const keys = e.key ? [e.key, ...(e.more ?? [])] : [];
      return keys.reduce<Code>((inner, key) => unit.op('lookup', inner, unit.code(key, place)), value);
    }
    case 'field':
      return unit.op('field', unit.code(e.of, place), quoted(e.field));
    case 'bound':
      return bound(e, place).code;
    case 'self':
      return unit.op('self', 'c');
    case 'ofRecord':
      return ofRecord(e, place, unit);
    case 'hole':
      return hole(e, unit);
    default:
      return unit.code(e, place);
  }
}

function fact(e: Kind<'fact'>, place: Place, unit: Unit): Code {
  if (e.of === 'circumstances') return unit.readers.call('circumstances', 'circumstance', e.fact, e.type);
  return unit.readers.call('facts', place.subject ?? 'subject', e.fact, e.type);
}

function parameter(e: Kind<'param'>, unit: Unit): Code {
  return unit.readers.call('parameters', 'parameter', e.param, e.type);
}

function bound(e: Kind<'bound'>, place: Place) {
  const variable = place.bound[e.index];
  if (!variable) throw new RangeError(`no binder ${e.index} levels up`);
  return variable;
}

/** `ofRecord(c, reference, 'helper', (c) => …)`: inside, `c` is the other record's. */
function ofRecord(e: Kind<'ofRecord'>, place: Place, unit: Unit): Code {
  const { type } = e.record;
  if (type.t !== 'ref') throw new RangeError('not a reference');
  const look = arrow(['c'], raw(e.body, { subject: type.subject, bound: [] }, unit));
  return unit.op('ofRecord', 'c', raw(e.record, place, unit), quoted(type.subject), look);
}

function hole(e: Kind<'hole'>, unit: Unit): Code {
  if (e.why === 'determination') return unit.op('decidedBy', quoted(e.by ?? ''), quoted(e.id));
  return unit.op('unspecified', quoted(e.id), quoted(e.text ?? ''));
}
