import { type Decider, defineDecider } from '../../runtime/direct/decider.ts';
import type { Evaluator } from '../../runtime/evaluator.ts';
import { directCode } from '../emit/direct/index.ts';
import { evaluator as interpreted } from '../interpret/index.ts';
import type { Policy } from '../ir/policy.ts';

/**
 * A decider of a policy, made now. What is not straight-line is decided by `evaluator`, the interpreter where none is given;
 * results are the same either way. It makes functions from text: where that is forbidden (a page without `unsafe-eval`), use
 * the module that `build` writes.
 */
export function decider(policy: Policy, evaluator: Evaluator = interpreted(policy)): Decider {
  return defineDecider(directCode(policy), evaluator);
}
