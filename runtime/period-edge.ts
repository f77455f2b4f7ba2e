import type { Case } from './rules.ts';
import { unknownOf } from './unknown.ts';
import type { Unknown } from './value.ts';
import { ANY_PERIOD } from './windows.ts';

/** First or last day of the period that a duty is judged for. Only rules of periodic duties ask. */
export const periodEdge = (c: Case, part: 'start' | 'end'): number | Unknown => {
  if (c.period === undefined) throw new RangeError('no period is being judged');
  const { [part]: first, through } = c.period;
  return through === undefined ? first : unknownOf([ANY_PERIOD], { min: first, max: through[part] });
};
