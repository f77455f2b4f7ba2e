import { exact, times } from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';
import { expressions } from '../ir/children.ts';
import type { Expr } from '../ir/expressions.ts';
import { domainOf, regionOf } from './domains.ts';
import { type Domain, type Interval, numbers, type Region } from './regions.ts';
import type { Work } from './work.ts';

/** Something that conditions speak of, with the values that it may have. */
export interface Variable {
  readonly key: string;
  readonly of: Expr;
  readonly domain: Domain;
  /** May be legally absent: then every comparison with it is no. */
  readonly mayBeAbsent: boolean;
  /** Base unit of the time since a date. */
  readonly since?: string;
  /** Plain input, which may have any of its values whatever the others have. */
  readonly isFree: boolean;
}

/** A condition as far as it can be looked through: regions of variables joined by logic. */
export type Formula =
  | { readonly k: 'const'; readonly value: boolean }
  | { readonly k: 'atom'; readonly variable: Variable; readonly region: Region | 'present' }
  | { readonly k: 'not'; readonly of: Formula }
  | { readonly k: 'all' | 'any'; readonly parts: readonly Formula[] }
  | { readonly k: 'atLeast'; readonly n: number; readonly parts: readonly Formula[] };

const yesNo: Domain = { k: 'values', values: ['true', 'false'] };
const order: Domain = { k: 'values', values: ['lt', 'eq', 'gt'] };

/** The same text for expressions that say the same. */
export function sameness(e: Expr): string {
  return JSON.stringify(e, (name, value) => (name === 'id' || name === 'origin' ? undefined : value));
}

/** Looks through a condition of a row; `keys` are what `bound` stands for. */
export function formulaOf(work: Work, e: Expr, keys: readonly Expr[]): Formula {
  const inner = (x: Expr): Formula => formulaOf(work, x, keys);
  const not = (of: Formula): Formula => ({ k: 'not', of });
  switch (e.k) {
    case 'lit':
      return { k: 'const', value: e.value === true };
    case 'not':
      return not(inner(e.a));
    case 'all':
    case 'any':
      return { k: e.k, parts: e.parts.map(inner) };
    case 'atLeast':
      return { k: 'atLeast', n: e.n, parts: e.parts.map(inner) };
    case 'rule':
      return inner(e.body);
    case 'guard':
      return e.neutral
        ? { k: 'any', parts: [not(inner(e.when)), inner(e.then)] }
        : { k: 'all', parts: [inner(e.when), inner(e.then)] };
    case 'except': {
      const lifted: Formula = { k: 'any', parts: e.by.map(inner) };
      return e.neutral
        ? { k: 'any', parts: [inner(e.rule), lifted] }
        : { k: 'all', parts: [inner(e.rule), not(lifted)] };
    }
    case 'def': {
      const body = work.definitions.get(e.def)?.body;
      return body ? inner(body) : opaque(e);
    }
    case 'bound': {
      const key = keys[e.index];
      return key ? inner(key) : opaque(e);
    }
    default:
      return atom(work, e, keys) ?? opaque(e);
  }
}

/** A condition that is not looked into: yes or no, and the same wherever it stands. */
function opaque(e: Expr): Formula {
  const isFree = e.k === 'fact';
  return holds({ key: sameness(e), of: e, domain: yesNo, mayBeAbsent: false, isFree }, ['true']);
}

function holds(variable: Variable, values: readonly string[]): Formula {
  return { k: 'atom', variable, region: { k: 'values', values } };
}

function atom(work: Work, e: Expr, keys: readonly Expr[]): Formula | null {
  const read = (x: Expr): Expr => (x.k === 'bound' ? (keys[x.index] ?? x) : x);
  if (e.k === 'present')
    return { k: 'atom', variable: variableOf(work, read(e.a), domainOf(work, read(e.a))), region: 'present' };
  if (e.k === 'member' && e.mode === 'in') return compared(work, e, read(e.a));
  if (e.k !== 'cmp') return null;
  const [a, b] = [read(e.a), read(e.b)];
  const [constant, other] = a.k === 'lit' ? [a, b] : [b, a];
  if (constant.k === 'lit' && other.type.t === 'enum' && e.op !== 'eq') return ranked(work, e.op, a, b);
  if (constant.k === 'lit') return compared(work, e, other);
  return sinceTest(work, e.op, a, b) ?? pair(work, e.op, a, b);
}

