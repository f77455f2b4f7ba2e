import type { ProgrammeSummary } from '../../runtime/register-summary.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';
import { rateLines } from './money-text.ts';
import { inNoticeOrder } from './notice-order.ts';
import { placesLines } from './places-text.ts';
import type { Totals } from './tally.ts';

/** The closing lines after a table: how many rows, each programme's outcomes, places, tiers and money, each duty's states. */
export function summaryText(tally: Totals, names: PolicyNames, texts: Texts): string {
  const { programmes, duties } = tally.summary();
  const lines = [texts.summary.rows(tally.rows, tally.unreadable)];
  for (const [id, one] of Object.entries(programmes)) {
    lines.push(texts.summary.programme(names.label(id), one.eligible, one.ineligible, one.undetermined));
    lines.push(...detailLines(one, names, texts));
  }
  for (const [id, states] of Object.entries(duties ?? {})) {
    const counts = Object.entries(states).map(([state, count]) =>
      texts.summary.people(names.voice.words.dutyState[state as keyof typeof states], count),
    );
    lines.push(texts.summary.duty(names.label(id), counts.join(texts.grounds.between)));
  }
  return `${lines.join('\n')}\n`;
}

function detailLines(one: ProgrammeSummary, names: PolicyNames, texts: Texts): readonly string[] {
  const { summary, selection } = texts;
  const lines: string[] = [];
  if (one.selected !== undefined) {
    const counts = [
      summary.people(selection.selected, one.selected),
      summary.people(selection.notSelected, one.notSelected ?? 0),
      summary.people(selection.undetermined, one.selectionUndetermined ?? 0),
    ];
    lines.push(`  ${counts.join(texts.grounds.between)}`, ...placesLines(one.stages ?? {}, names, texts));
  }
  const tiers = inNoticeOrder(one.byTier, names).map(([row, count]) =>
    summary.people(row === '' ? summary.noTier : names.label(row), count),
  );
  if (tiers.length > 0) lines.push(`  ${summary.tiers}${tiers.join(texts.grounds.between)}`);
  return [...lines, ...one.money.flatMap((rate) => rateLines(rate, names, texts))];
}
