import type { Decision, Selection } from '../decision.ts';
import type { SelectedRegister, Selector } from '../evaluator.ts';
import type { Id } from '../types.ts';
import type { ProgrammeRules } from '../rules.ts';
import type { Row } from '../value.ts';
import { decisionOf, prepare, rankingsOf, selectingProgrammes } from './decide.ts';
import type { KnownSelections } from './record.ts';
import { programmesOf, type Run } from './run.ts';
import type { GroupCache, RankingRecord } from './selection/record.ts';
import { selectProgramme } from './selection/select.ts';

/** One for each programme that selects. */
type Rankings = readonly RankingRecord[];

/** A row whose rules ask who was selected: it is read again once that is known. */
interface Asking<Facts> {
  readonly row: number;
  readonly facts: Facts;
}

/** Observes a register row by row, keeping only what its selections need. */
export class RegisterSelector<Facts> implements Selector<Facts> {
  readonly #run: Run;
  readonly #selecting: readonly ProgrammeRules[];
  readonly #read: (facts: Facts) => Row;
  readonly #rankings: Rankings[] = [];
  readonly #asking: Asking<Facts>[] = [];
  readonly #groups: GroupCache = new Map();

  constructor(run: Run, read: (facts: Facts) => Row) {
    this.#run = run;
    this.#selecting = selectingProgrammes(run);
    this.#read = read;
  }

  observe(facts: Facts): void {
    const { record } = prepare(this.#run, this.#read(facts), null);
    this.#rankings.push(rankingsOf(record, this.#selecting, this.#groups));
    if (record.askedSelection) this.#asking.push({ row: this.#rankings.length - 1, facts });
  }

  finish(): SelectedRegister<Facts> {
    let selections = this.#select();
    // A programme may ask who another one selected; no cycle of them is longer than the list of programmes.
    const rounds = this.#asking.length === 0 ? 0 : programmesOf(this.#run).length;
    for (let round = 0; round < rounds; round++) {
      for (const { row, facts } of this.#asking) {
        const { record } = prepare(this.#run, this.#read(facts), null, selections(row));
        this.#rankings[row] = rankingsOf(record, this.#selecting, this.#groups);
      }
      selections = this.#select();
    }
    return {
      rows: this.#rankings.length,
      selections: (row) => Object.fromEntries(selections(row)),
      // The row is read first: one that does not fit is said to, even where no such row was observed.
      decide: (row, facts) => this.#decide(this.#read(facts), selections(row)),
    };
  }

  #decide(row: Row, selections: KnownSelections): Decision {
    return decisionOf(prepare(this.#run, row, null, selections), selections);
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
