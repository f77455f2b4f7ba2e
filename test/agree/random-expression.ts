import type { Expr } from '../../compiler/index.ts';
import type { AggregateOp, Source } from '../../compiler/testkit.ts';
import type { Type } from '../../runtime/index.ts';
import {
  type Builder,
  bool,
  date,
  int,
  keyed,
  list,
  money,
  month,
  oneOf,
  qty,
  ratio,
  record,
  ref,
  someOf,
  text,
  year,
} from '../ir/build.ts';
import type { Random } from './random.ts';

/** What the random policies speak of; every expression below is well typed over these. */
export const LEVEL = ['low', 'mid', 'high'];
export const PAPERS = ['id', 'bill', 'proof'];
export const visitType = record(
  { id: 'on', type: date, optional: true },
  { id: 'level', type: oneOf('level'), optional: false },
  { id: 'cost', type: money, optional: false },
  { id: 'kept', type: bool, optional: false },
);

export const stayType = record(
  { id: 'house', type: ref('house'), optional: false },
  { id: 'from', type: date, optional: false },
);

type Make = () => Expr;

/** Random expressions by type. `bound` are the types of the binders around, the nearest first. */
export class RandomExpressions {
  private readonly r: Random;
  private readonly b: Builder;
  /** While expressions of a periodic duty are made: they may speak of the period. */
  inPeriod = false;
  /** Duties that may be asked about. */
  duties: readonly string[] = [];
  /** Definitions that may be read, by type. */
  readonly known: { readonly id: string; readonly type: Type }[] = [];

  constructor(r: Random, b: Builder) {
    this.r = r;
    this.b = b;
  }

  of(type: Type, depth: number, bound: readonly Type[] = []): Expr {
    switch (type.t) {
      case 'bool':
        return this.truth(depth, bound);
      case 'date':
        return this.pick(type, depth, bound, this.dateLeaves(), this.dates(depth, bound));
      case 'enum':
        return this.pick(type, depth, bound, this.enumLeaves(), []);
      case 'text':
        return this.pick(
          type,
          depth,
          bound,
          [() => this.b.fact(text, 'city'), () => this.b.lit(text, this.r.one('甲', '乙'))],
          [],
        );
      default:
        return this.pick(type, depth, bound, this.numberLeaves(type), this.numbers(type, depth, bound));
    }
  }

  /** A leaf, something bound or defined of the type, or while depth is left an operation. */
  private pick(
    type: Type,
    depth: number,
    bound: readonly Type[],
    leaves: readonly Make[],
    inner: readonly Make[],
  ): Expr {
    const { b, r } = this;
    const binders = bound.flatMap((t, i) =>
      JSON.stringify(t) === JSON.stringify(type) ? [() => b.bound(type, i)] : [],
    );
    const fields = bound.flatMap((t, i) => (t.t === 'record' ? this.fields(type, t, i) : []));
    const known = this.known.filter((d) => JSON.stringify(d.type) === JSON.stringify(type));
    const defined = known.map(
      ({ id }) =>
        () =>
          b.node(type, { k: 'def', def: id }),
    );
    const related = this.others(type, bound);
    const small = [...leaves, ...binders, ...binders, ...fields, ...fields, ...defined, ...related];
    const general: Make[] = [
      () => this.choice(type, depth, bound),
      () => this.table(type, depth, bound),
      () => this.rows(type, depth, bound),
    ];
    const all = depth > 0 && r.below(3) > 0 ? [...inner, ...inner, ...general] : small;
    const [first, ...others] = all;
    return first
      ? r.one(first, ...others)()
      : b.node(type, { k: 'hole', why: 'unspecified', text: '未规定' });
  }

  /** Facts of other records, by way of a reference or of the element of a population. */
  private others(type: Type, bound: readonly Type[]): readonly Make[] {
    const { b, r } = this;
    const facts = {
      house: { bool: ['shut'], int: ['rooms'], money: ['rent'], text: ['street'], date: ['built'] },
      person: { bool: ['flag', 'held'], int: ['age'], money: ['income'], text: ['city'], date: ['birth'] },
    };
    const of = (record: Expr, kind: 'house' | 'person'): readonly Make[] => {
      const names: readonly string[] = facts[kind][type.t as 'int'] ?? [];
      const made = names.map(
        (fact) => () => b.node(type, { k: 'ofRecord', record, body: b.fact(type, fact) }),
      );
      const roomy = () => b.node(bool, { k: 'def', def: 'roomy' });
      const asked = () => b.node(bool, { k: 'ofRecord', record, body: roomy() });
      return type.t === 'bool' && kind === 'house' ? [...made, asked] : made;
    };
    const elements = bound.flatMap((t, i) =>
      t.t === 'ref'
        ? [...of(b.bound(t, i), t.subject as 'house'), ...of(b.bound(t, i), t.subject as 'house')]
        : [],
    );
    const named: readonly Make[] = [
      ...of(b.fact(ref('house'), 'home'), 'house'),
      ...of(b.fact(ref('person'), 'mentor'), 'person'),
      ...of(b.node(ref('person'), { k: 'self' }), 'person'),
    ];
    const [first, ...rest] = named;
    return first ? [...elements, r.one(first, ...rest)] : elements;
  }

