import type { DutyState } from '../../runtime/decision.ts';
import type { ProgrammeSummary, RegisterSummary } from '../../runtime/register-summary.ts';
import type { Brief } from './brief.ts';

interface Counts {
  readonly outcomes: { [outcome: string]: number };
  readonly selection: { [result: string]: number };
  readonly byTier: { [tier: string]: number };
}

export interface BriefCounts {
  rows: number;
  readonly programmes: { [programme: string]: Counts };
}

export const noCounts = (): BriefCounts => ({ rows: 0, programmes: {} });

const more = (counts: { [name: string]: number }, name: string, by = 1): void => {
  counts[name] = (counts[name] ?? 0) + by;
};

/** Counts the lines of a brief; the amounts of one programme of a row are one. */
export function countsOf(brief: Brief): BriefCounts {
  const into = noCounts();
  const { row, programme, outcome, selection, tier } = brief;
  for (let line = 0; line < brief.lines; line++) {
    const isSameRow = line > 0 && row[line] === row[line - 1];
    if (!isSameRow) into.rows++;
    else if (programme.values[line] === programme.values[line - 1]) continue;
    const id = programme.texts[programme.values[line] as number] ?? '';
    const counts = into.programmes[id] ?? { outcomes: {}, selection: {}, byTier: {} };
    into.programmes[id] = counts;
    const said = outcome.texts[outcome.values[line] as number] ?? '';
    more(counts.outcomes, said);
    const chosen = selection.values[line] as number;
    if (chosen >= 0) more(counts.selection, selection.texts[chosen] ?? '');
    const place = tier.values[line] as number;
    if (said !== 'ineligible' && tier.texts.length > 0) more(counts.byTier, tier.texts[place] ?? '');
  }
  return into;
}

export function addCounts(into: BriefCounts, other: BriefCounts): void {
  into.rows += other.rows;
  for (const [id, counts] of Object.entries(other.programmes)) {
    const own = into.programmes[id] ?? { outcomes: {}, selection: {}, byTier: {} };
    into.programmes[id] = own;
    for (const kind of ['outcomes', 'selection', 'byTier'] as const)
      for (const [name, count] of Object.entries(counts[kind])) more(own[kind], name, count);
  }
}

/** As the totals of whole decisions, without money. `duties`: ids of those. */
export function summaryOf({ rows, programmes }: BriefCounts, duties: ReadonlySet<string>): RegisterSummary {
  const all = Object.entries(programmes);
  const own = all.filter(([id]) => !duties.has(id));
  const others = all.filter(([id]) => duties.has(id));
  return {
    rows,
    programmes: Object.fromEntries(own.map(([id, counts]) => [id, programmeSummary(counts)])),
    ...(others.length > 0 && {
      duties: Object.fromEntries(
        others.map(([id, { outcomes }]) => [id, outcomes as { readonly [state in DutyState]?: number }]),
      ),
    }),
  };
}

const programmeSummary = ({ outcomes, selection, byTier }: Counts): ProgrammeSummary => ({
  eligible: outcomes.eligible ?? 0,
  ineligible: outcomes.ineligible ?? 0,
  undetermined: outcomes.undetermined ?? 0,
  ...(Object.keys(selection).length > 0 && {
    selected: selection.selected ?? 0,
    notSelected: selection.notSelected ?? 0,
    selectionUndetermined: selection.undetermined ?? 0,
  }),
  byTier: Object.fromEntries(Object.entries(byTier).sort(([a], [b]) => (a < b ? -1 : 1))),
  money: [],
});
