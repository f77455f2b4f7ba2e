import { beforeAll, describe, expect, test } from 'vitest';
import { decideColumns, RESULT_BYTES, resultsIn } from '../../bench/hand/columns.ts';
import { decideByCutOffs } from '../../bench/hand/cut-offs.ts';
import { decideNaive } from '../../bench/hand/rows.ts';
import { handOutcomes } from '../../bench/harness/column-session.ts';
import { allowance, decidedOfResult } from '../../bench/harness/decider-session.ts';
import { columnOutcomes } from '../../bench/harness/result-columns.ts';
import type { Applicant, Decided } from '../../bench/rule/applicant.ts';
import { batches } from '../../bench/rule/batches.ts';
import { difference, Outcomes, PARTS } from '../../bench/rule/outcomes.ts';
import { BINDING, decidedOf, factsOf, rulePolicy } from '../../bench/rule/policy.ts';
import { register } from '../../bench/rule/register.ts';
import { columnsOf, evaluator, policyMeta } from '../../compiler/index.ts';

// What `npm run bench` compares speeds of has to give the same answers; nothing is timed here.

const ROWS = 3_001;
const applicants = register(ROWS);
const policy = rulePolicy();
const { decide } = allowance();
let reference: Outcomes;

const outcomesOf = (decide: (applicant: Applicant) => Decided): Outcomes => {
  const outcomes = new Outcomes(ROWS);
  applicants.forEach((applicant, row) => {
    outcomes.put(row, decide(applicant));
  });
  return outcomes;
};

beforeAll(() => {
  const bound = evaluator(policy).bind(BINDING);
  reference = outcomesOf((applicant) => {
    const decision = bound.decide(factsOf(applicant)).programmes['allowance'];
    if (decision === undefined) throw new Error('no decision');
    return decidedOf(decision);
  });
});

describe('what the bench measures decides as the interpreter does', () => {
  test.each([
    ['by hand, ages counted', decideNaive],
    ['by hand, cut-offs', decideByCutOffs],
    ['decider', (applicant: Applicant) => decidedOfResult(decide(applicant))],
  ])('%s', (_, way) => {
    expect(difference(outcomesOf(way), reference, PARTS)).toBeNull();
  });

  test('by hand, columns', () => {
    const [batch] = batches(policyMeta(policy), applicants, ROWS);
    const results = resultsIn(new ArrayBuffer(ROWS * RESULT_BYTES), ROWS);
    if (batch) decideColumns(batch, results);
    expect(difference(handOutcomes(ROWS, results), reference, PARTS)).toBeNull();
  });

  test('columns', () => {
    const bound = columnsOf(policy).at(BINDING);
    const decided = batches(policyMeta(policy), applicants, 1_024).map((batch) => bound.columns(batch));
    expect(difference(columnOutcomes(decided), reference, PARTS)).toBeNull();
  });

  test('every outcome, reason and tier occurs, and a wrong row is told', () => {
    const seen = (part: (typeof PARTS)[number]) =>
      new Set(applicants.map((_, row) => reference.at(part, row))).size;
    expect([seen('outcome'), seen('reason'), seen('tier')]).toEqual([2, 12, 5]);
    const wrong = new Outcomes(ROWS, Int32Array.from(reference.values));
    wrong.set('from', 7, 12);
    expect(difference(wrong, reference, PARTS)).toMatch(/^row 7: from is 12, the interpreter says /);
    expect(difference(wrong, reference, ['outcome'])).toBeNull();
  });
});
