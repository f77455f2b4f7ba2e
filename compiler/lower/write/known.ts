import type { LoweredSubject } from '../lowered.ts';
import type { CutOff, Node, Num, Options, Table, Text, Truth } from '../nodes.ts';
import { type Bounds, boundWhole } from './bound.ts';
import { byRow, type OpenWriter } from './open.ts';
import {
  absentOf,
  aligned,
  checked,
  either,
  literal,
  product,
  rounded,
  scaled,
  sum,
  type Whole,
} from './ranges.ts';
import { quoted, type Surround } from './scope.ts';

/** A condition: settled, as an expression that is true or false; else in bits. */
export interface KnownTruth {
  readonly code: string;
  readonly settled: boolean;
}

/** A text that is settled, or (`open`) a `Maybe<string>`. */
type KnownText =
  | { readonly code: string; readonly absent: string | null; readonly open?: false }
  | { readonly code: string; readonly open: true };

/** A number in whole numbers, or (`open`) a `Maybe<Exact>`. */
export type KnownNumber =
  | (Whole & { readonly open?: false })
  | { readonly code: string; readonly open: true };

/** How things are called in the text of a record whose facts are all known. */
export interface KnownNames {
  readonly fact: (input: number) => string;
  readonly local: (local: number) => string;
  /** The row of a table that is read more than once. */
  readonly row: (table: Table<Node>, code: () => string) => string;
}

/**
 * Writes a node as an expression of JavaScript for a record that is complete and whose binding is settled: conditions are
 * true and false, numbers plain whole numbers. What stays open all the same (`未规定`, a key that was not given, no row that
 * applies, numbers that may leave the whole ones) is written by the operations for open values.
 */
export class KnownWriter {
  readonly #around: Surround;
  readonly #subject: LoweredSubject;
  readonly #names: KnownNames;
  readonly #open: OpenWriter;
  readonly #bounds: Bounds;
  readonly #numbers = new Map<Node, KnownNumber>();

  constructor(
    around: Surround,
    subject: LoweredSubject,
    names: KnownNames,
    open: OpenWriter,
    bounds: Bounds,
  ) {
    this.#around = around;
    this.#subject = subject;
    this.#names = names;
    this.#open = open;
    this.#bounds = bounds;
  }

  /** Whether the bits of a condition are settled whatever the record. */
  settled(node: Truth): boolean {
    return this.truth(node).settled;
  }

  /** In bits. */
  bits(node: Truth): string {
    const { code, settled } = this.truth(node);
    return settled ? `(${code}?3:0)` : code;
  }