  private fields(type: Type, of: Extract<Type, { t: 'record' }>, index: number): readonly Make[] {
    const { b } = this;
    const matching = of.fields.filter((field) => JSON.stringify(field.type) === JSON.stringify(type));
    return matching.map(
      (field) => () => b.node(type, { k: 'field', of: b.bound(of, index), field: field.id }),
    );
  }

  private choice(type: Type, depth: number, bound: readonly Type[]): Expr {
    const part = (t: Type) => this.of(t, depth - 1, bound);
    return this.b.node(type, { k: 'if', c: part(bool), a: part(type), b: part(type) });
  }

  /** Rows that neither overlap nor leave a hole: pieces of the first key; other keys are looked at by no row. */
  private table(type: Type, depth: number, bound: readonly Type[]): Expr {
    const { b, r } = this;
    const keyTypes = r.some<Type>(1, 2, () => r.one<Type>(int, money, oneOf('level'), date, bool));
    const id = `table ${r.below(1e9)}`;
    const others = keyTypes.slice(1).map(() => null);
    const rows = this.pieces(keyTypes[0] ?? int).map((test, i) =>
      b.row(`${id} row ${i}`, [test, ...others], this.of(type, depth - 1, bound), r.one('一.1', '二')),
    );
    const rest = b.row(`${id} rest`, [null, ...others], this.of(type, 0, bound));
    const whole = keyTypes[0]?.t === 'bool';
    const keys = keyTypes.map((t) => this.of(t, depth - 1, bound));
    return b.table(type, id, keys, whole ? rows : [...rows, rest]);
  }

  /** Rows that are conditions: several may hold, in order or against each other; the last is all the others leave. */
  private rows(type: Type, depth: number, bound: readonly Type[]): Expr {
    const { b, r } = this;
    const id = `rows ${r.below(1e9)}`;
    const value = () => this.of(type, depth - 1, bound);
    const tests = r.some(1, 3, () => this.truth(depth - 1, bound));
    const rows = tests.map((test, i) => b.row(`${id} ${i}`, [test], value()));
    const others = r.below(3) > 0 ? null : b.not(b.any(...tests));
    const rest = b.row(`${id} rest`, [others], value());
    return b.table(type, id, [], [...rows, rest], r.one('checked', 'first'));
  }

  /** A parameter keyed by two texts. */
  private keyedTwice(depth: number, bound: readonly Type[]): Expr {
    const key = () => this.of(text, depth - 1, bound);
    return this.b.node(money, { k: 'param', param: 'rates', key: key(), more: [key()] });
  }

  /** Ends in order, once in a while of parameters that may be in any order; rates exact or unknown. */
  private bands(depth: number, bound: readonly Type[]): Expr {
    const { b, r } = this;
    const id = `bands ${r.below(1e9)}`;
    const ends = ['100000', '2000000'].slice(0, 1 + r.below(2)).map((fen) => b.lit(money, fen));
    if (r.below(4) === 0) ends.push(b.param(money, 'wage'));
    const rate = () =>
      r.one(
        () => b.lit(ratio, r.one('0', '1/2', '3/10', '1')),
        () => b.node(ratio, { k: 'hole', why: 'unspecified', text: '未规定' }),
        () =>
          b.node(ratio, {
            k: 'if',
            c: this.truth(depth - 1, bound),
            a: b.lit(ratio, '1/5'),
            b: b.lit(ratio, '1/3'),
          }),
      )();
    const rows = [...ends, undefined].map((to, i) => ({
      id: `${id} ${i}`,
      origin: b.origin('二'),
      ...(to && { to }),
      rate: rate(),
    }));
    return b.node(money, { k: 'bands', key: this.of(money, depth - 1, bound), rows }, id);
  }

