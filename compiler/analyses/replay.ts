import { InputErrors } from '../../runtime/input/errors.ts';
import type { Id } from '../../runtime/types.ts';
import { evaluator } from '../interpret/index.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy, Programme } from '../ir/policy.ts';
import type { Replay } from '../possible/index.ts';

/** Asks the reference interpreter: the condition as a programme of its own, decided for the example. */
export function replayIn(policy: Policy): Replay {
  return (subject, condition, example) => {
    const asked: Policy = { ...policy, programmes: [...policy.programmes, probe(subject, condition)] };
    try {
      const { asOf, parameters, circumstances, facts } = example;
      const bound = evaluator(asked).bind({ asOf, parameters, circumstances, subject });
      return answers[bound.decide(facts).programmes[PROBE]?.outcome ?? 'undetermined'];
    } catch (error) {
      // An example that no input could give shows nothing.
      if (error instanceof InputErrors) return 'unknown';
      throw error;
    }
  };
}

const PROBE = 'probe of an analysis';
const answers = { eligible: 'yes', ineligible: 'no', undetermined: 'unknown' } as const;

function probe(subject: Id, condition: Expr): Programme {
  const { origin, type } = condition;
  const eligible: Expr = { k: 'rule', body: condition, id: `${PROBE}.eligible`, type, origin };
  return {
    id: PROBE,
    subject,
    origin,
    eligible,
    excluded: [],
    amounts: [],
    grants: [],
    routes: [],
    deadlines: [],
  };
}
