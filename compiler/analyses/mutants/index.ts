import { children } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { isExpr, nodesOf } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';
import { nameOf, wording } from '../../ir/wording.ts';
import { equivalenceIn } from './equivalent.ts';
import { definitionsRead } from './definitions-read.ts';
import { expressionChanges } from './expressions.ts';
import type { Mutant, Words } from './mutant.ts';
import { type PartChange, partChanges } from './parts.ts';
import { replaced } from './replace.ts';

export type { Mutant, MutantKind, Words } from './mutant.ts';

/**
 * Policies that are wrong in one small place each, in the order of the file. Assertions, transitions and definitions that
 * nothing reads decide nothing and stay.
 */
export function mutantsOf(policy: Policy): readonly Mutant[] {
  const { assertions, transitions, ...rest } = { ...policy, definitions: definitionsRead(policy) };
  const shown = shownIn(rest);
  const changesNothing = equivalenceIn(policy);
  const noDays = daysOutside(rest);
  const cites = citesIn(rest);
  const numbers = new Map<string, number>();
  const numbered = (id: string): string => {
    const number = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, number);
    return number === 1 ? id : `${id} ${number}`;
  };
  const inside = [...new Set(nodesOf(rest))].flatMap((e) =>
    expressionChanges(e, policy)
      .filter(({ next }) => !noDays(e, next) && !changesNothing(e, next))
      .map(({ kind, next }): Mutant => {
        const whole = shown.get(e) ?? e;
        return {
          id: numbered(`${e.id} ${kind}`),
          kind,
          at: e.id,
          line: e.origin.line,
          cites: cites.get(e) ?? [],
          before: words(whole, policy),
          after: words(replaced(whole, e, next), policy),
          make: () => replaced(policy, e, next),
        };
      }),
  );
  const outside = partChanges(policy).map((change) => partMutant(change, policy, numbered));
  return [...inside, ...outside].sort((a, b) => a.line - b.line);
}

function partMutant(change: PartChange, policy: Policy, numbered: (id: string) => string): Mutant {
  const { kind, owner, what, target, next } = change;
  const name: Words = { zh: nameOf(policy.names, owner.id, 'zh'), en: nameOf(policy.names, owner.id, 'en') };
  return {
    id: numbered(`${owner.id} ${kind} ${what}`),
    kind,
    at: owner.id,
    line: owner.origin.line,
    cites: owner.origin.cites,
    before: name,
    after: name,
    make: () => replaced(policy, target, next),
  };
}

/** Tells a month or a day of the month that no calendar has: a policy with it could not be written. */
function daysOutside(part: object): (e: Expr, next: Expr) => boolean {
  const most = new Map<Expr, number>();
  for (const e of nodesOf(part)) {
    if (e.k !== 'calendar' || (e.fn !== 'date' && e.fn !== 'month')) continue;
    const [, month, day] = e.args;
    if (month) most.set(month, 12);
    if (day) most.set(day, 31);
  }
  return (e, next) => {
    const limit = most.get(e);
    return limit !== undefined && next.k === 'lit' && (Number(next.value) < 1 || Number(next.value) > limit);
  };
}

const words = (e: Expr, { names }: Policy): Words => ({
  zh: wording(e, names, 'zh'),
  en: wording(e, names, 'en'),
});

/** The smallest condition that each expression is part of: a figure alone says nothing. */
function shownIn(part: object): ReadonlyMap<Expr, Expr> {
  const shown = new Map<Expr, Expr>();
  const visit = (e: Expr, around: Expr): void => {
    const own = e.type.t === 'bool' || around.type.t !== 'bool' ? e : around;
    const whole = e.k === 'lit' ? around : own;
    shown.set(e, whole);
    for (const { expr } of children(e)) visit(expr, e.k === 'cmp' || e.k === 'within' ? e : whole);
  };
  for (const e of nodesOf(part)) if (!shown.has(e)) visit(e, e);
  return shown;
}

/** Clauses of the line that each expression is in. */
function citesIn(part: object): ReadonlyMap<Expr, readonly string[]> {
  const found = new Map<Expr, readonly string[]>();
  const visit = (one: unknown, around: readonly string[]): void => {
    if (typeof one !== 'object' || one === null) return;
    const origin = 'origin' in one ? (one.origin as { readonly cites: readonly string[] }) : null;
    const cites = origin && origin.cites.length > 0 ? origin.cites : around;
    if (isExpr(one)) found.set(one, cites);
    for (const inner of Object.values(one)) visit(inner, cites);
  };
  visit(part, []);
  return found;
}
