import type { Id } from '../../../runtime/types.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import { rootsOfProgramme } from '../encode/roots.ts';

/** Whether a programme hangs on a part that changed; what it reads is looked through. */
export function readsChanged(policy: Policy, id: Id, changed: ReadonlySet<Id>): boolean {
  const seen = new Set<string>();
  const follow = (e: Expr): boolean =>
    [...expressions(e)].some((one) => {
      if (one.k === 'outcome') return changed.has(one.of) || reads(one.of);
      if (one.k === 'tierOf')
        return changed.has(one.programme) || (one.programme !== id && reads(one.programme));
      if (one.k === 'stepTime')
        return policy.procedures.some(
          ({ id: of, steps }) => changed.has(of) && steps.some((s) => s.id === one.step),
        );
      if (one.k === 'fact') return behind(`fact ${one.fact}`, () => fallbackOf(one.fact));
      if (one.k === 'def')
        return behind(`def ${one.def}`, () => policy.definitions.find((d) => d.id === one.def)?.body);
      return false;
    });
  const behind = (key: string, body: () => Expr | undefined): boolean => {
    if (seen.has(key)) return false;
    seen.add(key);
    const found = body();
    return found ? follow(found) : false;
  };
  const fallbackOf = (fact: Id) =>
    [...policy.circumstances, ...policy.subjects.flatMap(({ facts }) => facts)].find((one) => one.id === fact)
      ?.fallback;
  const reads = (programme: Id): boolean => {
    if (seen.has(`programme ${programme}`)) return false;
    seen.add(`programme ${programme}`);
    const found = policy.programmes.find((one) => one.id === programme);
    return found ? rootsOfProgramme(found).some(follow) : false;
  };
  return reads(id);
}
