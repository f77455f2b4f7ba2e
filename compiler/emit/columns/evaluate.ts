import { asNumber, asSet, asText, lookup } from '../../../runtime/access.ts';
import { add, choose, convert, divide, multiply, round, subtract } from '../../../runtime/arithmetic.ts';
import { bands } from '../../../runtime/bands.ts';
import type { WorkCalendar } from '../../../runtime/calendar/calendar.ts';
import {
  equal,
  le,
  lt,
  memberAll,
  memberAny,
  memberIn,
  present,
  rank,
  within,
} from '../../../runtime/compare.ts';
import { memberOfList } from '../../../runtime/elements.ts';
import {
  addDays,
  addMonths,
  dateOf,
  dayInYear,
  endOfMonth,
  endOfYear,
  monthIn,
  monthOf,
  nextMonth,
  startOfMonth,
  startOfYear,
  weekday,
  yearOf,
  yearOfMonth,
} from '../../../runtime/periods.ts';
import { readTable } from '../../../runtime/tables.ts';
import { all, any, atLeast, chooseTruth, not, sameTruth, truthOf } from '../../../runtime/truth.ts';
import { unknownOf } from '../../../runtime/unknown.ts';
import type { TableRead } from '../../../runtime/rules.ts';
import type { Exact, Maybe, Truth, Value } from '../../../runtime/value.ts';
import { addWorkdays, festival, lunarDate } from '../../../runtime/workdays.ts';
import type * as L from '../../lower/index.ts';

/** What nodes are about: a record whose facts were read, under a binding. */
export interface Record {
  readonly asOf: number;
  readonly yearNow: number;
  readonly calendar: WorkCalendar;
  readonly given: (given: L.Given) => Value;
  readonly bind: (bind: number) => Value;
  readonly fact: (input: number) => Value;
  readonly local: (local: number) => Value;
}

type Run<T extends Value = Value> = (record: Record) => T;
type Kind<N extends L.Node, K extends L.Node['k']> = Extract<N, { readonly k: K }>;

/** A node as a function of a record, exact and three-valued: the measure of what generated code may leave out. */
export function evaluate(node: L.Node): Run {
  switch (node.k) {
    case 'fact':
      return (c) => c.fact(node.input);
    case 'bind':
      return (c) => c.bind(node.bind);
    case 'let':
      return (c) => c.local(node.local);
    case 'given':
      return (c) => c.given(node.given);
    case 'hole': {
      const open = unknownOf([node.reason]);
      return () => open;
    }
    case 'lookup':
      return looked(node);
    case 'if':
      return chosen(node);
    case 'table': {
      const read = evaluateTable(node.table);
      return (c) => read(c).value;
    }
    default:
      return node.holds === 'truth' ? evaluateTruth(node) : valued(node);
  }
}

function looked({ of, keys }: Kind<L.Node, 'lookup'>): Run {
  const runs = keys.map(evaluate);
  return (c) => runs.reduce((value, key) => lookup(value, key(c) as Maybe<Exact | string>), c.given(of));
}

function chosen(node: Kind<L.Node, 'if'>): Run {
  const [test, a, b] = [evaluateTruth(node.c), evaluate(node.a), evaluate(node.b)];
  if (node.holds !== 'truth') return (c) => choose(test(c), a(c), b(c));
  const truth = (value: Value) => truthOf(value, node.at);
  return (c) => chooseTruth(test(c), truth(a(c)), truth(b(c)));
}

/** Which row of a table applies, and its value. */
export function evaluateTable({ id, keys, rows, mode }: L.Table<L.Node>): (c: Record) => TableRead {
  const looked = keys.map(evaluate);
  const made = rows.map((row) => ({
    id: row.id,
    when: row.when && evaluateTruth(row.when),
    value: evaluate(row.value),
  }));
  return (c) =>
    readTable(
      id,
      looked.map((key) => key(c)),
      made.map(({ id: row, when, value }) => ({
        id: row,
        when: when && (() => when(c)),
        value: () => value(c),
      })),
      mode,
    );
}

const number = (node: L.Num): Run<Maybe<Exact>> => {
  const run = evaluate(node);
  return (c) => asNumber(run(c));
};

const text = (node: L.Text): Run<Maybe<string>> => {
  const run = evaluate(node);
  return (c) => asText(run(c));
};

const options = (node: L.Options): Run<Maybe<readonly string[]>> => {
  const run = evaluate(node);
  return (c) => asSet(run(c));
};

/** A condition, three-valued. */
export function evaluateTruth(node: L.Truth): Run<Truth> {
  const { at } = node;
  switch (node.k) {
    case 'lit':
      return () => node.value;
    case 'not': {
      const a = evaluateTruth(node.a);
      return (c) => not(a(c));
    }
    case 'all':
      return over(node.parts, all);
    case 'any':
      return over(node.parts, any);
    case 'atLeast':
      return over(node.parts, (...parts) => atLeast(node.n, ...parts));
    case 'same':
      return over([node.a, node.b], (a = true, b = true) => sameTruth(a, b));
    case 'compare': {
      const [a, b] = [number(node.a), number(node.b)];
      const holds = { eq: equal, lt, le }[node.op];
      return (c) => holds(a(c), b(c), at);
    }
    case 'within':
      return spanned(node);
    default:
      return membership(node);
  }
}

