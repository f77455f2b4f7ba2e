import { compareExact, exact, minus, over, plus, times } from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { unitOf } from '../ir/units.ts';

interface Source {
  readonly of: Expr;
  readonly value: Exact;
}

/** The fact behind a value and what it must be for the value to come out; where that is not one fact, the value itself. */
export function sourceOf(of: Expr, value: Exact, policy: Policy): Source {
  const inner = (e: Expr, to: Exact): Source => sourceOf(e, to, policy);
  switch (of.k) {
    case 'def': {
      const body = policy.definitions.find(({ id }) => id === of.def)?.body;
      return body ? inner(body, value) : { of, value };
    }
    case 'round':
      return inner(of.a, value);
    case 'convert': {
      const [from, to] = [unitOf(of.a.type, policy.units).factor, unitOf(of.type, policy.units).factor];
      return inner(of.a, over(times(value, exact(to)), exact(from)));
    }
    case 'arith':
      return arith(of, value, inner) ?? { of, value };
    default:
      return { of, value };
  }
}

function arith(
  of: Expr & { k: 'arith' },
  value: Exact,
  inner: (e: Expr, to: Exact) => Source,
): Source | null {
  const constant = of.b.k === 'lit' && typeof of.b.value === 'string' && /^-?\d+(\/\d+)?$/.test(of.b.value);
  if (!constant || of.b.k !== 'lit') return null;
  const by = exact(String(of.b.value));
  if (of.op === '+') return inner(of.a, minus(value, by));
  if (of.op === '-') return inner(of.a, plus(value, by));
  if (compareExact(by, 0) === 0) return null;
  return inner(of.a, of.op === '*' ? over(value, by) : times(value, by));
}
