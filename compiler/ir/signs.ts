import { compareExact, exact } from '../../runtime/exact.ts';
import type { FactMeta, Id } from '../../runtime/types.ts';
import type { Expr, Source } from './expressions.ts';
import type { Policy } from './policy.ts';

type Aggregate = Extract<Expr, { readonly k: 'aggregate' }>;

/** Whether what an aggregate adds up is never negative: the fact or field added up is declared from 0 up. */
export function addsNoNegative({ source, map }: Aggregate, policy: Policy): boolean {
  if (!map) return source.k === 'list' && fromZero(listFact(source.of, policy));
  if (map.k === 'fact') return fromZero(factOf(map.fact, policy));
  if (map.k !== 'field' || map.of.k !== 'bound' || map.of.index !== 0) return false;
  return fromZero(fieldsOf(source, policy).find(({ id }) => id === map.field));
}

/** What an element is made of. */
function fieldsOf(source: Source, policy: Policy): readonly FactMeta[] {
  if (source.k === 'population') return policy.subjects.find(({ id }) => id === source.subject)?.facts ?? [];
  const type = listFact(source.of, policy)?.type;
  return type?.t === 'list' && type.of.t === 'record' ? type.of.fields : [];
}

function fromZero(fact: FactMeta | undefined): boolean {
  return fact?.min !== undefined && compareExact(exact(fact.min), 0) >= 0;
}

function listFact(e: Expr, policy: Policy): FactMeta | undefined {
  if (e.k === 'fact') return factOf(e.fact, policy);
  const body = e.k === 'def' ? policy.definitions.find(({ id }) => id === e.def)?.body : undefined;
  return body && listFact(body, policy);
}

function factOf(id: Id, { subjects, circumstances }: Policy): FactMeta | undefined {
  return [...subjects.flatMap(({ facts }) => facts), ...circumstances].find((fact) => fact.id === id);
}
