import { parseDate, parseMonth, printDate, printMonth } from '../../../runtime/dates.ts';
import { exact, plus, printExact } from '../../../runtime/exact.ts';
import type { Type } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { MutantKind } from './mutant.ts';

export interface Change {
  readonly kind: MutantKind;
  readonly next: Expr;
}

type Literal = Extract<Expr, { readonly k: 'lit' }>;

/** A figure off by one: a person, a yuan, a per cent, a day, a month; a list of options without one of them. */
export function literalChanges(e: Literal): readonly Change[] {
  const { value, type } = e;
  if (typeof value === 'boolean') return [];
  if (typeof value !== 'string')
    return value.length < 2
      ? []
      : value.map((option) => ({
          kind: 'options',
          next: { ...e, value: value.filter((one) => one !== option) },
        }));
  return moved(value, type).map(({ kind, value: next }) => ({ kind, next: { ...e, value: next } }));
}

interface Moved {
  readonly kind: MutantKind;
  readonly value: string;
}

function moved(value: string, type: Type): readonly Moved[] {
  const by = (kind: MutantKind, ...steps: readonly string[]): readonly Moved[] =>
    steps.map((step) => ({ kind, value: printExact(plus(exact(value), exact(step))) }));
  switch (type.t) {
    case 'int':
    case 'qty':
      return exact(value) === 0 ? by('number', '1') : by('number', '1', '-1');
    case 'year':
      return by('date', '1');
    case 'ratio':
      return by('number', '1/100');
    case 'money':
      return by('money', '100', ...(exact(value) === 0 ? [] : ['-100']));
    case 'rate':
      return moved(value, type.of);
    case 'date': {
      const day = parseDate(value);
      return day === null ? [] : [day - 1, day + 1].map((one) => ({ kind: 'date', value: printDate(one) }));
    }
    case 'month': {
      const month = parseMonth(value);
      return month === null
        ? []
        : [month - 1, month + 1].map((one) => ({ kind: 'date', value: printMonth(one) }));
    }
    case 'yearlyDay': {
      const day = parseDate(`2001-${value}`);
      return day === null
        ? []
        : [day - 1, day + 1].map((one) => ({ kind: 'date', value: printDate(one).slice(5) }));
    }
    default:
      return [];
  }
}