function compared(work: Work, e: Expr, of: Expr): Formula | null {
  const domain = of.type.t === 'bool' ? yesNo : domainOf(work, of);
  const wanted = e.k === 'cmp' && e.b.k === 'lit' && typeof e.b.value === 'boolean' ? e.b.value : null;
  const region: Region | null =
    wanted === null ? regionOf(work, e, domain) : { k: 'values', values: [String(wanted)] };
  if (!region || (of.type.t === 'bool' && wanted === null)) return null;
  return { k: 'atom', variable: variableOf(work, of, domain), region };
}

/** An option compared with a place in its order. */
function ranked(work: Work, op: 'lt' | 'le', a: Expr, b: Expr): Formula | null {
  const of = a.k === 'lit' ? b : a;
  const domain = domainOf(work, of);
  if (domain.k !== 'values') return null;
  const place = (e: Expr): number => (e.k === 'lit' ? domain.values.indexOf(String(e.value)) : -1);
  const values = domain.values.filter((_, i) => {
    const [left, right] = [a.k === 'lit' ? place(a) : i, b.k === 'lit' ? place(b) : i];
    return op === 'lt' ? left < right : left <= right;
  });
  return holds(variableOf(work, of, domain), values);
}

/** `D 至今 满 P`: the time since D against a constant, in months or days. */
function sinceTest(work: Work, op: 'eq' | 'lt' | 'le', a: Expr, b: Expr): Formula | null {
  const [reached, now] = a.k === 'addPeriod' ? [a, b] : [b, a];
  if (reached.k !== 'addPeriod' || now.k !== 'asOf' || op === 'eq' || reached.sign < 0) return null;
  const { n } = reached;
  const unit = n.type.t === 'qty' ? work.kit.resolved.symbols.units.get(n.type.unit) : undefined;
  if (n.k !== 'lit' || typeof n.value !== 'string' || !unit || unit.base === 'workday') return null;
  const at: Exact = times(exact(n.value), exact(unit.factor));
  const bound = { at, in: op === 'le' };
  const part: Interval = reached === a ? { lo: bound, hi: null } : { lo: null, hi: bound };
  const domain: Domain = { k: 'numbers', whole: false, lo: null, hi: null };
  const made = variableOf(work, reached.date, domain);
  const variable = { ...made, key: `${unit.base} since ${made.key}`, since: unit.base };
  return { k: 'atom', variable, region: numbers([part], domain) };
}

/** Two values compared with each other: one is less, they are equal, or it is greater. */
function pair(work: Work, op: 'eq' | 'lt' | 'le', a: Expr, b: Expr): Formula {
  const [x, y] = [sameness(a), sameness(b)];
  const isTurned = x > y;
  const less = isTurned ? 'gt' : 'lt';
  const values = op === 'eq' ? ['eq'] : op === 'lt' ? [less] : [less, 'eq'];
  const key = isTurned ? `${y} against ${x}` : `${x} against ${y}`;
  const absent = mayBeAbsent(work, a) || mayBeAbsent(work, b);
  return holds({ key, of: a, domain: order, mayBeAbsent: absent, isFree: false }, values);
}

function variableOf(work: Work, of: Expr, domain: Domain): Variable {
  const isFree = of.k === 'fact' || of.k === 'param';
  return { key: sameness(of), of, domain, mayBeAbsent: mayBeAbsent(work, of), isFree };
}

function mayBeAbsent(work: Work, e: Expr): boolean {
  for (const x of expressions(e)) {
    if (x.k === 'field' || x.k === 'stepTime' || x.k === 'tierOf') return true;
    if (x.k === 'aggregate' && (x.op === 'min' || x.op === 'max' || x.op === 'only')) return true;
    if (x.k === 'fact' && work.optionals.has(`${x.of}.${x.fact}`)) return true;
    const body = x.k === 'def' ? work.definitions.get(x.def)?.body : undefined;
    if (body && mayBeAbsent(work, body)) return true;
  }
  return false;
}