  truth(node: Truth): KnownTruth {
    switch (node.k) {
      case 'lit':
        return { code: `${node.value}`, settled: true };
      case 'hole':
        return { code: '1', settled: false };
      case 'fact':
        return { code: this.#isTrue(node.input), settled: true };
      case 'bind':
        return this.#boundTruth(node.bind);
      case 'let': {
        const value = this.#subject.locals[node.local]?.value;
        const settled = value?.holds === 'truth' && this.truth(value).settled;
        return { code: this.#names.local(node.local), settled };
      }
      case 'not': {
        const a = this.truth(node.a);
        return a.settled
          ? { code: `!${a.code}`, settled: true }
          : { code: this.#op('notB', a.code), settled: false };
      }
      case 'all':
      case 'any':
        return this.#joined(
          node.k,
          node.parts.map((part) => this.truth(part)),
        );
      case 'atLeast':
        return this.#atLeast(
          node.n,
          node.parts.map((part) => this.truth(part)),
        );
      case 'if':
        return this.#chosen(node);
      case 'same': {
        const [a, b] = [this.truth(node.a), this.truth(node.b)];
        if (a.settled && b.settled) return { code: `(${a.code}===${b.code})`, settled: true };
        return { code: this.#op('sameB', this.bits(node.a), this.bits(node.b)), settled: false };
      }
      case 'compare':
        return this.#compared(node);
      case 'within':
        return this.#within(node);
      case 'sameText':
        return this.#sameText(node);
      case 'memberIn':
        return this.#memberIn(node);
      case 'memberAny':
      case 'memberAll':
        return this.#members(node);
      case 'present':
        return this.#present(node.a);
      case 'table':
        return this.#truthTable(node);
      default:
        return { code: this.#open.truth(node), settled: false };
    }
  }

  #op(name: string, ...args: readonly string[]): string {
    return this.#around.op(name, ...args);
  }

  #isTrue(input: number): string {
    const name = this.#names.fact(input);
    return this.#subject.inputs[input]?.optional ? `(${name}===true)` : name;
  }

  #boundTruth(bind: number): KnownTruth {
    if (this.#bounds.isOpen(bind)) return { code: this.#around.bindBits(bind), settled: false };
    this.#bounds.need(bind, 'truth');
    return { code: this.#around.bind(bind), settled: true };
  }

  /** What is settled is asked first, so that what is open is looked at only where it matters. */
  #joined(op: 'all' | 'any', parts: readonly KnownTruth[]): KnownTruth {
    const sure = parts.filter(({ settled }) => settled).map(({ code }) => code);
    const open = parts.filter(({ settled }) => !settled).map(({ code }) => code);
    const plain = sure.length === 1 ? (sure[0] ?? '') : `(${sure.join(op === 'all' ? '&&' : '||')})`;
    if (open.length === 0) return { code: sure.length === 0 ? `${op === 'all'}` : plain, settled: true };
    const rest = open.length === 1 ? (open[0] ?? '') : `(${open.join(op === 'all' ? '&' : '|')})`;
    if (sure.length === 0) return { code: rest, settled: false };
    return { code: op === 'all' ? `(${plain}?${rest}:0)` : `(${plain}?3:${rest})`, settled: false };
  }

  #atLeast(n: number, parts: readonly KnownTruth[]): KnownTruth {
    if (parts.every(({ settled }) => settled)) {
      const count = parts.map(({ code }) => `(${code}?1:0)`).join('+');
      return { code: `(${count || '0'}>=${n})`, settled: true };
    }
    const bits = parts.map(({ code, settled }) => (settled ? `${code}?3:0` : code)).join(',');
    return { code: this.#op('atLeastB', `${n}`, `[${bits}]`), settled: false };
  }

  #chosen(node: Extract<Truth, { readonly k: 'if' }>): KnownTruth {
    const [c, a, b] = [this.truth(node.c), this.truth(node.a), this.truth(node.b)];
    if (!c.settled)
      return { code: this.#op('ifB', c.code, this.bits(node.a), this.bits(node.b)), settled: false };
    if (a.settled && b.settled) return { code: `(${c.code}?${a.code}:${b.code})`, settled: true };
    return { code: `(${c.code}?${this.bits(node.a)}:${this.bits(node.b)})`, settled: false };
  }

  #compared(node: Extract<Truth, { readonly k: 'compare' }>): KnownTruth {
    if (node.cut) return { code: this.#cut(node.cut), settled: true };
    const [a, b] = [this.number(node.a), this.number(node.b)];
    const pair = a.open || b.open ? null : aligned(a, b);
    if (!pair || a.open || b.open) {
      const code = this.#op(`${node.op}B`, this.maybe(node.a), this.maybe(node.b));
      return { code, settled: false };
    }
    const there = absentOf(a, b);
    const test = `${pair[0].code}${COMPARES[node.op]}${pair[1].code}`;
    return { code: there === null ? `(${test})` : `(!${bracketed(there)}&&${test})`, settled: true };
  }

  #cut({ input, sense, than }: CutOff): string {
    const name = this.#names.fact(input);
    const day = this.number(than);
    const test = `${name}${sense === 'upTo' ? '<=' : '>'}${day.code}`;
    return this.#subject.inputs[input]?.optional ? `(${name}!==null&&${test})` : `(${test})`;
  }

