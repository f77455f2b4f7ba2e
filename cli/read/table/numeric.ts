import { FIRST_DAY, LAST_DAY } from '../../../runtime/dates.ts';
import { parseExact } from '../../../runtime/exact.ts';
import type { FactMeta, Type } from '../../../runtime/types.ts';
import type { Target } from '../columns.ts';
import type { Marks } from './marks.ts';
import type { Kind } from './table.ts';

/** A stored number → the number that a column holds: `× by`, or `÷ by` where that is whole. */
interface Scale {
  readonly up: number;
  readonly down: number;
}

const scalar = (type: Type): Type => (type.t === 'rate' ? type.of : type);

/** `null`: each is read by itself. */
function scaleOf(kind: Kind, { type, part }: Target): Scale | null {
  const { t } = scalar(type);
  if (kind.k === 'date') return { up: 1, down: 1 };
  if (kind.k === 'timestamp') return { up: 1, down: kind.perDay };
  const digits = (kind.k === 'decimal' ? kind.scale : 0) - (t === 'money' && part !== 'fen' ? 2 : 0);
  if (t === 'ratio' && digits !== 0) return null;
  return digits <= 0 ? { up: 10 ** -digits, down: 1 } : { up: 1, down: 10 ** digits };
}

/** Least and greatest number that the fact may be, and that the column holds. */
function rangeOf({ type, min, max }: FactMeta, narrow: boolean): readonly [number, number] {
  const { t } = scalar(type);
  const bound = (text: string | undefined, otherwise: number): number => {
    const value = text === undefined ? null : parseExact(text);
    return typeof value === 'number' ? value : otherwise;
  };
  const most = narrow ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  const [low, high] = t === 'date' ? [FIRST_DAY, LAST_DAY] : t === 'year' ? [1, 9999] : [-most, most];
  return [Math.max(low, bound(min, low)), Math.min(high, bound(max, high))];
}

/** A bound that is no whole number is left to the reader of inputs. */
const isWholeBound = (text: string | undefined): boolean =>
  text === undefined || typeof parseExact(text) === 'number';

/** More digits than this and a double may no longer be what was written. */
const SAFE = 1e15;

/**
 * Numbers of a column as the fact counts them (fen, day numbers, its own unit); rows that do not fit are marked in
 * `aside`. `null`: they are read one by one.
 */
export function readNumeric(
  fact: FactMeta,
  held: { readonly target: Target; readonly kind: Kind; readonly values: Int32Array | Float64Array },
  marks: Marks,
  aside: Uint8Array,
  wide: boolean,
): Int32Array | Float64Array | null {
  const scale = scaleOf(held.kind, held.target);
  if (scale === null || !isWholeBound(fact.min) || !isWholeBound(fact.max)) return null;
  const { values } = held;
  const out = wide ? new Float64Array(values.length) : new Int32Array(values.length);
  const [low, high] = rangeOf(fact, !wide);
  const { up, down } = scale;
  const isDouble = held.kind.k === 'double';
  for (let row = 0; row < values.length; row++) {
    const stored = values[row] as number;
    const scaled = stored * up;
    const value = isDouble ? Math.round(scaled) : down === 1 ? scaled : scaled / down;
    const fits = value >= low && value <= high && value === Math.floor(value);
    // A double stands for the decimal that comes to it again.
    if (fits && (!isDouble || (value / up === stored && value < SAFE && value > -SAFE))) out[row] = value;
    else if (marks.isKnown(row)) aside[row] = 1;
  }
  return out;
}
