import type { GroupSummary } from '../../runtime/register-summary.ts';
import type { PolicyNames } from '../policy/names.ts';
import { rangeText } from '../render/amounts.ts';
import type { Texts } from '../texts/texts.ts';
import { groupName } from './group-name.ts';

/** Groups listed one by one; of more, only their number. */
export const MOST_GROUPS = 20;

/** For each stage and group: places, places used and free, who may still have one, who is out. */
export function placesLines(
  stages: { readonly [stage: string]: readonly GroupSummary[] },
  names: PolicyNames,
  texts: Texts,
): readonly string[] {
  return Object.entries(stages).flatMap(([id, groups]) => {
    const shown = groups.slice(0, MOST_GROUPS).map((one) => placesLine(id, one, groups.length, names, texts));
    const rest = groups.length - shown.length;
    return rest > 0 ? [...shown, `  ${texts.summary.moreGroups(rest)}`] : shown;
  });
}

function placesLine(
  stage: string,
  one: GroupSummary,
  groups: number,
  names: PolicyNames,
  texts: Texts,
): string {
  const name = texts.summary.group(names.label(stage), groupName(one.group, groups, names, texts));
  const counts = { used: one.in, open: one.undetermined, out: one.out };
  const [places, free] = [rangeText(one.places, String), rangeText(one.free, String)];
  return `  ${texts.summary.places(name, places, free, counts)}`;
}
