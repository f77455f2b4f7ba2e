import type { Reason } from '../../runtime/decision.ts';
import { exact, negate, over, times } from '../../runtime/exact.ts';
import type { Id, Type } from '../../runtime/types.ts';
import { conditionKey } from '../ir/condition-key.ts';
import type { Expr } from '../ir/expressions.ts';
import { festivalNamed } from '../ir/festivals.ts';
import { scalarLiteral } from '../ir/literals.ts';
import type { Policy } from '../ir/policy.ts';
import { unitOf } from '../ir/units.ts';
import type { Holds, Node, Num, Options, Table, Text, Truth } from './nodes.ts';
import { NotStraight } from './outside.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;
type Rows = Pick<Kind<'table'>, 'id' | 'keys' | 'rows' | 'mode'>;

/** What the expressions of one kind of record look up while they are lowered. */
export interface Surroundings {
  readonly policy: Policy;
  /** The input that a fact is. */
  readonly input: (fact: Id) => number;
  readonly definition: (id: Id) => Node;
  /** The value of a programme's tier table. */
  readonly tier: (programme: Id) => Node;
  /** Whether a programme's entitlement is given. */
  readonly outcome: (programme: Id, at: Id) => Truth;
  /** Worked out once a record, where that costs anything. */
  readonly once: <N extends Node>(name: string, node: N) => N;
}

/** Values of the binders around a node, the nearest first. */
type Env = readonly Node[];

/** What a value of the type is held as. */
export function holdsOf(type: Type, at: Id): Holds {
  switch (type.t) {
    case 'bool':
      return 'truth';
    case 'text':
    case 'enum':
    case 'yearlyDay':
      return 'text';
    case 'set':
      return 'options';
    case 'list':
    case 'record':
      throw new NotStraight('list', at);
    case 'ref':
      throw new NotStraight('population', at);
    case 'keyed':
      throw new NotStraight('keyed', at);
    case 'rate':
      return holdsOf(type.of, at);
    default:
      return 'number';
  }
}

/** Turns expressions into nodes; throws `NotStraight` for what no straight line gives. */
export class Expressions {
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  truth(e: Expr, env: Env = []): Truth {
    const node = this.node(e, env);
    if (node.holds !== 'truth') throw new RangeError(`${e.id} is no condition`);
    return node;
  }

  number(e: Expr, env: Env = []): Num {
    const node = this.node(e, env);
    if (node.holds !== 'number') throw new RangeError(`${e.id} is no number`);
    return node;
  }

  text(e: Expr, env: Env = []): Text {
    const node = this.node(e, env);
    if (node.holds !== 'text') throw new RangeError(`${e.id} is no text`);
    return node;
  }

  options(e: Expr, env: Env = []): Options {
    if (e.k === 'lit' && e.type.t === 'list') return this.#literal(e) as Options;
    if (e.k === 'def' && e.type.t === 'list') return this.options(this.#listBody(e), env);
    const node = this.node(e, env);
    if (node.holds !== 'options') throw new RangeError(`${e.id} is no set`);
    return node;
  }

  /** The constant that a definition of a list stands for. */
  #listBody(e: Kind<'def'>): Expr {
    const body = this.#around.policy.definitions.find(({ id }) => id === e.def)?.body;
    if (body?.k === 'lit' || body?.k === 'def') return body;
    throw new NotStraight('list', e.id);
  }

