import type { Expr } from '../../ir/expressions.ts';
import { unitOf } from '../../ir/units.ts';
import type { Code } from './code.ts';
import { exactNumber } from './literal.ts';
import { quoted } from './names.ts';
import type { Place, Unit } from './unit.ts';

type Arithmetic = Extract<Expr, { readonly k: 'arith' | 'round' | 'convert' }>;

export function arithmetic(e: Arithmetic, place: Place, unit: Unit): Code {
  const a = unit.code(e.a, place);
  if (e.k === 'round') return unit.op('round', a, quoted(e.mode), exactNumber(e.to, unit));
  if (e.k === 'convert') return unit.op('convert', a, conversion(e, unit));
  const b = unit.code(e.b, place);
  if (e.op === '/') return unit.op('divide', a, b, quoted(e.id));
  return unit.op(({ '+': 'add', '-': 'subtract', '*': 'multiply' } as const)[e.op], a, b);
}

/** How many of the new unit make one of the old. */
function conversion(e: Extract<Expr, { readonly k: 'convert' }>, unit: Unit): Code {
  const from = unitOf(e.a.type, unit.policy.units).factor;
  const to = unitOf(e.type, unit.policy.units).factor;
  return exactNumber(quotient(from, to), unit);
}

/** `a / b` of exact positive fractions, in lowest terms. */
export function quotient(a: string, b: string): string {
  const [[an, ad], [bn, bd]] = [parts(a), parts(b)];
  return lowest(an * bd, ad * bn);
}

function parts(text: string): readonly [bigint, bigint] {
  const [n = '0', d = '1'] = text.split('/');
  return [BigInt(n), BigInt(d)];
}

function lowest(n: bigint, d: bigint): string {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b !== 0n) [a, b] = [b, a % b];
  return d === a ? String(n / a) : `${n / a}/${d / a}`;
}
