import type { FlatRow } from '../render/flat.ts';
import type { Texts } from '../texts/texts.ts';

export interface OutputColumn {
  readonly key: keyof FlatRow;
  readonly title: string;
  readonly align?: 'right';
}

/** For people: one column for the amount, and no column that this policy never fills. */
export function tableColumns(texts: Texts, used: ReadonlySet<keyof FlatRow>): readonly OutputColumn[] {
  const always: readonly (keyof FlatRow)[] = ['row', 'outcome', 'grounds'];
  const keys: readonly (keyof FlatRow)[] = [
    'row',
    'id',
    'programme',
    'outcome',
    'selection',
    'rank',
    'cutOff',
    'tierShort',
    'amount',
    'per',
    'from',
    'to',
    'grounds',
  ];
  return keys.filter((key) => always.includes(key) || used.has(key)).map((key) => columnFor(key, texts));
}

/** For spreadsheets and programs: always the same columns in the same order. */
export function dataColumns(texts: Texts): readonly OutputColumn[] {
  const keys: readonly (keyof FlatRow)[] = [
    'row',
    'id',
    'programme',
    'outcome',
    'selection',
    'stage',
    'rankBest',
    'rankWorst',
    'places',
    'cutOff',
    'tier',
    'amountMin',
    'amountMax',
    'per',
    'from',
    'to',
    'grounds',
  ];
  return keys.map((key) => columnFor(key, texts));
}

function columnFor(key: keyof FlatRow, texts: Texts): OutputColumn {
  const right = key === 'row' || key === 'rank' || key === 'amount';
  return { key, title: texts.columns[key], ...(right ? { align: 'right' as const } : {}) };
}

export const cellsOf = (row: FlatRow, columns: readonly OutputColumn[]): readonly string[] =>
  columns.map(({ key }) => String(row[key]));
