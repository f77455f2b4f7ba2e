import type { Expr, Source } from '../../ir/expressions.ts';
import { addsNoNegative } from '../../ir/signs.ts';
import { matchingOf } from '../../ir/matching.ts';
import { arrow, type Code, object } from './code.ts';
import { span } from './comparison.ts';
import { holds } from './holds.ts';
import { quoted } from './names.ts';
import { element } from './table.ts';
import type { Place, Unit } from './unit.ts';

type Aggregate = Extract<Expr, { readonly k: 'aggregate' }>;

/** `exists(from(elements(list), { where: (element) => … }), id)` and its like. */
export function aggregate(e: Aggregate, place: Place, unit: Unit): Code {
  const id = quoted(e.id);
  const chosen =
    e.op === 'every'
      ? selection(e.source, place, e.id, unit)
      : selection(e.source, place, e.id, unit, e.test);
  switch (e.op) {
    case 'exists':
    case 'none':
      return unit.op(e.op === 'exists' ? 'exists' : 'noneOf', chosen, id, ...bounds(e, place, unit));
    case 'every':
      return unit.op('every', chosen, ofElement(e.test, 'true', place, unit), id);
    case 'count':
      return unit.op('count', chosen);
    case 'distinct':
      return unit.op('distinct', chosen, ofElement(e.map, null, place, unit));
    case 'only':
      return unit.narrow(
        unit.op('only', chosen, ofElement(e.map, null, place, unit), id),
        holds(e.type),
        e.id,
      );
    default: {
      const total = ({ sum: 'sum', min: 'minOf', max: 'maxOf' } as const)[e.op];
      const map = e.map ? ofElement(e.map, null, place, unit) : unit.name('asNumber');
      const grows = e.op === 'sum' && addsNoNegative(e, unit.policy) ? ['true'] : [];
      return unit.op(total, chosen, map, ...grows);
    }
  }
}

function bounds({ atLeast, atMost }: Aggregate, place: Place, unit: Unit): readonly Code[] {
  if (!atLeast && !atMost) return [];
  const both = object([
    ['atLeast', atLeast && unit.code(atLeast, place)],
    ['atMost', atMost && unit.code(atMost, place)],
  ]);
  return [both];
}

/** A function of the element; without an expression, the constant `otherwise` or the element itself. */
export function ofElement(e: Expr | undefined, otherwise: string | null, place: Place, unit: Unit): Code {
  const variable = element(place);
  const inner: Place = { ...place, bound: [variable, ...place.bound] };
  if (e) return arrow([variable.code], unit.code(e, inner));
  return otherwise === null ? arrow([variable.code], variable.code) : arrow([], otherwise);
}

/** The elements that pass the source's filter and `test`; dated ones after the day decided for are set aside. */
export function selection(source: Source, place: Place, key: string, unit: Unit, test?: Expr): Code {
  const list = given(source, place, unit, test);
  const variable = element(place);
  const inner: Place = { ...place, bound: [variable, ...place.bound] };
  const tests = [source.where, test].flatMap((e) => (e ? [unit.code(e, inner)] : []));
  const [first, ...others] = tests;
  const where = first && arrow([variable.code], others.length > 0 ? unit.op('all', ...tests) : first);
  const time = timeOf(source, variable.code, unit);
  const dated = time !== undefined;
  const how = object([
    ['where', where],
    ['time', time],
    ['asOf', dated ? 'c.asOf' : undefined],
    ['window', dated && source.windowed ? 'c.period' : undefined],
    ['key', dated ? quoted(key) : undefined],
  ]);
  return where || dated ? unit.op('from', list, how) : unit.op('from', list);
}

/** What is gone through: a list, or the records of a population that its filter may hold for. */
function given(source: Source, place: Place, unit: Unit, test?: Expr): Code {
  if (source.k === 'list' && source.keyed) {
    const inner: Place = { ...place, bound: [element(place), ...place.bound] };
    const { key, span: keys } = source.keyed;
    const within = keys ? span(keys, inner, unit) : 'null';
    return unit.op('keyedElements', unit.code(source.of, place), quoted(key), within);
  }
  if (source.k === 'list') return unit.op('elements', unit.code(source.of, place));
  const matching = matchingOf(source, test);
  if (!matching) return unit.op('records', 'c', quoted(source.subject));
  const by = object([
    ['fact', quoted(matching.fact)],
    ['field', matching.field === undefined ? undefined : quoted(matching.field)],
    ['is', unit.code(matching.is, place)],
  ]);
  return unit.op('records', 'c', quoted(source.subject), by);
}

/** The day of an element, where it has one. */
export function timeOf(source: Source, variable: string, unit: Unit): Code | undefined {
  const { time } = source;
  if (time === undefined) return undefined;
  if (source.k === 'population')
    return arrow([variable], unit.op('dayOfRecord', 'c', variable, quoted(source.subject), quoted(time)));
  if (time === 'self') return unit.name('asNumber');
  return arrow([variable], unit.op('asNumber', unit.op('field', variable, quoted(time))));
}
