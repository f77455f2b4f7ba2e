import type * as L from '../../lower/index.ts';
import { dated } from './dated.ts';
import {
  chosen,
  constant,
  dividedBy,
  least,
  less,
  type NumberCode,
  plus,
  rounded,
  timesCode,
} from './arithmetic.ts';
import type { Kind, Row } from './row.ts';
import { rowsOf } from './tables.ts';
import { differ, NO, or } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** A number that hangs on more than one source. */
export function computedNumber(row: Row, node: L.Num): NumberCode {
  switch (node.k) {
    case 'fact': {
      const instead = row.inputs.instead(node.input);
      return instead?.holds === 'number' ? row.number(instead) : row.inputs.wide(node.input);
    }
    case 'let': {
      const local = row.local(node.local);
      if (local?.holds !== 'number') throw new RangeError(`no number ${node.local}`);
      return row.number(local);
    }
    case 'if': {
      const c = row.truth(node.c);
      const picked = chosen(c.yes, row.number(node.a), row.number(node.b));
      return { ...picked, hard: or(picked.hard, c.hard, differ(c.yes, c.may)) };
    }
    case 'table':
      return tableNumber(row, node.table);
    default:
      return arithmetic(row, node);
  }
}

function tableNumber(row: Row, table: L.Table<L.Num>): NumberCode {
  const { tests, open, none } = rowsOf(row, table);
  const values = table.rows.map(({ value }) => row.number(value));
  // The last row stands for all that no other one holds: where none does, the row is decided by itself.
  const picked = values.reduceRight((rest, value, i) => chosen(tests[i] ?? NO, value, rest));
  return { ...picked, hard: or(open, none, picked.hard) };
}

function arithmetic(row: Row, node: L.Num): NumberCode {
  switch (node.k) {
    case 'add':
    case 'subtract':
      return plus(row.number(node.a), row.number(node.b), node.k === 'add' ? 1 : -1);
    case 'multiply':
      return timesCode(row.number(node.a), row.number(node.b));
    case 'divide':
      return dividedBy(row.number(node.a), row.number(node.b));
    case 'convert':
      return timesCode(row.number(node.a), constant(node.factor));
    case 'round':
      return rounded(row.number(node.a), node.mode, node.to);
    case 'bands':
      return bands(row, node);
    default:
      return dated(row, node);
  }
}

function bands(row: Row, { key, rows }: Kind<L.Num, 'bands'>): NumberCode {
  const x = row.number(key);
  let from = constant(0);
  let total = constant(0);
  for (const { to, rate } of rows) {
    const end = to && row.number(to);
    if (end && (end.lo !== end.hi || end.lo * from.den < from.lo * end.den)) throw new NotColumnar('numbers');
    const upper = end ? least(x, end) : x;
    const inside = chosen(less(from, upper), plus(upper, from, -1), constant(0));
    total = plus(total, timesCode(inside, row.number(rate)), 1);
    from = end ?? from;
  }
  return { ...total, absent: x.absent, hard: or(x.hard, total.hard) };
}
