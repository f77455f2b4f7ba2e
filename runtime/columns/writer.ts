import type { Id } from '../types.ts';
import { allocate, type Memory } from './memory.ts';
import {
  type AmountColumns,
  fenAt,
  type IdColumn,
  idAt,
  monthAt,
  NONE,
  OPEN,
  OUTCOMES,
  outcomeAt,
  type ProgrammeColumns,
  type ResultNumbers,
} from './results.ts';
import type { DirectAmount, DirectResult } from '../direct/result.ts';

/** What columns hold of a result: all but where the decision went. */
export type Projection = Omit<DirectResult, 'branch'>;

/** Result columns while they are filled: an amount takes other arrays where a value does not fit. */
interface OpenAmount {
  min: ResultNumbers;
  max: ResultNumbers;
  from?: Int32Array;
  to?: Int32Array;
}

interface OpenIds {
  readonly values: Uint8Array | Uint16Array;
  readonly ids: (Id | null)[];
}

/** Arrays of one programme's results that rows decided by themselves are written into. */
export class ResultWriter {
  readonly #memory: Memory;
  readonly #outcome: Uint8Array;
  readonly #reason: OpenIds;
  readonly #tier: OpenIds | undefined;
  readonly #amounts: readonly (readonly [Id, OpenAmount])[];
  #rows = 0;

  /** The columns are written into, except where a value does not fit in their arrays. */
  constructor(columns: ProgrammeColumns, memory: Memory) {
    this.#memory = memory;
    this.#outcome = columns.outcome;
    this.#reason = opened(columns.reason);
    this.#tier = columns.tier && opened(columns.tier);
    this.#amounts = Object.entries(columns.amounts).map(([id, amount]) => [id, { ...amount }] as const);
  }

  /** Once for each row. */
  put(row: number, result: Projection): void {
    this.#rows++;
    this.#outcome[row] = OUTCOMES.indexOf(result.outcome);
    putId(this.#reason, row, result.reason);
    if (this.#tier) putId(this.#tier, row, result.tier);
    for (let place = 0; place < this.#amounts.length; place++) {
      const columns = this.#amounts[place]?.[1] as OpenAmount;
      this.#putAmount(columns, row, place === 0 ? result : (result.more?.[place - 1] ?? NOTHING));
    }
  }

  #putAmount(columns: OpenAmount, row: number, amount: DirectAmount): void {
    const [min, max] = [fenOf(amount.min), fenOf(amount.max)];
    if (!fits(columns.min, min) || !fits(columns.max, max)) this.#widen(columns);
    if (min !== max && columns.min === columns.max) columns.max = this.#copied(columns.min);
    columns.min[row] = codeOf(columns.min, min);
    columns.max[row] = codeOf(columns.max, max);
    if (columns.from) columns.from[row] = amount.from ?? NONE;
    if (columns.to) columns.to[row] = amount.toOpen ? OPEN : (amount.to ?? NONE);
  }

  #copied(of: ResultNumbers): ResultNumbers {
    const bytes = allocate(of.byteLength, this.#memory);
    const copy = of instanceof Float64Array ? new Float64Array(bytes) : new Int32Array(bytes);
    copy.set(of);
    return copy;
  }

  /** Doubles instead of whole numbers of 32 bits. */
  #widen(columns: OpenAmount): void {
    const wide = (of: ResultNumbers): Float64Array => {
      const made = new Float64Array(allocate(of.length * 8, this.#memory));
      for (const [row, value] of of.entries()) made[row] = value === OPEN ? Number.NaN : value;
      return made;
    };
    const same = columns.min === columns.max;
    const min = columns.min instanceof Float64Array ? columns.min : wide(columns.min);
    columns.max = same ? min : columns.max instanceof Float64Array ? columns.max : wide(columns.max);
    columns.min = min;
  }

  columns(): ProgrammeColumns {
    return {
      outcome: this.#outcome,
      reason: this.#reason,
      ...(this.#tier && { tier: this.#tier }),
      amounts: Object.fromEntries(this.#amounts),
      byRow: this.#rows,
    };
  }
}

const opened = ({ values, ids }: IdColumn): OpenIds => ({ values, ids: [...ids] });

function putId({ values, ids }: OpenIds, row: number, id: Id | null): void {
  const known = ids.indexOf(id);
  values[row] = known >= 0 ? known : ids.push(id) - 1;
}

const NOTHING: DirectAmount = { min: 0, max: 0, from: null, to: null, toOpen: false };

/** Whole fen beyond what a double counts are written as text, and no column holds them. */
function fenOf(end: number | string | null): number | null {
  if (typeof end === 'string') throw new RangeError(`a column does not hold ${end} fen`);
  return end;
}

const fits = (column: ResultNumbers, value: number | null): boolean =>
  value === null || column instanceof Float64Array || (value === (value | 0) && value > OPEN);

const codeOf = (column: ResultNumbers, value: number | null): number =>
  value ?? (column instanceof Float64Array ? Number.NaN : OPEN);

/** What a programme's results are made of. */
export interface ResultShape {
  readonly tiers: boolean;
  readonly amounts: readonly { readonly id: Id; readonly from: boolean; readonly to: boolean }[];
}

/** Empty result columns, for rows that are all decided by themselves. */
export function emptyResults(
  { tiers, amounts }: ResultShape,
  rows: number,
  memory: Memory,
): ProgrammeColumns {
  const ids = (): IdColumn => ({ values: new Uint16Array(allocate(rows * 2, memory)), ids: [null] });
  const whole = () => new Int32Array(allocate(rows * 4, memory));
  return {
    outcome: new Uint8Array(allocate(rows, memory)),
    byRow: rows,
    reason: ids(),
    ...(tiers && { tier: ids() }),
    amounts: Object.fromEntries(
      amounts.map(({ id, from, to }) => {
        const fen = whole();
        return [id, { min: fen, max: fen, ...(from && { from: whole() }), ...(to && { to: whole() }) }];
      }),
    ),
  };
}

function amountAt({ min, max, from, to }: AmountColumns, row: number): DirectAmount {
  return {
    min: fenAt(min, row),
    max: fenAt(max, row),
    from: from ? monthAt(from, row) : null,
    to: to ? monthAt(to, row) : null,
    toOpen: to?.[row] === OPEN,
  };
}

/** One row of result columns. */
export function resultAt(columns: ProgrammeColumns, row: number): Projection {
  const outcome = outcomeAt(columns, row);
  const reason = idAt(columns.reason, row);
  const amounts = Object.values(columns.amounts).map((amount) => amountAt(amount, row));
  const [first = NOTHING, ...rest] = amounts;
  const more = outcome === 'ineligible' || rest.length === 0 ? null : rest;
  return { outcome, reason, tier: columns.tier ? idAt(columns.tier, row) : null, ...first, more };
}
