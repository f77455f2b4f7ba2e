import type { ResultShape } from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Programme } from '../../ir/policy.ts';
import type * as L from '../../lower/index.ts';
import { type Deciding, decidingLines } from './lines.ts';

/** What columns are decided by: of the lowered policy, what results hang on. Plain data, so that a module can hold it. */
export interface ColumnsCode {
  readonly binds: readonly L.Bind[];
  readonly subjects: readonly L.LoweredSubject[];
  readonly programmes: readonly (ColumnsProgramme | OutsideProgramme)[];
}

export type ColumnsAmount = Pick<
  L.LoweredAmount,
  'id' | 'base' | 'when' | 'cap' | 'floor' | 'single' | 'from' | 'to'
>;

/** A programme in a straight line. */
export interface ColumnsProgramme {
  readonly id: Id;
  readonly subject: Id;
  readonly shape: ResultShape;
  readonly lines: readonly Deciding[];
  /** Its rows have no values. */
  readonly tier?: L.Table<L.Node>;
  readonly amounts: readonly ColumnsAmount[];
}

export interface OutsideProgramme extends L.Outside {
  readonly shape: ResultShape;
}

export function columnsCode({ policy, binds, subjects, programmes }: L.Lowered): ColumnsCode {
  const made = programmes.map((programme) => {
    const source = policy.programmes.find(({ id }) => id === programme.id);
    if (source === undefined) throw new RangeError(`no programme ${programme.id}`);
    const shape = shapeOf(source);
    return 'outside' in programme ? { ...programme, shape } : { ...straight(programme), shape };
  });
  return { binds, subjects, programmes: made };
}

function straight(programme: L.Straight): Omit<ColumnsProgramme, 'shape'> {
  const { id, subject, tier, amounts } = programme;
  return {
    id,
    subject,
    lines: decidingLines(programme),
    ...(tier && { tier: withoutValues(tier.table) }),
    amounts: amounts.map(amountOf),
  };
}

function withoutValues({ id, keys, mode, rows }: L.Table<L.Node>): L.Table<L.Node> {
  const value: L.Num = { holds: 'number', at: id, k: 'lit', value: 0 };
  return {
    id,
    keys,
    ...(mode && { mode }),
    rows: rows.map((row) => ({ id: row.id, when: row.when, value })),
  };
}

const amountOf = ({ id, base, when, cap, floor, single, from, to }: L.LoweredAmount): ColumnsAmount => ({
  id,
  base,
  single,
  ...(when && { when }),
  ...(cap && { cap }),
  ...(floor && { floor }),
  ...(from && { from }),
  ...(to && { to }),
});

const shapeOf = ({ tier, amounts }: Programme): ResultShape => ({
  tiers: tier !== undefined,
  amounts: amounts.map(({ id, per, events, pay }) => {
    const monthly = per.includes('month') && pay.on === undefined && events === undefined;
    return { id, from: monthly && pay.from !== undefined, to: monthly && pay.to !== undefined };
  }),
});
