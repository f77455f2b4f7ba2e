import type { AmountResult, ProgrammeDecision, Reason } from '../decision.ts';
import type { Line } from './rules.ts';
import type { Voice } from './voice.ts';
import { percent } from './yuan.ts';

const because = (reasons: readonly Reason[], { words, nameOf }: Voice): string =>
  reasons.length === 0 ? '' : words.because(reasons.map((reason) => words.reason(reason, nameOf)));

function amountText(amount: AmountResult, voice: Voice): string {
  const { words } = voice;
  const rate = words.rate(words.money(amount.amount), amount.per);
  const parts = [amount.times === undefined ? rate : words.times(rate, amount.times)];
  if (amount.total !== undefined && amount.total.max !== null)
    parts.push(words.total(words.money(amount.total)));
  if (amount.absent !== undefined) parts.push(words.absent[amount.absent]);
  if (amount.to !== undefined) parts.push(words.months(amount.from, amount.to, !amount.toOpen));
  if (amount.on !== undefined && amount.on.length > 0) parts.push(words.on(amount.on));
  const cites = amount.cites.length === 0 ? '' : words.cites(amount.cites);
  return words.list(parts) + cites + because(amount.reasons, voice);
}

/** Tier and amounts. */
export function amountLines({ tier, amounts }: ProgrammeDecision, voice: Voice): readonly Line[] {
  const { words, nameOf } = voice;
  const lines = amounts.map((amount) => amountText(amount, voice));
  if (tier === undefined) return lines.map((text) => ({ depth: 1, text }));
  const row = tier.row === null ? null : nameOf(tier.row);
  const cites = tier.cites.length === 0 ? '' : words.cites(tier.cites);
  const text = words.tier(row, tier.possible.map(nameOf)) + cites + because(tier.reasons, voice);
  return [text, ...lines].map((line) => ({ depth: 1, text: line }));
}

/** Shares of government levels. */
export function shareLines({ shares, shareReasons }: ProgrammeDecision, voice: Voice): readonly Line[] {
  const { words, nameOf } = voice;
  const parts = shares.map(({ payer, share: { min, max } }) => {
    const [low, high] = [percent(min) ?? '?', percent(max) ?? '?'];
    return words.share(nameOf(payer), low === high ? low : `${low}–${high}`);
  });
  const text = words.list(parts) + because(shareReasons, voice);
  return text === '' ? [] : [{ depth: 1, text }];
}
