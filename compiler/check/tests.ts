import type { Type } from '../../runtime/types.ts';
import type { Expression, Predicate, State, Test } from '../ast/expressions.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr, ExprKind } from '../ir/expressions.ts';
import type { Span } from '../source/source.ts';
import { type Binder, bool, date, type Kit, type Scope } from './kit.ts';
import { written } from './literals.ts';
import { lookup } from './names.ts';
import { stateOfRecord, subjectOf } from './relations.ts';
import { dateSpan } from './spans.ts';
import { comparable, isOrdered, isTime, typeWords } from './typing.ts';

/** `subject predicate`; without a subject the innermost element or key is meant. */
export function test(kit: Kit, e: Test, scope: Scope): Expr | null {
  if (e.predicate.kind === 'state') return state(kit, e, e.predicate.state, scope);
  if (e.subject?.kind === 'elapsed') return elapsed(kit, e.subject.since, e.predicate, scope, e);
  const binder = scope.binders[0];
  if (!e.subject && !binder) {
    kit.reporter.report(codes.noSubject, e.span, { what: written(kit, e) });
    return null;
  }
  const subject = e.subject ? kit.value(e.subject, scope) : inHand(kit, binder, e.span, scope);
  return subject && predicate(kit, subject, e.predicate, scope, e);
}

/** What a predicate without a subject is about: the element or the key at hand, of a keyed fact its value. */
export function inHand(kit: Kit, binder: Binder | undefined, span: Span, scope: Scope): Expr {
  const bound = kit.node({ k: 'bound', index: 0 }, binder?.type ?? bool, span, scope);
  const { type, value } = binder ?? {};
  const field = type?.t === 'record' ? type.fields.find(({ id }) => id === value) : undefined;
  return field ? kit.node({ k: 'field', of: bound, field: field.id }, field.type, span, scope) : bound;
}

/** The predicate applied to a subject that is already known. */
export function predicate(
  kit: Kit,
  a: Expr,
  p: Predicate,
  scope: Scope,
  at: { readonly span: Span },
): Expr | null {
  switch (p.kind) {
    case 'bound':
      return compare(kit, a, p.op, p.value, scope, at.span);
    case 'range': {
      const low = compare(kit, a, p.fromExcluded ? 'gt' : 'ge', p.from, scope, at.span);
      const high = low && compare(kit, a, 'le', p.to, scope, at.span);
      return low && high && kit.node({ k: 'all', parts: [low, high] }, bool, at.span, scope);
    }
    case 'within':
      return inside(kit, a, p.in, p.negated, scope, at.span);
    case 'is':
      return negated(kit, equals(kit, a, p.value, scope, at.span), p.negated, scope);
    case 'oneOf':
      return negated(kit, memberOf(kit, a, p.set, 'in', scope, at.span), p.negated, scope);
    case 'contains':
      return contains(kit, a, p.mode, p.value, scope, at.span);
    case 'exists':
      return negated(kit, kit.node({ k: 'present', a }, bool, at.span, scope), p.negated, scope);
    case 'state':
      kit.reporter.report(codes.stateOfWhat, p.span, {
        what: kit.resolved.textOf(p.span),
      });
      return null;
  }
}

export function negated(kit: Kit, e: Expr | null, negate: boolean, scope: Scope): Expr | null {
  return e && negate ? kit.node({ k: 'not', a: e }, bool, e.origin.span, scope) : e;
}

type Op = 'ge' | 'gt' | 'le' | 'lt' | 'eq';

function compare(kit: Kit, a: Expr, op: Op, value: Expression, scope: Scope, span: Span): Expr | null {
  const b = kit.value(value, scope, a.type);
  if (!b) return null;
  const right = matched(kit, a, b, value, scope, span);
  if (!right) return null;
  if (op !== 'eq' && !isOrdered(a.type, kit.resolved.symbols)) {
    kit.reporter.report(codes.notOrdered, span, { type: typeWords(a.type, kit.resolved.symbols) });
    return null;
  }
  return ranked(kit, [a, right], relation(kit, a, op, right, span, scope), scope, span);
}

/** One of the three relations of the intermediate form; the others are these turned round. */
export function relation(kit: Kit, a: Expr, op: Op, b: Expr, span: Span, scope: Scope): Expr {
  const [kind, left, right] =
    op === 'ge' ? (['le', b, a] as const) : op === 'gt' ? (['lt', b, a] as const) : ([op, a, b] as const);
  return kit.node({ k: 'cmp', op: kind, a: left, b: right }, bool, span, scope);
}

