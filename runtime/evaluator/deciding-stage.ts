import type { Selection, StageResult } from '../decision.ts';

/**
 * The stage on which a selection turned: the last one that gave a place; the first one that is open; the last one that
 * refused; else the first one, whose pool the record is not in.
 */
export function decidingStage({ result, stages }: Selection): StageResult | undefined {
  const came = (to: StageResult['result']): readonly StageResult[] =>
    stages.filter((stage) => stage.result === to);
  if (result === 'selected') return came('in').at(-1);
  if (result === 'undetermined') return came('undetermined')[0];
  return came('out').at(-1) ?? stages[0];
}
