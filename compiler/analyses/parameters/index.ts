import { analysisParameters as codes } from '../../diagnostics/catalogue/analysis-parameters.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Policy } from '../../ir/policy.ts';
import { type Stated, givenFor } from '../../possible/stated.ts';
import { namesOf } from '../../possible/words.ts';

/** Parameters that nothing gives: no value in the policy, none where it is used, and nobody who is still to set them. */
export function parameters(policy: Policy, given: Stated, reporter: Reporter): void {
  for (const { id, rows, determiner, origin } of policy.parameters) {
    const known = givenFor(given.parameters, id, policy) !== undefined;
    if (known || rows.length > 0 || determiner !== undefined) continue;
    const params = { name: namesOf(id, policy) };
    reporter.report(codes.parameterUnbound, origin.span, params, { cites: origin.cites });
  }
}
