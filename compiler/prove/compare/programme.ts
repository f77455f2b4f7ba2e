import { InputErrors } from '../../../runtime/input/errors.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Renames } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import type { TableSym } from '../encode/tables.ts';
import { factKey } from '../encode/world.ts';
import { nearby } from '../search/boundary.ts';
import { Query } from '../search/query.ts';
import { Replay } from '../search/replay.ts';
import { beginning, type Given, recordIn } from '../search/setting.ts';
import { smallest } from '../search/smallest.ts';
import { type Session, SolverFault } from '../search/solver.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { and, not, or, YES } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { type Differences, differencesOf, type Money } from './differences.ts';
import { extremes } from './extremes.ts';
import { kindsOf } from './replayed.ts';
import {
  type Comparison,
  type DifferenceKind,
  differenceKinds,
  type Pair,
  type Region,
  type Undecided,
} from './result.ts';
import { openBoth, type TwoWorlds } from './worlds.ts';

/** What all programmes of two versions have in common. */
export interface Compared {
  readonly before: Policy;
  readonly after: Policy;
  readonly moved: Renames;
  readonly given: Given;
  readonly session: Session;
  readonly alike: (a: unknown, b: unknown) => boolean;
  readonly ranking: boolean;
  /** What keeps the programme from being decided whatever is asked. */
  readonly because: readonly Undecided[];
}

/** At most so many regions of one kind. */
const MOST = 60;
/** Kinds that only say that something is open: where proofs do not reach, everything would be. */
const aboutDoubt: ReadonlySet<DifferenceKind> = new Set([
  'opened',
  'settledIn',
  'settledOut',
  'moneyOpened',
  'moneySettled',
  'ifEligible',
]);

class Fault extends Error {}

/** One programme over the variables of one record that both versions read. */
export class ProgrammeComparison {
  private readonly common: Compared;
  private readonly id: Id;
  private readonly two: TwoWorlds;
  private readonly differences: Differences;
  private readonly replays: readonly [Replay, Replay];
  private readonly query: Query;
  private readonly from: Assignment;
  private readonly because: Undecided[];
  private readonly regions: Region[] = [];
  private readonly found: Bool[] = [];

  constructor(common: Compared, id: Id) {
    const { before, after, moved, given, session, alike } = common;
    this.common = common;
    this.id = id;
    const subjects = [before, after].map(
      ({ programmes }) => programmes.find((one) => one.id === id)?.subject,
    );
    const subject = subjects[1] ?? '';
    this.two = openBoth(before, after, moved, given, subject);
    this.differences = differencesOf(this.two, id, alike);
    this.readInBoth(subject);
    this.replays = [new Replay(before), new Replay(after)];
    const base = new Map([...this.two.before.ground.base, ...this.two.after.ground.base]);
    this.from = beginning(this.two.pool, { ...this.two.after.ground, base }, '');
    this.query = new Query(session, this.two.pool, this.from);
    const other: readonly Undecided[] =
      subjects[0] === subjects[1] ? [] : [{ k: 'incomparable', what: 'subject', id }];
    const { incomparable } = this.two.merged;
    this.because = [
      ...common.because,
      ...other,
      ...incomparable,
      ...this.differences.unencoded,
      ...this.outside(),
    ];
  }

  /** What one version reads keeps to the ranges of the other too. */
  private readInBoth(subject: Id): void {
    const { pool, before, after } = this.two;
    for (const { world, ground } of [before, after]) {
      const { policy } = ground.setting;
      const facts = policy.subjects.find(({ id }) => id === subject)?.facts ?? [];
      const read = (key: string): boolean => pool.slots.has(world.nameOf(key));
      for (const { id, fallback } of facts) if (!fallback && read(id)) world.fact('subject', id);
      for (const { id, fallback } of policy.circumstances)
        if (!fallback && read(factKey('circumstances', id))) world.fact('circumstances', id);
    }
  }

