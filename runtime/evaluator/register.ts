import type { Decision, Selection } from '../decision.ts';
import type { SelectedRegister, Selector } from '../evaluator.ts';
import type { Id } from '../types.ts';
import type { Row } from '../value.ts';
import { decisionOf, prepare, rankingsOf } from './decide.ts';
import type { KnownSelections } from './record.ts';
import { programmesOf, type Run } from './run.ts';
import type { PlacesCache, RankingRecord } from './selection/record.ts';
import { selectProgramme } from './selection/select.ts';

type Rankings = ReadonlyMap<Id, RankingRecord>;

/** A row whose rules ask who was selected: it is read again once that is known. */
interface Asking<Facts> {
  readonly row: number;
  readonly facts: Facts;
}

/** Observes a register row by row, keeping only what its selections need. */
export class RegisterSelector<Facts> implements Selector<Facts> {
  readonly #run: Run;
  readonly #read: (facts: Facts) => Row;
  readonly #rankings: Rankings[] = [];
  readonly #asking: Asking<Facts>[] = [];
  readonly #places: PlacesCache = new Map();

  constructor(run: Run, read: (facts: Facts) => Row) {
    this.#run = run;
    this.#read = read;
  }

  observe(facts: Facts): void {
    const { record } = prepare(this.#run, this.#read(facts), null);
    this.#rankings.push(rankingsOf(record, this.#places));
    if (record.askedSelection) this.#asking.push({ row: this.#rankings.length - 1, facts });
  }

  finish(): SelectedRegister<Facts> {
    let selections = this.#select();
    // A programme may ask who another one selected; no cycle of them is longer than the list of programmes.
    const rounds = this.#asking.length === 0 ? 0 : programmesOf(this.#run).length;
    for (let round = 0; round < rounds; round++) {
      for (const { row, facts } of this.#asking) {
        const { record } = prepare(this.#run, this.#read(facts), null, selections(row));
        this.#rankings[row] = rankingsOf(record, this.#places);
      }
      selections = this.#select();
    }
    return {
      rows: this.#rankings.length,
      selections: (row) => Object.fromEntries(selections(row)),
      decide: (row, facts) => this.#decide(facts, selections(row)),
    };
  }

  #decide(facts: Facts, selections: KnownSelections): Decision {
    return decisionOf(prepare(this.#run, this.#read(facts), null, selections), selections);
  }

  #select(): (row: number) => KnownSelections {
    const choices = new Map<Id, (row: number) => Selection>();
    for (const { id, stages } of programmesOf(this.#run)) {
      if (stages === undefined || stages.length === 0) continue;
      const records = this.#rankings.map((rankings) => rankingOf(rankings, id));
      choices.set(id, selectProgramme(stages, records));
    }
    return (row) => {
      if (row < 0 || row >= this.#rankings.length) throw new RangeError(`no row ${row}`);
      return new Map([...choices].map(([id, choose]) => [id, choose(row)]));
    };
  }
}

function rankingOf(rankings: Rankings, programme: Id): RankingRecord {
  const record = rankings.get(programme);
  if (record === undefined) throw new RangeError(`no ranking for ${programme}`);
  return record;
}
