import type { Case } from './rules.ts';

/** First or last day of the period that a duty is judged for. Only rules of periodic duties ask. */
export const periodEdge = (c: Case, part: 'start' | 'end'): number => {
  if (c.period === undefined) throw new RangeError('no period is being judged');
  return c.period[part];
};
