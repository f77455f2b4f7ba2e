import type { Range } from '../../runtime/decision.ts';
import type { GroupMoney, RateSummary } from '../../runtime/register-summary.ts';
import type { PolicyNames } from '../policy/names.ts';
import { moneyText } from '../render/amounts.ts';
import type { Texts } from '../texts/texts.ts';
import { groupName } from './group-name.ts';
import { inNoticeOrder } from './notice-order.ts';
import { MOST_GROUPS } from './places-text.ts';

type Parts = readonly (readonly [name: string, range: Range])[];

/** The sum of one rate, then its parts by amount, tier row, payer, stage and group, where there are several. */
export function rateLines(rate: RateSummary, names: PolicyNames, texts: Texts): readonly string[] {
  const { summary } = texts;
  const named = (parts: { readonly [id: string]: Range }, nameless: string): Parts =>
    inNoticeOrder(parts, names).map(([id, range]) => [id === '' ? nameless : names.label(id), range]);
  const amounts = named(rate.byAmount, '');
  return [
    `  ${summary.money(moneyText(rate.amount, texts.language), rateText(rate, texts))}`,
    ...partsLine(summary.byAmount, amounts.length > 1 ? amounts : [], texts),
    ...partsLine(summary.byTier, named(rate.byTier ?? {}, summary.noTier), texts),
    ...partsLine(summary.byPayer, named(rate.byPayer ?? {}, summary.noPayer), texts),
    ...Object.entries(rate.byStage ?? {}).flatMap(([id, groups]) =>
      partsLine(summary.byStage(names.label(id)), groupParts(groups, names, texts), texts),
    ),
  ];
}

/** A stage without groups gives all the money: its sum is there already. */
const groupParts = (groups: readonly GroupMoney[], names: PolicyNames, texts: Texts): Parts =>
  groups.length < 2
    ? []
    : groups.map(({ group, amount }) => [groupName(group, groups.length, names, texts), amount]);

function partsLine(title: string, parts: Parts, texts: Texts): readonly string[] {
  if (parts.length === 0) return [];
  const said = parts
    .slice(0, MOST_GROUPS)
    .map(([name, range]) => `${name} ${moneyText(range, texts.language)}`);
  const rest = parts.length - said.length;
  const all = rest > 0 ? [...said, texts.summary.moreGroups(rest)] : said;
  return [`    ${title}${all.join(texts.grounds.between)}`];
}

/** What the rows' money is for each of, after their heads are used up by adding: `每月`. */
export function rateText({ per, overEvents }: RateSummary, texts: Texts): string {
  if (overEvents) return texts.summary.overEvents;
  return per.map((one) => texts.per[one]).join('');
}
