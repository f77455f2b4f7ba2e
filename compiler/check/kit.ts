import type { Id, Type } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Expr, ExprKind, Origin } from '../ir/expressions.ts';
import type { Every } from '../ir/policy.ts';
import type { Resolved } from '../resolve/index.ts';
import type { Span } from '../source/source.ts';

/** Something in reach without a name of its own: the element of a list, or the key of a table. */
export interface Binder {
  readonly type: Type;
  /** Enumeration ids and field names hang on the list they come from. */
  readonly path: Id;
  /** A predicate without a subject is about this field of it: of a keyed fact the value. */
  readonly value?: Id;
}

/** Where an expression stands. */
export interface Scope {
  /** Whose facts are in reach; null in circumstances. */
  readonly subject: Id | null;
  /** Prefix of node ids: the rule or definition the nodes belong to. */
  readonly owner: Id;
  readonly cites: readonly string[];
  /** Innermost first: index in this list is the de Bruijn index. */
  readonly binders: readonly Binder[];
  /** Inside a periodic duty: 当日 and 当期 mean the period judged, and dated lists show only it. */
  readonly period?: boolean;
  /** How often that duty falls. */
  readonly every?: Every;
  /** In a definition of a policy with periodic duties: asked by one of them, its dated lists show only the period too. */
  readonly windows?: boolean;
  /** A bare yearly day means "in the year of the round". */
  readonly yearly: boolean;
}

/** Elaboration of syntax into typed nodes. Null means: a finding has been reported, nothing more to say. */
export interface Kit {
  readonly resolved: Resolved;
  readonly reporter: Reporter;
  value(e: Expression, scope: Scope, expected?: Type): Expr | null;
  truth(e: Expression, scope: Scope): Expr | null;
  node(kind: ExprKind, type: Type, at: Span, scope: Scope): Expr;
  /** Type of a definition, elaborated on first use; null after a finding. */
  definitionType(id: Id): Type | null;
  /** Whose record a definition is worked out from; null where it needs none. Known once its type is. */
  definitionSubject(id: Id): Id | null;
  /** What the rows of a programme's tier table give; null where it has none. */
  tierType(programme: Id): Type | null;
  origin(at: Span, cites: readonly string[]): Origin;
}

export const bool: Type = { t: 'bool' };
export const int: Type = { t: 'int' };
export const date: Type = { t: 'date' };
export const month: Type = { t: 'month' };
export const year: Type = { t: 'year' };
export const money: Type = { t: 'money' };
export const ratio: Type = { t: 'ratio' };

export function within(scope: Scope, ...binders: readonly Binder[]): Scope {
  return { ...scope, binders: [...binders, ...scope.binders] };
}

export function owned(scope: Scope, owner: Id, cites: readonly string[] = scope.cites): Scope {
  return { ...scope, owner, cites };
}
