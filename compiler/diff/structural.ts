import type { Policy } from '../ir/policy.ts';
import type { Change } from './change.ts';
import { choiceChanges } from './changes/choices.ts';
import { definitionChanges } from './changes/definitions.ts';
import { assertionChanges, dutyChanges } from './changes/duties.ts';
import { factChanges } from './changes/facts.ts';
import { labelChanges, noticeChanges } from './changes/notice.ts';
import { optionChanges } from './changes/options.ts';
import { otherChanges } from './changes/other.ts';
import { parameterChanges } from './changes/parameters.ts';
import { procedureChanges } from './changes/procedures.ts';
import { programmeChanges } from './changes/programmes.ts';
import { transitionChanges } from './changes/transitions.ts';
import { Keys } from './keys.ts';
import { renames } from './renames.ts';
import type { Versions } from './versions.ts';

/**
 * What differs between two versions of a policy, in the words of the notice, in its order. Blind to layout, comments,
 * the language of the surface and order that means nothing: two files of one meaning and the same names give nothing.
 */
export function structuralChanges(before: Policy, after: Policy): readonly Change[] {
  const v: Versions = {
    before,
    after,
    old: new Keys(before, renames(before, after)),
    fresh: new Keys(after),
  };
  const found = [
    ...noticeChanges(v),
    ...transitionChanges(v),
    ...parameterChanges(v),
    ...factChanges(v),
    ...optionChanges(v),
    ...definitionChanges(v),
    ...programmeChanges(v),
    ...choiceChanges(v),
    ...procedureChanges(v),
    ...dutyChanges(v),
    ...assertionChanges(v),
    ...labelChanges(v),
  ];
  return once([...found, ...otherChanges(v, found)]);
}

/** Lines of a definition that a rule spells out are met twice. */
function once(changes: readonly Change[]): readonly Change[] {
  const seen = new Set<string>();
  return changes.filter((item) => {
    const key = [item.kind, item.at, item.before?.text.zh ?? '', item.after?.text.zh ?? ''].join('\n');
    return !seen.has(key) && seen.add(key);
  });
}
