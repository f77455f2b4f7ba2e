import type { Clause, Statement } from '../ast/statements.ts';

export function cites(statement: Statement): readonly string[] {
  return statement.clauses.flatMap((c) => (c.kind === 'cite' ? c.ids : []));
}

type Kind = Clause['kind'];

export function clause<K extends Kind>(
  statement: Statement,
  kind: K,
): Extract<Clause, { kind: K }> | undefined {
  return statement.clauses.find((c): c is Extract<Clause, { kind: K }> => c.kind === kind);
}
