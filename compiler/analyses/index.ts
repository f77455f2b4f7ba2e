import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Policy } from '../ir/policy.ts';
import type { Stated } from '../possible/stated.ts';
import type { Steady } from '../possible/steady.ts';
import { Inquiry } from '../possible/index.ts';
import { conditions } from './conditions/index.ts';
import { dates } from './dates/index.ts';
import { parameters } from './parameters/index.ts';
import { programmes } from './programmes/index.ts';
import { quotas } from './quotas/index.ts';
import { replayIn } from './replay.ts';
import { tiers } from './tiers/index.ts';
import { unused } from './unused/index.ts';

/**
 * Everything that can be said of a policy without a solver and without an applicant. `given`: what is bound where the policy is
 * used; absent where that is not known. `steady`: what need not be looked at again.
 */
export function analyse(policy: Policy, reporter: Reporter, given?: Stated, steady?: Steady): void {
  const inquiry = new Inquiry(policy, replayIn(policy), steady);
  dates(inquiry, reporter);
  conditions(inquiry, reporter);
  programmes(inquiry, reporter);
  tiers(inquiry, reporter);
  quotas(inquiry, reporter, given);
  unused(policy, reporter);
  if (given) parameters(policy, given, reporter);
}
