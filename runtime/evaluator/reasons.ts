import type { Reason } from '../decision.ts';
import { reasonKey } from '../unknown.ts';

/** The order in which reasons are shown: what the applicant can settle first. */
const KINDS: readonly Reason['kind'][] = [
  'missing',
  'determination',
  'parameter',
  'waiting',
  'unspecified',
  'contradiction',
  'calendar',
  'population',
  'data',
];

/** Each reason once, by kind and then by what it names: the order never depends on how a rule was evaluated. */
export function distinctReasons(reasons: readonly Reason[]): readonly Reason[] {
  if (reasons.length <= 1) return reasons;
  const byKey = new Map<string, Reason>();
  for (const reason of reasons) byKey.set(`${KINDS.indexOf(reason.kind)}${reasonKey(reason)}`, reason);
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reason]) => reason);
}
