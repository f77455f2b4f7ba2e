import type { Type } from '../../runtime/types.ts';
import type { Arithmetic, Conditional, Converted, Expression, Rounded } from '../ast/expressions.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import { int, type Kit, money, ratio, type Scope } from './kit.ts';
import { fen, fraction, unitOf, written } from './literals.ts';
import { comparable, dimension, isCount, isNumeric, isTime, sameType, typeWords } from './typing.ts';

export function arithmetic(kit: Kit, e: Arithmetic, scope: Scope, expected?: Type): Expr | null {
  const multiplies = e.op === '*' || e.op === '/';
  const a = kit.value(e.left, scope, multiplies ? undefined : expected);
  const b = kit.value(e.right, scope, multiplies || a?.type.t === 'year' ? undefined : a?.type);
  if (!a || !b) return null;
  const made = multiplies ? product(kit, e, a, b, scope) : sum(kit, e, a, b, scope);
  if (!made) mismatch(kit, e, a.type, b.type);
  return made;
}

function mismatch(kit: Kit, e: Arithmetic, a: Type, b: Type): void {
  const s = kit.resolved.symbols;
  kit.reporter.report(codes.cannotCompute, e.span, {
    op: e.op,
    left: typeWords(a, s),
    right: typeWords(b, s),
  });
}

function sum(kit: Kit, e: Arithmetic, a: Expr, b: Expr, scope: Scope): Expr | null {
  const s = kit.resolved.symbols;
  const op = e.op as '+' | '-';
  if ((a.type.t === 'date' || a.type.t === 'month') && isTime(b.type, s)) {
    if (a.type.t === 'month' && b.type.t === 'qty' && dimension(b.type.unit, s) !== 'month') return null;
    return kit.node({ k: 'addPeriod', date: a, n: b, sign: op === '+' ? 1 : -1 }, a.type, e.span, scope);
  }
  if (a.type.t === 'year' && (b.type.t === 'int' || (b.type.t === 'qty' && b.type.unit === 'year'))) {
    return kit.node({ k: 'arith', op, a, b }, a.type, e.span, scope);
  }
  if (a.type.t === 'date' || a.type.t === 'month' || a.type.t === 'year' || a.type.t === 'enum') return null;
  const how = comparable(a.type, b.type, s);
  if (how === 'no' || !['int', 'ratio', 'money', 'qty', 'rate'].includes(a.type.t)) return null;
  const right = how === 'convert' ? kit.node({ k: 'convert', a: b }, a.type, b.origin.span, scope) : b;
  const type = isNumeric(a.type) ? (a.type.t === 'ratio' || b.type.t === 'ratio' ? ratio : int) : a.type;
  return kit.node({ k: 'arith', op, a, b: right }, type, e.span, scope);
}

function product(kit: Kit, e: Arithmetic, a: Expr, b: Expr, scope: Scope): Expr | null {
  const op = e.op as '*' | '/';
  const type =
    op === '*'
      ? (productType(kit, a.type, b.type) ?? productType(kit, b.type, a.type))
      : quotientType(kit, a.type, b.type);
  if (!type) return null;
  const convert = op === '/' && comparable(a.type, b.type, kit.resolved.symbols) === 'convert';
  const right = convert ? kit.node({ k: 'convert', a: b }, a.type, b.origin.span, scope) : b;
  return kit.node({ k: 'arith', op, a, b: right }, type, e.span, scope);
}

/** What a product comes to, seen from its first factor; null: it has no meaning that way round. */
export function productType(kit: Kit, a: Type, b: Type): Type | null {
  const s = kit.resolved.symbols;
  if (isNumeric(a) && isNumeric(b)) return a.t === 'int' && b.t === 'int' ? int : ratio;
  if (a.t === 'rate') return isNumeric(b) ? a : isCount(b, s) ? a.of : null;
  if (a.t === 'money') return isNumeric(b) || isCount(b, s) ? money : null;
  if (a.t === 'qty') return isNumeric(b) ? a : null;
  return null;
}

function quotientType(kit: Kit, a: Type, b: Type): Type | null {
  if (isNumeric(b))
    return isNumeric(a) ? ratio : a.t === 'money' || a.t === 'qty' || a.t === 'rate' ? a : null;
  if (a.t === 'money' && isCount(b, kit.resolved.symbols)) return money;
  return comparable(a, b, kit.resolved.symbols) !== 'no' && ['money', 'qty', 'rate'].includes(a.t)
    ? ratio
    : null;
}

