import { printDate } from '../../../runtime/dates.ts';
import type { PolicyMeta } from '../../../runtime/types.ts';
import { decimal, inYuan, readCell } from '../../read/assemble.ts';
import type { Target } from '../../read/columns.ts';
import type { Held, Kind, RawColumn } from '../../read/table/table.ts';

type GivenAt = Held['given'];

/** A column of one value a row. Texts are read as the cells of any table, each distinct one once. */
export function givenAt(meta: PolicyMeta, target: Target, kind: Kind, column: RawColumn): GivenAt {
  const { known } = column;
  const value = valueAt(meta, target, kind, column);
  return known === null ? value : (row) => (known[row] === 1 ? value(row) : undefined);
}

function valueAt(meta: PolicyMeta, target: Target, kind: Kind, column: RawColumn): GivenAt {
  switch (column.t) {
    case 'flags':
      return (row) => column.values[row] === 1;
    case 'numbers': {
      const read = numberReader(kind, target.part === 'fen');
      return (row) => read(column.values[row] as number);
    }
    case 'codes': {
      const cells = once((code) => readCell(meta, target, column.dictionary.text(code)));
      return (row) => cells(column.codes[row] as number);
    }
    case 'texts':
      return (row) => readCell(meta, target, column.texts.text(row));
  }
}

function once(read: (code: number) => unknown): (code: number) => unknown {
  const done: boolean[] = [];
  const values: unknown[] = [];
  return (code) => {
    if (done[code] !== true) {
      values[code] = read(code);
      done[code] = true;
    }
    return values[code];
  };
}

function numberReader(kind: Kind, fen: boolean): (value: number) => unknown {
  switch (kind.k) {
    case 'date':
      return dateText;
    case 'timestamp':
      return (value) => dateText(value / kind.perDay);
    case 'decimal': {
      const scale = kind.scale + (fen ? 2 : 0);
      return (value) => (Number.isNaN(value) ? tooLarge : decimal(BigInt(value), scale));
    }
    case 'double':
      return (value) => (fen ? inYuan(value) : Number.isFinite(value) ? value : String(value));
    default:
      return (value) => (Number.isNaN(value) ? tooLarge : fen ? inYuan(value) : value);
  }
}

/** What stands for a number that is not read: no reader takes it. */
const tooLarge = '> 2^53';

/** Days since 1970 as the reader of inputs takes them; a time of day stays to be seen. */
function dateText(days: number): string {
  const whole = Math.floor(days);
  const seconds = Math.round((days - whole) * 86_400);
  const date = Number.isSafeInteger(whole) ? printDate(whole) : String(days);
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  if (!(seconds > 0)) return date;
  return `${date} ${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
