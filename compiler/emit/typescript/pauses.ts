import type { Due } from '../../ir/policy.ts';
import { countsWorkdays } from '../../ir/steps.ts';
import type { Closing } from './closing.ts';
import { array, type Code } from './code.ts';
import { span } from './comparison.ts';

/** `不计`: what the period leaves out, and in which days it counts. */
export function pauseFields(
  { span: period, pauses = [] }: Pick<Due, 'span' | 'pauses'>,
  close: Closing,
): readonly (readonly [string, Code | undefined])[] {
  if (pauses.length === 0) return [];
  const { place, unit } = close;
  return [
    ['pauses', array(pauses.map((pause) => close.run(span(pause, place, unit))))],
    ['workdays', countsWorkdays(period, unit.policy.units) ? 'true' : undefined],
  ];
}