  /** Tests of key 0 of which at most one holds. */
  private pieces(type: Type): readonly Expr[] {
    const { b } = this;
    const key = () => b.bound(type, 0);
    if (type.t === 'bool') return [key(), b.not(key())];
    if (type.t === 'enum') return ['low', 'high'].map((level) => b.cmp('eq', key(), b.lit(type, level)));
    const points = {
      int: ['0', '30', '60'],
      money: ['100000', '2000000'],
      date: ['1964-02-29', '2019-01-01', '2022-12-31'],
    };
    const ends = points[type.t as 'int'];
    return ends.map((end, i) => {
      const below = b.cmp('lt', key(), b.lit(type, end));
      const before = ends[i - 1];
      return before === undefined ? below : b.all(b.cmp('le', b.lit(type, before), key()), below);
    });
  }

  private enumLeaves(): readonly Make[] {
    const level = oneOf('level');
    return [() => this.b.fact(level, 'level'), () => this.b.lit(level, this.r.one('low', 'mid', 'high'))];
  }

  private dateLeaves(): readonly Make[] {
    const { b, r } = this;
    return [
      () => b.fact(date, r.one('birth', 'death', 'signed')),
      () => b.node(date, { k: 'asOf' }),
      () => b.lit(date, r.one('2019-01-01', '2020-02-29', '2022-12-31', '1964-02-29')),
      ...(this.inPeriod ? [() => b.node(date, { k: 'period', part: r.one('start', 'end') })] : []),
    ];
  }

  private dates(depth: number, bound: readonly Type[]): readonly Make[] {
    const { b, r } = this;
    const part = (t: Type) => this.of(t, depth - 1, bound);
    const call = (type: Type, fn: Extract<Expr, { k: 'calendar' }>['fn'], ...args: Expr[]) =>
      b.node(type, { k: 'calendar', fn, args });
    const n = () => b.lit(qty(r.one('year', 'month', 'day', 'workday', 'term')), String(r.below(30)));
    return [
      () => b.node(date, { k: 'addPeriod', date: part(date), n: n(), sign: r.one(1, -1) }),
      () => call(date, r.one('startOf', 'endOf'), call(month, r.one('monthOf', 'nextMonth'), part(date))),
      () => call(date, r.one('startOf', 'endOf'), call(year, 'yearOf', part(date))),
      () => call(date, 'date', b.param(year, 'firstYear'), b.int(1 + r.below(13)), b.int(28 + r.below(4))),
      () =>
        call(date, 'lunar', call(year, 'yearOf', part(date)), b.int(1 + r.below(12)), b.int(1 + r.below(30))),
      () =>
        call(
          date,
          'festival',
          b.param(year, 'firstYear'),
          b.lit(text, r.one('spring', 'newYearsEve', 'doubleNinth')),
        ),
      () => this.aggregate(date, r.one<AggregateOp>('min', 'max', 'only'), depth, bound),
    ];
  }

  private numberLeaves(type: Type): readonly Make[] {
    const { b, r } = this;
    const small = String(r.below(60));
    if (type.t === 'money') {
      return [
        () => b.fact(money, r.one('debt', 'income')),
        () => b.lit(money, `${small}00000`),
        () => b.param(money, 'wage'),
        () => b.param(money, 'rate', b.fact(text, 'city')),
      ];
    }
    return [() => b.fact(int, r.one('age', 'heads')), () => b.lit(int, r.one(small, '-3', '0', '7/2'))];
  }

  private numbers(type: Type, depth: number, bound: readonly Type[]): readonly Make[] {
    const { b, r } = this;
    const part = (t: Type) => this.of(t, depth - 1, bound);
    const op = r.one<'+' | '-' | '*' | '/'>('+', '-', '*', '/');
    const both = op === '+' || op === '-' ? type : int;
    const general: Make[] = [
      () => b.node(type, { k: 'arith', op, a: part(type), b: part(both) }),
      () =>
        b.node(type, {
          k: 'round',
          a: part(type),
          mode: r.one('up', 'down', 'half'),
          to: r.one('1', '100', '1/2'),
        }),
      () => this.aggregate(type, r.one<AggregateOp>('sum', 'min', 'max'), depth, bound),
    ];
    if (type.t === 'money')
      return [...general, () => this.bands(depth, bound), () => this.keyedTwice(depth, bound)];
    return [
      ...general,
      () => this.aggregate(int, r.one<AggregateOp>('count', 'distinct'), depth, bound),
      () => b.node(int, { k: 'calendar', fn: 'weekday', args: [part(date)] }),
      () => b.node(int, { k: 'convert', a: b.fact(qty('term'), 'terms') }),
    ];
  }

