import { civilDate } from '../../../runtime/dates.ts';
import { compareExact, type Exact } from '../../../runtime/exact.ts';
import { boundsOf } from '../terms/number.ts';
import type { Bool, Num, NumVar } from '../terms/term.ts';
import type { Day } from '../values/day.ts';
import type { Item, Sym } from '../values/sym.ts';

/** Values that a policy speaks of, and what lies next to them. */
export interface Thresholds {
  readonly numbers: readonly Exact[];
  readonly days: readonly number[];
}

/** Variables that are set otherwise. */
export type Variation = ReadonlyMap<string, boolean | Exact>;

/** Other values of one place of a record: nothing there, and each value on or beside a threshold. */
export function variations(sym: Sym, near: Thresholds): readonly Variation[] {
  const { absent } = sym;
  if (absent.k !== 'var') return present(sym, near);
  const there = present(sym, near).map((one) => new Map([...one, [absent.name, false] as const]));
  return [new Map([[absent.name, true]]), ...there];
}

function present({ of }: Sym, near: Thresholds): readonly Variation[] {
  switch (of.t) {
    case 'bool':
      return truths(of.yes);
    case 'num':
      return numbers(of.n, near.numbers);
    case 'code': {
      const max = variable(of.n)?.max;
      return typeof max === 'number' ? numbers(of.n, count(max + 1)) : [];
    }
    case 'date':
      return dates(of.day, near.days);
    case 'set':
      return members([...of.has.values()]);
    case 'record':
      return [...of.fields.values()].flatMap((field) => variations(field, near));
    case 'list':
      return lists(of.items, near);
    default:
      return [];
  }
}

const count = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

function variable({ base, parts }: Num): NumVar | null {
  const [only, ...others] = parts;
  return base === 0 && only?.by === 1 && others.length === 0 && only.atom.k === 'var' ? only.atom : null;
}

function truths(yes: Bool): readonly Variation[] {
  return yes.k === 'var' ? [true, false].map((value) => new Map([[yes.name, value]])) : [];
}

function numbers(n: Num, values: readonly Exact[]): readonly Variation[] {
  const own = variable(n);
  if (!own) return [];
  const { min, max } = boundsOf(n);
  const fits = (value: Exact): boolean =>
    (min === null || compareExact(value, min) >= 0) && (max === null || compareExact(value, max) <= 0);
  return values.filter(fits).map((value) => new Map([[own.name, value]]));
}

function dates({ civil }: Day, days: readonly number[]): readonly Variation[] {
  const [year, month, date] = [civil.year, civil.month, civil.date].map(variable);
  if (!year || !month || !date) return [];
  return days.map((day) => {
    const parts = civilDate(day);
    return new Map([
      [year.name, parts.year],
      [month.name, parts.month],
      [date.name, parts.day],
    ]);
  });
}

/** None, each by itself, all. */
function members(has: readonly Bool[]): readonly Variation[] {
  const names = has.flatMap((is) => (is.k === 'var' ? [is.name] : []));
  const holding = (some: readonly string[]) => new Map(names.map((name) => [name, some.includes(name)]));
  return [[], ...names.map((name) => [name]), names].map(holding);
}

/** No element, and one, two and as many as fit, all of them alike. */
function lists(items: readonly Item[], near: Thresholds): readonly Variation[] {
  const [first] = items;
  const length = first && lengthBehind(first.here);
  if (!length) return [];
  const varied = items.map(({ value }) => [new Map<string, never>(), ...variations(value, near)]);
  const lengths = [...new Set([1, 2, items.length])].filter((n) => n <= items.length);
  const of = (n: number, i: number): Variation =>
    new Map([[length, n] as const, ...varied.slice(0, n).flatMap((own) => [...(own[i] ?? [])])]);
  return [new Map([[length, 0]]), ...(varied[0] ?? []).flatMap((_, i) => lengths.map((n) => of(n, i)))];
}

/** `0 < length` names the variable. */
function lengthBehind(here: Bool): string | null {
  if (here.k !== 'lt0') return null;
  const [only] = here.a.parts;
  return only?.atom.k === 'var' ? only.atom.name : null;
}
