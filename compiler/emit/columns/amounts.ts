import { NONE } from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import type * as L from '../../lower/index.ts';
import { chosen, constant, isInt32, least, less, type NumberCode } from './arithmetic.ts';
import type { RowCode } from './code.ts';
import type { ColumnsAmount } from './programme.ts';
import { evaluateTable } from './evaluate.ts';
import type { TruthCode } from './row.ts';
import { rowsOf } from './tables.ts';
import { and, NO, not, or, YES } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** The columns of an amount, and whether its fen need doubles. */
export interface KernelAmount {
  readonly id: Id;
  readonly wide: boolean;
  readonly from: boolean;
  readonly to: boolean;
}

/** Text for the row of the tier table that applies, from 1; 0: none. */
export function tierCode(
  table: L.Table<L.Node>,
  code: RowCode,
): { readonly code: string; readonly hard: string } {
  const node = { holds: 'number', at: table.id, k: 'table', table: table as L.Table<L.Num> } as const;
  const source = code.sourceOf(node);
  const place = new Map<Id | null, number>(table.rows.map(({ id }, i) => [id, i + 1]));
  if (source !== null) {
    const read = evaluateTable(table);
    const leaf = source.number((facts) => place.get(read(code.recordOf(facts)).row) ?? 0);
    return { code: code.looked(source, leaf).code, hard: NO };
  }
  const { tests, open } = rowsOf(code, table);
  const row = tests.reduceRight((rest, test, i) => chosen(test, constant(i + 1), rest), constant(0));
  return { code: row.code, hard: open };
}

/** Statements that write an amount, where `on` is 1 unless something decides against the row. */
export interface AmountCode {
  readonly about: KernelAmount;
  readonly hard: string;
  readonly statements: (place: number) => readonly string[];
}

const always: TruthCode = { yes: YES, may: YES, hard: NO };

export function amountCode(amount: ColumnsAmount, code: RowCode): AmountCode {
  const when = amount.when ? code.truth(amount.when) : always;
  const paid = settledFen(bounded(amount, code));
  if (paid.den !== 1) throw new NotColumnar('numbers');
  const from = amount.from && code.number(amount.from);
  const to = amount.to && code.number(amount.to);
  const wide = !isInt32(paid);
  const ends = [from, to].filter((end) => end !== undefined);
  const isOpen = or(when.hard, differing(when), and(when.yes, or(paid.hard, ...ends.map((end) => end.hard))));
  const shown = and('on', when.yes);
  const month = (name: string, value: NumberCode): string =>
    `{ const shown = -${and(shown, not(value.absent))}; ${name}[k] = (${value.code} & shown) | (${NONE} & ~shown); }`;
  return {
    about: { id: amount.id, wide, from: from !== undefined, to: to !== undefined },
    hard: isOpen,
    statements: (i) => [
      wide
        ? `amount${i}[k] = ${shown} === 1 ? ${paid.code} + 0 : 0;`
        : `amount${i}[k] = ${paid.code} & -${shown};`,
      ...(from ? [month(`from${i}`, from)] : []),
      ...(to ? [month(`to${i}`, to)] : []),
    ],
  };
}

const differing = ({ yes, may }: TruthCode): string => (yes === may ? NO : `(${yes} ^ ${may})`);

/** An absent amount is nothing. */
const settledFen = (value: NumberCode): NumberCode =>
  value.absent === NO ? value : { ...chosen(value.absent, constant(0), { ...value, absent: NO }) };

/** 不少于 and 不超过; an absent bound is none. */
function bounded({ base, single, floor, cap }: ColumnsAmount, code: RowCode): NumberCode {
  const value = code.number(base);
  if (!single) return value;
  const held = (
    by: L.Num | undefined,
    of: NumberCode,
    pick: (a: NumberCode, b: NumberCode) => NumberCode,
  ) => {
    if (!by) return of;
    const bound = code.number(by);
    const inside = { ...pick(of, { ...bound, absent: NO }), absent: of.absent };
    return chosen(not(bound.absent), inside, of);
  };
  const floored = held(floor, value, (a, b) => chosen(less(a, b), b, a));
  return held(cap, floored, least);
}
