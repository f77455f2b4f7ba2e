import type { AmountResult, DutyDecision, TabledDecision, TabledProgramme } from '../../runtime/decision.ts';
import type { PolicyNames } from '../policy/names.ts';
import type { Texts } from '../texts/texts.ts';
import { rangeText, yuanText } from './amounts.ts';
import { dutyGrounds } from './duties.ts';
import { groundsText } from './grounds.ts';
import { NO_PLACE, type ShownSelection, shownSelection } from './selection.ts';

/** One programme, duty or target of one record as a row of a table: what a clerk looks at. */
export interface FlatRow extends ShownSelection {
  readonly row: number;
  readonly id: string;
  readonly programme: string;
  readonly outcome: string;
  readonly selection: string;
  /** The row that applies, or all that may. */
  readonly tier: string;
  /** The same for a narrow column: many possible rows are counted. */
  readonly tierShort: string;
  /** Yuan; empty where nothing is paid or it is not settled. */
  readonly amount: string;
  /** Lowest and highest amount still possible, in yuan; empty where open. */
  readonly amountMin: string;
  readonly amountMax: string;
  readonly per: string;
  readonly from: string;
  readonly to: string;
  readonly grounds: string;
}

export interface Subject {
  readonly row: number;
  readonly id: string;
}

/** Money is shown to those who are eligible or may be: what the others would have got misleads. */
export function flatRows(
  who: Subject,
  decision: TabledDecision,
  names: PolicyNames,
  texts: Texts,
): readonly FlatRow[] {
  const programmes = Object.entries(decision.programmes).flatMap(([id, programme]) => {
    const amounts = getsNothing(programme) ? [] : programme.amounts;
    const shown: readonly (AmountResult | null)[] = amounts.length > 0 ? amounts : [null];
    return shown.map((amount) => flatRow(who, id, programme, amount, names, texts));
  });
  const duties = Object.entries(decision.duties ?? {}).map(([id, duty]) =>
    dutyRow(who, id, duty, names, texts),
  );
  return [...programmes, ...duties];
}

const NO_MONEY = {
  selection: '',
  ...NO_PLACE,
  tier: '',
  tierShort: '',
  amount: '',
  amountMin: '',
  amountMax: '',
  per: '',
  from: '',
  to: '',
};

const dutyRow = (
  who: Subject,
  id: string,
  duty: DutyDecision,
  names: PolicyNames,
  texts: Texts,
): FlatRow => ({
  ...NO_MONEY,
  row: who.row,
  id: who.id,
  programme: names.label(id),
  outcome: names.voice.words.dutyState[duty.state],
  grounds: dutyGrounds(duty, names, texts),
});

const getsNothing = ({ outcome, selection, choice }: TabledProgramme): boolean =>
  outcome === 'ineligible' || selection?.result === 'notSelected' || choice?.paid === 'no';

function flatRow(
  who: Subject,
  programme: string,
  decision: TabledProgramme,
  amount: AmountResult | null,
  names: PolicyNames,
  texts: Texts,
): FlatRow {
  const end = (value: number | string | null | undefined): string =>
    value === null || value === undefined ? '' : yuanText(value);
  const tiers = decision.outcome === 'ineligible' ? [] : tierRows(decision);
  return {
    row: who.row,
    id: who.id,
    programme: names.label(programme),
    outcome: texts.outcome[decision.outcome],
    selection: decision.selection ? texts.selection[decision.selection.result] : '',
    ...shownSelection(decision, names),
    tier: tiers.map((row) => names.label(row)).join(' / '),
    tierShort:
      tiers.length > 2 ? texts.possibleTiers(tiers.length) : tiers.map((row) => names.label(row)).join(' / '),
    amount: amount ? rangeText(amount.amount, yuanText) : '',
    amountMin: end(amount?.amount.min),
    amountMax: end(amount?.amount.max),
    per: amount
      ? amount.per
          .map((per) => texts.per[per])
          .join('')
          .trim()
      : '',
    from: amount ? (amount.from ?? amount.on?.[0] ?? '') : '',
    to: amount ? (amount.to ?? amount.on?.at(-1) ?? '') : '',
    grounds: groundsText(programme, decision, names, texts),
  };
}

const tierRows = ({ tier }: TabledProgramme): readonly string[] =>
  !tier ? [] : tier.row === null ? tier.possible : [tier.row];
