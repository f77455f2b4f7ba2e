import type { Id } from '../../runtime/types.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Hole, Stage } from '../ir/policy.ts';
import { owned, type Scope } from './kit.ts';
import { lookup } from './names.ts';
import { cites, clause } from './clauses.ts';
import { itemId } from './rules.ts';
import { ranked } from './tests.ts';
import { isOrdered, typeWords } from './typing.ts';
import type { Work } from './work.ts';

/** `名额`: one stage on the line itself, or labelled stages below. */
export function stages(work: Work, section: Statement, programme: Id, scope: Scope): readonly Stage[] {
  const single = section.body !== undefined;
  const lines = single ? [section] : section.children.filter((c) => c.head === null);
  return lines.flatMap((line, i) => {
    const id = single
      ? `${programme}.quota`
      : (line.name?.en?.text ?? itemId(work, programme, line, i + 1, `${programme}.quota`));
    if (single) work.names.set(id, { zh: '名额', en: 'quota' });
    return stage(work, line, id, owned(scope, id, cites(line))) ?? [];
  });
}

function stage(work: Work, line: Statement, id: Id, scope: Scope): Stage | null {
  const part = (head: Statement['head']): Statement | undefined => line.children.find((c) => c.head === head);
  const limits = [line.body, ...line.children.filter((c) => c.head === 'limit').map((c) => c.body)].map(
    (body) => (body ? quota(work, body, scope) : null),
  );
  const only = part('only')?.body;
  const onlyExpr = only ? work.kit.truth(only, scope) : undefined;
  const must = part('must')?.body;
  const mustExpr = must ? work.kit.truth(must, scope) : undefined;
  const order = orderOf(work, part('order'), id, scope);
  const groupBy = (part('group')?.by ?? []).map((e) => work.kit.value(e, scope));
  const source = sourceOf(work, part('from'), scope);
  if (
    limits.some((l) => l === null) ||
    onlyExpr === null ||
    mustExpr === null ||
    !order ||
    !source ||
    groupBy.some((g) => g === null)
  )
    return null;
  return {
    id,
    origin: work.kit.origin(line.span, cites(line)),
    source,
    ...(onlyExpr ? { only: onlyExpr } : {}),
    groupBy: groupBy.filter((g) => g !== null),
    order,
    limits: limits.filter((l) => l !== null),
    clash: clashOf(part('mismatch'), id, limits.length),
    ties: tiesOf(work, part('ties'), id, order, line),
    ...(mustExpr ? { must: mustExpr } : {}),
    refill: refillOf(part('vacancy'), id),
  };
}

/** A number of heads or things; a percentage of heads must state its rounding. */
function quota(work: Work, body: Expression, scope: Scope): Expr | null {
  const n = work.kit.value(body, scope);
  if (!n) return null;
  if (n.k !== 'hole' && n.type.t !== 'int' && n.type.t !== 'qty') {
    const s = work.kit.resolved.symbols;
    work.kit.reporter.report(codes.wrongType, body.span, {
      what: work.kit.resolved.textOf(body.span),
      found: typeWords(n.type, s),
      expected: { zh: '人数或个数', en: 'a number of persons or things' },
    });
    return null;
  }
  if (n.k === 'arith' && [n.a, n.b].some((x) => x.type.t === 'ratio')) {
    work.kit.reporter.report(codes.quotaNeedsRounding, body.span, {});
    return null;
  }
  return n;
}

function sourceOf(work: Work, line: Statement | undefined, scope: Scope): Stage['source'] | null {
  if (!line?.body) return { k: 'eligible' };
  const entry = line.body.kind === 'name' ? lookup(work.kit, line.body.name.text, scope) : undefined;
  if (entry?.kind === 'stage') return { k: 'stage', stage: entry.id };
  work.kit.reporter.report(codes.notYet, line.span, {
    what: { zh: '从另一个名单中选取', en: 'choosing from another list' },
  });
  return null;
}

export function holeOf(line: Statement | undefined, id: Id): Hole | undefined {
  if (line?.body?.kind === 'hole') {
    const { why, by, text } = line.body;
    return { k: 'hole', id, why, ...(by ? { by: by.text } : {}), ...(text === undefined ? {} : { text }) };
  }
  const by = line ? clause(line, 'by') : undefined;
  return by ? { k: 'hole', id, why: 'determination', by: by.actor.text } : undefined;
}

function orderOf(work: Work, line: Statement | undefined, id: Id, scope: Scope): Stage['order'] | null {
  const hole = holeOf(line, `${id}.order`);
  if (hole) return hole;
  if (!line) return { k: 'hole', id: `${id}.order`, why: 'unspecified' };
  const keys: { key: Expr; direction: 'ascending' | 'descending' }[] = [];
  for (const one of line.order ?? []) {
    const key = one.direction === 'first' ? work.kit.truth(one.key, scope) : work.kit.value(one.key, scope);
    if (!key) return null;
    if (one.direction !== 'first' && !isOrdered(key.type, work.kit.resolved.symbols)) {
      work.kit.reporter.report(codes.notOrdered, one.span, {
        type: typeWords(key.type, work.kit.resolved.symbols),
      });
      return null;
    }
    const placed = ranked(work.kit, [key], key, scope, one.span);
    keys.push({ key: placed, direction: one.direction === 'ascending' ? 'ascending' : 'descending' });
  }
  return keys;
}

/** A ranking can tie, so the file must say what happens then; without a ranking nothing ties. */
function tiesOf(
  work: Work,
  line: Statement | undefined,
  id: Id,
  order: Stage['order'],
  stageLine: Statement,
): Stage['ties'] {
  const hole = holeOf(line, `${id}.ties`);
  if (hole) return hole;
  if (line?.mode === 'admitAll') return 'admit';
  if (line?.mode === 'refuseAll') return 'refuse';
  if (Array.isArray(order))
    work.kit.reporter.report(
      codes.tiesNotSaid,
      stageLine.children.find((c) => c.head === 'order')?.span ?? stageLine.span,
      {},
    );
  return { k: 'hole', id: `${id}.ties`, why: 'unspecified' };
}

function clashOf(line: Statement | undefined, id: Id, limits: number): Stage['clash'] {
  const hole = holeOf(line, `${id}.mismatch`);
  if (hole) return hole;
  if (line?.mode === 'quotaRules') return 'first';
  if (line?.mode === 'limitRules') return 'second';
  return limits > 1 ? { k: 'hole', id: `${id}.mismatch`, why: 'unspecified' } : 'least';
}

function refillOf(line: Statement | undefined, id: Id): Stage['refill'] {
  const hole = holeOf(line, `${id}.vacancy`);
  return hole ?? line?.mode === 'refill';
}
