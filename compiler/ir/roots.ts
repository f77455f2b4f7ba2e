import type { Id } from '../../runtime/types.ts';
import type { Expr } from './expressions.ts';
import type { Policy } from './policy.ts';

/** An expression that stands by itself in a policy, and whose record it is about. */
export interface Root {
  readonly expr: Expr;
  /** The kind of record; absent where it is about circumstances alone, or where the policy says no more. */
  readonly subject?: Id;
  /** The field that holds it: `eligible`, `when`, `body` … */
  readonly role: string;
}

/**
 * Every outermost expression of a policy, found by its shape: what the intermediate form comes to hold later is
 * found without a line here.
 */
export function roots(policy: Policy): readonly Root[] {
  const { names: _, units: __, enums: ___, ...parts } = policy;
  return Object.entries(parts).flatMap(([name, value]) =>
    Array.isArray(value) ? value.flatMap((part: unknown) => rootsOf(part, name)) : rootsOf(value, name),
  );
}

/** By programme, definition and the like: these are asked for again and again, and stay where nothing changes. */
const known = new WeakMap<object, readonly Root[]>();

/** Those of a part of a policy. */
export function rootsOf(part: unknown, role: string): readonly Root[] {
  if (typeof part !== 'object' || part === null) return [];
  const before = known.get(part);
  if (before) return before;
  const found = gathered(part, role, undefined);
  known.set(part, found);
  return found;
}

function gathered(node: unknown, role: string, subject: Id | undefined): readonly Root[] {
  if (Array.isArray(node)) return node.flatMap((part) => gathered(part, role, subject));
  if (typeof node !== 'object' || node === null) return [];
  if (isExpr(node)) return [{ expr: node, role, ...(subject === undefined ? {} : { subject }) }];
  const own = 'subject' in node && typeof node.subject === 'string' ? node.subject : subject;
  return Object.entries(node).flatMap(([name, value]) => gathered(value, name, own));
}

function isExpr(node: object): node is Expr {
  return 'k' in node && 'type' in node && 'origin' in node;
}
