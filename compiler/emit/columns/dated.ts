import { parseYearlyDay } from '../../../runtime/dates.ts';
import type * as L from '../../lower/index.ts';
import { FIRST_MONTH, FIRST_TABLED, LAST_MONTH, tabled } from './calendar.ts';
import { chosen, constant, type NumberCode, plus, timesCode } from './arithmetic.ts';
import type { Kind, Row } from './row.ts';
import { NO_FACTS } from './source.ts';
import { differ, or } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** Days, months and years made from others. */
export function dated(row: Row, node: L.Num): NumberCode {
  if (node.k === 'shift') return shifted(row, node);
  if (node.k === 'inYear') return inYear(row, node);
  if (node.k !== 'calendar') throw new NotColumnar('calendar');
  const [first] = node.args;
  if (!first || node.args.length > 1) throw new NotColumnar('calendar');
  const { fn, ofMonth } = node;
  const month = () => (ofMonth ? row.number(first) : monthOf(row, first));
  switch (fn) {
    case 'monthOf':
      return month();
    case 'nextMonth':
      return plus(month(), constant(1), 1);
    case 'yearOf':
      return over12(month());
    case 'startOf':
      return firstDay(ofMonth ? month() : timesCode(row.number(first), constant(12)));
    case 'endOf': {
      const after = ofMonth
        ? plus(month(), constant(1), 1)
        : timesCode(plus(row.number(first), constant(1), 1), constant(12));
      return plus(firstDay(after), constant(1), -1);
    }
    case 'weekday': {
      const day = row.number(first);
      return { ...day, code: `((${day.code} % 7 + 10) % 7 + 1)`, lo: 1, hi: 7 };
    }
    default:
      throw new NotColumnar('calendar');
  }
}

/** The month of a date; moving a date by months moves its month by as many. */
function monthOf(row: Row, date: L.Num): NumberCode {
  if (date.k === 'let' && row.sourceOf(date) === null) {
    const local = row.local(date.local);
    if (local?.holds === 'number') return monthOf(row, local);
  }
  if (date.k === 'shift' && date.by === 'month') return plus(monthOf(row, date.date), row.number(date.n), 1);
  if (date.k === 'if' && row.sourceOf(date) === null) {
    const c = row.truth(date.c);
    const picked = chosen(c.yes, monthOf(row, date.a), monthOf(row, date.b));
    return { ...picked, hard: or(picked.hard, c.hard, differ(c.yes, c.may)) };
  }
  const day = row.number(date);
  if (!tabled(day.lo, day.hi) || day.den !== 1) throw new NotColumnar('calendar');
  const code = row.named(`months[${day.code} - ${FIRST_TABLED}]`.replace('- -', '+ '));
  return { ...day, code, lo: FIRST_MONTH, hi: LAST_MONTH - 1 };
}

function shifted(row: Row, { by, date, n }: Kind<L.Num, 'shift'>): NumberCode {
  if (by === 'workday') throw new NotColumnar('calendar');
  const [day, step] = [row.number(date), row.number(n)];
  if (step.den !== 1) throw new NotColumnar('calendar');
  if (by === 'day') return plus(day, step, 1);
  const month = monthOf(row, date);
  const target = row.named(plus(month, step, 1).code);
  const [lo, hi] = [day.lo + step.lo * 31 - 31, day.hi + step.hi * 31 + 31];
  if (!tabled(Math.min(lo, day.lo), Math.max(hi, day.hi))) throw new NotColumnar('calendar');
  const at = (text: string) => `days[${text} - ${FIRST_MONTH}]`;
  const wanted = row.named(`${at(target)} + (${day.code} - ${at(month.code)})`);
  const last = row.named(`${at(`${target} + 1`)} - 1`);
  return {
    ...day,
    code: `(${wanted} < ${last} ? ${wanted} : ${last})`,
    lo,
    hi,
    absent: or(day.absent, step.absent),
    hard: or(day.hard, step.hard),
  };
}

function inYear(row: Row, { year, day }: Kind<L.Num, 'inYear'>): NumberCode {
  const text = row.isBound(day) ? row.valueOf(day)(NO_FACTS) : null;
  const parts = typeof text === 'string' ? parseYearlyDay(text) : null;
  // 29 February is another day in some years.
  if (parts === null || (parts.month === 2 && parts.day === 29)) throw new NotColumnar('calendar');
  const month = plus(timesCode(row.number(year), constant(12)), constant(parts.month - 1), 1);
  return plus(firstDay(month), constant(parts.day - 1), 1);
}

const over12 = (month: NumberCode): NumberCode => {
  if (month.den !== 1 || month.lo < 0) throw new NotColumnar('calendar');
  return {
    ...month,
    code: `((${month.code} / 12) | 0)`,
    lo: Math.floor(month.lo / 12),
    hi: Math.floor(month.hi / 12),
  };
};

const firstDay = (month: NumberCode): NumberCode => {
  if (month.den !== 1 || month.lo < FIRST_MONTH || month.hi > LAST_MONTH) throw new NotColumnar('calendar');
  return {
    ...month,
    code: `days[${month.code} - ${FIRST_MONTH}]`,
    lo: FIRST_TABLED,
    hi: FIRST_TABLED + (LAST_MONTH - FIRST_MONTH) * 31,
  };
};
