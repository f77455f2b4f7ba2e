import type { Range } from '../../runtime/decision.ts';
import type { ProgrammeSummary, RateSummary } from '../../runtime/register-summary.ts';
import type { PolicyNames } from '../policy/names.ts';
import { yuanText } from '../render/amounts.ts';
import type { Texts } from '../texts/texts.ts';
import { groupName } from './group-name.ts';
import { rateText } from './money-text.ts';
import { inNoticeOrder } from './notice-order.ts';
import type { Tally } from './tally.ts';

/** One line of a sheet of totals; empty where it says nothing. Money in yuan. */
export interface TotalsRow {
  readonly programme: string;
  readonly kind: string;
  readonly name: string;
  readonly count?: number;
  readonly places?: Range;
  readonly money?: { readonly min: string; readonly max: string; readonly per: string };
}

type Line = Omit<TotalsRow, 'programme'>;

/** All totals of a run, a line each: outcomes, selections, tiers, places by group, money by what it is broken into. */
export function totalsRows(tally: Tally, names: PolicyNames, texts: Texts): readonly TotalsRow[] {
  const { programmes, duties = {} } = tally.summary();
  const ofProgrammes = Object.entries(programmes).flatMap(([id, one]) =>
    [...countLines(one, names, texts), ...one.money.flatMap((rate) => moneyLines(rate, names, texts))].map(
      (line) => ({ programme: names.label(id), ...line }),
    ),
  );
  const { dutyState } = names.voice.words;
  const ofDuties = Object.entries(duties).flatMap(([id, states]) =>
    Object.entries(states).map(([state, count]) => ({
      programme: names.label(id),
      kind: texts.columns.outcome,
      name: dutyState[state as keyof typeof dutyState],
      count,
    })),
  );
  return [...ofProgrammes, ...ofDuties];
}

function countLines(one: ProgrammeSummary, names: PolicyNames, texts: Texts): readonly Line[] {
  const { columns, summary } = texts;
  const outcomes = (['eligible', 'ineligible', 'undetermined'] as const).map((outcome) => ({
    kind: columns.outcome,
    name: texts.outcome[outcome],
    count: one[outcome],
  }));
  const selection =
    one.selected === undefined
      ? []
      : [
          { kind: columns.selection, name: texts.selection.selected, count: one.selected },
          { kind: columns.selection, name: texts.selection.notSelected, count: one.notSelected ?? 0 },
          {
            kind: columns.selection,
            name: texts.selection.undetermined,
            count: one.selectionUndetermined ?? 0,
          },
        ];
  const tiers = inNoticeOrder(one.byTier, names).map(([row, count]) => ({
    kind: columns.tier,
    name: row === '' ? summary.noTier : names.label(row),
    count,
  }));
  return [...outcomes, ...selection, ...placeLines(one, names, texts), ...tiers];
}

/** Of each group its places, how many are used, and the bounds of those left. */
function placeLines(one: ProgrammeSummary, names: PolicyNames, texts: Texts): readonly Line[] {
  const { columns, totals } = texts;
  return Object.entries(one.stages ?? {}).flatMap(([id, groups]) =>
    groups.flatMap((group) => {
      const name = texts.summary.group(names.label(id), groupName(group.group, groups.length, names, texts));
      return [
        { kind: columns.places, name, count: group.in, places: group.places },
        { kind: totals.free, name, places: group.free },
      ];
    }),
  );
}

function moneyLines(rate: RateSummary, names: PolicyNames, texts: Texts): readonly Line[] {
  const { summary, totals } = texts;
  const per = rateText(rate, texts).trim();
  const end = (value: number | string | null): string => (value === null ? '' : yuanText(value));
  const line = (kind: string, name: string, { min, max }: Range): Line => ({
    kind,
    name,
    money: { min: end(min), max: end(max), per },
  });
  const parts = (kind: string, byId: { readonly [id: string]: Range }, nameless: string): readonly Line[] =>
    inNoticeOrder(byId, names).map(([id, range]) =>
      line(kind, id === '' ? nameless : names.label(id), range),
    );
  const groups = Object.entries(rate.byStage ?? {}).flatMap(([id, all]) =>
    all.map(({ group, amount }) => {
      const name = summary.group(names.label(id), groupName(group, all.length, names, texts));
      return line(totals.stage, name, amount);
    }),
  );
  return [
    line(totals.money, totals.all, rate.amount),
    ...parts(totals.amount, rate.byAmount, ''),
    ...parts(texts.columns.tier, rate.byTier ?? {}, summary.noTier),
    ...parts(totals.payer, rate.byPayer ?? {}, summary.noPayer),
    ...groups,
  ];
}
