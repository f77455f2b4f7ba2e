import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { DateSpan } from '../ir/expressions.ts';
import { isCounted } from '../ir/steps.ts';
import { owned, type Scope } from './kit.ts';
import { cites } from './clauses.ts';
import { dateSpan, stepSpan } from './spans.ts';
import type { Work } from './work.ts';

/** `不计` below the given lines: spans that a period counted from another day leaves out. */
export function pausing(
  work: Work,
  span: DateSpan,
  owners: readonly Statement[],
  scope: Scope,
): { readonly pauses?: readonly DateSpan[] } {
  const lines = owners.flatMap((owner) => owner.children.filter(({ head }) => head === 'notCounting'));
  if (lines.length === 0 || !isCounted(span)) return {};
  const pauses = lines.flatMap((line) => pauseOf(work, line, scope) ?? []);
  return pauses.length > 0 ? { pauses } : {};
}

/** Nothing can be left out where no period is counted: each such line is a finding. */
export function idlePauses(work: Work, owner: Statement, spans: readonly DateSpan[]): void {
  if (spans.some(isCounted)) return;
  for (const line of owner.children)
    if (line.head === 'notCounting') work.kit.reporter.report(codes.nothingPauses, line.span, {});
}

function pauseOf(work: Work, line: Statement, scope: Scope): DateSpan | null {
  const { body } = line;
  if (!body) {
    work.kit.reporter.report(codes.emptyRule, line.span, {});
    return null;
  }
  const inner = owned(scope, scope.owner, [...scope.cites, ...cites(line)]);
  const span = wholeStep(work, body, inner) ?? dateSpan(work.kit, body, inner);
  if (!span || (span.lo && span.hi)) return span;
  work.kit.reporter.report(codes.wrongType, body.span, {
    what: work.kit.resolved.textOf(body.span),
    found: { zh: '没有头尾的时间', en: 'a span without both ends' },
    expected: {
      zh: '有头有尾的时间，例如一个步骤，或 “自 通知 至 补齐”',
      en: 'a span with both ends, such as a step, or "from notified to completed"',
    },
  });
  return null;
}

/** A step alone is meant with all the time that it takes. */
function wholeStep(work: Work, body: Expression, scope: Scope): DateSpan | null {
  const of = body.kind === 'span' && body.shape.kind === 'whole' ? body.shape.of : body;
  return of.kind === 'name' ? stepSpan(work.kit, of, scope) : null;
}
