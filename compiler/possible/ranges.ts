import { compareExact, exact, isWhole, over, plus, roundExact, times } from '../../runtime/exact.ts';
import type { FactMeta, Type } from '../../runtime/types.ts';
import type { Exact } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { unitOf } from '../ir/units.ts';

export interface Range {
  readonly min: Exact | null;
  readonly max: Exact | null;
}

const open: Range = { min: null, max: null };

/** Units of which there are only whole numbers. */
const counted = new Set(['person', 'household', 'item', 'time', 'thing', 'issue', 'article', 'case', 'copy']);

/** What is declared of facts and parameters, followed through arithmetic. */
export class Ranges {
  private readonly declared = new Map<string, Range>();
  private readonly bodies: ReadonlyMap<string, Expr>;

  constructor(private readonly policy: Policy) {
    const note = (prefix: string, { id, min, max }: Pick<FactMeta, 'id' | 'min' | 'max'>): void => {
      this.declared.set(`${prefix}.${id}`, {
        min: min === undefined ? null : exact(min),
        max: max === undefined ? null : exact(max),
      });
    };
    for (const fact of policy.circumstances) note('circumstances', fact);
    for (const fact of policy.subjects.flatMap(({ facts }) => facts)) note('subject', fact);
    for (const parameter of policy.parameters) note('parameter', parameter);
    this.bodies = new Map(policy.definitions.map(({ id, body }) => [id, body]));
  }

  whole(e: Expr): boolean {
    if (e.k === 'round') return isWhole(exact(e.to));
    const body = e.k === 'def' ? this.bodies.get(e.def) : undefined;
    if (body) return this.whole(body);
    const { type } = e;
    if (e.k === 'aggregate' && (e.op === 'count' || e.op === 'distinct')) return true;
    return (
      ['int', 'money', 'date', 'month', 'year'].includes(type.t) ||
      (type.t === 'qty' && counted.has(type.unit))
    );
  }

  of(e: Expr): Range {
    switch (e.k) {
      case 'fact':
        return this.declared.get(`${e.of}.${e.fact}`) ?? open;
      case 'param':
        return this.declared.get(`parameter.${e.param}`) ?? open;
      case 'lit': {
        const value = numeric(e);
        return { min: value, max: value };
      }
      case 'def': {
        const body = this.bodies.get(e.def);
        return body ? this.of(body) : open;
      }
      case 'convert': {
        const [from, to] = [e.a.type, e.type].map((t: Type) => exact(unitOf(t, this.policy.units).factor));
        return from !== undefined && to !== undefined
          ? each(this.of(e.a), (x) => over(times(x, from), to))
          : open;
      }
      case 'round':
        return each(this.of(e.a), (x) => roundExact(x, e.mode, exact(e.to)));
      case 'if':
        return hull(this.of(e.a), this.of(e.b));
      case 'arith':
        return this.arith(e);
      case 'aggregate':
        return ['count', 'distinct'].includes(e.op) ? { min: 0, max: null } : open;
      default:
        return open;
    }
  }

  private arith(e: Expr & { k: 'arith' }): Range {
    const [a, b] = [this.of(e.a), this.of(e.b)];
    if (e.op === '+') return { min: sum(a.min, b.min), max: sum(a.max, b.max) };
    if (e.op === '-') return { min: sum(a.min, negative(b.max)), max: sum(a.max, negative(b.min)) };
    const low = (r: Range): boolean => r.min !== null && compareExact(r.min, 0) >= 0;
    if (e.op === '*' && low(a) && low(b)) return { min: product(a.min, b.min), max: product(a.max, b.max) };
    return open;
  }
}

const sum = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : plus(a, b);
const product = (a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : times(a, b);
const negative = (a: Exact | null): Exact | null => (a === null ? null : times(a, -1));

function each(range: Range, of: (x: Exact) => Exact): Range {
  return { min: range.min === null ? null : of(range.min), max: range.max === null ? null : of(range.max) };
}

function hull(a: Range, b: Range): Range {
  const outer = (x: Exact | null, y: Exact | null, sign: 1 | -1): Exact | null =>
    x === null || y === null ? null : compareExact(x, y) * sign <= 0 ? x : y;
  return { min: outer(a.min, b.min, 1), max: outer(a.max, b.max, -1) };
}

function numeric(e: Expr & { k: 'lit' }): Exact | null {
  return typeof e.value === 'string' && /^-?\d+(\/\d+)?$/.test(e.value) ? exact(e.value) : null;
}