/** The second operand in the unit of the first, or one finding that names both types. */
function matched(kit: Kit, a: Expr, b: Expr, value: Expression, scope: Scope, span: Span): Expr | null {
  const s = kit.resolved.symbols;
  const how = b.k === 'hole' ? 'same' : comparable(a.type, b.type, s);
  if (how === 'same') return b;
  if (how === 'convert') return kit.node({ k: 'convert', a: b }, a.type, b.origin.span, scope);
  kit.reporter.report(codes.cannotCompare, span, {
    left: typeWords(a.type, s),
    right: typeWords(b.type, s),
    value: written(kit, value),
    what: a.origin.span.end <= span.end ? kit.resolved.textOf(a.origin.span) : '',
  });
  return null;
}

function equals(kit: Kit, a: Expr, value: Expression, scope: Scope, span: Span): Expr | null {
  const b = kit.value(value, scope, a.type);
  const right = b && matched(kit, a, b, value, scope, span);
  if (!right) return null;
  const same = kit.node({ k: 'cmp', op: 'eq', a, b: right }, bool, span, scope);
  return bothOther(kit, a, right, same, scope, span);
}

function inside(
  kit: Kit,
  a: Expr,
  value: Expression,
  negate: boolean,
  scope: Scope,
  span: Span,
): Expr | null {
  if (!['date', 'month', 'year'].includes(a.type.t)) {
    const s = kit.resolved.symbols;
    kit.reporter.report(codes.wrongType, a.origin.span, {
      what: kit.resolved.textOf(a.origin.span),
      found: typeWords(a.type, s),
      expected: typeWords(date, s),
    });
    return null;
  }
  const spanned = dateSpan(kit, value, scope, a.type);
  return negated(
    kit,
    spanned && kit.node({ k: 'within', a, span: spanned }, bool, span, scope),
    negate,
    scope,
  );
}

function memberOf(
  kit: Kit,
  a: Expr,
  value: Expression,
  mode: 'in' | 'any' | 'all',
  scope: Scope,
  span: Span,
): Expr | null {
  const element: Type = a.type.t === 'set' ? { t: 'enum', enum: a.type.enum } : a.type;
  const set = kit.value(
    value,
    scope,
    element.t === 'enum' ? { t: 'set', enum: element.enum } : { t: 'list', of: element },
  );
  if (!set) return null;
  const ok =
    set.type.t === 'set'
      ? element.t === 'enum' && element.enum === set.type.enum
      : set.type.t === 'list' && comparable(element, set.type.of, kit.resolved.symbols) === 'same';
  if (!ok) {
    const s = kit.resolved.symbols;
    kit.reporter.report(codes.cannotCompare, span, {
      left: typeWords(a.type, s),
      right: typeWords(set.type, s),
      value: written(kit, value),
      what: '',
    });
    return null;
  }
  const found = kit.node({ k: 'member', a, set, mode }, bool, span, scope);
  return mode === 'in' ? bothOther(kit, a, set, found, scope, span) : found;
}

/**
 * Two answers "other" to an open enumeration (`等`) need not be the same thing: whoever determines the fact says whether they
 * are. Against options that are written out "other" is simply none of them.
 */
function bothOther(kit: Kit, a: Expr, b: Expr, test: Expr, scope: Scope, span: Span): Expr {
  if (a.k === 'lit' || b.k === 'lit' || !isOpen(kit, a)) return test;
  const both = kit.node(
    { k: 'all', parts: [a, b].map((e) => isOther(kit, e, scope, span)) },
    bool,
    span,
    scope,
  );
  const told = undetermined(kit, a, '两处都填“其他”，是不是同一项没有说', scope, span);
  return kit.node({ k: 'if', c: both, a: told, b: test }, bool, span, scope);
}

/**
 * An ordered enumeration that is open (`等`) says nothing of the place of "other": what goes by the order (a comparison, a key
 * of ranking) is open for it, until whoever determines the fact says more.
 */
export function ranked(kit: Kit, of: readonly Expr[], what: Expr, scope: Scope, span: Span): Expr {
  const open = of.filter((e) => e.k !== 'lit' && isOpen(kit, e));
  const [first] = open;
  if (!first) return what;
  const others = open.map((e) => isOther(kit, e, scope, span));
  const c =
    others.length === 1 && others[0] ? others[0] : kit.node({ k: 'any', parts: others }, bool, span, scope);
  const told = undetermined(kit, first, '“其他” 在次序里的位置没有说', scope, span, what.type);
  return kit.node({ k: 'if', c, a: told, b: what }, what.type, span, scope);
}

const isOpen = (kit: Kit, { type }: Expr): boolean =>
  type.t === 'enum' && kit.resolved.symbols.enums.get(type.enum)?.open === true;

function isOther(kit: Kit, e: Expr, scope: Scope, span: Span): Expr {
  const { type } = e;
  const node = (kind: ExprKind, of: Type): Expr => kit.node(kind, of, span, scope);
  const other = (of: Type): Expr => node({ k: 'lit', value: 'other' }, of);
  if (type.t === 'list') return node({ k: 'member', a: other(type.of), set: e, mode: 'in' }, bool);
  if (type.t !== 'set') return node({ k: 'cmp', op: 'eq', a: e, b: other(type) }, bool);
  return node({ k: 'member', a: e, set: node({ k: 'lit', value: ['other'] }, type), mode: 'any' }, bool);
}

