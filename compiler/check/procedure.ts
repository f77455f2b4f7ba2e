import type { Id } from '../../runtime/types.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import type { Due, Procedure, Step } from '../ir/policy.ts';
import { date, owned, type Scope } from './kit.ts';
import { cites, clause } from './clauses.ts';
import { whenOf } from './in-force.ts';
import { idlePauses, pausing } from './pauses.ts';
import { dateSpan } from './spans.ts';
import { isTime, typeWords } from './typing.ts';
import type { Work } from './work.ts';

/** `程序`: labelled steps, each a dated event. */
export function procedure(work: Work, block: Statement, id: Id, subject: Id | null): Procedure {
  const steps = block.children.filter((c) => c.head === null && c.name);
  return {
    id,
    ...(subject ? { subject } : {}),
    origin: work.kit.origin(block.span, cites(block)),
    steps: steps.flatMap((line) => step(work, line, id, subject) ?? []),
  };
}

function step(work: Work, line: Statement, procedureId: Id, subject: Id | null): Step | null {
  const id = line.name?.en?.text ?? line.name?.zh?.text ?? procedureId;
  if (line.name) work.name(id, line.name);
  const scope: Scope = { subject, owner: id, cites: cites(line), binders: [], yearly: true };
  const part = (head: Statement['head']): Statement | undefined => line.children.find((c) => c.head === head);
  const truth = (body: Statement['body'], at: Statement): Expr | null | undefined =>
    body ? work.kit.truth(body, owned(scope, id, [...cites(line), ...cites(at)])) : undefined;
  const when = whenOf(work, line, owned(scope, id));
  const needsLine = part('needs');
  const needs = needsLine ? truth(needsLine.body, needsLine) : undefined;
  const lasts = lasting(work, part('lasting'), scope);
  const counted = countedBy(work, line, subject);
  const during = spanOf(work, part('during'), scope);
  const planned = spanOf(work, part('planned'), scope);
  if (
    when === null ||
    needs === null ||
    lasts === null ||
    counted === null ||
    during === null ||
    planned === null
  )
    return null;
  const actor = clause(line, 'by')?.actor.text;
  const late = part('late')?.mode;
  const dues = [
    ...line.children
      .filter((c) => c.head === 'deadline')
      .flatMap((c, i) => due(work, c, `${id}.due.${i + 1}`, scope, line) ?? []),
    ...lastOfDuring(work, part('during'), `${id}.during`, during),
  ];
  idlePauses(
    work,
    line,
    dues.map(({ span }) => span),
  );
  return {
    id,
    origin: work.kit.origin(line.span, [
      ...new Set([...cites(line), ...line.children.filter((c) => c.head !== 'deadline').flatMap(cites)]),
    ]),
    ...(actor ? { actor } : {}),
    ...(when ? { when } : {}),
    ...(needs ? { needs } : {}),
    ...(counted ? { countedBy: counted } : {}),
    ...(lasts ? { lasts } : {}),
    due: dues,
    ...(planned ? { planned } : {}),
    ...(during ? { during } : {}),
    late: late === 'forfeit' || late === 'refuse' ? late : 'record',
  };
}

/** The last day of `期间` is a last day like any other: to miss it is to be late. */
function lastOfDuring(
  work: Work,
  line: Statement | undefined,
  id: Id,
  during: DateSpan | undefined,
): readonly Due[] {
  if (!line || !during?.hi) return [];
  work.names.set(id, { zh: '期间', en: 'during' });
  const { hi, hiIn } = during;
  return [{ id, origin: work.kit.origin(line.span, cites(line)), span: { hi, hiIn, loIn: false } }];
}

function spanOf(work: Work, line: Statement | undefined, scope: Scope): DateSpan | null | undefined {
  return line?.body
    ? dateSpan(work.kit, line.body, owned(scope, scope.owner, [...scope.cites, ...cites(line)]))
    : undefined;
}

/** `以 F 计`: a date of the applicant's stands for the event. */
function countedBy(work: Work, line: Statement, subject: Id | null): Id | null | undefined {
  const word = line.countedBy ?? clause(line, 'countedBy')?.fact;
  if (!word) return undefined;
  const facts = work.kit.resolved.symbols.facts;
  const entry = facts.get(subject ?? '')?.get(word.text) ?? facts.get('')?.get(word.text);
  if (entry?.type.t === 'date') return entry.id;
  work.kit.reporter.report(codes.countedByDate, word.span, { name: word.text });
  return null;
}

/** `历时 5 个工作日 以上`. */
function lasting(work: Work, line: Statement | undefined, scope: Scope): Expr | null | undefined {
  const body = line?.body;
  if (!body) return undefined;
  const length = body.kind === 'test' && body.predicate.kind === 'bound' ? body.predicate.value : body;
  const n = work.kit.value(length, scope);
  if (!n) return null;
  if (isTime(n.type, work.kit.resolved.symbols)) return n;
  work.kit.reporter.report(codes.wrongType, length.span, {
    what: work.kit.resolved.textOf(length.span),
    found: typeWords(n.type, work.kit.resolved.symbols),
    expected: { zh: '一段时间（年、月、日、工作日）', en: 'a length of time' },
  });
  return null;
}

/** A 期限 below `owner`; the lines of `owner` that say `不计` hold for it where it is counted from another day. */
export function due(work: Work, line: Statement, id: Id, scope: Scope, owner: Statement): Due | null {
  const made = dueAlone(work, line, id, scope);
  return made && { ...made, ...pausing(work, made.span, [owner, line], scope) };
}

function dueAlone(work: Work, line: Statement, id: Id, scope: Scope): Due | null {
  const at = owned(scope, id, cites(line));
  work.names.set(id, { zh: '期限', en: 'deadline' });
  const round =
    line.mode === 'first'
      ? { round: 'first' as const }
      : line.mode === 'later'
        ? { round: 'later' as const }
        : {};
  const origin = work.kit.origin(line.span, cites(line));
  if (!line.body) {
    work.kit.reporter.report(codes.emptyRule, line.span, {});
    return null;
  }
  if (line.body.kind === 'hole') {
    const hi = work.kit.value(line.body, at, date);
    return hi && { id, origin, ...round, span: { hi, hiIn: true, loIn: false } };
  }
  const body = line.body.kind === 'everyYear' ? line.body.day : line.body;
  const span = dateSpan(
    work.kit,
    body.kind === 'test' && body.predicate.kind === 'within' ? body.predicate.in : body,
    at,
  );
  return span && { id, origin, ...round, span };
}
