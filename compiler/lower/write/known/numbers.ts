import type { Node, Num } from '../../nodes.ts';
import { boundWhole } from '../bound.ts';
import { absentOf, checked, either, literal, product, rounded, scaled, sum, type Whole } from '../ranges.ts';
import type { Known, KnownNumber } from './parts.ts';

/** Writes numbers over known facts: whole ones, with the range that they cannot leave, wherever that is possible. */
export class KnownNumbers {
  readonly #of: Known;
  readonly #numbers = new Map<Node, KnownNumber>();

  constructor(of: Known) {
    this.#of = of;
  }

  number(node: Num): KnownNumber {
    const known = this.#numbers.get(node) ?? this.#number(node);
    this.#numbers.set(node, known);
    return known;
  }

  #number(node: Num): KnownNumber {
    const plain = this.#whole(node);
    return plain ? plain : { code: this.#of.valueOpen(node), open: true };
  }

  /** `null`: not in whole numbers. */
  #whole(node: Num): Whole | null {
    const both = (a: Num, b: Num, join: (a: Whole, b: Whole) => Whole | null): Whole | null => {
      const [x, y] = [this.number(a), this.number(b)];
      return x.open || y.open ? null : join(x, y);
    };
    const one = (a: Num, of: (a: Whole) => Whole | null): Whole | null => both(a, a, of);
    switch (node.k) {
      case 'lit':
        return literal(node.value);
      case 'fact':
        return this.#fact(node.input);
      case 'bind':
        return boundWhole(node.bind, this.#of.around, this.#of.bounds);
      case 'let':
        return this.#local(node.local);
      case 'add':
        return both(node.a, node.b, (a, b) => sum(a, b, 1));
      case 'subtract':
        return both(node.a, node.b, (a, b) => sum(a, b, -1));
      case 'multiply':
        return both(node.a, node.b, product);
      case 'convert':
        return one(node.a, (a) => scaled(a, node.factor));
      case 'round': {
        if (node.mode === 'half') this.#of.around.operations.add('half');
        return one(node.a, (a) => rounded(a, node.mode, node.to));
      }
      case 'shift':
        return both(node.date, node.n, (day, n) => this.#shifted(node.by, day, n));
      case 'calendar':
        return this.#calendar(node);
      case 'if': {
        const c = this.#of.truth(node.c);
        return c.settled ? both(node.a, node.b, (a, b) => either(c.code, a, b)) : null;
      }
      case 'table':
        return this.#of.tables.whole(node.table);
      case 'rank': {
        const text = this.#of.text(node.of);
        if (text.open) return null;
        const places = this.#of.around.constant(JSON.stringify(node.order));
        return {
          code: `${places}.indexOf(${text.code})`,
          den: 1,
          lo: -1,
          hi: node.order.length - 1,
          absent: text.absent,
        };
      }
      default:
        return null;
    }
  }

  #fact(input: number): Whole | null {
    const found = this.#of.subject.inputs[input];
    if (!found?.range) return null;
    const { fallback } = found;
    const computed = fallback?.holds === 'number' ? this.number(fallback) : null;
    const [lo, hi] = found.range.map((end, i) => {
      if (!computed || computed.open) return end;
      return i === 0 ? Math.min(end, computed.lo) : Math.max(end, computed.hi);
    });
    if (lo === undefined || hi === undefined) return null;
    const code = this.#of.names.fact(input);
    return { code, den: 1, lo, hi, absent: found?.optional ? `${code}===null` : null };
  }

  #local(local: number): Whole | null {
    const value = this.#of.subject.locals[local]?.value;
    const inner = value?.holds === 'number' ? this.number(value) : null;
    if (!inner || inner.open) return null;
    const code = this.#of.names.local(local);
    return { ...inner, code, absent: inner.absent === null ? null : `${code}===null` };
  }

  #shifted(by: 'month' | 'day' | 'workday', day: Whole, n: Whole): Whole | null {
    if (by === 'workday' || day.den !== 1 || n.den !== 1) return null;
    if (by === 'day') return sum(day, n, 1);
    // A month is never longer than 31 days.
    const [lo, hi] = [
      day.lo + Math.min(n.lo * 28, n.lo * 31) - 31,
      day.hi + Math.max(n.hi * 28, n.hi * 31) + 31,
    ];
    const code = this.#of.around.op('shiftMonths', day.code, n.code);
    return inYears({ code, den: 1, lo, hi, absent: absentOf(day, n) });
  }

  #calendar({ fn, args, ofMonth }: Extract<Num, { readonly k: 'calendar' }>): Whole | null {
    const [only, ...others] = args;
    const made = CALENDAR[`${fn}${ofMonth ? 'OfMonth' : ''}`];
    const inner = only && others.length === 0 && made ? this.number(only) : null;
    if (!inner || inner.open || inner.den !== 1 || !made) return null;
    if (fn === 'nextMonth' && !ofMonth) {
      const { lo, hi } = made.range(inner);
      return {
        ...inner,
        code: `(${this.#of.around.op('monthOfDay', inner.code)}+1)`,
        lo: lo + 1,
        hi: hi + 1,
      };
    }
    const code = made.name === '' ? `(${inner.code}+1)` : this.#of.around.op(made.name, inner.code);
    return checked({ ...inner, code, ...made.range(inner) });
  }
}

interface Plain {
  readonly name: string;
  readonly range: (a: Whole) => Pick<Whole, 'lo' | 'hi'>;
}

/** Ends of `n` parts of between `least` and `most` each. */
const spread = (
  { lo, hi }: Pick<Whole, 'lo' | 'hi'>,
  from: number,
  least: number,
  most: number,
  room: number,
) => ({
  lo: Math.min((lo - from) * least, (lo - from) * most) - room,
  hi: Math.max((hi - from) * least, (hi - from) * most) + room,
});

const months = ({ lo, hi }: Whole) => ({
  lo: 23640 + Math.floor(Math.min(lo / 28, lo / 31)) - 1,
  hi: 23640 + Math.ceil(Math.max(hi / 28, hi / 31)) + 1,
});

/** Ranges are taken a little wide. */
const CALENDAR: { readonly [fn: string]: Plain } = {
  startOf: { name: 'firstDayOfYear', range: (a) => spread(a, 1970, 365, 366, 366) },
  endOf: { name: 'lastDayOfYear', range: (a) => spread(a, 1970, 365, 366, 732) },
  startOfOfMonth: { name: 'firstDayOfMonth', range: (a) => spread(a, 23640, 28, 31, 62) },
  endOfOfMonth: { name: 'lastDayOfMonth', range: (a) => spread(a, 23640, 28, 31, 93) },
  monthOf: { name: 'monthOfDay', range: months },
  yearOf: {
    name: 'yearOfDay',
    range: ({ lo, hi }) => ({
      lo: 1968 + Math.floor(Math.min(lo / 365, lo / 366)),
      hi: 1972 + Math.ceil(Math.max(hi / 365, hi / 366)),
    }),
  },
  yearOfOfMonth: {
    name: 'yearOfMonthNumber',
    range: ({ lo, hi }) => ({ lo: Math.floor(lo / 12), hi: Math.floor(hi / 12) }),
  },
  nextMonth: { name: 'monthOfDay', range: months },
  nextMonthOfMonth: { name: '', range: ({ lo, hi }) => ({ lo: lo + 1, hi: hi + 1 }) },
  weekday: { name: 'weekdayOf', range: () => ({ lo: 1, hi: 7 }) },
};

const inYears = (whole: Whole): Whole | null => (whole.lo >= -719162 && whole.hi <= 2932896 ? whole : null);