const over = (parts: readonly L.Truth[], join: (...truths: readonly Truth[]) => Truth): Run<Truth> => {
  const runs = parts.map(evaluateTruth);
  return (c) => join(...runs.map((run) => run(c)));
};

function spanned({ a, lo, hi, loIn, hiIn, at }: Kind<L.Truth, 'within'>): Run<Truth> {
  const open = () => null;
  const [value, from, to] = [number(a), lo ? number(lo) : open, hi ? number(hi) : open];
  return (c) => within(value(c), { lo: from(c), loIn, hi: to(c), hiIn }, at);
}

function membership(node: L.Truth): Run<Truth> {
  const { at } = node;
  switch (node.k) {
    case 'sameText': {
      const [a, b] = [text(node.a), text(node.b)];
      return (c) => equal(a(c), b(c), at);
    }
    case 'sameOptions': {
      const [a, b] = [options(node.a), options(node.b)];
      return (c) => equal(a(c), b(c), at);
    }
    case 'memberIn':
      return element(node);
    case 'memberAny':
    case 'memberAll': {
      const [a, set] = [options(node.a), options(node.set)];
      const test = node.k === 'memberAny' ? memberAny : memberAll;
      return (c) => test(a(c), set(c), at);
    }
    case 'present': {
      const a = evaluate(node.a);
      return (c) => present(a(c), at);
    }
    default: {
      const run = evaluate(node);
      return (c) => truthOf(run(c), at);
    }
  }
}

function element({ a, set, at }: Kind<L.Truth, 'memberIn'>): Run<Truth> {
  const value = evaluate(a);
  const of = (c: Record) => value(c) as Maybe<Exact | string>;
  if (set.k === 'lit' && set.list) {
    const list = { items: set.values, complete: true };
    return (c) => memberOfList(of(c), list, at);
  }
  const members = options(set);
  return (c) => memberIn(of(c), members(c), at);
}

function valued(node: L.Node): Run {
  switch (node.k) {
    case 'lit':
      return () => (node.holds === 'options' ? node.values.map(String) : node.value);
    case 'asOf':
      return (c) => c.asOf;
    case 'yearNow':
      return (c) => c.yearNow;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return arithmetic(node);
    case 'convert': {
      const a = number(node.a);
      return (c) => convert(a(c), node.factor);
    }
    case 'round': {
      const a = number(node.a);
      return (c) => round(a(c), node.mode, node.to);
    }
    case 'rank': {
      const of = text(node.of);
      return (c) => rank(of(c), node.order);
    }
    case 'bands':
      return inBands(node);
    default:
      return dated(node);
  }
}

function arithmetic(node: Kind<L.Node, 'add' | 'subtract' | 'multiply' | 'divide'>): Run {
  const [a, b] = [number(node.a), number(node.b)];
  if (node.k === 'divide') return (c) => divide(a(c), b(c), node.at);
  const operate = { add, subtract, multiply }[node.k];
  return (c) => operate(a(c), b(c));
}

function inBands({ at, key, rows }: Kind<L.Node, 'bands'>): Run {
  const of = number(key);
  const made = rows.map(({ to, rate }) => ({ to: to ? number(to) : () => null, rate: number(rate) }));
  return (c) =>
    bands(
      at,
      of(c),
      made.map(({ to, rate }) => ({ to: to(c), rate: rate(c) })),
    );
}

function dated(node: L.Node): Run {
  const { at } = node;
  switch (node.k) {
    case 'shift': {
      const [day, n] = [number(node.date), number(node.n)];
      if (node.by === 'workday') return (c) => addWorkdays(c.calendar, day(c), n(c), at);
      const shift = node.by === 'month' ? addMonths : addDays;
      return (c) => shift(day(c), n(c), at);
    }
    case 'inYear': {
      const [year, day] = [number(node.year), text(node.day)];
      return (c) => dayInYear(year(c), day(c));
    }
    case 'festival': {
      const year = number(node.year);
      return (c) => festival(c.calendar, year(c), node.festival, at);
    }
    case 'calendar':
      return calendarCall(node);
    default:
      throw new RangeError(`no value of ${node.k}`);
  }
}

function calendarCall({ fn, args, ofMonth, at }: Kind<L.Node, 'calendar'>): Run {
  const [a = none, b = none, d = none] = args.map(number);
  switch (fn) {
    case 'startOf':
      return (c) => (ofMonth ? startOfMonth : startOfYear)(a(c));
    case 'endOf':
      return (c) => (ofMonth ? endOfMonth : endOfYear)(a(c));
    case 'monthOf':
      return (c) => monthOf(a(c));
    case 'yearOf':
      return (c) => (ofMonth ? yearOfMonth : yearOf)(a(c));
    case 'nextMonth':
      return (c) => nextMonth(ofMonth ? a(c) : monthOf(a(c)));
    case 'weekday':
      return (c) => weekday(a(c));
    case 'date':
      return (c) => dateOf(a(c), b(c), d(c), at);
    case 'month':
      return (c) => monthIn(a(c), b(c), at);
    case 'lunar':
      return (c) => lunarDate(c.calendar, a(c), b(c), d(c), at);
  }
}

const none = (): null => null;
