import { ofRecord, records } from '../../runtime/relations.ts';
import type { List, Value } from '../../runtime/value.ts';
import type { Expr, PopulationSource } from '../ir/expressions.ts';
import { matchingOf } from '../ir/matching.ts';
import type { Run, Scope } from './scope.ts';

/** What the record that a reference names comes to, as it is there; nothing bound around is in reach. */
export function lookedUp(e: Extract<Expr, { readonly k: 'ofRecord' }>, scope: Scope): Run<Value> {
  const [record, body] = [scope.value(e.record), scope.raw(e.body)];
  const subject = subjectOf(e.record);
  return (c, env) => ofRecord(c, record(c, env), subject, (other) => body(other, null));
}

/** The kind of record that a reference names. */
export function subjectOf({ type }: Expr): string {
  if (type.t !== 'ref') throw new RangeError('not a reference');
  return type.subject;
}

/** The records of a population that its filter may hold for, found by an equality where it has one. */
export function gathered(source: PopulationSource, scope: Scope, test?: Expr): Run<List> {
  const { subject } = source;
  const matching = matchingOf(source, test);
  if (!matching) return (c) => records(c, subject);
  const is = scope.value(matching.is);
  const { fact, field } = matching;
  return (c, env) => records(c, subject, { fact, ...(field !== undefined && { field }), is: is(c, env) });
}
