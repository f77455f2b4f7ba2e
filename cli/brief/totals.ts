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
  const { row, programme, outcome, selection, tier } = brief;
  const into = noCounts();
  const of = [outcome, selection, tier].map(({ texts }) => texts.length + 1) as [number, number, number];
  // How often each combination stands there; texts are looked at once for each.
  const often = new Int32Array(programme.texts.length * of[0] * of[1] * of[2]);
  for (let line = 0; line < brief.lines; line++) {
    const isSameRow = line > 0 && row[line] === row[line - 1];
    if (!isSameRow) into.rows++;
    else if (programme.values[line] === programme.values[line - 1]) continue;
    const first = (programme.values[line] as number) * of[0] + (outcome.values[line] as number) + 1;
    const second = first * of[1] + (selection.values[line] as number) + 1;
    const place = second * of[2] + (tier.values[line] as number) + 1;
    often[place] = (often[place] as number) + 1;
  }
  for (const [place, count] of often.entries())
    if (count > 0) addCombination(into, brief, decoded(place, of), count);
  return into;
}

const decoded = (place: number, of: readonly [number, number, number]) => {
  const second = Math.floor(place / of[2]);
  const first = Math.floor(second / of[1]);
  return {
    programme: Math.floor(first / of[0]),
    outcome: (first % of[0]) - 1,
    selection: (second % of[1]) - 1,
    tier: (place % of[2]) - 1,
  };
};

function addCombination(
  into: BriefCounts,
  { programme, outcome, selection, tier }: Brief,
  code: ReturnType<typeof decoded>,
  count: number,
): void {
  const id = programme.texts[code.programme] ?? '';
  const counts = into.programmes[id] ?? { outcomes: {}, selection: {}, byTier: {} };
  into.programmes[id] = counts;
  const said = outcome.texts[code.outcome] ?? '';
  more(counts.outcomes, said, count);
  if (code.selection >= 0) more(counts.selection, selection.texts[code.selection] ?? '', count);
  if (said !== 'ineligible' && tier.texts.length > 0) more(counts.byTier, tier.texts[code.tier] ?? '', count);
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
