import type { Decision, Selection } from '../decision.ts';
import type { Events, SelectedRegister, Selector } from '../evaluator.ts';
import type { Id } from '../types.ts';
import type { ProgrammeRules } from '../rules.ts';
import { InputErrors, printFound } from '../input/errors.ts';
import { expectedOnce } from '../input/expected.ts';
import type { Handle } from '../value.ts';
import { decisionOf, prepare, rankingsOf, selectingProgrammes } from './decide.ts';
import { readEvents } from './events-input.ts';
import type { KnownSelections } from './record.ts';
import { type GivenRow, readRecord } from './relations/given.ts';
import { looksAtRegister, programmesOf, type Run } from './run.ts';
import type { GroupCache, RankingRecord } from './selection/record.ts';
import { selectProgramme } from './selection/select.ts';

/** One for each programme that selects. */
type Rankings = readonly RankingRecord[];

/** A row whose rules ask who was selected: it is read again once that is known. */
interface Asking<Facts> {
  readonly row: number;
  readonly facts: Facts;
}

/** A register that is the population of its kind. */
interface Kept<Facts> {
  readonly rows: GivenRow[];
  readonly facts: Facts[];
  readonly ids: Set<string>;
}

/** Observes a register row by row, keeping only what its selections need, or all of it where rules look at all of it. */
export class RegisterSelector<Facts> implements Selector<Facts> {
  #run: Run;
  readonly #selecting: readonly ProgrammeRules[];
  readonly #read: (facts: Facts) => GivenRow;
  readonly #rankings: Rankings[] = [];
  readonly #asking: Asking<Facts>[] = [];
  readonly #groups: GroupCache = new Map();
  /** The rows as other records see them, while the whole register is their population. */
  readonly #records: Kept<Facts> | null;
  #unread = 0;

  constructor(run: Run, read: (facts: Facts) => GivenRow) {
    this.#run = run;
    this.#selecting = selectingProgrammes(run);
    this.#read = read;
    this.#records = looksAtRegister(run) ? { rows: [], facts: [], ids: new Set() } : null;
  }

  observe(facts: Facts): void {
    if (this.#records === null) this.#rank(facts);
    else this.#keep(facts, this.#records);
  }

  #keep(facts: Facts, { rows, facts: kept, ids }: Kept<Facts>): void {
    const record = readRecord(this.#run.index.implementation.meta, this.#run.subject, facts);
    if (record.id !== null && ids.has(record.id)) throw sameId(record.id);
    if (record.id !== null) ids.add(record.id);
    rows.push(record);
    kept.push(facts);
  }

  pass(): void {
    this.#unread += 1;
  }

  finish(): SelectedRegister<Facts> {
    if (this.#records !== null) this.#look(this.#records);
    let selections = this.#select();
    // A programme may ask who another one selected; no cycle of them is longer than the list of programmes.
    const rounds = this.#asking.length === 0 ? 0 : programmesOf(this.#run).length;
    for (let round = 0; round < rounds; round++) {
      for (const { row, facts } of this.#asking) {
        const { record } = prepare(this.#run, this.#read(facts), null, selections(row), this.#self(row));
        this.#rankings[row] = rankingsOf(record, this.#selecting, this.#groups);
      }
      selections = this.#select();
    }
    return {
      rows: this.#rankings.length,
      selections: (row) => Object.fromEntries(selections(row)),
      // The row is read first: one that does not fit is said to, even where no such row was observed.
      decide: (row, facts, events) => this.#decide(row, this.#read(facts), events, selections),
    };
  }

  /** The register as the population of its kind: only now can any of its rows be looked at. */
  #look({ rows, facts }: Kept<Facts>): void {
    this.#run = this.#run.withRegister({ rows, complete: this.#unread === 0 });
    for (const one of facts) this.#rank(one);
  }

  #rank(facts: Facts): void {
    const row = this.#rankings.length;
    const { record } = prepare(this.#run, this.#read(facts), null, undefined, this.#self(row));
    this.#rankings.push(rankingsOf(record, this.#selecting, this.#groups));
    if (record.askedSelection) this.#asking.push({ row, facts });
  }

  #self(row: number): Handle | undefined {
    if (this.#records === null) return undefined;
    return this.#run.populations.handles.get(this.#run.subject.id)?.[row];
  }

  #decide(
    row: number,
    read: GivenRow,
    events: Events | undefined,
    selections: (row: number) => KnownSelections,
  ): Decision {
    const log = events === undefined ? null : readEvents(this.#run, events);
    const self = this.#self(row);
    // A row that was refused because its id stood there before takes the place of the next one.
    if (this.#records !== null && self?.id !== read.id) throw sameId(read.id ?? '');
    return decisionOf(prepare(this.#run, read, log, selections(row), self), selections(row));
  }

  #select(): (row: number) => KnownSelections {
    const choices = new Map<Id, (row: number) => Selection>();
    this.#selecting.forEach(({ id, stages = [] }, at) => {
      const records = this.#rankings.flatMap((rankings) => rankings[at] ?? []);
      choices.set(id, selectProgramme(stages, records));
    });
    return (row) => {
      if (row < 0 || row >= this.#rankings.length) throw new RangeError(`no row ${row}`);
      return new Map([...choices].map(([id, choose]) => [id, choose(row)]));
    };
  }
}

const sameId = (id: string): InputErrors =>
  new InputErrors([{ path: 'id', problem: 'duplicate', found: printFound(id), expected: expectedOnce }]);
