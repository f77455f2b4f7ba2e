import type { PolicyNames } from '../policy/names.ts';
import { moneyText } from '../render/amounts.ts';
import type { Texts } from '../texts/texts.ts';
import type { ProgrammeTally, Tally } from './tally.ts';

/** The closing lines after a table: how many rows, each programme's outcomes, tiers and money, each duty's states. */
export function summaryText(tally: Tally, names: PolicyNames, texts: Texts): string {
  const lines = [texts.summary.rows(tally.rows, tally.unreadable)];
  for (const [id, one] of tally.programmes) {
    const { eligible, ineligible, undetermined } = one.outcomes;
    lines.push(texts.summary.programme(names.label(id), eligible, ineligible, undetermined));
    lines.push(...detailLines(one, names, texts));
  }
  for (const [id, states] of tally.duties) {
    const counts = [...states].map(([state, count]) =>
      texts.summary.people(names.voice.words.dutyState[state], count),
    );
    lines.push(texts.summary.duty(names.label(id), counts.join(texts.grounds.between)));
  }
  return `${lines.join('\n')}\n`;
}

function detailLines(one: ProgrammeTally, names: PolicyNames, texts: Texts): readonly string[] {
  const { summary } = texts;
  const lines: string[] = [];
  if (one.selection.size > 0) {
    const counts = (['selected', 'notSelected', 'undetermined'] as const).map((result) =>
      summary.people(texts.selection[result], one.selection.get(result) ?? 0),
    );
    lines.push(`  ${counts.join(texts.grounds.between)}`);
  }
  if (one.byTier.size > 0) {
    const order = Object.keys(names.meta.names);
    const place = (row: string): number => (row === '' ? order.length : order.indexOf(row));
    const rows = [...one.byTier].sort(([a], [b]) => place(a) - place(b));
    const counts = rows.map(([row, number]) =>
      summary.people(row === '' ? summary.noTier : names.label(row), number),
    );
    lines.push(`  ${summary.tiers}${counts.join(texts.grounds.between)}`);
  }
  for (const { min, max, per } of one.money.values()) {
    const range = { min: String(min), max: max === null ? null : String(max) };
    lines.push(`  ${summary.money(moneyText(range, texts.language), perText(per, texts))}`);
  }
  return lines;
}

/** `每人每月` summed over people is money a month: the dimension of heads is used up. */
function perText(per: readonly string[], texts: Texts): string {
  const heads = ['person', 'household', 'item'];
  return per
    .filter((one) => !heads.includes(one))
    .map((one) => texts.per[one as keyof Texts['per']])
    .join('');
}
