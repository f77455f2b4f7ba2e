import { periodsIn } from '../../runtime/describe/duty.ts';
import type { DutyDecision } from '../../runtime/decision.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';
import { cited, failedLines, openText } from './grounds.ts';

/** In one line, why a duty is breached or open: in which periods, else which of its lines failed; or what excuses it. */
export function dutyGrounds(duty: DutyDecision, names: PolicyNames, texts: Texts): string {
  const { words } = names.voice;
  if (duty.state === 'undetermined') return openText(duty.reasons, names, texts);
  if (duty.state !== 'breached')
    return duty.excusedBy.map((id) => words.excusedBy(names.label(id))).join(texts.grounds.between);
  const periods = periodsIn('breached', duty, names.voice);
  if (periods !== null) return periods + (duty.cites.length === 0 ? '' : words.cites(duty.cites));
  // One that came too late fails though its lines hold by now.
  const failed = duty.must.truth === 'no' ? failedLines(duty.must) : [duty.must];
  return texts.grounds.notMet(failed.map((rule) => cited(rule, names, texts)));
}
