import { parseDate } from '../../runtime/dates.ts';
import { compareExact, minus, parseExact, printExact } from '../../runtime/exact.ts';
import { children } from '../ir/children.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import type { Keys } from './keys.ts';
import type { Text } from './text.ts';
import { figure, text } from './words.ts';

/** The smallest pieces in which two expressions differ. */
export interface Difference {
  readonly before: Expr;
  readonly after: Expr;
}

/** None where the two are the same; the two themselves where their shapes differ. */
export function differences(a: Expr, b: Expr, old: Keys, fresh: Keys): readonly Difference[] {
  if (old.written(a) === fresh.written(b)) return [];
  const inA = children(a);
  const inB = children(b);
  const sameShape =
    a.k === b.k && a.k !== 'calendar' && inA.length > 0 && inA.length === inB.length && sameHead(a, b);
  if (!sameShape) return [{ before: a, after: b }];
  const found = inA.flatMap((child, i) => {
    const other = inB[i];
    return other ? differences(child.expr, other.expr, old, fresh) : [];
  });
  return found.length > 0 ? found : [{ before: a, after: b }];
}

/** Whether two nodes say the same apart from what is inside them. */
function sameHead(a: Expr, b: Expr): boolean {
  return headOf(a) === headOf(b);
}

function headOf(e: Expr): string {
  switch (e.k) {
    case 'cmp':
    case 'arith':
      return `${e.k} ${e.op}`;
    case 'atLeast':
      return `atLeast ${e.n}`;
    case 'addPeriod':
      return `addPeriod ${e.sign}`;
    case 'round':
      return `round ${e.mode} ${e.to}`;
    case 'calendar':
      return `calendar ${e.fn}`;
    case 'within':
      return `within ${Boolean(e.span.lo)} ${e.span.loIn} ${Boolean(e.span.hi)} ${e.span.hiIn}`;
    case 'member':
      return `member ${e.mode}`;
    case 'aggregate':
      return `aggregate ${e.op} ${JSON.stringify(e.source, (key, item) => (isShape(key) ? item : undefined))}`;
    case 'field':
      return `field ${e.field}`;
    default:
      return e.k;
  }
}

const SHAPE = new Set(['', 'k', 'time', 'windowed', 'subject']);
const isShape = (key: string): boolean => SHAPE.has(key);

/** How far a figure moved, `+50 元`; `null` where it is no single figure. */
export function moved(found: readonly Difference[], policy: Policy): Text | null {
  const [only, ...others] = found;
  if (!only || others.length > 0) return null;
  const { before, after } = only;
  if (before.k === 'calendar' && after.k === 'calendar') return daysOfMonth(before, after);
  if (before.k !== 'lit' || after.k !== 'lit' || before.type.t !== after.type.t) return null;
  if (typeof before.value !== 'string' || typeof after.value !== 'string') return null;
  if (before.type.t === 'date') return days(before.value, after.value);
  if (before.type.t === 'qty' && after.type.t === 'qty' && before.type.unit !== after.type.unit) return null;
  const difference = subtract(after.value, before.value);
  return difference === null ? null : signed(figure(policy, after, difference.size), difference.more);
}

const signed = (words: Text, more: boolean): Text => ({
  zh: `${more ? '+' : '-'}${words.zh}`,
  en: `${more ? '+' : '-'}${words.en}`,
});

function days(before: string, after: string): Text | null {
  const [from, to] = [parseDate(before), parseDate(after)];
  if (from === null || to === null) return null;
  const size = Math.abs(to - from);
  return to > from
    ? text(`推后 ${size} 日`, `${size} days later`)
    : text(`提前 ${size} 日`, `${size} days earlier`);
}

type Calendar = Expr & { readonly k: 'calendar' };

/** Two days of one month of a year that is not known yet. */
function daysOfMonth(before: Calendar, after: Calendar): Text | null {
  const [from, to] = [stated(before), stated(after)];
  return from && to && from.rest === to.rest ? days(`2000-01-${from.day}`, `2000-01-${to.day}`) : null;
}

function stated(e: Calendar): { readonly day: string; readonly rest: string } | null {
  const last = e.args.at(-1);
  if (last?.k !== 'lit' || typeof last.value !== 'string') return null;
  const found = e.fn === 'date' ? ['', last.value] : /^(\d\d-)(\d\d)$/.exec(last.value)?.slice(1);
  const [month, day] = found ?? [];
  if (day === undefined || !(e.fn === 'date' || e.fn === 'inYear')) return null;
  const before = e.args.slice(0, -1).map((part) => (part.k === 'lit' ? part.value : part.k));
  return { day: day.padStart(2, '0'), rest: `${e.fn} ${before.join()} ${month}` };
}

/** Exact; `null` for what is no number. */
function subtract(a: string, b: string): { readonly size: string; readonly more: boolean } | null {
  const [x, y] = [parseExact(a), parseExact(b)];
  if (x === null || y === null) return null;
  const more = compareExact(x, y) > 0;
  return { size: printExact(more ? minus(x, y) : minus(y, x)), more };
}
