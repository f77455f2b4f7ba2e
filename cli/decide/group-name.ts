import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';

/** A group of a stage by its keys; empty where the stage has but one. */
export function groupName(
  group: readonly string[],
  groups: number,
  names: PolicyNames,
  texts: Texts,
): string {
  if (group.length > 0) return group.map(names.voice.keyOf).join(' ');
  return groups > 1 ? texts.summary.noGroup : '';
}
