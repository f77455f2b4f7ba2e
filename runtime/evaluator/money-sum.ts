import type { AmountResult, Range, Selection, TabledProgramme } from '../decision.ts';
import { type Exact, exactToJson, parseExact, plus, times } from '../exact.ts';
import type { GroupMoney, RateSummary } from '../register-summary.ts';
import type { Id, Per } from '../types.ts';
import { decidingStage } from './deciding-stage.ts';

type End = number | string | null;

const readEnd = (end: End): Exact | null => (typeof end === 'string' ? parseExact(end) : end);

const printEnd = (end: Exact | null): End => (end === null ? null : exactToJson(end));

const sum = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : plus(a, b);

const part = (whole: End, share: End, open: Exact): End => {
  const all = readEnd(whole);
  return printEnd(all === null ? null : times(all, readEnd(share) ?? open));
};

/** Part of an amount that a payer with this share bears; a share that is open lies between nothing and all. */
const shareOf = (amount: Range, share: Range): Range => ({
  min: part(amount.min, share.min, 0),
  max: part(amount.max, share.max, 1),
});

/** Sums of ranges by name. */
class Sums {
  readonly #sums = new Map<string, { min: Exact | null; max: Exact | null }>();

  add(name: string, { min, max }: Range): void {
    const before = this.#sums.get(name) ?? { min: 0, max: 0 };
    this.#sums.set(name, { min: sum(before.min, readEnd(min)), max: sum(before.max, readEnd(max)) });
  }

  total(): { readonly [name: string]: Range } {
    const sorted = [...this.#sums].sort(byName);
    return Object.fromEntries(
      sorted.map(([name, { min, max }]) => [name, { min: printEnd(min), max: printEnd(max) }]),
    );
  }
}

interface Rate {
  readonly per: readonly Per[];
  readonly overEvents: boolean;
  readonly all: Sums;
  readonly byAmount: Sums;
  readonly byTier: Sums;
  readonly byPayer: Sums;
  /** Of each stage, by its groups. */
  readonly byStage: Map<Id, Sums>;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** Adding up the rows uses these up. */
const HEADS: ReadonlySet<Per> = new Set(['person', 'household', 'item']);

type Gets = 'surely' | 'perhaps' | 'not';

/** Where the programme selects, only those selected get anything. */
function gets({ outcome, selection }: TabledProgramme): Gets {
  if (outcome === 'ineligible' || selection?.result === 'notSelected') return 'not';
  return outcome === 'eligible' && selection?.result !== 'undetermined' ? 'surely' : 'perhaps';
}

/** Money of one programme over a register, each rate by itself. */
export class MoneySum {
  readonly #rates = new Map<string, Rate>();

  add(decision: TabledProgramme): void {
    const who = gets(decision);
    if (who === 'not') return;
    for (const amount of decision.amounts) {
      const whole = amount.total ?? amount.amount;
      // Nobody pays less than nothing: where the least is open, it adds nothing to what is sure.
      const range = { min: who === 'surely' ? (whole.min ?? 0) : 0, max: whole.max };
      this.#add(this.#rate(amount), amount.id, range, decision);
    }
  }

  #add(rate: Rate, amount: Id, range: Range, decision: TabledProgramme): void {
    const { tier, shares, shareReasons, selection } = decision;
    rate.all.add('', range);
    rate.byAmount.add(amount, range);
    if (tier !== undefined) rate.byTier.add(tier.row ?? '', range);
    for (const { payer, share } of shares) rate.byPayer.add(payer, shareOf(range, share));
    if (shares.length === 0 && shareReasons.length > 0) rate.byPayer.add('', range);
    if (selection !== undefined) this.#byStage(rate, selection, range);
  }

  #byStage({ byStage }: Rate, selection: Selection, range: Range): void {
    // Every decision has all stages, in the order of the policy.
    if (byStage.size === 0) for (const { id } of selection.stages) byStage.set(id, new Sums());
    const stage = decidingStage(selection);
    if (stage !== undefined) byStage.get(stage.id)?.add(JSON.stringify(stage.group), range);
  }

  #rate(amount: AmountResult): Rate {
    const per = amount.per.filter((one) => !HEADS.has(one));
    const overEvents = amount.times !== undefined;
    const key = `${per.join(' ')}${overEvents ? ' +' : ''}`;
    let rate = this.#rates.get(key);
    if (rate === undefined) {
      const [all, byAmount, byTier, byPayer] = [new Sums(), new Sums(), new Sums(), new Sums()];
      rate = { per, overEvents, all, byAmount, byTier, byPayer, byStage: new Map() };
      this.#rates.set(key, rate);
    }
    return rate;
  }

  summary(): readonly RateSummary[] {
    const sorted = [...this.#rates].sort(byName);
    return sorted.map(([, rate]) => rateSummary(rate));
  }
}

const groupMoney = (groups: Sums): readonly GroupMoney[] =>
  Object.entries(groups.total()).map(([group, amount]) => ({ group: JSON.parse(group), amount }));

function rateSummary({ per, overEvents, all, byAmount, byTier, byPayer, byStage }: Rate): RateSummary {
  const [tiers, payers] = [byTier.total(), byPayer.total()];
  const stages = [...byStage].map(([id, groups]) => [id, groupMoney(groups)] as const);
  const given = stages.filter(([, groups]) => groups.length > 0);
  return {
    per,
    ...(overEvents ? { overEvents } : {}),
    amount: all.total()[''] ?? { min: 0, max: 0 },
    byAmount: byAmount.total(),
    ...(Object.keys(tiers).length > 0 ? { byTier: tiers } : {}),
    ...(Object.keys(payers).length > 0 ? { byPayer: payers } : {}),
    ...(given.length > 0 ? { byStage: Object.fromEntries(given) } : {}),
  };
}
