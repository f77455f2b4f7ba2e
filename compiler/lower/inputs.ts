import { date } from '../../runtime/dates.ts';
import { parseExact } from '../../runtime/exact.ts';
import type { Id, Type } from '../../runtime/types.ts';
import type { Fact, Policy } from '../ir/policy.ts';
import { holdsOf } from './expression.ts';
import type { Input } from './lowered.ts';

/** Wide enough for any real record, and narrow enough that sums and products of a few stay whole numbers. */
const ASSUMED = { money: 2 ** 32, other: 2 ** 20 };

/** The whole numbers that a value may be where a record is decided in plain integers; see `Input.range`. */
export function rangeOf(
  type: Type,
  declared: { readonly min?: string; readonly max?: string } = {},
): readonly [min: number, max: number] {
  if (type.t === 'rate') return rangeOf(type.of, declared);
  if (type.t === 'date') return [date('1600-01-01'), date('2399-12-31')];
  if (type.t === 'month') return [1600 * 12, 2399 * 12 + 11];
  if (type.t === 'year') return [1600, 2399];
  const most = type.t === 'money' ? ASSUMED.money : ASSUMED.other;
  const end = (text: string | undefined, otherwise: number) => {
    const value = text === undefined ? null : parseExact(text);
    return typeof value === 'number' && Math.abs(value) < most ? value : otherwise;
  };
  return [end(declared.min, -most), end(declared.max, most)];
}

export function inputOf(fact: Fact, policy: Policy): Input {
  const { id, type, optional, min, max, determiner } = fact;
  const holds = holdsOf(type, id);
  const ends = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const options = optionsOf(type, policy);
  return {
    id,
    type,
    optional,
    ...(holds === 'number' && { range: rangeOf(type, ends) }),
    unknown: {
      reason:
        determiner === undefined
          ? { kind: 'missing', fact: id }
          : { kind: 'determination', by: determiner, fact: id },
      ...ends,
      ...(options && { options }),
      // A set may turn out to be empty, which is how it is absent.
      mayBeAbsent: optional || type.t === 'set',
    },
  };
}

function optionsOf(type: Type, { enums }: Policy): readonly Id[] | null {
  if (type.t !== 'enum' && type.t !== 'set') return null;
  const found = enums.find(({ id }) => id === type.enum);
  return found ? [...found.options, ...(found.open ? ['other'] : [])] : null;
}
