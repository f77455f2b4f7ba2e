import { evaluator } from '../../compiler/index.ts';
import { explanationOf } from '../../runtime/direct/decider.ts';
import { allowance } from '../harness/decider-session.ts';
import { serve } from '../harness/engine.ts';
import { BASE_ROWS, rowSession } from '../harness/row-engine.ts';
import { BINDING, decidedOf, rulePolicy } from '../rule/policy.ts';

// Reasons with their clauses. Before it is timed, every explanation is held against the interpreter's, word for word.

await serve({
  rows: BASE_ROWS / 4,
  prepare: (applicants) => {
    const { explain } = allowance();
    const session = rowSession(applicants, (record) => decidedOf(explain(record)));
    const bound = evaluator(rulePolicy()).bind(BINDING);
    const compare = () => {
      for (const record of applicants) {
        const decision = bound.decideRead(record).programmes['allowance'];
        if (decision === undefined) throw new Error('no decision');
        const [found, expected] = [explain(record), explanationOf(decision)].map((one) =>
          JSON.stringify(one),
        );
        if (found !== expected) throw new Error(`explained as ${found}, the interpreter says ${expected}`);
      }
    };
    return {
      ...session,
      outcomes: () => {
        compare();
        return session.outcomes();
      },
    };
  },
});
