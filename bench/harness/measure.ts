import { readFileSync } from 'node:fs';
import { difference, Outcomes, PARTS } from '../rule/outcomes.ts';
import { EngineProcess } from './process.ts';
import { type Spread, spread } from './statistics.ts';

export interface Contestant {
  readonly id: string;
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What a reader should know of how it was measured. */
  readonly note?: string;
  /** Its results are compared with those of this one instead of the interpreter's: records with unknown facts. */
  readonly judge?: string;
}

export interface Effort {
  /** Distinct applicants. */
  readonly rows: number;
  /** Rows of a pass at most. */
  readonly most: number;
  readonly rounds: number;
  /** One timing. */
  readonly milliseconds: number;
}

export interface Measured {
  readonly contestant: Contestant;
  readonly rows: number;
  /** A row. */
  readonly nanoseconds: Spread;
  /** To the baseline, timed just before, round by round. */
  readonly ratio: Spread;
  /** Resident memory at the end, in bytes. */
  readonly memory: number;
}

export type Result = Measured | { readonly contestant: Contestant; readonly failed: string };

/** What the reference says, by number of rows: the distinct applicants over and over. */
const repeated = (reference: Outcomes, rows: number): Outcomes => {
  const outcomes = new Outcomes(rows);
  for (const part of PARTS) {
    for (let row = 0; row < rows; row++) outcomes.set(part, row, reference.at(part, row % reference.rows));
  }
  return outcomes;
};

export async function outcomesOf(engine: EngineProcess, rows: number, path: string): Promise<Outcomes> {
  await engine.order({ do: 'outcomes', path });
  const bytes = readFileSync(path);
  return new Outcomes(rows, new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4));
}

/** Compares row for row with the reference first; whoever differs is not timed. Timings alternate with the baseline's. */
export async function measure(
  contestant: Contestant,
  baseline: EngineProcess,
  reference: Outcomes,
  effort: Effort,
  scratch: string,
): Promise<Result> {
  const engine = new EngineProcess(contestant.command);
  try {
    const { rows = 0, parts = PARTS } = await engine.order({
      do: 'prepare',
      rows: effort.rows,
      most: effort.most,
    });
    const found = await outcomesOf(engine, rows, scratch);
    const differs = difference(found, repeated(reference, rows), parts);
    if (differs !== null) return { contestant, failed: `not timed, it differs: ${differs}` };
    return { contestant, rows, ...(await alternate(engine, baseline, effort)) };
  } catch (error) {
    return { contestant, failed: error instanceof Error ? error.message : String(error) };
  } finally {
    await engine.end();
  }
}

async function alternate(engine: EngineProcess, baseline: EngineProcess, { rounds, milliseconds }: Effort) {
  const time = async (process: EngineProcess) => {
    const { nanoseconds = Number.NaN, memory = 0 } = await process.order({ do: 'time', milliseconds });
    return { nanoseconds, memory };
  };
  await engine.order({ do: 'time', milliseconds: 3 * milliseconds }); // warm
  const nanoseconds: number[] = [];
  const ratios: number[] = [];
  let memory = 0;
  for (let round = 0; round < rounds; round++) {
    const beside = await time(baseline);
    const own = await time(engine);
    nanoseconds.push(own.nanoseconds);
    ratios.push(own.nanoseconds / beside.nanoseconds);
    memory = own.memory;
  }
  return { nanoseconds: spread(nanoseconds), ratio: spread(ratios), memory };
}
