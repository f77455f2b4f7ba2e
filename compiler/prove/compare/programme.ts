import type { Id } from '../../../runtime/types.ts';
import type { Renames } from '../../diff/index.ts';
import type { Policy } from '../../ir/policy.ts';
import { ROUND } from '../encode/yearly.ts';
import { factKey } from '../encode/world.ts';
import { besides, nearby } from '../search/boundary.ts';
import { type Answer, Query } from '../search/query.ts';
import { beginning, type Given } from '../search/setting.ts';
import { smallest } from '../search/smallest.ts';
import { type Session, SolverFault } from '../search/solver.ts';
import { civilDate } from '../../../runtime/dates.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { and, not, or, YES } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { type Alike, asidesOf } from './apart.ts';
import { Both, Fault } from './both.ts';
import { type Cause, causesOf } from './causes.ts';
import { type Differences, differencesOf } from './differences.ts';
import { extremes } from './extremes.ts';
import { changedIn, type Part, partOf, seenBy } from './parts.ts';
import {
  type Comparison,
  type DifferenceKind,
  differenceKinds,
  type Region,
  type Tried,
  type Undecided,
} from './result.ts';
import { Particulars } from './within.ts';
import { openBoth, type TwoWorlds } from './worlds.ts';

/** What all programmes of two versions have in common. */
export interface Compared {
  readonly before: Policy;
  readonly after: Policy;
  readonly moved: Renames;
  readonly given: Given;
  readonly session: Session;
  readonly alike: Alike;
  readonly ranking: boolean;
}

/** At most so many regions of one kind. */
const MOST = 60;
/** Records tried in place of a proof. */
const TRIES = 400;
/** Kinds that only say that something is open: where proofs do not reach, everything would be. */
const aboutDoubt: ReadonlySet<DifferenceKind> = new Set([
  'opened',
  'settledIn',
  'settledOut',
  'moneyOpened',
  'moneySettled',
  'choiceOpened',
  'choiceSettled',
  'ifEligible',
]);