/** Smallest money step: fen; for other numbers 1 of their own unit. */
export function rounded(kit: Kit, e: Rounded, scope: Scope, expected?: Type): Expr | null {
  const a = kit.value(e.of, scope, expected);
  if (!a) return null;
  const isMoney = a.type.t === 'money' || (a.type.t === 'rate' && a.type.of.t === 'money');
  if (!isMoney && !isNumeric(a.type) && a.type.t !== 'qty') {
    kit.reporter.report(codes.cannotRound, e.span, {
      what: written(kit, e.of),
      type: typeWords(a.type, kit.resolved.symbols),
    });
    return null;
  }
  const to = e.to ? (isMoney ? fen(e.to.value) : fraction(e.to.value, e.to.percent)) : isMoney ? '100' : '1';
  if (!to || to.startsWith('-') || to === '0') {
    kit.reporter.report(codes.cannotRound, e.span, {
      what: written(kit, e.of),
      type: typeWords(a.type, kit.resolved.symbols),
    });
    return null;
  }
  const type = a.type.t === 'ratio' && !e.to ? int : a.type;
  return kit.node({ k: 'round', a, mode: e.mode, to }, type, e.span, scope);
}

export function converted(kit: Kit, e: Converted, scope: Scope): Expr | null {
  const a = kit.value(e.of, scope);
  const unit = unitOf(kit, e.unit);
  if (!a || !unit) return null;
  const target: Type = { t: 'qty', unit };
  if (comparable(target, a.type, kit.resolved.symbols) === 'no') {
    const s = kit.resolved.symbols;
    kit.reporter.report(codes.cannotConvert, e.span, {
      found: typeWords(a.type, s),
      to: typeWords(target, s),
    });
    return null;
  }
  return sameType(a.type, target) ? a : kit.node({ k: 'convert', a }, target, e.span, scope);
}

export function conditional(kit: Kit, e: Conditional, scope: Scope, expected?: Type): Expr | null {
  const c = kit.truth(e.when, scope);
  const a = kit.value(e.then, scope, expected);
  const b = kit.value(e.otherwise, scope, a?.type ?? expected);
  if (!c || !a || !b) return null;
  const how = b.k === 'hole' ? 'same' : comparable(a.type, b.type, kit.resolved.symbols);
  if (how === 'no') {
    branches(kit, e, a.type, b.type);
    return null;
  }
  const other = how === 'convert' ? kit.node({ k: 'convert', a: b }, a.type, e.otherwise.span, scope) : b;
  return kit.node({ k: 'if', c, a, b: other }, a.type, e.span, scope);
}

function branches(kit: Kit, e: Conditional, a: Type, b: Type): void {
  const s = kit.resolved.symbols;
  kit.reporter.report(codes.branchesDiffer, e.span, { then: typeWords(a, s), otherwise: typeWords(b, s) });
}

/** Whether an amount of money may come out with a fraction of a fen: a product with a ratio or a quotient not rounded since. */
export function mayLeaveFraction(e: Expr, body: (def: string) => Expr | undefined): boolean {
  switch (e.k) {
    case 'arith':
      if (e.op === '/') return true;
      if (e.op === '*' && [e.a, e.b].some((x) => x.type.t === 'ratio')) return true;
      return mayLeaveFraction(e.a, body) || mayLeaveFraction(e.b, body);
    case 'if':
      return mayLeaveFraction(e.a, body) || mayLeaveFraction(e.b, body);
    case 'table':
      return e.rows.some((row) => mayLeaveFraction(row.then, body));
    case 'bands':
      return e.rows.some(({ rate }) => rate.type.t === 'ratio' && !isWholeNumber(rate));
    case 'def': {
      const found = body(e.def);
      return found ? mayLeaveFraction(found, body) : false;
    }
    default:
      return false;
  }
}

function isWholeNumber(e: Expr): boolean {
  return e.k === 'lit' && typeof e.value === 'string' && !e.value.includes('/');
}

export function isAmountOfMoney(type: Type): boolean {
  return type.t === 'money' || (type.t === 'rate' && type.of.t === 'money');
}

/** Text of an expression for messages. */
export function shown(kit: Kit, e: Expression): string {
  return written(kit, e);
}
