import { compareExact, exact, over } from '../../../runtime/exact.ts';
import type { Expr } from '../../ir/expressions.ts';
import { unitOf } from '../../ir/units.ts';
import { isYes, not, or } from '../terms/logic.ts';
import { add, isConstant, minus, product, rounded, scale } from '../terms/number.ts';
import type { Num } from '../terms/term.ts';
import { lift } from '../values/operate.ts';
import { chooseSym, payload, type Sym, UNKNOWN_THERE, unknownWhere } from '../values/sym.ts';
import type { Env, Scope } from './scope.ts';

type Kind<K extends Expr['k']> = Extract<Expr, { readonly k: K }>;

/** The number in it, where it has one. */
const numOf = (a: Sym): Num | null => payload(a, 'num')?.n ?? null;

export function arithmetic(e: Kind<'arith'>, scope: Scope, env: Env): Sym {
  const [a, b] = [scope.value(e.a, env), scope.value(e.b, env)];
  const [x, y] = [numOf(a), numOf(b)];
  if (!x || !y) return lift([a, b], () => ({ t: 'nothing' }));
  if (e.op === '/') return quotient(e, a, b, scope);
  const n = e.op === '+' ? add(x, y) : e.op === '-' ? minus(x, y) : product(x, y);
  return n ? lift([a, b], () => ({ t: 'num', n })) : absentWith([a, b], scope.outside('product', e.origin));
}

/** What is outside is absent all the same where an operand is. */
function absentWith(operands: readonly Sym[], outside: Sym): Sym {
  const absent = or(...operands.map((o) => o.absent));
  return { ...outside, absent, unknown: not(absent) };
}

function quotient(e: Kind<'arith'>, a: Sym, b: Sym, scope: Scope): Sym {
  const [x, y] = [numOf(a), numOf(b)];
  if (!x || !y || !isConstant(y)) return absentWith([a, b], scope.outside('quotient', e.origin));
  if (compareExact(y.base, 0) === 0) return absentWith([a, b], UNKNOWN_THERE);
  return lift([a, b], () => ({ t: 'num', n: scale(x, over(1, y.base)) }));
}

export function rounding(e: Kind<'round'>, scope: Scope, env: Env): Sym {
  const a = scope.value(e.a, env);
  const n = numOf(a);
  return n ? { ...a, of: { t: 'num', n: rounded(n, e.mode, exact(e.to)) } } : a;
}

export function conversion(e: Kind<'convert'>, scope: Scope, env: Env): Sym {
  const a = scope.value(e.a, env);
  const n = numOf(a);
  const { units } = scope.policy;
  const factor = over(exact(unitOf(e.a.type, units).factor), exact(unitOf(e.type, units).factor));
  return n ? { ...a, of: { t: 'num', n: scale(n, factor) } } : a;
}

/** `若` between values: unknown while the condition is in doubt. */
export function choice(e: Kind<'if'>, scope: Scope, env: Env): Sym {
  const c = scope.truth(e.c, env);
  // Parameters settle many a condition: what the other branch hangs on is then no obstacle.
  if (isYes(c.yes)) return scope.value(e.a, env);
  if (isYes(c.no)) return scope.value(e.b, env);
  const [a, b] = [scope.value(e.a, env), scope.value(e.b, env)];
  const open = not(or(c.yes, c.no));
  const absent = or(a.absent, b.absent, a.mayBeAbsent, b.mayBeAbsent);
  return unknownWhere(open, chooseSym(c.yes, a, b), absent);
}