/** Open: until whoever determines the fact says more, or because nothing says it. */
function undetermined(kit: Kit, e: Expr, text: string, scope: Scope, span: Span, type: Type = bool): Expr {
  const { facts } = kit.resolved.symbols;
  const entry =
    e.k === 'fact' ? facts.get(e.of === 'subject' ? (scope.subject ?? '') : '')?.get(e.fact) : undefined;
  const by = entry?.statement.clauses.find((clause) => clause.kind === 'by')?.actor.text;
  const why: ExprKind =
    by === undefined ? { k: 'hole', why: 'unspecified', text } : { k: 'hole', why: 'determination', by };
  return kit.node(why, type, span, scope);
}

function contains(
  kit: Kit,
  a: Expr,
  mode: 'one' | 'not' | 'any' | 'all',
  value: Expression,
  scope: Scope,
  span: Span,
): Expr | null {
  if (a.type.t !== 'set') {
    kit.reporter.report(codes.notAList, a.origin.span, {
      name: kit.resolved.textOf(a.origin.span),
      found: typeWords(a.type, kit.resolved.symbols),
    });
    return null;
  }
  if (mode === 'any' || mode === 'all') return memberOf(kit, a, value, mode, scope, span);
  const one = memberOf(kit, a, { kind: 'set', items: [value], span: value.span }, 'any', scope, span);
  return negated(kit, one, mode === 'not', scope);
}

/** `D 至今 满 P` holds from D + P on (Civil Code art. 202); elapsed time is never a number. */
function elapsed(kit: Kit, since: Expression, p: Predicate, scope: Scope, e: Test): Expr | null {
  const from = kit.value(since, scope, date);
  const s = kit.resolved.symbols;
  if (!from) return null;
  if (from.type.t !== 'date') {
    kit.reporter.report(codes.wrongType, since.span, {
      what: written(kit, since),
      found: typeWords(from.type, s),
      expected: typeWords(date, s),
    });
    return null;
  }
  if (p.kind === 'range') {
    const low = elapsedBound(kit, from, p.fromExcluded ? 'gt' : 'ge', p.from, scope, e);
    const high = elapsedBound(kit, from, 'le', p.to, scope, e);
    return low && high && kit.node({ k: 'all', parts: [low, high] }, bool, e.span, scope);
  }
  if (p.kind !== 'bound') {
    kit.reporter.report(codes.elapsedNeedsBound, e.span, { what: written(kit, since) });
    return null;
  }
  return elapsedBound(kit, from, p.op, p.value, scope, e);
}

function elapsedBound(kit: Kit, from: Expr, op: Op, value: Expression, scope: Scope, e: Test): Expr | null {
  const n = kit.value(value, scope);
  if (!n) return null;
  const s = kit.resolved.symbols;
  if (!isTime(n.type, s)) {
    kit.reporter.report(codes.cannotCompare, e.span, {
      left: { zh: '经过的时间', en: 'elapsed time' },
      right: typeWords(n.type, s),
      value: written(kit, value),
      what: '',
    });
    return null;
  }
  const reached = kit.node({ k: 'addPeriod', date: from, n, sign: 1 }, date, e.span, scope);
  const asOf = kit.node({ k: 'asOf' }, date, e.span, scope);
  // "elapsed ≥ P" is "D + P ≤ T": the sides change places.
  const turned = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt', eq: 'eq' } as const;
  return relation(kit, reached, turned[op], asOf, e.span, scope);
}

function state(kit: Kit, e: Test, of: State, scope: Scope): Expr | null {
  const other = stateOfRecord(kit, e, of, scope);
  if (other !== undefined) return negated(kit, other, of === 'ineligible', scope);
  const name = e.subject?.kind === 'name' ? e.subject.name : undefined;
  const entry = name ? lookup(kit, name.text, scope) : undefined;
  const fits =
    (entry?.kind === 'programme' && (of === 'eligible' || of === 'ineligible' || of === 'selected')) ||
    (entry?.kind === 'stage' && of === 'selected') ||
    (entry?.kind === 'step' && (of === 'done' || of === 'late')) ||
    (entry?.kind === 'duty' && (of === 'met' || of === 'breached'));
  const whose = entry && subjectOf(kit, entry);
  const isTheirs = scope.subject !== null && whose !== undefined && whose !== scope.subject;
  if (!entry || !fits || isTheirs) {
    kit.reporter.report(codes.stateOfWhat, e.span, { what: written(kit, e) });
    return null;
  }
  const node = kit.node(
    { k: 'outcome', of: entry.id, state: of === 'ineligible' ? 'eligible' : of },
    bool,
    e.span,
    scope,
  );
  return negated(kit, node, of === 'ineligible', scope);
}