  node(e: Expr, env: Env): Node {
    switch (e.k) {
      case 'lit':
        return this.#literal(e);
      case 'fact':
      case 'param':
        return this.#read(e, env);
      case 'def':
        holdsOf(e.type, e.id);
        return this.#around.definition(e.def);
      case 'bound':
        return bound(e.index, env, e.id);
      case 'hole':
        return { ...this.#about(e), k: 'hole', reason: holeReason(e) } as Node;
      case 'tierOf':
        return this.#around.tier(e.programme);
      case 'if': {
        const [c, a, b] = [this.truth(e.c, env), this.node(e.a, env), this.node(e.b, env)];
        return { ...this.#about(e), k: 'if', c, a, b } as Node;
      }
      case 'table':
        return { ...this.#about(e), k: 'table', table: this.table(e, env) } as Node;
      case 'asOf':
      case 'roundYear':
        return { holds: 'number', at: e.id, k: e.k === 'asOf' ? 'asOf' : 'yearNow' };
      default:
        return e.type.t === 'bool' ? this.#condition(e, env) : this.#number(e, env);
    }
  }

  #about(e: Expr): { readonly holds: Holds; readonly at: Id } {
    const holds = holdsOf(e.type, e.id);
    return { holds, at: holds === 'truth' ? conditionKey(e) : e.id };
  }

  #literal(e: Kind<'lit'>): Node {
    const { value, type, id: at } = e;
    if (typeof value === 'boolean') return { holds: 'truth', at, k: 'lit', value };
    if (typeof value !== 'string') {
      const list = type.t === 'list';
      const values = list ? value.map((item) => scalarLiteral(item, type.of)) : value;
      return { holds: 'options', at, k: 'lit', values, list };
    }
    const read = scalarLiteral(value, type);
    return typeof read === 'string'
      ? { holds: 'text', at, k: 'lit', value: read }
      : { holds: 'number', at, k: 'lit', value: read };
  }

  #read(e: Kind<'fact'> | Kind<'param'>, env: Env): Node {
    const about = this.#about(e);
    this.#computable(e);
    if (e.k === 'fact' && e.of === 'subject')
      return { ...about, k: 'fact', input: this.#around.input(e.fact) } as Node;
    if (e.k === 'fact')
      return { ...about, k: 'given', given: { from: 'circumstance', id: e.fact, type: e.type } } as Node;
    const given = { from: 'parameter', id: e.param, type: e.type } as const;
    if (!e.key) return { ...about, k: 'given', given } as Node;
    const keys = [e.key, ...(e.more ?? [])].map((key) => this.node(key, env));
    return { ...about, k: 'lookup', of: given, keys } as Node;
  }

  /** What is worked out from lists or other records is as far off as they are. */
  #computable(e: Kind<'fact'> | Kind<'param'>): void {
    const { policy } = this.#around;
    if (e.k === 'param') {
      const rows = policy.parameters.find(({ id }) => id === e.param)?.rows ?? [];
      for (const { from, value } of rows) [from, value].map((part) => this.node(part, []));
    } else if (e.of !== 'subject') {
      const found = policy.circumstances.find(({ id }) => id === e.fact);
      if (found?.fallback) this.node(found.fallback, []);
    }
  }

  /** Keys are worked out once; the rows' tests see them bound. */
  table(e: Rows, env: Env = []): Table<Node> {
    const keys = e.keys.map((key, i) => this.#around.once(`${e.id} ${i}`, this.node(key, env)));
    const inner = [...keys, ...env];
    return {
      id: e.id,
      keys,
      ...(e.mode && { mode: e.mode }),
      rows: e.rows.map(({ id, cases, then }) => {
        const tests = cases.flatMap((test) => (test ? [this.truth(test, inner)] : []));
        const when = tests.length === 0 ? null : both(id, tests);
        return { id, when, value: this.node(then, env) };
      }),
    };
  }

  #condition(e: Expr, env: Env): Truth {
    const at = e.id;
    const truth = (part: Expr) => this.truth(part, env);
    const say = (rest: object) => ({ holds: 'truth', at, ...rest }) as Truth;
    switch (e.k) {
      case 'not':
        return say({ k: 'not', a: truth(e.a) });
      case 'all':
      case 'any':
        return say({ k: e.k, parts: e.parts.map(truth) });
      case 'atLeast':
        return say({ k: 'atLeast', n: e.n, parts: e.parts.map(truth) });
      case 'guard':
        return guarded(truth(e.when), truth(e.then), e.neutral, at);
      case 'except':
        return excepted(truth(e.rule), e.by.map(truth), e.neutral, at);
      case 'rule':
        return truth(e.body);
      case 'cmp':
        return this.#compared(e, env);
      case 'within': {
        const { lo, hi, loIn, hiIn } = e.span;
        const [a, from, to] = [this.number(e.a, env), lo && this.number(lo, env), hi && this.number(hi, env)];
        return say({ k: 'within', a, loIn, hiIn, ...(from && { lo: from }), ...(to && { hi: to }) });
      }
      case 'member':
        return this.#member(e, env);
      case 'present':
        return say({ k: 'present', a: this.node(e.a, env) });
      case 'outcome':
        return this.#outcome(e);
      case 'aggregate':
        throw new NotStraight(e.source.k, at);
      default:
        throw new NotStraight(e.k === 'field' || e.k === 'bound' ? 'list' : 'population', at);
    }
  }

