import type { Selection, StageResult } from '../decision.ts';

/** The stage that gave the place; else the last one that the applicant was in the pool of. */
export function decidingStage({ result, stages }: Selection): StageResult | undefined {
  const won = result === 'selected' ? stages.filter((stage) => stage.result === 'in') : [];
  return won.at(-1) ?? stages.filter((stage) => stage.result !== 'notInPool').at(-1);
}
