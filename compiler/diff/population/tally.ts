import type { Decision, Payment, Range } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import { type Effect, type EffectKind, effects } from './effects.ts';
import { addRanges } from './money.ts';
import { addPaid, addPairs, type MoneyPair, NO_MONEY, ZERO } from './money-sum.ts';

/** Who of a register a change makes better or worse off, or leaves as they are. */
export type Group = 'winner' | 'loser' | 'mixed' | 'opened' | 'other' | 'unchanged';

/** An applicant whose decision differs. */
export interface Affected {
  readonly row: number;
  readonly id: string;
  readonly group: Exclude<Group, 'unchanged'>;
  readonly effects: readonly Effect[];
}

export interface EffectTotal {
  readonly kind: EffectKind;
  readonly at: Id;
  readonly count: number;
  /** Differences in money added up, fen; by amount. */
  readonly money: readonly { readonly id: Id; readonly per: readonly string[]; readonly by: Range }[];
}

/** Money paid in one month. */
export interface MonthTotal extends MoneyPair {
  readonly month: string;
}

export interface PopulationDiff {
  readonly rows: number;
  readonly groups: { readonly [group in Group]: number };
  readonly effects: readonly EffectTotal[];
  readonly months: readonly MonthTotal[];
  readonly affected: readonly Affected[];
}

function byMonth(payments: readonly Payment[]): ReadonlyMap<string, Range> {
  const months = new Map<string, Range>();
  for (const { on, amount } of payments) {
    const month = on.slice(0, 7);
    months.set(month, addRanges(months.get(month) ?? ZERO, amount));
  }
  return months;
}

/** All months together. */
export function totalOfMonths(months: readonly MonthTotal[]): MoneyPair {
  return months.reduce<MoneyPair>(addPairs, NO_MONEY);
}

/** Adds up, record by record, what a change does to a register. Keeps only who is affected. */
export class PopulationTally {
  #rows = 0;
  readonly #groups = { winner: 0, loser: 0, mixed: 0, opened: 0, other: 0, unchanged: 0 };
  readonly #affected: Affected[] = [];
  readonly #totals = new Map<
    string,
    { kind: EffectKind; at: Id; count: number; money: Map<Id, AmountSum> }
  >();
  readonly #months = new Map<string, MoneyPair>();

  /** Gives what it found of this record. */
  add(
    who: { readonly row: number; readonly id: string },
    before: Decision,
    after: Decision,
  ): readonly Effect[] {
    this.#rows += 1;
    const found = effects(before, after);
    const group = groupOf(found);
    this.#groups[group] += 1;
    if (group !== 'unchanged') this.#affected.push({ ...who, group, effects: found });
    for (const one of found) this.#count(one);
    return found;
  }

  /** Payments of one record by both versions, within the period asked about. */
  pay(before: readonly Payment[], after: readonly Payment[]): void {
    const [old, fresh] = [byMonth(before), byMonth(after)];
    for (const month of new Set([...old.keys(), ...fresh.keys()])) {
      const sums = this.#months.get(month) ?? NO_MONEY;
      this.#months.set(month, addPaid(sums, old.get(month) ?? ZERO, fresh.get(month) ?? ZERO));
    }
  }

  result(): PopulationDiff {
    const months = [...this.#months].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      rows: this.#rows,
      groups: this.#groups,
      effects: [...this.#totals.values()].map(({ money, ...rest }) => ({
        ...rest,
        money: [...money.values()],
      })),
      months: months.map(([month, sums]) => ({ month, ...sums })),
      affected: this.#affected,
    };
  }

  #count({ kind, at, amount }: Effect): void {
    const key = `${at} ${kind}`;
    const total = this.#totals.get(key) ?? { kind, at, count: 0, money: new Map<Id, AmountSum>() };
    this.#totals.set(key, total);
    total.count += 1;
    if (!amount) return;
    const sum = total.money.get(amount.id);
    total.money.set(amount.id, { ...amount, by: sum ? addRanges(sum.by, amount.by) : amount.by });
  }
}

type AmountSum = EffectTotal['money'][number];

/** What its effects make of an applicant. */
export function groupOf(found: readonly Effect[]): Group {
  const has = (verdict: Effect['verdict']): boolean => found.some((one) => one.verdict === verdict);
  if (found.length === 0) return 'unchanged';
  if (has('better') && has('worse')) return 'mixed';
  if (has('worse')) return 'loser';
  if (has('better')) return 'winner';
  return has('opened') ? 'opened' : 'other';
}
