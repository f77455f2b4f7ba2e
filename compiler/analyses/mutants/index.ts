import { children } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { isExpr, nodesOf } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';
import { nameOf, wording } from '../../ir/wording.ts';
import { definitionsRead } from './definitions-read.ts';
import { equivalenceIn } from './equivalent.ts';
import { expressionChanges } from './expressions.ts';
import type { Change } from './literals.ts';
import { daysOutside } from './no-days.ts';
import type { Mutant, Words } from './mutant.ts';
import type { PartChange } from './part-change.ts';
import { partChanges } from './parts.ts';
import { replaced } from './replace.ts';
import { twinsIn } from './twins.ts';

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
  const twins = twinsIn(rest);
  const lists = listsAround(rest);
  const second = new Set(twins.values());
  const numbers = new Map<string, number>();
  const numbered = (id: string): string => {
    const number = (numbers.get(id) ?? 0) + 1;
    numbers.set(id, number);
    return number === 1 ? id : `${id} ${number}`;
  };
  const written = [...new Set(nodesOf(rest))].filter((e) => !second.has(e));
  const inside = written.flatMap((e) =>
    changesAt(e, twins.get(e), policy)
      .filter(({ next }) => !noDays(e, next) && (twins.has(e) || !changesNothing(e, next)))
      .map(({ kind, changed }): Mutant => {
        const [whole, list] = [shown.get(e) ?? e, lists.get(e)];
        return {
          id: numbered(`${e.id} ${kind}`),
          kind,
          at: e.id,
          ...(list !== undefined && { list }),
          line: e.origin.line,
          cites: cites.get(e) ?? [],
          before: words(whole, policy),
          after: words(changed(whole), policy),
          make: () => changed(policy),
        };
      }),
  );
  const outside = partChanges(policy).map((change) => partMutant(change, policy, numbered));
  return [...inside, ...outside].sort((a, b) => a.line - b.line);
}

interface Written extends Change {
  readonly changed: <T>(tree: T) => T;
}

/** Changes to an expression; what is written once and held twice changes in both places. */
function changesAt(e: Expr, twin: Expr | undefined, policy: Policy): readonly Written[] {
  const others = twin ? expressionChanges(twin, policy) : [];
  return expressionChanges(e, policy).map((change, at) => {
    const other = others[at];
    const changed = <T>(tree: T): T => {
      const once = replaced(tree, e, change.next);
      return twin && other ? replaced(once, twin, other.next) : once;
    };
    return { ...change, changed };
  });
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

/** The outermost list that each expression picks elements of. */
function listsAround(part: object): ReadonlyMap<Expr, string> {
  const found = new Map<Expr, string>();
  for (const e of nodesOf(part)) {
    if (e.k !== 'aggregate') continue;
    for (const inner of nodesOf([e.source.where, e.test])) if (!found.has(inner)) found.set(inner, e.id);
  }
  return found;
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