  #outcome(e: Kind<'outcome'>): Truth {
    if (e.state === 'eligible') return this.#around.outcome(e.of, e.id);
    if (e.state === 'met' || e.state === 'breached') throw new NotStraight('duty', e.id);
    if (e.state !== 'selected') throw new NotStraight('procedure', e.id);
    const programme = this.#around.policy.programmes.find(({ id }) => id === e.of);
    if (!programme || (programme.select ?? []).length > 0) throw new NotStraight('selection', e.id);
    return this.#around.outcome(e.of, e.id);
  }

  #compared(e: Kind<'cmp'>, env: Env): Truth {
    const at = e.id;
    const holds = holdsOf(e.a.type, at);
    if (holds === 'number' || e.op !== 'eq') {
      const [a, b] = [this.#sortable(e.a, env), this.#sortable(e.b, env)];
      return { holds: 'truth', at, k: 'compare', op: e.op, a, b };
    }
    if (holds === 'truth') return { holds, at, k: 'same', a: this.truth(e.a, env), b: this.truth(e.b, env) };
    if (holds === 'text')
      return { holds: 'truth', at, k: 'sameText', a: this.text(e.a, env), b: this.text(e.b, env) };
    return { holds: 'truth', at, k: 'sameOptions', a: this.options(e.a, env), b: this.options(e.b, env) };
  }

  /** Numbers as they are, options by their place in the enumeration. */
  #sortable(e: Expr, env: Env): Num {
    const { type } = e;
    if (type.t !== 'enum') return this.number(e, env);
    const order = this.#around.policy.enums.find((item) => item.id === type.enum)?.options ?? [];
    return { holds: 'number', at: e.id, k: 'rank', of: this.text(e, env), order };
  }

  #member(e: Kind<'member'>, env: Env): Truth {
    const set = this.options(e.set, env);
    if (e.mode !== 'in') {
      const k = e.mode === 'any' ? 'memberAny' : 'memberAll';
      return { holds: 'truth', at: e.id, k, a: this.options(e.a, env), set };
    }
    const a = this.node(e.a, env);
    if (a.holds !== 'text' && a.holds !== 'number') throw new NotStraight('list', e.id);
    return { holds: 'truth', at: e.id, k: 'memberIn', a, set };
  }

  #number(e: Expr, env: Env): Num {
    const at = e.id;
    const number = (part: Expr) => this.number(part, env);
    switch (e.k) {
      case 'arith':
        return { holds: 'number', at, k: ARITHMETIC[e.op], a: number(e.a), b: number(e.b) };
      case 'round':
        return { holds: 'number', at, k: 'round', a: number(e.a), mode: e.mode, to: exact(e.to) };
      case 'convert': {
        const { units } = this.#around.policy;
        const [from, to] = [unitOf(e.a.type, units), unitOf(e.type, units)];
        const factor = over(exact(from.factor), exact(to.factor));
        return { holds: 'number', at, k: 'convert', a: number(e.a), factor };
      }
      case 'addPeriod':
        return this.#shifted(e, env);
      case 'calendar':
        return this.#calendar(e, env);
      case 'bands': {
        const rows = e.rows.map(({ to, rate }) => ({ ...(to && { to: number(to) }), rate: number(rate) }));
        return { holds: 'number', at, k: 'bands', key: number(e.key), rows };
      }
      case 'aggregate':
        throw new NotStraight(e.source.k, at);
      case 'stepTime':
        throw new NotStraight('procedure', at);
      case 'field':
        throw new NotStraight('list', at);
      case 'period':
        throw new NotStraight('duty', at);
      default:
        throw new NotStraight('population', at);
    }
  }

  #shifted(e: Kind<'addPeriod'>, env: Env): Num {
    const { base, factor } = unitOf(e.n.type, this.#around.policy.units);
    const size = e.sign === 1 ? exact(factor) : negate(exact(factor));
    const [day, n] = [this.number(e.date, env), this.number(e.n, env)];
    if (e.type.t === 'month' || e.type.t === 'year') {
      const by = over(size, e.type.t === 'month' ? 1 : 12);
      return { holds: 'number', at: e.id, k: 'add', a: day, b: scaled(n, by, e.id) };
    }
    if (base !== 'month' && base !== 'day' && base !== 'workday')
      throw new RangeError(`no time is counted in ${base}`);
    return { holds: 'number', at: e.id, k: 'shift', by: base, date: day, n: scaled(n, size, e.id) };
  }

  #calendar(e: Kind<'calendar'>, env: Env): Num {
    const at = e.id;
    const [first, second] = e.args;
    if (!first) throw new RangeError(`${e.fn} without argument`);
    const ofMonth = first.type.t === 'month';
    if (e.fn === 'inYear' && second)
      return { holds: 'number', at, k: 'inYear', year: this.number(first, env), day: this.text(second, env) };
    if (e.fn === 'festival' && second)
      return {
        holds: 'number',
        at,
        k: 'festival',
        year: this.number(first, env),
        festival: festivalNamed(second),
      };
    if (e.fn === 'monthOf' && ofMonth) return this.number(first, env);
    const args = e.args.map((arg) => this.number(arg, env));
    if (e.fn === 'inYear' || e.fn === 'festival') throw new RangeError(`${e.fn} without its day`);
    return { holds: 'number', at, k: 'calendar', fn: e.fn, args, ofMonth };
  }
}

