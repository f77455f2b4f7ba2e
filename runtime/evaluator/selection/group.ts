import { reasonsOf } from '../../truth.ts';
import type { Type } from '../../types.ts';
import { isDoubt, isUnknown } from '../../unknown.ts';
import type { Reason } from '../../decision.ts';
import type { Case, StageRules } from '../../rules.ts';
import type { Value } from '../../value.ts';
import { printValue } from '../print.ts';
import type { Membership } from './entry.ts';

/** Beyond this many possible groups a row counts as a possible member of every group. */
const MOST_GROUPS = 8;

interface Keys {
  readonly membership: Membership;
  readonly reasons: readonly Reason[];
}

const name = (printed: readonly string[]): string => JSON.stringify(printed);

/** What a grouping key may still be, as printed; `null` when it cannot be listed. */
function possible(value: Value, type: Type | undefined): readonly string[] | null {
  if (isDoubt(value)) return ['yes', 'no'];
  return isUnknown(value) ? value.options : [printValue(value, type)];
}

function combine(keys: readonly (readonly string[] | null)[]): readonly string[] | null {
  let groups: readonly (readonly string[])[] = [[]];
  for (const options of keys) {
    if (options === null || groups.length * options.length > MOST_GROUPS) return null;
    groups = groups.flatMap((start) => options.map((option) => [...start, option]));
  }
  return groups.map(name);
}

const why = (value: Value): readonly Reason[] => {
  if (isUnknown(value)) return value.reasons;
  return isDoubt(value) ? reasonsOf(value) : [];
};

/** The group a record competes in: one when its keys are settled. */
export function groupOf(stage: StageRules, c: Case): Keys {
  const values = stage.groupBy.map((key) => key(c));
  if (values.some((value) => isUnknown(value) || isDoubt(value))) {
    const options = combine(values.map((value, k) => possible(value, stage.groupTypes?.[k])));
    return { membership: { known: null, options }, reasons: values.flatMap(why) };
  }
  const printed = values.map((value, k) => printValue(value, stage.groupTypes?.[k]));
  return { membership: { known: name(printed), printed }, reasons: [] };
}
