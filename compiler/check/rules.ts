import type { Id } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import { groupOf } from '../ir/lines.ts';
import { wording } from '../ir/wording.ts';
import { idOf } from '../resolve/types.ts';
import { cites } from './clauses.ts';
import { whenOf } from './in-force.ts';
import { bool, owned, type Scope } from './kit.ts';
import type { Work } from './work.ts';

/** What a rule counts as while `当` puts it out of play or `例外` lifts it. */
export interface Neutral {
  readonly outOfPlay: boolean;
  readonly lifted: boolean;
}

/** A condition that must hold: out of play it counts as met in 同时满足, as not met in 满足其一. */
export const required: Neutral = { outOfPlay: true, lifted: true };
export const alternative: Neutral = { outOfPlay: false, lifted: true };
export const excluding: Neutral = { outOfPlay: false, lifted: false };

/** Id of an item: its label under its owner, else its place there. */
export function itemId(work: Work, owner: Id, item: Statement, position: number, section: Id): Id {
  if (!item.name) return `${section}.${position}`;
  const id = `${owner}.${idOf(item.name)}`;
  work.claim(id, item);
  work.name(id, item.name);
  return id;
}

/** A rule line with the lines below it. `owner` is the programme under whose name labels are unique. */
export function rule(
  work: Work,
  statement: Statement,
  scope: Scope,
  id: Id,
  owner: Id,
  neutral: Neutral,
): Expr | null {
  const inner = owned(scope, id, cites(statement));
  const body = bodyOf(work, statement, inner, id, owner);
  const guarded = body && withWhen(work, statement, body, inner, neutral);
  const made = guarded && withExceptions(work, statement, guarded, inner, neutral);
  if (!made) return null;
  if (!work.names.has(id))
    work.names.set(id, { zh: wording(made, work.names, 'zh'), en: wording(made, work.names, 'en') });
  return { id, type: bool, origin: work.kit.origin(statement.span, cites(statement)), k: 'rule', body: made };
}

function bodyOf(work: Work, statement: Statement, scope: Scope, id: Id, owner: Id): Expr | null {
  const { body } = statement;
  if (!body) {
    work.kit.reporter.report(codes.emptyRule, statement.span, {});
    return null;
  }
  if (body.kind !== 'group') return spreadOut(work, work.kit.truth(body, scope));
  const parts = partsOf(
    work,
    statement,
    scope,
    id,
    owner,
    body.op === 'any' || body.op === 'none' ? alternative : required,
  );
  if (!parts) return null;
  if (parts.length === 0) {
    work.kit.reporter.report(codes.emptyGroup, body.span, {});
    return null;
  }
  switch (body.op) {
    case 'all':
      return work.kit.node({ k: 'all', parts }, bool, body.span, scope);
    case 'any':
      return work.kit.node({ k: 'any', parts }, bool, body.span, scope);
    case 'none': {
      const any = work.kit.node({ k: 'any', parts }, bool, body.span, scope);
      return work.kit.node({ k: 'not', a: any }, bool, body.span, scope);
    }
    case 'atLeast':
      return atLeast(work, statement, body.count, parts, scope);
  }
}

/** A line that only names a definition made of lines shows those lines: their truth is what a reader looks for. */
function spreadOut(work: Work, condition: Expr | null): Expr | null {
  const body = condition?.k === 'def' ? work.definitions.get(condition.def)?.body : undefined;
  return body?.k === 'rule' && groupOf(body.body) ? body : condition;
}

function atLeast(
  work: Work,
  statement: Statement,
  count: Expression | undefined,
  parts: readonly Expr[],
  scope: Scope,
): Expr | null {
  const n = count?.kind === 'number' && /^\d+$/.test(count.value) ? Number(count.value) : Number.NaN;
  if (!(n >= 1 && n <= parts.length)) {
    work.kit.reporter.report(codes.groupCount, count?.span ?? statement.span, { parts: parts.length });
    return null;
  }
  return work.kit.node({ k: 'atLeast', n, parts }, bool, statement.span, scope);
}

function partsOf(
  work: Work,
  statement: Statement,
  scope: Scope,
  id: Id,
  owner: Id,
  neutral: Neutral,
): readonly Expr[] | null {
  const items = statement.children.filter((child) => child.head === null);
  const made = items.map((item, i) =>
    rule(work, item, scope, itemId(work, owner, item, i + 1, id), owner, neutral),
  );
  return made.some((part) => part === null) ? null : made.filter((part) => part !== null);
}

function withWhen(work: Work, statement: Statement, body: Expr, scope: Scope, neutral: Neutral): Expr | null {
  const when = whenOf(work, statement, scope);
  if (when === undefined) return body;
  return (
    when &&
    work.kit.node({ k: 'guard', when, then: body, neutral: neutral.outOfPlay }, bool, statement.span, scope)
  );
}

function withExceptions(
  work: Work,
  statement: Statement,
  body: Expr,
  scope: Scope,
  neutral: Neutral,
): Expr | null {
  const lines = statement.children.filter((child) => child.head === 'except');
  if (lines.length === 0) return body;
  const by: Expr[] = [];
  for (const [i, line] of lines.entries()) {
    const id = line.name
      ? itemId(work, scope.owner, line, i + 1, scope.owner)
      : `${scope.owner}.except.${i + 1}`;
    const made = rule(work, line, scope, id, scope.owner, alternative);
    if (!made) return null;
    by.push(made);
  }
  return work.kit.node({ k: 'except', rule: body, by, neutral: neutral.lifted }, bool, statement.span, scope);
}