  private truth(depth: number, bound: readonly Type[]): Expr {
    const { b, r } = this;
    const leaves: Make[] = [
      () => b.fact(bool, r.one('flag', 'held', 'constructor')),
      () => b.node(bool, { k: 'present', a: b.fact(date, r.one('death', 'birth')) }),
      () =>
        b.node(bool, {
          k: 'present',
          a: r.one(b.fact(list(date), 'visits'), b.fact(someOf('paper'), 'papers'), b.fact(bool, 'held')),
        }),
      () => b.node(bool, { k: 'outcome', of: 'claim', state: r.one('done', 'late') }),
      ...this.duties.map((of) => () => b.node(bool, { k: 'outcome', of, state: r.one('met', 'breached') })),
    ];
    return this.pick(bool, depth, bound, leaves, this.conditions(depth, bound));
  }

  private conditions(depth: number, bound: readonly Type[]): readonly Make[] {
    const { b, r } = this;
    const part = (t: Type) => this.of(t, depth - 1, bound);
    const parts = () => r.some(0, 3, () => part(bool));
    const compared = r.one<Type>(int, money, date, oneOf('level'));
    const set = () =>
      b.lit(
        someOf('paper'),
        PAPERS.filter(() => r.below(2) > 0),
      );
    return [
      () => b.cmp(r.one('lt', 'le', 'eq'), part(compared), part(compared)),
      () => b.cmp('eq', part(r.one(bool, text)), part(bool)),
      () => b.node(bool, { k: 'within', a: part(date), span: this.span(depth, bound) }),
      () =>
        b.node(bool, {
          k: 'member',
          a: b.fact(someOf('paper'), 'papers'),
          set: set(),
          mode: r.one('any', 'all'),
        }),
      () => b.node(bool, { k: 'member', a: part(text), set: b.lit(list(text), ['甲', '丙']), mode: 'in' }),
      () =>
        b.node(bool, {
          k: 'member',
          a: part(oneOf('level')),
          set: b.lit(someOf('level'), ['low', 'high']),
          mode: 'in',
        }),
      () => b.not(part(bool)),
      () => b.node(bool, { k: r.one('all', 'any'), parts: parts() }),
      () => b.node(bool, { k: 'atLeast', n: 1 + r.below(2), parts: parts() }),
      () => b.node(bool, { k: 'guard', when: part(bool), then: part(bool), neutral: r.below(2) > 0 }),
      () => b.node(bool, { k: 'except', rule: part(bool), by: parts(), neutral: r.below(2) > 0 }),
      () => this.quantified(depth, bound),
      () => this.quantified(depth, bound),
    ].map((make) => () => this.sameTyped(make()));
  }

  /** Equality of a text with a condition is not well typed; it becomes one of conditions. */
  private sameTyped(e: Expr): Expr {
    return e.k === 'cmp' && e.a.type.t !== e.b.type.t ? { ...e, a: e.b } : e;
  }

  private span(depth: number, bound: readonly Type[]) {
    const { r } = this;
    const end = () => (r.below(4) > 0 ? this.of(date, depth - 1, bound) : undefined);
    const [lo, hi] = [end(), end()];
    return { ...(lo && { lo }), loIn: r.below(2) > 0, ...(hi && { hi }), hiIn: r.below(2) > 0 };
  }

  /** Over a fact by years: all those given, or every one of a span. */
  private overYears(): Expr {
    const { b, r } = this;
    const fields = [
      { id: 'year', type: year, optional: false },
      { id: '#value', type: oneOf('level'), optional: false },
    ];
    const element: Type = { t: 'record', fields };
    const part = (id: string, type: Type) => b.node(type, { k: 'field', of: b.bound(element, 0), field: id });
    const last = b.node(year, {
      k: 'calendar',
      fn: 'yearOf',
      args: [b.fact(date, r.one('signed', 'birth'))],
    });
    const span = { lo: b.lit(year, '2019'), loIn: r.below(2) > 0, hi: last, hiIn: true };
    const spanned = r.below(3) > 0;
    return b.node(bool, {
      k: 'aggregate',
      op: r.one<AggregateOp>('exists', 'none', 'every'),
      source: {
        k: 'list',
        of: b.fact(keyed(year, oneOf('level')), 'grades'),
        keyed: { key: 'year', ...(spanned && { span }) },
        ...(spanned && { where: b.node(bool, { k: 'within', a: part('year', year), span }) }),
      },
      test: b.cmp('eq', part('#value', oneOf('level')), b.lit(oneOf('level'), 'mid')),
    });
  }

