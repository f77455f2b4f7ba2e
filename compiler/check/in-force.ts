import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import { bool, owned, type Scope } from './kit.ts';
import { cites, clause } from './clauses.ts';
import { dateSpan } from './spans.ts';
import { versionDay } from './transition.ts';
import type { Work } from './work.ts';

/** `施行` below a line: the span of days in which the line holds. Null after a finding, undefined where there is none. */
export function forceSpan(work: Work, line: Statement, scope: Scope): DateSpan | null | undefined {
  const below = line.children.find(({ head }) => head === 'inForce');
  if (!below) return undefined;
  if (below.body) return dateSpan(work.kit, below.body, owned(scope, scope.owner, forceCites(line, scope)));
  work.kit.reporter.report(codes.emptyRule, below.span, {});
  return null;
}

const forceCites = (line: Statement, scope: Scope): readonly string[] => [
  ...scope.cites,
  ...line.children.filter(({ head }) => head === 'inForce').flatMap(cites),
];

/** Whether the line is in force for this record. */
export function inForce(work: Work, line: Statement, scope: Scope): Expr | null | undefined {
  const span = forceSpan(work, line, scope);
  return span && within(work, line, versionDay(work, scope, line.span), span, scope);
}

export function within(work: Work, line: Statement, a: Expr, span: DateSpan, scope: Scope): Expr {
  return work.kit.node({ k: 'within', a, span }, bool, line.span, scope);
}

/** When a line counts at all: `当`, as a clause or as a line below, and `施行`. */
export function whenOf(
  work: Work,
  line: Statement,
  scope: Scope,
  more: readonly Statement[] = [],
): Expr | null | undefined {
  const condition = clause(line, 'when')?.condition ?? line.children.find((c) => c.head === 'when')?.body;
  const parts = [
    condition ? work.kit.truth(condition, scope) : undefined,
    ...[line, ...more].map((one) => inForce(work, one, scope)),
  ];
  if (parts.includes(null)) return null;
  const found = parts.filter((part) => part !== null && part !== undefined);
  const [only] = found;
  return found.length < 2 ? only : work.kit.node({ k: 'all', parts: found }, bool, line.span, scope);
}
