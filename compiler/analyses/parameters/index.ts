import { analysisParameters as codes } from '../../diagnostics/catalogue/analysis-parameters.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../ir/policy.ts';
import { namesOf } from '../../possible/words.ts';

/**
 * Parameters that nothing gives: no value in the policy, none among `given` (names of either language) and nobody who is still to
 * set them.
 */
export function parameters(policy: Policy, given: ReadonlySet<string>, reporter: Reporter): void {
  for (const { id, rows, determiner, origin } of policy.parameters) {
    const name = policy.names[id];
    const known = [id, name?.zh, name?.en].some((one) => one !== undefined && given.has(one));
    if (known || rows.length > 0 || determiner !== undefined) continue;
    reporter.report(
      codes.parameterUnbound,
      origin.span,
      { name: namesOf(id, policy) },
      { cites: origin.cites },
    );
  }
}
