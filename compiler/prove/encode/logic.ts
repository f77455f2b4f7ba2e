import type { Expr } from '../../ir/expressions.ts';
import { compare, equal, memberAll, memberAny, present, within } from '../values/operate.ts';
import { payload, type Sym } from '../values/sym.ts';
import * as truths from '../values/truth.ts';
import { and, constant, isYes, not, or } from '../terms/logic.ts';
import { eq, iteNum, num } from '../terms/number.ts';
import type { Num } from '../terms/term.ts';
import type { Env, Scope } from './scope.ts';

type Condition = Extract<
  Expr,
  {
    readonly k:
      | 'cmp'
      | 'within'
      | 'member'
      | 'present'
      | 'not'
      | 'all'
      | 'any'
      | 'atLeast'
      | 'guard'
      | 'except'
      | 'rule';
  }
>;

/** Conditions: what the interpreter's `logic.ts` and `comparison.ts` say, over all records. */
export function condition(e: Condition, scope: Scope, env: Env): truths.Truth {
  const truth = (a: Expr) => scope.truth(a, env);
  switch (e.k) {
    case 'cmp':
      return comparison(e, scope, env);
    case 'within':
      return spanTest(e, scope, env);
    case 'member':
      return membership(e, scope, env);
    case 'present':
      return present(scope.raw(e.a, env));
    case 'not':
      return truths.negation(truth(e.a));
    case 'all':
      return truths.all(...e.parts.map(truth));
    case 'any':
      return truths.any(...e.parts.map(truth));
    case 'atLeast':
      return truths.atLeast(e.n, ...e.parts.map(truth));
    case 'guard':
      return guarded(e, truth);
    case 'except':
      return truths.except(truth(e.rule), e.by.map(truth), e.neutral);
    case 'rule':
      return truth(e.body);
  }
}

function comparison(e: Extract<Expr, { readonly k: 'cmp' }>, scope: Scope, env: Env): truths.Truth {
  if (e.op === 'eq') return equal(scope.value(e.a, env), scope.value(e.b, env));
  return compare(e.op, sortable(e.a, scope, env), sortable(e.b, scope, env));
}

/** Numbers as they are, options by their place. The checker lets nothing hang on that of `other`, which comes first here too. */
export function sortable(e: Expr, scope: Scope, env: Env): Sym {
  const value = scope.value(e, env);
  if (e.type.t !== 'enum') return value;
  const code = payload(value, 'code');
  const ranks = scope.codes.ranks(e.type.enum);
  if (code && ranks) return { ...value, of: { t: 'code', n: ranked(code.n, ranks) } };
  const other = scope.codes.option(e.type.enum, 'other');
  const open = scope.policy.enums.some((item) => e.type.t === 'enum' && item.id === e.type.enum && item.open);
  if (!code || !open) return value;
  return { ...value, of: { t: 'code', n: iteNum(eq(code.n, num(other)), num(-1), code.n) } };
}

/** The place in the policy's own order; `other` and options of another version alone come before all. */
const ranked = (code: Num, ranks: readonly number[]): Num =>
  ranks.reduceRight<Num>((rest, rank, i) => iteNum(eq(code, num(i)), num(rank), rest), num(-1));

function spanTest(e: Extract<Expr, { readonly k: 'within' }>, scope: Scope, env: Env): truths.Truth {
  const { lo, loIn, hi, hiIn } = e.span;
  const end = (of: Expr | undefined) => (of ? scope.value(of, env) : null);
  return within(scope.value(e.a, env), end(lo), loIn, end(hi), hiIn);
}

function membership(e: Extract<Expr, { readonly k: 'member' }>, scope: Scope, env: Env): truths.Truth {
  const [a, set] = [scope.value(e.a, env), scope.value(e.set, env)];
  if (e.set.type.t === 'list') return memberOfList(a, set);
  if (e.mode !== 'in') return (e.mode === 'any' ? memberAny : memberAll)(a, set);
  return memberAny(singleton(a, e.a, scope), set);
}

/** An option as the set that holds nothing else. */
function singleton(a: Sym, e: Expr, scope: Scope): Sym {
  const code = payload(a, 'code');
  if (!code || e.type.t !== 'enum') return code ? { ...a, of: { t: 'nothing' } } : a;
  const options = scope.codes.options(e.type.enum);
  return { ...a, of: { t: 'set', has: new Map(options.map((o, i) => [o, eq(code.n, num(i))])) } };
}

function memberOfList(a: Sym, list: Sym): truths.Truth {
  const items = payload(list, 'list')?.items ?? [];
  const found = truths.any(
    ...items.map(({ here, value }) => truths.pick(here, equal(value, a), truths.FALSE)),
  );
  const absent = or(a.absent, list.absent);
  return {
    yes: and(not(absent), not(list.unknown), found.yes),
    no: or(absent, and(not(list.unknown), found.no)),
  };
}

/** `当`: what is never asked is no obstacle. */
function guarded(e: Extract<Expr, { readonly k: 'guard' }>, truth: (a: Expr) => truths.Truth): truths.Truth {
  const when = truth(e.when);
  if (isYes(when.no)) return truths.settled(constant(e.neutral));
  return truths.guard(when, truth(e.then), e.neutral);
}

/** `若` between conditions. */
export function conditional(e: Extract<Expr, { readonly k: 'if' }>, scope: Scope, env: Env): truths.Truth {
  const c = scope.truth(e.c, env);
  if (isYes(c.yes)) return scope.truth(e.a, env);
  if (isYes(c.no)) return scope.truth(e.b, env);
  return truths.chooseTruth(c, scope.truth(e.a, env), scope.truth(e.b, env));
}