/** One programme over the variables of one record that both versions read. */
export class ProgrammeComparison {
  private readonly common: Compared;
  private readonly id: Id;
  private readonly two: TwoWorlds;
  private readonly differences: Differences;
  private readonly causes: readonly Cause[];
  private readonly both: Both;
  private readonly query: Query;
  private readonly from: Assignment;
  private readonly because: Undecided[];
  private readonly regions: Region[] = [];
  private beside: readonly Assignment[] | undefined;
  private readonly found = new Map<DifferenceKind, Bool[]>();

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
    this.causes = causesOf(this.two, id, alike);
    this.readInBoth(subject);
    this.from = this.start();
    this.both = new Both(this.two, id, this.from);
    this.query = new Query(session, this.two.pool, this.from);
    const other: readonly Undecided[] =
      subjects[0] === subjects[1] ? [] : [{ k: 'incomparable', what: 'subject', id }];
    const { incomparable } = this.two.merged;
    this.because = [...other, ...incomparable, ...this.differences.unencoded, ...this.outside()];
  }

  private start(): Assignment {
    const { before, after, pool } = this.two;
    const base = new Map([...before.ground.base, ...after.ground.base]);
    const { asOf } = after.ground;
    return beginning(pool, { ...after.ground, base }, '').set(ROUND, civilDate(asOf).year);
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
      // What no record fits both ways is compared by trying alone.
      const barred = this.because.some((one) => one.k === 'incomparable' && one.what !== 'total');
      if (barred) return await this.undecided();
      const doubtful = this.because.length > 0;
      await this.search(differenceKinds.filter((kind) => !doubtful || !aboutDoubt.has(kind)));
      if (doubtful) return await this.rest();
      return this.because.length === 0 ? this.comparison('compared') : await this.undecided();
    } catch (error) {
      if (!(error instanceof SolverFault || error instanceof Fault)) throw error;
      return this.comparison('fault', { detail: error.message });
    }
  }

  /**
   * Region after region, of whichever kind somebody is found, until there is nobody left: that last answer proves that
   * everybody else fares the same. Where it does not come in time, each kind is asked about by itself.
   */
  private async search(kinds: readonly DifferenceKind[]): Promise<void> {
    for (;;) {
      const open = kinds.filter((kind) => this.own(kind).length < MOST);
      if (open.length < kinds.length) this.because.push({ k: 'many' });
      const somebody = or(...open.map((kind) => this.left(kind)));
      const guess = this.guessed(somebody);
      const answer: Answer = guess ? { k: 'sat', model: guess } : await this.query.ask(somebody);
      if (answer.k === 'unsat') return;
      if (answer.k === 'undecided') return this.apart(open);
      const seen = new Evaluation(answer.model);
      const kind = open.find((one) => seen.bool(this.left(one)));
      if (!kind) throw new SolverFault('a model of nothing that was asked');
      await this.region(partOf(kind, this.differences, this.causes, seen), answer.model);
    }
  }

  /** The base record, or one beside it, of whom something holds: found without a question, and as small as can be. */
  private guessed(where: Bool): Assignment | null {
    if (this.query.holdsAt(where, this.from)) return this.from;
    const { pool, before, after } = this.two;
    const policies = [before.policy, after.policy];
    this.beside ??= [
      ...besides(pool, policies, before.ground.asOf, this.from, (name) => this.isFact(name)),
    ].filter((given) => this.query.holdsAt(YES, given));
    return this.beside.find((given) => new Evaluation(given).bool(where)) ?? null;
  }

  private async apart(kinds: readonly DifferenceKind[]): Promise<void> {
    const [kind, ...others] = kinds;
    if (kind && others.length === 0) this.because.push({ k: 'time', kind });
    else for (const one of kinds) await this.search([one]);
  }

  private own(kind: DifferenceKind): readonly Bool[] {
    return this.found.get(kind) ?? [];
  }

  /** Those of a kind that no region has yet. */
  private left(kind: DifferenceKind): Bool {
    return and(this.differences.kinds[kind], ...this.own(kind).map(not));
  }

  /** Everybody outside the regions, where not everything could be said in terms. */
  private async rest(): Promise<Comparison> {
    const regions = [...this.found.values()].flat();
    const answer = await this.query.ask(and(not(this.differences.surelySame), ...regions.map(not)));
    if (answer.k === 'undecided') this.because.push({ k: 'time', kind: 'rest' });
    const open = this.because.some(({ k }) => k === 'time' || k === 'doubt' || k === 'many');
    return answer.k === 'unsat' && !open ? this.comparison('compared') : await this.undecided();
  }

  private async region(part: Part, model: Assignment): Promise<void> {
    const { kind, where, money, rows, shift, flips } = part;
    this.found.set(kind, [...this.own(kind), where]);
    const least = await this.nearest(where, model);
    const { pair, kinds } = this.both.decide(least.model);
    if (!kinds.has(kind)) {
      if (!aboutDoubt.has(kind))
        throw new Fault(`${kind} / ${[...kinds].join(', ') || '='} ${JSON.stringify(pair.after.facts)}`);
      this.because.push({ k: 'doubt' });
      return;
    }
    const gained = money && (money.each ? money.of.each?.by : money.of.total);
    const by = gained && (await extremes(this.query, where, gained, least.model));
    const far = shift?.by && (await extremes(this.query, where, shift.by, least.model));
    const seen = seenBy(this.two, this.id, part, this.causes, this.common.alike);
    this.regions.push({
      kind,
      by: flips,
      where: await new Particulars(this.query, this.two.pool.slots).of(seen, where, least.model),
      ...(rows && { rows }),
      ...(money &&
        by && {
          amount: {
            id: money.of.id,
            per: money.of.per,
            of: money.each || !money.of.each ? 'each' : 'total',
            ...by,
          },
        }),
      ...(shift && {
        dates: {
          ...{ amount: shift.amount, part: shift.part, way: shift.way },
          ...(shift.unit && { unit: shift.unit }),
          ...(far && { by: far }),
        },
      }),
      witness: pair,
      smallest: least.exact,
    });
  }

  private isFact(name: string): boolean {
    const { before, after } = this.common;
    return [before, after].some(({ subjects }) =>
      subjects.some(({ facts }) => facts.some(({ id }) => id === name)),
    );
  }

  /** Applicants on the boundaries of both versions, decided by both: of those outside the regions, each way to differ. */
  private async undecided(): Promise<Comparison> {
    const { before, after, pool } = this.two;
    const regions = [...this.found.values()].flat();
    const found = new Map<DifferenceKind, Tried['found'][number]>();
    let count = 0;
    const starts = [this.from, ...(await this.eligible())];
    const policies = [before.policy, after.policy];
    const about = changedIn(this.two, this.id, this.common.alike).keys;
    const most = Math.round(TRIES / starts.length);
    for (const given of starts.flatMap((start) => [
      ...nearby(pool, policies, before.ground.asOf, start, most, about),
    ])) {
      const seen = new Evaluation(given);
      if (regions.some((where) => seen.bool(where))) continue;
      const one = this.both.tried(given);
      if (!one) continue;
      count += 1;
      for (const kind of one.kinds) if (!found.has(kind)) found.set(kind, { kind, pair: one.pair });
    }
    return this.comparison('undecided', { tried: { count, found: [...found.values()] } });
  }

  /** Somebody who is eligible in a version, for all that terms say, where the base record is not: near such a one differences show. */
  private async eligible(): Promise<readonly Assignment[]> {
    const { maybeEligible } = this.differences;
    if (this.query.holdsAt(maybeEligible, this.from)) return [];
    const answer = await this.query.ask(maybeEligible);
    return answer.k === 'sat' ? [(await this.nearest(maybeEligible, answer.model)).model] : [];
  }

  private nearest(where: Bool, model: Assignment) {
    const slots = [...this.two.pool.slots].map(([name, slot]) => ({ slot, steady: !this.isFact(name) }));
    return smallest(this.query, where, slots, this.from, model);
  }

  private comparison(state: Comparison['state'], more: Partial<Comparison> = {}): Comparison {
    const { before, after, alike, ranking } = this.common;
    const lists = [...this.two.pool.slots.values()].some(({ sym }) => sym.of.t === 'list');
    const read = new Set(this.two.pool.slots.keys());
    const place = ({ kind }: Region): number => differenceKinds.indexOf(kind);
    return {
      programme: this.id,
      state,
      regions: [...this.regions].sort((a, b) => place(a) - place(b)),
      because: state === 'undecided' ? unique(this.because) : [],
      aside: asidesOf(before, after, this.id, alike),
      narrowed: this.two.merged.narrowed.filter((id) => read.has(id)),
      ranking,
      ...(lists && { lists: this.two.after.ground.setting.limits.list }),
      ...more,
    };
  }
}

const unique = (all: readonly Undecided[]): readonly Undecided[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];
