import { parseYearlyDay } from '../../../runtime/dates.ts';
import { isExact } from '../../../runtime/unknown.ts';
import type { Exact, Truth, Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { FIRST_MONTH, FIRST_TABLED, LAST_MONTH, tabled } from './calendar.ts';
import { evaluate, evaluateTruth, type Record } from './evaluate.ts';
import {
  ABSENT,
  chosen,
  constant,
  dividedBy,
  HARD,
  least,
  less,
  type NumberCode,
  plus,
  rounded,
  same,
  timesCode,
} from './number.ts';
import type { Bit, Facts, Source } from './source.ts';
import { Reads } from './sources.ts';
import { and, differ, either, NO, not, or, YES } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** Text for a condition: 1 where it surely holds, 1 where it may; `hard` as in `NumberCode`. */
export interface TruthCode {
  readonly yes: string;
  readonly may: string;
  readonly hard: string;
}

export type Around = Omit<Record, 'fact' | 'local'>;

/** Where the values of a row come from. */
export interface Inputs {
  /** What a node that looks at these inputs alone is looked up by; `null` where there is no such thing. */
  readonly source: (inputs: ReadonlySet<number>) => Source | null;
  /** Text for the place of the row's state among those of a source. */
  readonly place: (source: Source) => string;
  /** Text for a number that is read as it is. */
  readonly wide: (input: number) => NumberCode;
  /** Text for whether the row has none of an input that is optional. */
  readonly absent: (input: number) => string;
  /** What stands for an input that the batch has no column of (`未填则`). */
  readonly instead: (input: number) => L.Node | undefined;
}

type Kind<N extends L.Node, K extends L.Node['k']> = Extract<N, { readonly k: K }>;

const settledTruth = (truth: Truth): TruthCode => ({
  yes: truth === true ? YES : NO,
  may: truth === false ? NO : YES,
  hard: NO,
});

const settledNumber = (value: Value): NumberCode => {
  if (value === null) return ABSENT;
  return isExact(value) ? constant(value) : HARD;
};

const keyOf = (node: L.Node): string =>
  JSON.stringify(node, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

/** Writes the text of one row: nodes that hang on one source alone are looked up, the others computed. */
export class RowCode {
  /** Statements in order; each may use those before it. */
  readonly statements: string[] = [];
  readonly reads: Reads;
  readonly #inputs: Inputs;
  readonly #locals: readonly L.Local[];
  readonly #around: Around;
  readonly #truths = new Map<string, TruthCode>();
  readonly #numbers = new Map<string, NumberCode>();
  #names = 0;

  constructor(locals: readonly L.Local[], around: Around, inputs: Inputs) {
    this.#locals = locals;
    this.#around = around;
    this.#inputs = inputs;
    this.reads = new Reads(locals, inputs.instead);
  }

  /** The node as a function of what its inputs are. */
  valueOf(node: L.Node): (facts: Facts) => Value {
    const run = evaluate(node);
    return (facts) => run(this.recordOf(facts));
  }

  truthOf(node: L.Truth): (facts: Facts) => Truth {
    const run = evaluateTruth(node);
    return (facts) => run(this.recordOf(facts));
  }

  recordOf(facts: Facts): Record {
    const record: Record = {
      ...this.#around,
      fact: (input) => {
        const instead = this.#inputs.instead(input);
        return instead ? evaluate(instead)(record) : (facts.get(input) ?? null);
      },
      local: (local) => {
        const value = this.#locals[local]?.value;
        if (!value) throw new RangeError(`no local ${local}`);
        return evaluate(value)(record);
      },
    };
    return record;
  }

  /** The one source that all of a node hangs on. */
  sourceOf(node: L.Node): Source | null {
    return this.#inputs.source(this.reads.of(node));
  }

  /** A name for text that is used more than once. */
  named(text: string): string {
    if (/^-?[\w$]+$/.test(text)) return text;
    const name = `v${this.#names++}`;
    this.statements.push(`const ${name} = ${text};`);
    return name;
  }

  bit(source: Source, { word, bit }: Bit): string {
    const read = this.#word(source, word);
    return bit === 0 ? `(${read} & 1)` : `((${read} >>> ${bit}) & 1)`;
  }

  readonly #words = new Map<string, string>();

  #word(source: Source, word: number): string {
    const key = `${source.name} ${word}`;
    const known = this.#words.get(key) ?? this.named(`w${source.name}_${word}[${this.#inputs.place(source)}]`);
    this.#words.set(key, known);
    return known;
  }

  truth(node: L.Truth): TruthCode {
    const key = keyOf(node);
    const known = this.#truths.get(key);
    if (known) return known;
    const made = this.#makeTruth(node);
    const yes = this.named(made.yes);
    const code = { yes, may: made.may === made.yes ? yes : this.named(made.may), hard: this.named(made.hard) };
    this.#truths.set(key, code);
    return code;
  }

  number(node: L.Num): NumberCode {
    const key = keyOf(node);
    const known = this.#numbers.get(key);
    if (known) return known;
    const made = this.#makeNumber(node);
    const code = {
      ...made,
      code: this.named(made.code),
      absent: this.named(made.absent),
      hard: this.named(made.hard),
    };
    this.#numbers.set(key, code);
    return code;
  }

  #makeTruth(node: L.Truth): TruthCode {
    if (this.reads.of(node).size === 0) return settledTruth(this.truthOf(node)(new Map()));
    const source = this.sourceOf(node);
    if (source === null) return this.#computed(node);
    const leaf = source.truth(this.truthOf(node));
    const text = (bit: Bit | boolean) => (typeof bit === 'boolean' ? (bit ? YES : NO) : this.bit(source, bit));
    return { yes: text(leaf.yes), may: text(leaf.may), hard: NO };
  }

  #computed(node: L.Truth): TruthCode {
    switch (node.k) {
      case 'fact': {
        const instead = this.#inputs.instead(node.input);
        if (instead?.holds !== 'truth') throw new RangeError(`fact ${node.input} has no source`);
        return this.truth(instead);
      }
      case 'let': {
        const local = this.#locals[node.local]?.value;
        if (local?.holds !== 'truth') throw new RangeError(`no condition ${node.local}`);
        return this.truth(local);
      }
      case 'not': {
        const a = this.truth(node.a);
        return { yes: not(a.may), may: not(a.yes), hard: a.hard };
      }
      case 'all':
        return joined(node.parts.map((part) => this.truth(part)), and);
      case 'any':
        return joined(node.parts.map((part) => this.truth(part)), or);
      case 'atLeast':
        return atLeast(
          node.n,
          node.parts.map((part) => this.truth(part)),
        );
      case 'same': {
        const [a, b] = [this.truth(node.a), this.truth(node.b)];
        return joined([joined([a, b], and), joined([negated(a), negated(b)], and)], or);
      }
      case 'if':
        return choice(this.truth(node.c), this.truth(node.a), this.truth(node.b));
      case 'table':
        return this.#tableTruth(node.table);
      default:
        return this.#compared(node);
    }
  }

  #compared(node: L.Truth): TruthCode {
    switch (node.k) {
      case 'compare':
        return this.#cutOff(node) ?? compared(node.op, this.number(node.a), this.number(node.b));
      case 'within':
        return this.#within(node);
      case 'present':
        return this.#present(node.a);
      case 'memberIn':
        return this.#memberIn(node);
      default:
        throw new NotColumnar(node.k === 'memberAny' || node.k === 'memberAll' ? 'sets' : 'texts');
    }
  }

  /** A comparison of a date fact with a day that is known when the policy is bound. */
  #cutOff({ cut }: Kind<L.Truth, 'compare'>): TruthCode | null {
    if (!cut) return null;
    const than = this.number(cut.than);
    if (than.hard !== NO || than.absent !== NO || than.den !== 1) return null;
    if (this.#inputs.instead(cut.input)) return null;
    const fact = this.#inputs.wide(cut.input);
    const later = less(than, fact);
    const test = cut.sense === 'after' ? later : not(later);
    return certain(and(test, not(fact.absent)), or(fact.hard, than.hard));
  }

  #within({ a, lo, hi, loIn, hiIn, low, high }: Kind<L.Truth, 'within'>): TruthCode {
    const value = this.number(a);
    const end = (bound: L.Num | undefined, cut: L.Truth | undefined, plain: (bound: NumberCode) => TruthCode) => {
      if (!bound) return certain(YES, NO);
      const code = this.number(bound);
      if (code.absent === YES) return certain(YES, NO);
      const test = cut ? this.truth(cut) : plain(code);
      return certain(or(code.absent, test.yes), or(code.hard, test.hard));
    };
    const from = end(lo, low, (bound) => compared(loIn ? 'le' : 'lt', bound, value));
    const to = end(hi, high, (bound) => compared(hiIn ? 'le' : 'lt', value, bound));
    return certain(and(from.yes, to.yes, not(value.absent)), or(value.hard, from.hard, to.hard));
  }

  #present(a: L.Node): TruthCode {
    if (a.holds === 'number') {
      const { absent, hard } = this.number(a);
      return certain(not(absent), hard);
    }
    if (a.k === 'fact' && a.holds !== 'options' && !this.#inputs.instead(a.input)) return certain(not(this.#inputs.absent(a.input)), NO);
    throw new NotColumnar('texts');
  }

  #memberIn({ a, set }: Kind<L.Truth, 'memberIn'>): TruthCode {
    if (a.holds !== 'number' || set.k !== 'lit') throw new NotColumnar('texts');
    const value = this.number(a);
    const numbers = set.values.filter((item): item is Exact => typeof item !== 'string');
    const tests = numbers.map((item) => same(value, constant(item)));
    return certain(and(or(...tests), not(value.absent)), value.hard);
  }

  #tableTruth(table: L.Table<L.Truth>): TruthCode {
    const rows = this.rows(table);
    const values = table.rows.map((row) => this.truth(row.value));
    const of = (part: 'yes' | 'may') => or(...rows.tests.map((test, i) => and(test, values[i]?.[part] ?? NO)));
    return { yes: of('yes'), may: of('may'), hard: or(rows.open, rows.none, ...values.map(({ hard }) => hard)) };
  }

  /** Which row of a table applies: a test each, of which at most one is 1; where rows are `open`, and where there is `none`. */
  rows({ rows, mode }: Pick<L.Table<L.Node>, 'rows' | 'mode'>): {
    readonly tests: readonly string[];
    readonly open: string;
    readonly none: string;
  } {
    const codes = rows.map(({ when }) => (when ? this.truth(when) : certain(YES, NO)));
    const earlier: string[] = [];
    const tests = codes.map(({ yes }, i) => {
      const test = rows[i]?.when === null || mode === 'first' ? and(not(or(...earlier)), yes) : yes;
      earlier.push(yes);
      return this.named(test);
    });
    const open = codes.map((code) => or(code.hard, differ(code.yes, code.may)));
    const twice = mode === 'checked' && tests.length > 1 ? `(${tests.join(' + ')} > 1 ? 1 : 0)` : NO;
    return { tests, open: this.named(or(...open, twice)), none: this.named(not(or(...tests))) };
  }

  #makeNumber(node: L.Num): NumberCode {
    if (this.reads.of(node).size === 0) return settledNumber(this.valueOf(node)(new Map()));
    const source = this.sourceOf(node);
    if (source !== null) return this.looked(source, source.number(this.valueOf(node)));
    switch (node.k) {
      case 'fact': {
        const instead = this.#inputs.instead(node.input);
        return instead?.holds === 'number' ? this.number(instead) : this.#inputs.wide(node.input);
      }
      case 'let': {
        const local = this.#locals[node.local]?.value;
        if (local?.holds !== 'number') throw new RangeError(`no number ${node.local}`);
        return this.number(local);
      }
      case 'if': {
        const c = this.truth(node.c);
        const picked = chosen(c.yes, this.number(node.a), this.number(node.b));
        return { ...picked, hard: or(picked.hard, c.hard, differ(c.yes, c.may)) };
      }
      case 'table':
        return this.#tableNumber(node.table);
      default:
        return this.#arithmetic(node);
    }
  }

  looked(source: Source, leaf: ReturnType<Source['number']>): NumberCode {
    if (!Number.isSafeInteger(leaf.lo) || !Number.isSafeInteger(leaf.hi)) throw new NotColumnar('range');
    const bit = (of: Bit | null) => (of === null ? NO : this.bit(source, of));
    return {
      code: `t${source.name}_${leaf.table}[${this.#inputs.place(source)}]`,
      den: 1,
      lo: leaf.lo,
      hi: leaf.hi,
      absent: bit(leaf.absent),
      hard: bit(leaf.hard),
    };
  }

  #tableNumber(table: L.Table<L.Num>): NumberCode {
    const { tests, open, none } = this.rows(table);
    const values = table.rows.map((row) => this.number(row.value));
    // The last row stands for all that no other one holds: where none does, the row is decided by itself.
    const picked = values.reduceRight((rest, value, i) => chosen(tests[i] ?? NO, value, rest));
    return { ...picked, hard: or(open, none, picked.hard) };
  }

  #arithmetic(node: L.Num): NumberCode {
    switch (node.k) {
      case 'add':
      case 'subtract':
        return plus(this.number(node.a), this.number(node.b), node.k === 'add' ? 1 : -1);
      case 'multiply':
        return timesCode(this.number(node.a), this.number(node.b));
      case 'divide':
        return dividedBy(this.number(node.a), this.number(node.b));
      case 'convert':
        return timesCode(this.number(node.a), constant(node.factor));
      case 'round':
        return rounded(this.number(node.a), node.mode, node.to);
      case 'bands':
        return this.#bands(node);
      default:
        return this.#dated(node);
    }
  }

  #bands({ key, rows }: Kind<L.Num, 'bands'>): NumberCode {
    const x = this.number(key);
    let from = constant(0);
    let total = constant(0);
    for (const { to, rate } of rows) {
      const end = to && this.number(to);
      if (end && (end.lo !== end.hi || end.lo * from.den < from.lo * end.den)) throw new NotColumnar('numbers');
      const upper = end ? least(x, end) : x;
      const inside = chosen(less(from, upper), plus(upper, from, -1), constant(0));
      total = plus(total, timesCode(inside, this.number(rate)), 1);
      from = end ?? from;
    }
    return { ...total, absent: x.absent, hard: or(x.hard, total.hard) };
  }

  #dated(node: L.Num): NumberCode {
    if (node.k === 'shift') return this.#shifted(node);
    if (node.k === 'inYear') return this.#inYear(node);
    if (node.k !== 'calendar') throw new NotColumnar('calendar');
    const [first] = node.args;
    if (!first || node.args.length > 1) throw new NotColumnar('calendar');
    const { fn, ofMonth } = node;
    const month = () => (ofMonth ? this.number(first) : this.monthOf(first));
    switch (fn) {
      case 'monthOf':
        return month();
      case 'nextMonth':
        return plus(month(), constant(1), 1);
      case 'yearOf':
        return over12(month());
      case 'startOf':
        return firstDay(ofMonth ? month() : timesCode(this.number(first), constant(12)));
      case 'endOf': {
        const after = ofMonth ? plus(month(), constant(1), 1) : timesCode(plus(this.number(first), constant(1), 1), constant(12));
        return plus(firstDay(after), constant(1), -1);
      }
      case 'weekday': {
        const day = this.number(first);
        return { ...day, code: `((${day.code} % 7 + 10) % 7 + 1)`, lo: 1, hi: 7 };
      }
      default:
        throw new NotColumnar('calendar');
    }
  }

  /** The month of a date; moving a date by months moves its month by as many. */
  monthOf(date: L.Num): NumberCode {
    if (date.k === 'let' && this.sourceOf(date) === null) {
      const local = this.#locals[date.local]?.value;
      if (local?.holds === 'number') return this.monthOf(local);
    }
    if (date.k === 'shift' && date.by === 'month') return plus(this.monthOf(date.date), this.number(date.n), 1);
    if (date.k === 'if' && this.sourceOf(date) === null) {
      const c = this.truth(date.c);
      const picked = chosen(c.yes, this.monthOf(date.a), this.monthOf(date.b));
      return { ...picked, hard: or(picked.hard, c.hard, differ(c.yes, c.may)) };
    }
    const day = this.number(date);
    if (!tabled(day.lo, day.hi) || day.den !== 1) throw new NotColumnar('calendar');
    const code = this.named(`months[${day.code} - ${FIRST_TABLED}]`.replace('- -', '+ '));
    return { ...day, code, lo: FIRST_MONTH, hi: LAST_MONTH - 1 };
  }

  #shifted({ by, date, n }: Kind<L.Num, 'shift'>): NumberCode {
    if (by === 'workday') throw new NotColumnar('calendar');
    const [day, step] = [this.number(date), this.number(n)];
    if (step.den !== 1) throw new NotColumnar('calendar');
    if (by === 'day') return plus(day, step, 1);
    const month = this.monthOf(date);
    const target = this.named(plus(month, step, 1).code);
    const [lo, hi] = [day.lo + step.lo * 31 - 31, day.hi + step.hi * 31 + 31];
    if (!tabled(Math.min(lo, day.lo), Math.max(hi, day.hi))) throw new NotColumnar('calendar');
    const at = (text: string) => `days[${text} - ${FIRST_MONTH}]`;
    const wanted = this.named(`${at(target)} + (${day.code} - ${at(month.code)})`);
    const last = this.named(`${at(`${target} + 1`)} - 1`);
    return { ...day, code: either(`${wanted} < ${last}`, wanted, last), lo, hi, absent: or(day.absent, step.absent), hard: or(day.hard, step.hard) };
  }

  #inYear({ year, day }: Kind<L.Num, 'inYear'>): NumberCode {
    const text = this.reads.of(day).size === 0 ? this.valueOf(day)(new Map()) : null;
    const parts = typeof text === 'string' ? parseYearlyDay(text) : null;
    // 29 February is another day in some years.
    if (parts === null || (parts.month === 2 && parts.day === 29)) throw new NotColumnar('calendar');
    const month = plus(timesCode(this.number(year), constant(12)), constant(parts.month - 1), 1);
    return plus(firstDay(month), constant(parts.day - 1), 1);
  }
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

