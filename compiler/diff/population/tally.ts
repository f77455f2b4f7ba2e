import type { Decision, Payment, Range } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import { type Effect, type EffectKind, effects } from './effects.ts';
import { addEnds, addRanges, moneyChange } from './money.ts';

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

/** What is surely paid in a month, fen, and how many payments are not settled. */
export interface MonthSum {
  readonly settled: Range['min'];
  readonly open: number;
}

/** Money paid in one month, before and after. `by`: the difference, for those whose payments are settled in both versions. */
export interface MonthTotal {
  readonly month: string;
  readonly before: MonthSum;
  readonly after: MonthSum;
  readonly by: MonthSum;
}

export interface PopulationDiff {
  readonly rows: number;
  readonly groups: { readonly [group in Group]: number };
  readonly effects: readonly EffectTotal[];
  readonly months: readonly MonthTotal[];
  readonly affected: readonly Affected[];
}

const ZERO: Range = { min: 0, max: 0 };
const OPEN: Range = { min: null, max: null };
const NOBODY: MonthSum = { settled: 0, open: 0 };

function byMonth(payments: readonly Payment[]): ReadonlyMap<string, Range> {
  const months = new Map<string, Range>();
  for (const { on, amount } of payments) {
    const month = on.slice(0, 7);
    months.set(month, addRanges(months.get(month) ?? ZERO, amount));
  }
  return months;
}

const settled = ({ min, max }: Range): boolean => min !== null && String(min) === String(max);

function addPayment(sum: MonthSum, amount: Range): MonthSum {
  if (!settled(amount)) return { ...sum, open: sum.open + 1 };
  return { ...sum, settled: addEnds(sum.settled, amount.min) };
}

const addSums = (a: MonthSum, b: MonthSum): MonthSum => ({
  settled: addEnds(a.settled, b.settled),
  open: a.open + b.open,
});

/** All months together. */
export function totalOfMonths(months: readonly MonthTotal[]): Omit<MonthTotal, 'month'> {
  return months.reduce<Omit<MonthTotal, 'month'>>(
    (sum, { before, after, by }) => ({
      before: addSums(sum.before, before),
      after: addSums(sum.after, after),
      by: addSums(sum.by, by),
    }),
    { before: NOBODY, after: NOBODY, by: NOBODY },
  );
}

/** Adds up, record by record, what a change does to a register. Keeps only who is affected. */
export class PopulationTally {
  #rows = 0;
  readonly #groups = { winner: 0, loser: 0, mixed: 0, opened: 0, other: 0, unchanged: 0 };
  readonly #affected: Affected[] = [];
  readonly #totals = new Map<string, { kind: EffectKind; at: Id; count: number; money: Map<Id, MoneySum> }>();
  readonly #months = new Map<string, Omit<MonthTotal, 'month'>>();

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
      const [a, b] = [old.get(month) ?? ZERO, fresh.get(month) ?? ZERO];
      const sums = this.#months.get(month) ?? { before: NOBODY, after: NOBODY, by: NOBODY };
      this.#months.set(month, {
        before: addPayment(sums.before, a),
        after: addPayment(sums.after, b),
        by: addPayment(sums.by, settled(a) && settled(b) ? (moneyChange(a, b)?.by ?? ZERO) : OPEN),
      });
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
    const total = this.#totals.get(key) ?? { kind, at, count: 0, money: new Map<Id, MoneySum>() };
    this.#totals.set(key, total);
    total.count += 1;
    if (!amount) return;
    const sum = total.money.get(amount.id);
    total.money.set(amount.id, { ...amount, by: sum ? addRanges(sum.by, amount.by) : amount.by });
  }
}

type MoneySum = EffectTotal['money'][number];

function groupOf(found: readonly Effect[]): Group {
  const has = (verdict: Effect['verdict']): boolean => found.some((one) => one.verdict === verdict);
  if (found.length === 0) return 'unchanged';
  if (has('better') && has('worse')) return 'mixed';
  if (has('worse')) return 'loser';
  if (has('better')) return 'winner';
  return has('opened') ? 'opened' : 'other';
}
