import type { ProgrammeDecision, Reason, Selection, StageResult } from '../decision.ts';
import { type Block, block } from './letter.ts';
import { type LetterVoice, reasonText } from './voice.ts';

/** The ranks of a register are known; of one record alone none is. */
const isRanked = ({ stages }: Selection): boolean => stages.some(({ rank }) => rank !== null);

/** In a ranked register the others have been looked at: it is their own facts that are open. */
const openText = (reason: Reason, ranked: boolean, voice: LetterVoice): string =>
  ranked && reason.kind === 'population' ? voice.words.othersOpen : reasonText(reason, voice);

function stageText(stage: StageResult, ranked: boolean, voice: LetterVoice): string {
  const { words, plain, nameOf } = voice;
  const places = words.places(stage.places);
  const shown = stage.result === 'notInPool' ? null : stage.rank;
  const texts = [
    plain.words.stage(nameOf(stage.id), plain.words.stageResult[stage.result]),
    stage.group.map(plain.keyOf).join(' '),
    shown === null ? '' : words.rank(shown.best, shown.worst, places),
    stage.result === 'notInPool' || !stage.cutOff?.length ? '' : words.cutOff(stage.cutOff),
  ];
  const why = [...new Set(stage.reasons.map((reason) => openText(reason, ranked, voice)))];
  const item = words.item(words.joined(texts), stage.cites);
  return why.length === 0 || !ranked ? item : words.openItem(item, words.reasons(why));
}

/** Whether a place is won, stage by stage with rank, number of places and the last one in. */
export function placeBlocks({ selection, outcome }: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words } = voice;
  if (selection === undefined || outcome === 'ineligible') return [];
  const ranked = isRanked(selection);
  const lead =
    ranked && selection.result === 'undetermined' ? words.rankedOpen : words.selected[selection.result];
  const stages = selection.stages.map((stage) => stageText(stage, ranked, voice));
  return block(words.heading.places, lead, stages);
}
