import { type EffectTotal, type Group, totalOfMonths } from '../../compiler/index.ts';
import type { Range } from '../../runtime/decision.ts';
import type { Per } from '../../runtime/types.ts';
import type { Session } from '../console/session.ts';
import { moneyText } from '../render/amounts.ts';
import { nameIn, type PolicyReport, type PopulationReport } from './report.ts';

/** How many people are named before the rest is only counted. */
const NAMED = 10;

export const groupOrder: readonly Group[] = ['winner', 'loser', 'mixed', 'opened', 'other', 'unchanged'];

/** A line for each kind of effect: programme, what, how many, money, who. */
export interface EffectLine {
  readonly where: string;
  readonly what: string;
  readonly count: number;
  readonly money: string;
  /** The first of them, and how many there are. */
  readonly who: string;
  /** Everyone, as the register calls them. */
  readonly all: readonly string[];
}

export function effectLines(
  { result }: PopulationReport,
  report: PolicyReport,
  session: Session,
): readonly EffectLine[] {
  const { diff } = session.texts;
  return result.effects.map((one) => {
    const all = everyone(one, result.affected, session);
    return {
      where: nameOf(report, one.at, session),
      what: diff.effects[one.kind],
      count: one.count,
      money: moneyOf(one, session),
      who: session.texts.diff.population.who(all.slice(0, NAMED), Math.max(0, all.length - NAMED)),
      all,
    };
  });
}

/** The name of anything in the version that knows it, the newer one first. */
export function nameOf({ before, after }: PolicyReport, id: string, { language }: Session): string {
  const policy = after?.policy?.names[id] ? after.policy : before?.policy;
  return policy ? nameIn(policy, id, language) : id;
}

function moneyOf({ money }: EffectTotal, { texts }: Session): string {
  return money
    .map(({ by, per }) => texts.diff.population.by(signedMoney(by, texts.language), perText(per, texts)))
    .join(texts.grounds.between);
}

/** What money is for each of; heads are used up by adding people up. */
export function perText(per: readonly string[], texts: Session['texts']): string {
  return per
    .filter((one) => one !== 'person' && one !== 'household' && one !== 'item')
    .map((one) => texts.per[one as Per])
    .join('');
}

function everyone(
  total: EffectTotal,
  affected: PopulationReport['result']['affected'],
  { texts }: Session,
): readonly string[] {
  const hit = affected.filter(({ effects }) =>
    effects.some(({ kind, at }) => kind === total.kind && at === total.at),
  );
  return hit.map((one) => (one.id === '' ? texts.diff.population.row(one.row) : one.id));
}

/** `+1,200 元`, `-50 元`. */
export function signedMoney(by: Range, language: 'zh' | 'en'): string {
  const text = moneyText(by, language);
  const positive = by.min !== null && !String(by.min).startsWith('-') && String(by.min) !== '0';
  return positive ? `+${text}` : text;
}

/** A row a month and their total: surely paid before and after, and the difference. */
export function monthRows({ result }: PopulationReport, { texts }: Session): readonly (readonly string[])[] {
  const { months } = result;
  const total = { month: texts.diff.population.total, ...totalOfMonths(months) };
  return (months.length > 1 ? [...months, total] : months).map(({ month, before, after, by }) => [
    month,
    sumText(before, texts),
    sumText(after, texts),
    `${signedMoney({ min: by.settled, max: by.settled }, texts.language)}${openText(by, texts)}`,
  ]);
}

type MonthSum = PopulationReport['result']['months'][number]['before'];

/** Settled money, and how many payments are open. */
export function sumText(sum: MonthSum, texts: Session['texts']): string {
  return `${moneyText({ min: sum.settled, max: sum.settled }, texts.language)}${openText(sum, texts)}`;
}

const openText = ({ open }: MonthSum, { diff }: Session['texts']): string =>
  open === 0 ? '' : diff.population.andOpen(open);
