import type { TabledProgramme } from '../../runtime/decision.ts';
import { decidingStage } from '../../runtime/evaluator/deciding-stage.ts';
import type { PolicyNames } from '../policy/names.ts';
import { rangeText } from './amounts.ts';

/** What a table shows of a selection: the stage that decided it. Empty without one. */
export interface ShownSelection {
  readonly stage: string;
  /** `3`, or best and worst rank `3–5`. */
  readonly rank: string;
  readonly rankBest: string;
  readonly rankWorst: string;
  readonly places: string;
  /** Sort keys of the last one surely in. */
  readonly cutOff: string;
}

export const NO_PLACE: ShownSelection = {
  stage: '',
  rank: '',
  rankBest: '',
  rankWorst: '',
  places: '',
  cutOff: '',
};

export function shownSelection({ selection }: TabledProgramme, names: PolicyNames): ShownSelection {
  const stage = selection && decidingStage(selection);
  if (stage === undefined || stage.result === 'notInPool') return NO_PLACE;
  const { rank } = stage;
  return {
    stage: names.label(stage.id),
    rank: rank ? rangeText({ min: rank.best, max: rank.worst }, String) : '',
    rankBest: String(rank?.best ?? ''),
    rankWorst: String(rank?.worst ?? ''),
    places: rangeText(stage.places, String),
    cutOff: stage.cutOff?.join(' ') ?? '',
  };
}

/** Why an applicant has a place or none: the stage, its result and places, the clauses, what keeps it open. */
export function selectionGrounds({ selection }: TabledProgramme, names: PolicyNames): string {
  const stage = selection && decidingStage(selection);
  if (stage === undefined) return '';
  const { words, nameOf } = names.voice;
  const said = words.list([
    words.stage(nameOf(stage.id), words.stageResult[stage.result]),
    ...(stage.group.length > 0 ? [stage.group.map(names.voice.keyOf).join(' ')] : []),
    words.places(stage.places),
  ]);
  const reasons = [...new Set(stage.reasons.map((reason) => words.reason(reason, nameOf)))];
  return (
    said +
    (stage.cites.length > 0 ? words.cites(stage.cites) : '') +
    (reasons.length > 0 ? words.because(reasons) : '')
  );
}
