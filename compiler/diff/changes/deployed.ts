import type { Parameter, Policy } from '../../ir/policy.ts';
import type { Change, Side } from '../change.ts';
import { type Deployed, deployedOf } from '../deployed.ts';
import { change, expressionChange, inside, type Place, type Versions } from '../versions.ts';
import { said, same, side, text } from '../words.ts';

/** Values given where the policy is deployed; they are known by their first day and their key. */
export function deployedChanges(v: Versions, here: Place, a: Parameter, b: Parameter): readonly Change[] {
  const [old, fresh] = [deployedOf(a), deployedOf(b)];
  const other = (one: Deployed, list: readonly Deployed[]) =>
    list.find(({ from, key }) => from === one.from && key === one.key);
  return [
    ...old.flatMap((one) => {
      const now = other(one, fresh);
      const place = inside(here, where(one));
      return now
        ? valueChange(v, place, one, now)
        : [change('deployedValueRemoved', place, sideOf(v.before, one, a), null)];
    }),
    ...fresh
      .filter((one) => !other(one, old))
      .map((one) => change('deployedValueAdded', inside(here, where(one)), null, sideOf(v.after, one, b))),
  ];
}

function valueChange(v: Versions, place: Place, a: Deployed, b: Deployed): readonly Change[] {
  if (typeof a.value !== 'string' && typeof b.value !== 'string')
    return expressionChange('deployedValueChanged', place, a.value, b.value, v);
  const [old, fresh] = [sideOf(v.before, a), sideOf(v.after, b)];
  return old.text.zh === fresh.text.zh ? [] : [change('deployedValueChanged', place, old, fresh)];
}

function where({ from, key }: Deployed) {
  const keyed = key ?? '';
  if (from === null) return same(keyed);
  return text(`${keyed} 自 ${from}`.trim(), `${keyed} from ${from}`.trim());
}

const sideOf = (policy: Policy, { value }: Deployed, parameter?: Parameter): Side =>
  typeof value === 'string' ? side(same(value), parameter?.origin) : side(said(policy, value), value.origin);