  private outside(): readonly Undecided[] {
    const seen = new Set<string>();
    return (['before', 'after'] as const).flatMap((version) =>
      this.two[version].encoder.beyond.flatMap((outside): Undecided[] => {
        const said = `${outside.why} ${outside.origin.cites.join()}`;
        if (seen.has(said)) return [];
        seen.add(said);
        return [{ k: 'outside', version, outside }];
      }),
    );
  }

  async run(): Promise<Comparison> {
    try {
      // What no record fits both ways, or is paid only beside nothing else, is compared by trying alone.
      const barred = this.because.some(
        ({ k, ...rest }) => k === 'incomparable' && 'what' in rest && rest.what !== 'total',
      );
      if (barred) return this.undecided();
      const doubtful = this.because.length > 0;
      for (const kind of differenceKinds) if (!doubtful || !aboutDoubt.has(kind)) await this.ask(kind);
      return await this.rest(doubtful);
    } catch (error) {
      if (!(error instanceof SolverFault || error instanceof Fault)) throw error;
      return this.comparison('fault', { detail: error.message });
    }
  }

  /** Everybody outside the regions, once more. */
  private async rest(doubtful: boolean): Promise<Comparison> {
    const { kinds, surelySame } = this.differences;
    const differs = doubtful ? not(surelySame) : or(...Object.values(kinds));
    const answer = await this.query.ask(and(differs, ...this.found.map(not)));
    if (answer.k === 'unsat') {
      const open = this.because.filter(({ k }) => k === 'time' || k === 'doubt' || k === 'many');
      return open.length === 0 ? this.comparison('compared') : this.undecided();
    }
    if (answer.k === 'undecided') this.because.push({ k: 'time', kind: 'rest' });
    return this.undecided();
  }

  private async ask(kind: DifferenceKind): Promise<void> {
    const own: Bool[] = [];
    for (;;) {
      const where = and(this.differences.kinds[kind], ...own.map(not));
      const answer = await this.query.ask(where);
      if (answer.k === 'undecided') this.because.push({ k: 'time', kind });
      if (answer.k !== 'sat') break;
      if (own.length >= MOST) {
        this.because.push({ k: 'many' });
        break;
      }
      const part = this.partOf(kind, answer.model);
      own.push(part.where);
      await this.region(kind, part, answer.model);
    }
    this.found.push(...own);
  }

  /** The rows of the tier table before and after, and the amount, that this one applicant shows. */
  private partOf(kind: DifferenceKind, model: Assignment): Part {
    const { kinds, money, tiers } = this.differences;
    const seen = new Evaluation(model);
    const side = kind === 'moreMoney' ? 'more' : kind === 'lessMoney' ? 'less' : null;
    const amount = side ? (money.find((one) => seen.bool(one[side])) ?? null) : null;
    const byRow = kind === 'otherTier' || amount?.byTier;
    const [before, after] = [tiers.before, tiers.after].map((table) => rowIn(byRow ? table : null, seen));
    const of = amount && side ? amount[side] : YES;
    return {
      where: and(kinds[kind], of, before?.where ?? YES, after?.where ?? YES),
      amount,
      rows: byRow ? { before: before?.id ?? null, after: after?.id ?? null } : null,
    };
  }

  private async region(
    kind: DifferenceKind,
    { where, amount, rows }: Part,
    model: Assignment,
  ): Promise<void> {
    const slots = [...this.two.pool.slots].map(([name, slot]) => ({ slot, steady: !this.isFact(name) }));
    const least = await smallest(this.query, where, slots, this.from, model);
    const witness = this.pair(least.model);
    if (!this.kinds(witness).has(kind)) {
      if (!aboutDoubt.has(kind))
        throw new Fault(
          `${kind} / ${[...this.kinds(witness)].join(', ') || '='} ${JSON.stringify(witness.after.facts)}`,
        );
      this.because.push({ k: 'doubt' });
      return;
    }
    const by = amount && (await extremes(this.query, where, amount.by, least.model));
    this.regions.push({
      kind,
      ...(rows && { rows }),
      ...(amount && by && { amount: { id: amount.id, per: amount.per, ...by } }),
      witness,
      smallest: least.exact,
    });
  }