const ARITHMETIC = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

/** `n × by`, worked out now where `n` is a constant. */
function scaled(n: Num, by: ReturnType<typeof exact>, at: Id): Num {
  if (by === 1) return n;
  if (n.k === 'lit') return { ...n, value: times(n.value, by) };
  const factor: Num = { holds: 'number', at, k: 'lit', value: by };
  if (n.k === 'if') return { ...n, a: scaled(n.a, by, at), b: scaled(n.b, by, at) };
  return { holds: 'number', at, k: 'multiply', a: n, b: factor };
}

function bound(index: number, env: Env, at: Id): Node {
  const found = env[index];
  if (!found) throw new NotStraight('list', at);
  return found;
}

function holeReason(e: Kind<'hole'>): Reason {
  return e.why === 'unspecified'
    ? { kind: 'unspecified', at: e.id, text: e.text ?? '' }
    : { kind: 'determination', by: e.by ?? '', what: e.id };
}

/** All of them; the only one as it is. */
export function both(at: Id, parts: readonly Truth[]): Truth {
  const [only] = parts;
  return parts.length === 1 && only ? only : { holds: 'truth', at, k: 'all', parts };
}

export const negated = (a: Truth): Truth => (a.k === 'not' ? a.a : { holds: 'truth', at: a.at, k: 'not', a });

/** `当`, written out. */
export const guarded = (when: Truth, then: Truth, neutral: boolean, at: Id): Truth => ({
  holds: 'truth',
  at,
  ...(neutral ? { k: 'any', parts: [negated(when), then] } : { k: 'all', parts: [when, then] }),
});

/** `例外`, written out. */
export const excepted = (rule: Truth, by: readonly Truth[], neutral: boolean, at: Id): Truth => ({
  holds: 'truth',
  at,
  ...(neutral ? { k: 'any', parts: [rule, ...by] } : { k: 'all', parts: [rule, ...by.map(negated)] }),
});