const certain = (test: string, hard: string): TruthCode => ({ yes: test, may: test, hard });

const negated = (a: TruthCode): TruthCode => ({ yes: not(a.may), may: not(a.yes), hard: a.hard });

const joined = (parts: readonly TruthCode[], join: typeof and): TruthCode => ({
  yes: join(...parts.map(({ yes }) => yes)),
  may: join(...parts.map(({ may }) => may)),
  hard: or(...parts.map(({ hard }) => hard)),
});

function atLeast(n: number, parts: readonly TruthCode[]): TruthCode {
  const count = (of: 'yes' | 'may') => `(${parts.map((part) => part[of]).join(' + ')} >= ${n} ? 1 : 0)`;
  return { yes: count('yes'), may: count('may'), hard: or(...parts.map(({ hard }) => hard)) };
}

/** `若`: settled too where both branches agree. */
const choice = (c: TruthCode, a: TruthCode, b: TruthCode): TruthCode =>
  joined([joined([c, a], and), joined([negated(c), b], and), joined([a, b], and)], or);

function compared(op: 'eq' | 'lt' | 'le', a: NumberCode, b: NumberCode): TruthCode {
  const test = op === 'eq' ? same(a, b) : op === 'lt' ? less(a, b) : not(less(b, a));
  return certain(and(test, not(a.absent), not(b.absent)), or(a.hard, b.hard));
}

