import type { AmountResult, ProgrammeDecision } from '../decision.ts';
import { percent } from '../describe/yuan.ts';
import type { Block } from './letter.ts';
import { dateText } from './spoken.ts';
import { type LetterVoice, reasonTexts } from './voice.ts';

const dated = (text: string | null | undefined, { lang }: LetterVoice) =>
  typeof text === 'string' ? dateText(text, lang) : text;

function amountText(amount: AmountResult, voice: LetterVoice): string {
  const { words, plain, lang } = voice;
  const said = plain.words;
  const { min, max } = amount.amount;
  const unset = min === null && max === null;
  const rate = unset ? words.noAmount : said.rate(said.money(amount.amount), amount.per);
  const none = amount.times?.max === 0;
  const parts = [amount.times === undefined || none || unset ? rate : said.times(rate, amount.times)];
  if (none) parts.push(words.noneYet);
  else if (amount.total !== undefined && !unset) parts.push(said.total(said.money(amount.total)));
  if (amount.absent !== undefined) parts.push(said.absent[amount.absent]);
  if (amount.to !== undefined)
    parts.push(words.months(dated(amount.from, voice), dated(amount.to, voice) ?? null, !amount.toOpen));
  if (amount.on !== undefined && amount.on.length > 0)
    parts.push(words.on(amount.on.map((on) => dateText(on, lang))));
  const text = words.amount(voice.nameOf(amount.id), words.joined(parts));
  return words.item(text, amount.cites);
}

/** Why the amount is open, beyond what keeps the outcome open: that has been said. */
const because = (programme: ProgrammeDecision, voice: LetterVoice): readonly string[] => {
  const { amounts, tier } = programme;
  const said = new Set(reasonTexts(programme.reasons, voice));
  const reasons = [...(tier?.reasons ?? []), ...amounts.flatMap((amount) => amount.reasons)];
  const texts = reasonTexts(reasons, voice).filter((text) => !said.has(text));
  return texts.length === 0 ? [] : [voice.words.amountOpen(voice.words.reasons(texts))];
};

function tierLines({ tier }: ProgrammeDecision, { words, nameOf }: LetterVoice): readonly string[] {
  if (tier === undefined) return [];
  if (tier.row !== null) return [words.item(words.tier(nameOf(tier.row)), tier.cites)];
  if (tier.possible.length === 0) return [];
  return [words.item(words.tiers(words.list(tier.possible.map(nameOf))), tier.cites)];
}

function payerLines({ shares }: ProgrammeDecision, voice: LetterVoice): readonly string[] {
  const { words, nameOf } = voice;
  const parts = shares.map(({ payer, share: { min, max } }) => {
    const [low, high] = [percent(min) ?? '?', percent(max) ?? '?'];
    return words.payer(nameOf(payer), low === high ? low : `${low}–${high}`);
  });
  return parts.length === 0 ? [] : [words.payers(words.list(parts))];
}

const isSettled = (programme: ProgrammeDecision): boolean => programme.outcome === 'eligible';

/** Tier, amounts with their months, other benefits and who pays; nothing where nothing is paid. */
export function moneyBlocks(programme: ProgrammeDecision, voice: LetterVoice): readonly Block[] {
  const { words, nameOf } = voice;
  const granted = programme.grants.filter(({ truth }) => truth !== 'no');
  const items = [
    ...tierLines(programme, voice),
    ...programme.amounts.map((amount) => amountText(amount, voice)),
    ...because(programme, voice),
    ...payerLines(programme, voice),
  ];
  const others = granted.map(({ id, truth, cites }) =>
    words.item(truth === 'yes' ? nameOf(id) : words.perhaps(nameOf(id)), cites),
  );
  const blocks: Block[] = [];
  if (items.length > 0)
    blocks.push({ heading: words.heading.amount, lead: isSettled(programme) ? '' : words.ifEligible, items });
  if (others.length > 0)
    blocks.push({
      heading: words.heading.grants,
      lead: isSettled(programme) || items.length > 0 ? words.grants : words.ifEligible,
      items: others,
    });
  return blocks;
}
