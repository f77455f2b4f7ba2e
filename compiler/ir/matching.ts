import type { Id } from '../../runtime/types.ts';
import { expressions } from './children.ts';
import type { Expr, PopulationSource } from './expressions.ts';

/** An equality that every element of a population must meet, with something that does not depend on the element. */
export interface Matching {
  /** Fact of the element; with `field`, a list one of whose elements has the value there. */
  readonly fact: Id;
  readonly field?: Id;
  readonly is: Expr;
}

/** The first equality of a filter by which an index finds its elements; none: every record has to be looked at. */
export function matchingOf(source: PopulationSource, test?: Expr): Matching | undefined {
  for (const part of [...conjuncts(source.where), ...conjuncts(test)]) {
    const found = part.k === 'cmp' ? equality(part, factOfElement) : listed(part);
    if (found) return found;
  }
  return undefined;
}

function conjuncts(e: Expr | undefined): readonly Expr[] {
  if (!e) return [];
  if (e.k === 'all') return e.parts.flatMap(conjuncts);
  return e.k === 'rule' ? conjuncts(e.body) : [e];
}

type Path = Omit<Matching, 'is'>;

function equality(e: Expr & { k: 'cmp' }, pathOf: (side: Expr) => Path | undefined): Matching | undefined {
  if (e.op !== 'eq') return undefined;
  for (const [side, other] of [
    [e.a, e.b],
    [e.b, e.a],
  ] as const) {
    const path = pathOf(side);
    if (path && standsAlone(other)) return { ...path, is: other };
  }
  return undefined;
}

/** A fact of the element itself. */
function factOfElement(e: Expr, depth = 0): Path | undefined {
  if (e.k !== 'ofRecord' || e.record.k !== 'bound' || e.record.index !== depth) return undefined;
  return e.body.k === 'fact' && e.body.of === 'subject' ? { fact: e.body.fact } : undefined;
}

/** `有 各任 其中 帮扶人 为 本人`: a field of some element of a list of the element. */
function listed(e: Expr): Matching | undefined {
  if (e.k !== 'aggregate' || e.op !== 'exists' || e.source.k !== 'list') return undefined;
  if (e.atMost || (e.atLeast && !(e.atLeast.k === 'lit' && e.atLeast.value !== '0'))) return undefined;
  const path = factOfElement(e.source.of);
  if (!path) return undefined;
  const inList = (side: Expr): Path | undefined =>
    side.k === 'field' && side.of.k === 'bound' && side.of.index === 0
      ? { ...path, field: side.field }
      : undefined;
  for (const part of [...conjuncts(e.source.where), ...conjuncts(e.test)]) {
    const found = part.k === 'cmp' ? equality(part, inList) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Known before any element is looked at, and not by way of something bound around. */
function standsAlone(e: Expr): boolean {
  for (const inner of expressions(e)) if (inner.k === 'bound' || inner.k === 'period') return false;
  return true;
}
