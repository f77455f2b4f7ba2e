import { fenAt, idAt, monthAt, outcomeAt, type ResultColumns } from '../../runtime/columns/index.ts';
import { Outcomes } from '../rule/outcomes.ts';

/** What batches of the rule came to, one after the other. */
export function columnOutcomes(parts: readonly ResultColumns[]): Outcomes {
  const outcomes = new Outcomes(parts.reduce((sum, { rows }) => sum + rows, 0));
  let start = 0;
  for (const part of parts) {
    putBatch(outcomes, part, start);
    start += part.rows;
  }
  return outcomes;
}

function putBatch(outcomes: Outcomes, { rows, programmes }: ResultColumns, start: number): void {
  const allowance = programmes['allowance'];
  const [amount] = Object.values(allowance?.amounts ?? {});
  if (allowance?.tier === undefined || amount?.from === undefined)
    throw new Error('a result column is missing');
  for (let row = 0; row < rows; row++) {
    const outcome = outcomeAt(allowance, row);
    outcomes.put(start + row, {
      outcome,
      reason: idAt(allowance.reason, row),
      tier: idAt(allowance.tier, row),
      amount: outcome === 'ineligible' ? null : fenAt(amount.min, row),
      from: monthAt(amount.from, row),
    });
  }
}
