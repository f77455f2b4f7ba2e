import type { Decision, Payment, ProgrammeDecision, Range } from '../../../runtime/decision.ts';
import { exact, printExact, times } from '../../../runtime/exact.ts';
import type { Id } from '../../../runtime/types.ts';
import { addRanges } from './money.ts';
import { addPaid, type MoneyPair, NO_MONEY, ZERO } from './money-sum.ts';
import type { Group } from './tally.ts';

/** What a change does to part of a register. */
export interface BreakdownPart {
  /** Value of the fact, row of the tier table, or who pays; `null`: not known, not settled, or not said. */
  readonly key: string | null;
  /** People: of a fact all who have this value, of tiers and payers those who are eligible in either version. */
  readonly rows: number;
  readonly groups: { readonly [group in Group]: number };
  /** People who are eligible (of a tier: who stand in this row; of a payer: whom it pays for), before and after. */
  readonly eligible: { readonly before: number; readonly after: number };
  /** Money of the whole period, fen. */
  readonly money: MoneyPair;
}

/**
 * The register taken apart: by the values of a fact (place, kind of household …), by the tiers of a programme, by who bears
 * its cost (the levels of government). `at`: the fact or the programme. People of several parts (two payers) count in each.
 */
export interface Breakdown {
  readonly by: 'fact' | 'tier' | 'payer';
  readonly at: Id;
  readonly parts: readonly BreakdownPart[];
}

/** One record by one version. */
export interface Paid {
  readonly decision: Decision;
  /** Within the period asked about. */
  readonly payments: readonly Payment[];
}

interface Sums {
  rows: number;
  groups: { [group in Group]: number };
  eligible: { before: number; after: number };
  money: MoneyPair;
}

/** What one version says of one part for one record. */
interface Share {
  readonly eligible: boolean;
  readonly money: Range;
}

const NO_SHARE: Share = { eligible: false, money: ZERO };
const UNKNOWN = Symbol('unknown');
type Key = string | typeof UNKNOWN;

/** Adds up, record by record, by each fact asked about and by the tiers and payers of every programme. */
export class Breakdowns {
  readonly #tables = new Map<
    string,
    { readonly by: Breakdown['by']; readonly at: Id; readonly parts: Map<Key, Sums> }
  >();

  /** `values`: of each fact asked about, what the record says; `null` where it says nothing. */
  add(values: ReadonlyMap<Id, string | null>, group: Group, before: Paid, after: Paid): void {
    const [whole, wholeAfter] = [wholeOf(before), wholeOf(after)];
    for (const [fact, value] of values) this.#count('fact', fact, value ?? UNKNOWN, group, whole, wholeAfter);
    const programmes = new Set([
      ...Object.keys(before.decision.programmes),
      ...Object.keys(after.decision.programmes),
    ]);
    for (const id of programmes) {
      this.#compare('tier', id, group, tiersOf(id, before), tiersOf(id, after));
      this.#compare('payer', id, group, payersOf(id, before), payersOf(id, after));
    }
  }

  result(): readonly Breakdown[] {
    return [...this.#tables.values()].map(({ by, at, parts }) => ({
      by,
      at,
      parts: [...parts].map(([key, sums]) => ({ key: key === UNKNOWN ? null : key, ...sums })),
    }));
  }

  #compare(
    by: Breakdown['by'],
    at: Id,
    group: Group,
    before: ReadonlyMap<Key, Share>,
    after: ReadonlyMap<Key, Share>,
  ): void {
    for (const key of new Set([...before.keys(), ...after.keys()]))
      this.#count(by, at, key, group, before.get(key) ?? NO_SHARE, after.get(key) ?? NO_SHARE);
  }

  #count(by: Breakdown['by'], at: Id, key: Key, group: Group, before: Share, after: Share): void {
    const table = this.#tables.get(`${by} ${at}`) ?? { by, at, parts: new Map<Key, Sums>() };
    this.#tables.set(`${by} ${at}`, table);
    const sums = table.parts.get(key) ?? emptySums();
    table.parts.set(key, sums);
    sums.rows += 1;
    sums.groups[group] += 1;
    if (before.eligible) sums.eligible.before += 1;
    if (after.eligible) sums.eligible.after += 1;
    sums.money = addPaid(sums.money, before.money, after.money);
  }
}

const emptySums = (): Sums => ({
  rows: 0,
  groups: { winner: 0, loser: 0, mixed: 0, opened: 0, other: 0, unchanged: 0 },
  eligible: { before: 0, after: 0 },
  money: NO_MONEY,
});

const total = (payments: readonly Payment[]): Range =>
  payments.reduce<Range>((sum, { amount }) => addRanges(sum, amount), ZERO);

function wholeOf({ decision, payments }: Paid): Share {
  const eligible = Object.values(decision.programmes).some(({ outcome }) => outcome === 'eligible');
  return { eligible, money: total(payments) };
}

const paidBy = (programme: Id, { payments }: Paid): Range =>
  total(payments.filter((one) => one.programme === programme));

/** The row somebody stands in; nobody who is surely not eligible. */
function tiersOf(id: Id, paid: Paid): ReadonlyMap<Key, Share> {
  const programme = mayGet(paid.decision.programmes[id]);
  if (!programme?.tier) return new Map();
  const eligible = programme.outcome === 'eligible';
  return new Map([[programme.tier.row ?? UNKNOWN, { eligible, money: paidBy(id, paid) }]]);
}

/** Each payer's part; a part that is not settled stays open. Programmes that name no payer are in no table. */
function payersOf(id: Id, paid: Paid): ReadonlyMap<Key, Share> {
  const programme = mayGet(paid.decision.programmes[id]);
  if (!programme || (programme.shares.length === 0 && programme.shareReasons.length === 0)) return new Map();
  const eligible = programme.outcome === 'eligible';
  const money = paidBy(id, paid);
  if (programme.shares.length === 0) return new Map([[UNKNOWN, { eligible, money }]]);
  return new Map(
    programme.shares.map(({ payer, share }) => [payer, { eligible, money: part(money, share) }] as const),
  );
}

const mayGet = (programme: ProgrammeDecision | undefined): ProgrammeDecision | null =>
  programme === undefined || programme.outcome === 'ineligible' ? null : programme;

/** Neither money nor shares are ever negative. */
const part = (money: Range, share: Range): Range => ({
  min: product(money.min, share.min),
  max: product(money.max, share.max),
});

const product = (a: Range['min'], b: Range['min']): string | null =>
  a === null || b === null ? null : printExact(times(exact(String(a)), exact(String(b))));
