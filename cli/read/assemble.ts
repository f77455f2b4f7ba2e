import { readText } from '../../runtime/input/text.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import type { RowProblem } from '../decide/entry.ts';
import type { Texts } from '../texts/texts.ts';
import type { ColumnPlan, Target } from './columns.ts';

export type Facts = { readonly [fact: string]: unknown };

/** A whole number of fen as yuan; anything else stays what it is no reader takes, so that it is reported. */
export function inYuan(value: unknown): unknown {
  if (value === null || value === undefined) return value;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  return /^-?\d+$/.test(text) ? decimal(BigInt(text), 2) : `${String(value)} 分`;
}

/** `12345` of scale 2 → `123.45`. */
export function decimal(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const end = text.length - scale;
  return `${digits < 0n ? '-' : ''}${text.slice(0, end)}${scale > 0 ? '.' : ''}${text.slice(end)}`;
}

/** A cell of a table as the reader of inputs takes it. */
export function readCell(meta: PolicyMeta, { type, part }: Target, cell: string): unknown {
  const value = readText(meta, type, cell);
  return part === 'fen' ? inYuan(value) : value;
}

/** So many different cells of a column are remembered: a register says the same of many. */
const MOST = 20_000;

/** Reads the cells of one column. */
export function cellReader(meta: PolicyMeta, target: Target): (cell: string) => unknown {
  const known = new Map<string, unknown>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined || known.has(cell)) return before;
    const value = readCell(meta, target, cell);
    if (known.size < MOST) known.set(cell, value);
    return value;
  };
}

/**
 * The facts of one row of a table under the names of its header, so that messages name the column as the file does.
 * `valueAt` gives the value of a column as the reader of inputs takes it; `undefined`: not known.
 */
export function assembled(
  { targets }: Pick<ColumnPlan, 'targets'>,
  valueAt: (column: number, target: Target) => unknown,
  texts: Texts,
): { readonly facts: Facts } | { readonly problem: RowProblem } {
  const facts: { [fact: string]: unknown } = {};
  const none: Target[] = [];
  for (let at = 0; at < targets.length; at++) {
    const target = targets[at];
    const value = target ? valueAt(at, target) : undefined;
    if (!target || value === undefined) continue;
    if (target.part === 'none') {
      if (typeof value !== 'boolean') return { problem: notYesNo(target, value, texts) };
      if (value) none.push(target);
    } else if (target.key === null) facts[target.written] = value;
    else facts[target.written] = { ...(facts[target.written] as Facts | undefined), [target.key]: value };
  }
  for (const target of none) {
    const own = targets.find((one) => one !== null && one.fact === target.fact && one.part !== 'none');
    const written = own?.written ?? target.written;
    if ((facts[written] ?? null) !== null)
      return { problem: noneAndGiven(target, written, facts[written], texts) };
    facts[written] = null;
  }
  return { facts };
}

const notYesNo = (target: Target, value: unknown, { data }: Texts): RowProblem => ({
  path: target.header,
  problem: 'wrongType',
  found: String(value),
  message: `${data.column(target.header)} ${data.found(String(value), data.yesNo)}`,
});

const noneAndGiven = (target: Target, written: string, value: unknown, { data }: Texts): RowProblem => ({
  path: target.header,
  problem: 'noneAndGiven',
  found: String(value),
  message: data.noneAndGiven(target.header, written, String(value)),
});
