import type { Id } from '../../runtime/types.ts';
import type { Expr } from './expressions.ts';
import { eachField } from './fields.ts';
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
  const before = all.get(policy);
  if (before) return before;
  const found = rootsIn(policy);
  all.set(policy, found);
  return found;
}

/** Every analysis asks for them. */
const all = new WeakMap<Policy, readonly Root[]>();

function rootsIn(policy: Policy): readonly Root[] {
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
  const found: Root[] = [];
  gather(part, role, undefined, found);
  known.set(part, found);
  return found;
}

function gather(node: unknown, role: string, subject: Id | undefined, found: Root[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) for (const part of node) gather(part, role, subject, found);
  else if (isExpr(node)) found.push({ expr: node, role, ...(subject === undefined ? {} : { subject }) });
  else {
    const own = 'subject' in node && typeof node.subject === 'string' ? node.subject : subject;
    eachField(node, (value, name) => gather(value, name, own, found));
  }
}

function isExpr(node: object): node is Expr {
  return 'k' in node && 'type' in node && 'origin' in node;
}
