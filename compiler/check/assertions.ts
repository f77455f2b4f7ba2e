import type { Id } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Assertion } from '../ir/policy.ts';
import { cites, clause } from './clauses.ts';
import { whenOf } from './in-force.ts';
import { owned, type Scope } from './kit.ts';
import { itemId } from './rules.ts';
import { ranked } from './tests.ts';
import { isOrdered, typeWords } from './typing.ts';
import type { Work } from './work.ts';

export function assertions(work: Work, block: Statement, subject: Id | null): readonly Assertion[] {
  const lines = block.body ? [block] : block.children.filter((c) => c.head === null);
  return lines.flatMap((line, i) => {
    const id = itemId(work, 'assert', line, i + 1, 'assert');
    if (!line.body) return [];
    const scope: Scope = owned({ subject, owner: id, cites: cites(line), binders: [], yearly: false }, id);
    const made = claim(work, line.body, scope);
    const when = whenOf(work, line, scope);
    if (!made || when === null) return [];
    return {
      id,
      origin: work.kit.origin(line.span, cites(line)),
      ...(subject ? { subject } : {}),
      ...accepted(line),
      ...(when ? { when } : {}),
      claim: made,
    };
  });
}

function accepted(line: Statement): Pick<Assertion, 'accepted'> {
  const mark = clause(line, 'accept');
  return mark ? { accepted: mark.reason } : {};
}

function claim(work: Work, body: Expression, scope: Scope): Assertion['claim'] | null {
  if (body.kind === 'implies') {
    const when = work.kit.truth(body.when, scope);
    const then = work.kit.truth(body.then, scope);
    return when && then && { k: 'implies', when, then };
  }
  if (body.kind !== 'monotone') {
    const that = work.kit.truth(body, scope);
    return that && { k: 'always', that };
  }
  const of = work.kit.value(body.of, scope);
  const by = work.kit.value(body.by, scope);
  if (!of || !by) return null;
  for (const e of [of, by]) {
    if (isOrdered(e.type, work.kit.resolved.symbols)) continue;
    work.kit.reporter.report(codes.notOrdered, e.origin.span, {
      type: typeWords(e.type, work.kit.resolved.symbols),
    });
    return null;
  }
  const placed = (e: Expr): Expr => ranked(work.kit, [e], e, scope, e.origin.span);
  return {
    k: 'monotone',
    of: placed(of),
    by: placed(by),
    direction: body.direction === 'notDecreasing' ? 1 : -1,
  };
}
