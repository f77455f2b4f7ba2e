import { lastDayOfMonth, parseMonth, printDate } from '../dates.ts';
import type { DutyDecision, DutyPeriod, DutyState, Reason } from '../decision.ts';
import type { Part } from './programme.ts';
import { type Line, ruleLines } from './rules.ts';
import type { Voice } from './voice.ts';

/** Beyond this many periods of one state only the first are named; the decision holds them all. */
const MOST_NAMED = 12;

const isWholeMonth = (from: string, to: string): boolean => {
  const month = parseMonth(from.slice(0, 7));
  return from.endsWith('-01') && month !== null && printDate(lastDayOfMonth(month)) === to;
};

/** Periods of one state in a row, each `2024`, `2024-04`, `2024-04-05`, or from one day to another; `null` where there is none. */
export function periodsIn(state: DutyState, { periods }: DutyDecision, voice: Voice): string | null {
  const of = periods.filter((period) => period.state === state);
  if (of.length === 0) return null;
  const named = of.slice(0, MOST_NAMED).map((period) => periodText(period, voice));
  return voice.words.periods(voice.words.dutyState[state], named, of.length - named.length);
}

/** `2024`, `2024-04`, `2024-04-05`; `null` for a period that is no year, month or day. */
export function calendarName({ from, to }: DutyPeriod): string | null {
  if (from === to) return from;
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return isWholeMonth(from, to) ? from.slice(0, 7) : null;
}

const periodText = (period: DutyPeriod, { words }: Voice): string =>
  calendarName(period) ?? words.fromTo(period.from, period.to);

const because = (reasons: readonly Reason[], { words, nameOf }: Voice): string =>
  reasons.length === 0 ? '' : words.because(reasons.map((reason) => words.reason(reason, nameOf)));

const SHOWN: readonly DutyState[] = ['breached', 'undetermined', 'notDue', 'met', 'notApplicable'];

/** Periods by state, those that went wrong first. */
const periodLines = (duty: DutyDecision, voice: Voice): readonly Line[] =>
  SHOWN.flatMap((state) => {
    const text = periodsIn(state, duty, voice);
    return text === null ? [] : [{ depth: 2, text }];
  });

/** The lines below a rule that has lines of its own, as they stand at the decision date. */
const innerLines = (duty: DutyDecision, voice: Voice): readonly Line[] =>
  duty.must.children.flatMap((rule) => ruleLines(rule, voice, 2));

function dutyLines(id: string, duty: DutyDecision, voice: Voice): readonly Line[] {
  const { words, nameOf } = voice;
  const binding = duty.due.find(({ binds }) => binds)?.due ?? null;
  const excused = duty.excusedBy.map((by) => words.excusedBy(nameOf(by)));
  const cites = duty.cites.length === 0 ? '' : words.cites(duty.cites);
  const parts = [`${nameOf(id)}${cites}`, ...(binding === null ? [] : [words.due(binding)]), ...excused];
  const head = words.mark(words.list(parts), words.dutyState[duty.state]) + because(duty.reasons, voice);
  return [{ depth: 1, text: head }, ...innerLines(duty, voice), ...periodLines(duty, voice)];
}

/** Duties and targets: what became of each, in which periods, and why it is open. */
export function dutyParts(duties: { readonly [id: string]: DutyDecision }, voice: Voice): readonly Part[] {
  return (['duty', 'target'] as const).flatMap((kind) => {
    const of = Object.entries(duties).filter(([, duty]) => duty.kind === kind);
    const lines = of.flatMap(([id, duty]) => dutyLines(id, duty, voice));
    return lines.length === 0 ? [] : [{ heading: voice.words.heading[kind], lines }];
  });
}