  private quantified(depth: number, bound: readonly Type[]): Expr {
    const { b, r } = this;
    if (r.below(5) === 0) return this.overYears();
    const op = r.one<AggregateOp>('exists', 'none', 'every');
    const { source, element } = this.source(depth, bound);
    const test = r.below(3) > 0 || op === 'every' ? this.truth(depth - 1, [element, ...bound]) : undefined;
    const count = () => (r.below(3) === 0 && op !== 'every' ? b.int(r.below(4)) : undefined);
    const [atLeast, atMost] = [count(), count()];
    return b.node(bool, {
      k: 'aggregate',
      op,
      source,
      ...(test && { test }),
      ...(atLeast && { atLeast }),
      ...(atMost && { atMost }),
    });
  }

  private aggregate(type: Type, op: AggregateOp, depth: number, bound: readonly Type[]): Expr {
    const { source, element } = this.source(depth, bound);
    const map = op === 'count' ? undefined : this.mapped(type, op, depth, [element, ...bound]);
    return this.b.node(type, { k: 'aggregate', op, source, ...(map && { map }) });
  }

  /** What is added up is never negative, or may be: of a list that may go on a sum is then open on both sides. */
  private mapped(type: Type, op: AggregateOp, depth: number, bound: readonly Type[]): Expr {
    if (op === 'sum')
      return this.b.fact(
        type,
        type.t === 'money' ? this.r.one('debt', 'income') : this.r.one('age', 'heads'),
      );
    return this.of(op === 'distinct' ? oneOf('level') : type, depth - 1, bound);
  }

  /** The records of a kind; half of them found by an equality. */
  private population(element: Extract<Type, { t: 'ref' }>, depth: number, bound: readonly Type[]) {
    const { b, r } = this;
    const free = r.below(2) > 0 ? [this.truth(Math.min(depth - 1, 1), [element, ...bound])] : [];
    const parts = r.below(2) > 0 ? [this.equality(element), ...free] : free;
    const [only] = parts;
    const where = parts.length > 1 ? b.all(...parts) : only;
    const dated =
      r.below(2) > 0 ? { house: 'built', person: 'birth' }[element.subject as 'house'] : undefined;
    const source: Source = {
      k: 'population',
      subject: element.subject,
      ...(where && { where }),
      ...(dated && { time: dated }),
      ...(dated && r.below(2) > 0 && { windowed: true }),
    };
    return { source, element };
  }

  /** Between a fact of the element, or a field of a list of it, and something that is known beforehand. */
  private equality(element: Extract<Type, { t: 'ref' }>): Expr {
    const { b, r } = this;
    const of = (type: Type, fact: string) =>
      b.node(type, { k: 'ofRecord', record: b.bound(element, 0), body: b.fact(type, fact) });
    const self = () => b.node(ref('person'), { k: 'self' });
    if (element.subject === 'house')
      return r.one(
        () => b.cmp('eq', of(ref('person'), 'owner'), self()),
        () => b.cmp('eq', b.bound(element, 0), b.fact(ref('house'), 'home')),
        () => b.cmp('eq', b.fact(text, 'city'), of(text, 'street')),
      )();
    const stay = b.bound(stayType, 0);
    const stayed = b.node(ref('house'), { k: 'field', of: stay, field: 'house' });
    return r.one(
      () => b.cmp('eq', of(ref('person'), 'mentor'), self()),
      () => b.not(b.cmp('eq', b.bound(element, 0), self())),
      () => b.cmp('eq', of(int, 'age'), b.fact(int, 'age')),
      () => b.cmp('eq', of(oneOf('level'), 'level'), b.lit(oneOf('level'), 'mid')),
      () =>
        b.node(bool, {
          k: 'aggregate',
          op: 'exists',
          source: { k: 'list', of: of(list(stayType), 'stays') },
          test: b.cmp('eq', stayed, b.fact(ref('house'), 'home')),
        }),
    )();
  }

  private source(depth: number, bound: readonly Type[]): { readonly source: Source; readonly element: Type } {
    const { b, r } = this;
    const element = r.one<Type>(date, visitType, visitType, oneOf('paper'), ref('house'), ref('person'));
    if (element.t === 'ref') return this.population(element, depth, bound);
    const of = {
      date: b.fact(list(date), 'visits'),
      record: b.circumstance(list(visitType), 'events'),
      enum: b.fact(someOf('paper'), 'papers'),
    };
    const where = r.below(2) > 0 ? this.truth(Math.min(depth - 1, 1), [element, ...bound]) : undefined;
    const time = { date: 'self' as const, record: 'on' };
    const dated =
      (element.t === 'date' || element.t === 'record') && r.below(2) > 0 ? time[element.t] : undefined;
    const source: Source = {
      k: 'list',
      of: of[element.t as 'date'],
      ...(where && { where }),
      ...(dated && { time: dated }),
      ...(dated && r.below(2) > 0 && { windowed: true }),
    };
    return { source, element };
  }
}
