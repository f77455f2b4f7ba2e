import { isWhole, roundExact } from '../../exact.ts';
import { isUnknown } from '../../unknown.ts';
import type { Case, StageRules } from '../../rules.ts';
import type { Exact, Maybe } from '../../value.ts';
import { isHole } from '../holes.ts';
import type { Places } from './entry.ts';

/** Places are counted in whole heads; a percentage of heads states its rounding, which the checker sees to. */
function heads(value: Exact): number {
  const whole = roundExact(value, 'down');
  if (typeof whole !== 'number') throw new RangeError('more places than can be counted');
  return Math.max(0, whole);
}

function oneLimit(value: Maybe<Exact>): Places {
  if (value === null) throw new TypeError('a number of places is absent');
  if (isUnknown(value)) {
    const max = value.max === null ? null : heads(value.max);
    return { min: value.min === null ? 0 : heads(value.min), max, reasons: value.reasons };
  }
  if (!isWhole(value)) throw new RangeError('a number of places is not whole');
  return { min: heads(value), max: heads(value), reasons: [] };
}

const least = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const most = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.max(a, b);

const isPoint = (places: Places): boolean => places.min === places.max;

/** Two limits of the notice (surface §4 rule 17): the smaller binds, a named one does, or it is open between them. */
function bothLimits(a: Places, b: Places, clash: StageRules['clash']): Places {
  if (clash === 'first') return a;
  if (clash === 'second') return b;
  const reasons = [...a.reasons, ...b.reasons];
  const min = Math.min(a.min, b.min);
  if (!isHole(clash)) return { min, max: least(a.max, b.max), reasons };
  const agree = isPoint(a) && isPoint(b) && a.min === b.min;
  return { min, max: most(a.max, b.max), reasons: agree ? [] : [...reasons, ...clash.hole] };
}

/** Places of the group that the record is in. */
export function placesOf(stage: StageRules, c: Case): Places {
  const limits = stage.limits.map((limit) => oneLimit(limit(c)));
  const [first, ...others] = limits;
  if (first === undefined) throw new TypeError(`stage ${stage.id} has no number of places`);
  return others.reduce((a, b) => bothLimits(a, b, stage.clash), first);
}