  private isFact(name: string): boolean {
    const { before, after } = this.common;
    return [before, after].some(({ subjects }) =>
      subjects.some(({ facts }) => facts.some(({ id }) => id === name)),
    );
  }

  private pair(model: Assignment): Pair {
    const { before, after, pool } = this.two;
    const [a, b] = [before, after].map(({ world, ground }) => recordIn(world, pool, ground, model)) as [
      never,
      never,
    ];
    return this.decided(a, b, this.changedIn(model));
  }

  private decided(a: Pair['before'], b: Pair['after'], changed: readonly string[]): Pair {
    const [was, is] = this.decide(a, b).map(({ programmes }) => programmes[this.id]);
    if (!was || !is) throw new Fault(`${this.id} was not decided`);
    return { before: a, after: b, changed, was, is };
  }

  private decide(a: Pair['before'], b: Pair['after']) {
    const [old, fresh] = this.replays;
    try {
      return [old.run(a.binding, a.facts).decision, fresh.run(b.binding, b.facts).decision] as const;
    } catch (error) {
      if (error instanceof InputErrors) throw new Fault(error.message);
      throw error;
    }
  }

  private kinds({ before, after }: Pair): ReadonlySet<DifferenceKind> {
    return kindsOf(...this.decide(before, after), this.id);
  }

  /** Of both versions; a fact that was renamed is told once. */
  private changedIn(model: Assignment): readonly string[] {
    const { before, after, pool } = this.two;
    const keys = [after, before].flatMap(({ world, ground }) => {
      const [now, start] = [model, this.from].map((given) => recordIn(world, pool, ground, given).raw);
      return [...(now ?? [])].flatMap(([key, value]) =>
        JSON.stringify(value) === JSON.stringify(start?.get(key)) ? [] : [world.nameOf(key)],
      );
    });
    return [...new Set(keys)];
  }

  /** Applicants on the boundaries of both versions, decided by both; the first outside the regions who differs. */
  private undecided(): Comparison {
    const { before, after, pool } = this.two;
    let tried = 0;
    for (const given of nearby(pool, [before.policy, after.policy], before.ground.asOf, this.from)) {
      const seen = new Evaluation(given);
      if (this.found.some((where) => seen.bool(where))) continue;
      const pair = this.readable(given);
      if (!pair) continue;
      tried += 1;
      if (this.kinds(pair).size > 0) return this.comparison('undecided', { tried, first: pair });
    }
    return this.comparison('undecided', { tried });
  }

  /** None where one of the versions does not accept the record: ranges may hang on other facts. */
  private readable(given: Assignment): Pair | null {
    try {
      return this.pair(given);
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }

  private comparison(state: Comparison['state'], more: Partial<Comparison> = {}): Comparison {
    const lists = [...this.two.pool.slots.values()].some(({ sym }) => sym.of.t === 'list');
    const read = new Set(this.two.pool.slots.keys());
    return {
      programme: this.id,
      state,
      regions: this.regions,
      because: state === 'undecided' ? unique(this.because) : [],
      narrowed: this.two.merged.narrowed.filter((id) => read.has(id)),
      ranking: this.common.ranking,
      ...(lists && { lists: this.two.after.ground.setting.limits.list }),
      ...more,
    };
  }
}

interface Part {
  readonly where: Bool;
  readonly amount: Money | null;
  readonly rows: Region['rows'] | null;
}

function rowIn(
  table: TableSym | null,
  seen: Evaluation,
): { readonly id: Id | null; readonly where: Bool } | null {
  if (!table) return null;
  const row = table.rows.find(({ applies }) => seen.bool(applies));
  return row
    ? { id: row.id, where: row.applies }
    : { id: null, where: not(or(...table.rows.map((r) => r.applies))) };
}

const unique = (all: readonly Undecided[]): readonly Undecided[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
