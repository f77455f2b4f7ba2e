import type { DateSpan, Origin } from '../../ir/expressions.ts';
import type { Change } from '../change.ts';
import { change, type Place, type Versions } from '../versions.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Text } from '../text.ts';
import { label, side, span } from '../words.ts';

interface Paused {
  readonly pauses?: readonly DateSpan[];
  readonly origin: Origin;
}

/** The whole of a step by its name alone. */
function words(policy: Policy, item: DateSpan): Text {
  const { lo, hi } = item;
  const whole = lo?.k === 'stepTime' && hi?.k === 'stepTime' && lo.step === hi.step;
  return whole ? label(policy, lo.step) : span(policy, item);
}

/** Days that do not count (`不计`): their order means nothing, each is there or not. */
export function pauseChanges(v: Versions, place: Place, a: Paused, b: Paused): readonly Change[] {
  const [before, after] = [a.pauses ?? [], b.pauses ?? []];
  const kept = new Set(after.map((item) => v.fresh.written(item)));
  const known = new Set(before.map((item) => v.old.written(item)));
  return [
    ...before
      .filter((item) => !kept.has(v.old.written(item)))
      .map((item) => change('pauseRemoved', place, side(words(v.before, item), a.origin), null)),
    ...after
      .filter((item) => !known.has(v.fresh.written(item)))
      .map((item) => change('pauseAdded', place, null, side(words(v.after, item), b.origin))),
  ];
}