  #within(node: Extract<Truth, { readonly k: 'within' }>): KnownTruth {
    const ends = [node.low, node.high].filter((end) => end !== undefined);
    const absentEnd = [node.lo, node.hi].some((end) => end !== undefined && !this.#isThere(end));
    if (absentEnd) return this.#withinAbsent(node);
    if (ends.length === 0) return this.#present(node.a);
    return this.#joined(
      'all',
      ends.map((end) => this.truth(end)),
    );
  }

  #isThere(end: Num): boolean {
    const number = this.number(end);
    return !number.open && number.absent === null;
  }

  /** An end that is absent is open. */
  #withinAbsent(node: Extract<Truth, { readonly k: 'within' }>): KnownTruth {
    const settledEnds = [node.lo, node.hi].every((end) => end === undefined || !this.number(end).open);
    if (!settledEnds || this.number(node.a).open) {
      const code = this.#op(
        'withinB',
        this.maybe(node.a),
        node.lo ? this.maybe(node.lo) : 'null',
        `${node.loIn}`,
        node.hi ? this.maybe(node.hi) : 'null',
        `${node.hiIn}`,
      );
      return { code, settled: false };
    }
    const end = (bound: Num | undefined, test: Truth | undefined): readonly KnownTruth[] => {
      if (!bound || !test) return [];
      const number = this.number(bound);
      const absent = number.open ? null : number.absent;
      const inside = this.truth(test);
      return [
        { code: absent === null ? inside.code : `(${absent}||${inside.code})`, settled: inside.settled },
      ];
    };
    return this.#joined('all', [
      this.#present(node.a),
      ...end(node.lo, node.low),
      ...end(node.hi, node.high),
    ]);
  }

  #sameText(node: Extract<Truth, { readonly k: 'sameText' }>): KnownTruth {
    const [a, b] = [this.text(node.a), this.text(node.b)];
    if (a.open || b.open)
      return { code: this.#op('sameTextB', this.maybe(node.a), this.maybe(node.b)), settled: false };
    // Two that are absent are not the same.
    const guard = a.absent !== null && b.absent !== null ? `!${bracketed(a.absent)}&&` : '';
    return { code: `(${guard}${this.#textOf(a)}===${this.#textOf(b)})`, settled: true };
  }

  #textOf({ code, absent }: { readonly code: string; readonly absent: string | null }): string {
    return absent === null || absent === `${code}===null` || absent === `(${code}===null)`
      ? code
      : `(${absent}?null:${code})`;
  }

  #memberIn(node: Extract<Truth, { readonly k: 'memberIn' }>): KnownTruth {
    const { a, set } = node;
    if (a.holds === 'text' && set.k === 'lit') {
      const text = this.text(a);
      if (!text.open) return { code: this.#oneOf(this.#textOf(text), set.values.map(String)), settled: true };
    }
    if (set.k === 'lit' && set.list)
      return { code: this.#op('memberOfB', this.maybe(a), this.#open.options(set)), settled: false };
    return { code: this.#op('memberInB', this.maybe(a), this.#options(set)), settled: false };
  }

  #oneOf(code: string, values: readonly string[]): string {
    if (values.length > 8)
      return `${this.#around.constant(`new Set([${values.map(quoted).join(',')}])`)}.has(${code})`;
    return values.length === 0
      ? 'false'
      : `(${values.map((value) => `${code}===${quoted(value)}`).join('||')})`;
  }

  #members(node: Extract<Truth, { readonly k: 'memberAny' | 'memberAll' }>): KnownTruth {
    const { a, set, k } = node;
    if (a.k === 'fact' && set.k === 'lit') {
      const name = this.#names.fact(a.input);
      const tests = set.values.map((value) => `${name}.includes(${quoted(String(value))})`);
      const joined = tests.join(k === 'memberAny' ? '||' : '&&') || `${k === 'memberAll'}`;
      const there = this.#subject.inputs[a.input]?.optional ? `${name}!==null&&` : '';
      return { code: `(${there}(${joined}))`, settled: true };
    }
    return { code: this.#op(`${k}B`, this.#options(a), this.#options(set)), settled: false };
  }

  #options(node: Options): string {
    return node.k === 'fact' ? this.#names.fact(node.input) : this.#open.options(node);
  }

  #present(node: Node): KnownTruth {
    if (node.holds === 'truth')
      return { code: node.k === 'fact' ? `(${this.#names.fact(node.input)}!==null)` : 'true', settled: true };
    if (node.k === 'fact' && node.holds === 'options')
      return {
        code: `(${this.#names.fact(node.input)}!==null&&${this.#names.fact(node.input)}.length>0)`,
        settled: true,
      };
    if (node.holds !== 'options') {
      const value = node.holds === 'number' ? this.number(node) : this.text(node);
      if (!value.open)
        return { code: value.absent === null ? 'true' : `!${bracketed(value.absent)}`, settled: true };
    }
    return {
      code: this.#op('presentB', node.holds === 'options' ? this.#options(node) : this.maybe(node)),
      settled: false,
    };
  }

  #truthTable(node: Extract<Truth, { readonly k: 'table' }>): KnownTruth {
    return {
      code: this.#op('truthTableB', ...this.#tableParts(node.table, (value) => this.bits(value as Truth))),
      settled: false,
    };
  }

  text(node: Text): KnownText {
    switch (node.k) {
      case 'lit':
        return { code: quoted(node.value), absent: null };
      case 'fact': {
        const code = this.#names.fact(node.input);
        return { code, absent: this.#subject.inputs[node.input]?.optional ? `${code}===null` : null };
      }
      case 'bind':
        if (this.#bounds.isOpen(node.bind)) return { code: this.#around.bind(node.bind), open: true };
        this.#bounds.need(node.bind, 'text');
        return { code: this.#around.bind(node.bind), absent: null };
      case 'let': {
        const value = this.#subject.locals[node.local]?.value;
        const of = value?.holds === 'text' ? this.text(value) : null;
        const code = this.#names.local(node.local);
        return of && !of.open
          ? { code, absent: of.absent === null ? null : `${code}===null` }
          : { code, open: true };
      }
      case 'if': {
        const [c, a, b] = [this.truth(node.c), this.text(node.a), this.text(node.b)];
        if (!c.settled || a.open || b.open) break;
        const absent =
          a.absent === b.absent ? a.absent : `(${c.code}?${a.absent ?? false}:${b.absent ?? false})`;
        return { code: `(${c.code}?${a.code}:${b.code})`, absent };
      }
    }
    return { code: this.#valueOpen(node), open: true };
  }

  number(node: Num): KnownNumber {
    const known = this.#numbers.get(node) ?? this.#number(node);
    this.#numbers.set(node, known);
    return known;
  }

  #number(node: Num): KnownNumber {
    const plain = this.#whole(node);
    return plain ? plain : { code: this.#valueOpen(node), open: true };
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
        return boundWhole(node.bind, this.#around, this.#bounds);
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
        if (node.mode === 'half') this.#around.operations.add('half');
        return one(node.a, (a) => rounded(a, node.mode, node.to));
      }
      case 'shift':
        return both(node.date, node.n, (day, n) => this.#shifted(node.by, day, n));
      case 'calendar':
        return this.#calendar(node);
      case 'if': {
        const c = this.truth(node.c);
        return c.settled ? both(node.a, node.b, (a, b) => either(c.code, a, b)) : null;
      }
      case 'table':
        return this.#wholeTable(node.table);
      case 'rank': {
        const text = this.text(node.of);
        if (text.open) return null;
        const places = this.#around.constant(JSON.stringify(node.order));
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
    const found = this.#subject.inputs[input];
    if (!found?.range) return null;
    const { fallback } = found;
    const computed = fallback?.holds === 'number' ? this.number(fallback) : null;
    const [lo, hi] = found.range.map((end, i) => {
      if (!computed || computed.open) return end;
      return i === 0 ? Math.min(end, computed.lo) : Math.max(end, computed.hi);
    });
    if (lo === undefined || hi === undefined) return null;
    const code = this.#names.fact(input);
    return { code, den: 1, lo, hi, absent: found?.optional ? `${code}===null` : null };
  }

  #local(local: number): Whole | null {
    const value = this.#subject.locals[local]?.value;
    const inner = value?.holds === 'number' ? this.number(value) : null;
    if (!inner || inner.open) return null;
    const code = this.#names.local(local);
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
    const code = this.#op('shiftMonths', day.code, n.code);
    return inYears({ code, den: 1, lo, hi, absent: absentOf(day, n) });
  }

  #calendar({ fn, args, ofMonth }: Extract<Num, { readonly k: 'calendar' }>): Whole | null {
    const [only, ...others] = args;
    const made = CALENDAR[`${fn}${ofMonth ? 'OfMonth' : ''}`];
    const inner = only && others.length === 0 && made ? this.number(only) : null;
    if (!inner || inner.open || inner.den !== 1 || !made) return null;
    if (fn === 'nextMonth' && !ofMonth) {
      const { lo, hi } = made.range(inner);
      return { ...inner, code: `(${this.#op('monthOfDay', inner.code)}+1)`, lo: lo + 1, hi: hi + 1 };
    }
    const code = made.name === '' ? `(${inner.code}+1)` : this.#op(made.name, inner.code);
    return checked({ ...inner, code, ...made.range(inner) });
  }

  /** The place of the row that applies: −1 where none does, or more than one. `null` while it can be open. */
  row(table: Table<Node>): string | null {
    const { by } = table;
    if (by) {
      const key = this.number(by.key);
      if (!key.open && key.absent === null && key.den === 1) {
        return this.#names.row(table, () => this.#listedRow(by, key));
      }
    }
    const tests = table.rows.map(({ when }) => when && this.truth(when));
    if (tests.some((test) => test && !test.settled)) return null;
    return this.#names.row(table, () =>
      this.#rowCode(
        table,
        tests.map((test) => test?.code ?? null),
      ),
    );
  }

  /** The row of a number that has one for each whole number: by looking it up where its range is narrow. */
  #listedRow(by: NonNullable<Table<Node>['by']>, { code, lo, hi }: Whole): string {
    const last = by.row.length - 1;
    const held = (n: number) => by.row[Math.min(Math.max(n - by.from, 0), last)] ?? -1;
    const narrow = hi - lo <= MOST_ROWS;
    const [from, to] = narrow ? [lo, hi] : [by.from, by.from + last];
    const rows = this.#around.constant(
      `[${Array.from({ length: to - from + 1 }, (_, i) => held(from + i)).join(',')}]`,
    );
    const at = from === 0 ? code : from > 0 ? `${code}-${from}` : `${code}+${-from}`;
    return narrow ? `${rows}[${at}]` : `${rows}[Math.min(Math.max(${at},0),${last})]`;
  }

  #rowCode(table: Table<Node>, tests: readonly (string | null)[]): string {
    const checked = table.mode === 'checked' && !areOpposite(table);
    return tests.reduceRight<string>((rest, test, i) => {
      if (test === null) return `${i}`;
      const later = tests.slice(i + 1).flatMap((other) => other ?? []);
      const own = checked && later.length > 0 ? `(${later.join('||')}?-1:${i})` : `${i}`;
      return `(${test}?${own}:${rest})`;
    }, '-1');
  }

  /** Only where one row applies whatever the record, and each has a whole number. */
  #wholeTable(table: Table<Node>): Whole | null {
    if (!this.#always(table)) return null;
    const row = this.row(table);
    const values = table.rows.map(({ value }) => (value.holds === 'number' ? this.number(value) : null));
    if (row === null || values.some((value) => !value || value.open)) return null;
    return values.reduceRight<Whole | null>((rest, value, i) => {
      if (!value || value.open) return null;
      return i === table.rows.length - 1 ? value : rest && either(`${row}===${i}`, value, rest);
    }, null);
  }

  /** Whether some row, and only one, always applies. */
  #always(table: Table<Node>): boolean {
    if (table.by) {
      const key = this.number(table.by.key);
      return !key.open && key.absent === null && !table.by.row.includes(-1);
    }
    if (areOpposite(table)) return table.keys.every((key) => this.#keyIsThere(key));
    return table.rows.some(({ when }) => when === null) && table.mode !== 'checked';
  }

  #keyIsThere(key: Node): boolean {
    if (key.holds !== 'number') return false;
    const number = this.number(key);
    return !number.open && number.absent === null;
  }

  /** A value that stays open on a complete record. */
  #valueOpen(node: Num | Text): string {
    switch (node.k) {
      case 'fact':
        return this.#names.fact(node.input);
      case 'let':
        return this.#names.local(node.local);
      case 'if': {
        const c = this.truth(node.c);
        const [a, b] = [this.maybe(node.a), this.maybe(node.b)];
        return c.settled ? `(${c.code}?${a}:${b})` : this.#op('chooseB', c.code, a, b);
      }
      case 'table':
        return this.#openTable(node.table);
      case 'lookup':
        return node.keys.reduce(
          (value, key) => this.#op('lookup', value, this.maybe(key)),
          this.#around.given(node.of),
        );
      default:
        return this.#openNumber(node);
    }
  }

  #openNumber(node: Num | Text): string {
    // Arithmetic whose parts are open, or that may leave the whole numbers: by the exact operations over the same parts.
    return this.#open.value(node);
  }

  /** The value by its row where the row is settled; no row, or two: what the open operations make of it. */
  #openTable(table: Table<Node>): string {
    const row = this.row(table);
    const value = (node: Node) => (node.holds === 'truth' ? this.bits(node) : this.maybe(node));
    if (row === null || table.mode === 'checked')
      return this.#op('tableB', ...this.#tableParts(table, value));
    const none = this.#around.constant(this.#op('unknownOf', '[]'));
    const values = table.rows.map((one) => value(one.value));
    if (table.rows.every((one) => isFixed(one.value))) {
      const list = values.every((one) => /^[K\d]/.test(one))
        ? this.#around.constant(`[${values.join(',')}]`)
        : null;
      if (list) return this.#always(table) ? `${list}[${row}]` : `(${list}[${row}]??${none})`;
    }
    const last = this.#always(table)
      ? (values.at(-1) ?? none)
      : `${row}===${values.length - 1}?${values.at(-1)}:${none}`;
    const head = values.slice(0, -1).map((one, i) => `${row}===${i}?${one}:`);
    return `(${head.join('')}${last})`;
  }

  /** The same where the rows' tests can be open. */
  openRow(table: Table<Node>): string {
    const [mode = '', rest = '', tests = ''] = this.#tableParts(table, () => '0');
    return this.#op('rowB', mode, rest, tests);
  }

  #tableParts(table: Table<Node>, value: (node: Node) => string): readonly string[] {
    const tests = table.rows.flatMap(({ when }) => (when ? [this.bits(when)] : []));
    return [
      quoted(table.mode ?? 'exclusive'),
      `${table.rows.some(({ when }) => when === null)}`,
      `[${tests.join(',')}]`,
      byRow(table.rows.map((row) => value(row.value))),
      `()=>[${table.keys.map((key) => (key.holds === 'truth' ? 'null' : this.maybe(key))).join(',')}]`,
    ];
  }

  /** What a variable holds: numerators of whole numbers, `null` for absent; truths that are settled as true and false. */
  stored(node: Node): string {
    if (node.holds === 'truth') return this.truth(node).code;
    if (node.holds === 'options') return this.#options(node);
    const value = node.holds === 'number' ? this.number(node) : this.text(node);
    if (value.open || value.absent === null || value.absent === `${value.code}===null`) return value.code;
    return `(${value.absent}?null:${value.code})`;
  }

  /** Any value as the runtime has it: exact numbers, texts, `null`, unknown ones. */
  maybe(node: Node): string {
    if (node.holds === 'options') return this.#options(node);
    if (node.holds === 'truth') return this.bits(node);
    const value = node.holds === 'number' ? this.number(node) : this.text(node);
    if (value.open) return value.code;
    const code =
      'den' in value && value.den !== 1 ? this.#op('ratio', value.code, `${value.den}`) : value.code;
    return value.absent === null || value.absent === `${code}===null`
      ? code
      : `(${value.absent}?null:${code})`;
  }
}

/** Rows are listed for at most so many numbers. */
const MOST_ROWS = 1024;

const bracketed = (code: string): string => `(${code})`;

const COMPARES = { eq: '===', lt: '<', le: '<=' } as const;

const isFixed = (node: Node): boolean => node.k === 'lit' || node.k === 'hole';

/** Two rows, the one the opposite of the other: a key that is there lies in exactly one. */
function areOpposite({ rows }: Table<Node>): boolean {
  const [first, second, ...others] = rows.map(({ when }) => cutIn(when));
  if (!first || !second || others.length > 0) return false;
  const apart = (cut: CutOff) =>
    JSON.stringify({ ...cut, sense: '' }, (key, value: unknown) => (key === 'at' ? undefined : value));
  return first.sense !== second.sense && apart(first) === apart(second);
}

function cutIn(when: Truth | null): CutOff | null {
  if (when?.k === 'compare') return when.cut ?? null;
  if (when?.k !== 'within') return null;
  const ends = [when.low, when.high].filter((end) => end !== undefined);
  return ends.length === 1 ? cutIn(ends[0] ?? null) : null;
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
