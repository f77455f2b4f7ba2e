import type { Id } from '../../runtime/types.ts';
import type { BuiltinUnit, Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import { expressions } from '../ir/children.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import type { Duty, Every } from '../ir/policy.ts';
import { dutyOwner } from '../resolve/declarations.ts';
import { date, owned, type Scope } from './kit.ts';
import { speaksOfPeriod } from './lists.ts';
import { idlePauses } from './pauses.ts';
import { due } from './procedure.ts';
import { cites } from './clauses.ts';
import { whenOf } from './in-force.ts';
import { alternative, itemId, required, rule } from './rules.ts';
import { dateSpan } from './spans.ts';
import type { Work } from './work.ts';

/** `义务` and `指标`: labelled items; 期间 and 测算日 hold for all of the block. `part`: what the block is known by, see `once`. */
export function duties(work: Work, block: Statement, subject: Id | null, part: string): readonly Duty[] {
  const scope: Scope = { subject, owner: block.head ?? 'duty', cites: [], binders: [], yearly: true };
  const common: Common = {
    kind: block.head === 'target' ? 'target' : 'duty',
    subject,
    block: { ...block, children: block.children.filter((c) => c.head !== null) },
    ...optional('during', spanOf(work, block, scope)),
    ...optional('measuredOn', measured(work, block, scope)),
  };
  const owner = dutyOwner(block, subject);
  return block.children
    .filter((c) => c.head === null)
    .flatMap((line, i) => work.once(`${part} ${i}`, line, () => dutyOf(work, line, i, owner, common)) ?? []);
}

interface Common {
  readonly kind: Duty['kind'];
  readonly subject: Id | null;
  /** Without its duties: its 施行 holds for every line. */
  readonly block: Statement;
  readonly during?: DateSpan;
  readonly measuredOn?: Expr;
}

function optional<K extends string, V>(key: K, value: V | null | undefined): { readonly [k in K]?: V } {
  return value === null || value === undefined ? {} : ({ [key]: value } as { readonly [k in K]: V });
}

function spanOf(work: Work, line: Statement, scope: Scope): DateSpan | null | undefined {
  const body = line.children.find((c) => c.head === 'during')?.body;
  return body && dateSpan(work.kit, body, scope);
}

function measured(work: Work, line: Statement, scope: Scope): Expr | null | undefined {
  const body = line.children.find((c) => c.head === 'measuredOn')?.body;
  return body && work.kit.value(body, scope, date);
}

function dutyOf(work: Work, line: Statement, i: number, owner: Id, common: Common): Duty | null {
  const id = itemId(work, owner, line, i + 1, `${owner}.${common.kind}`);
  const periodic = line.body?.kind === 'periodic' ? line.body : null;
  const every = periodic && everyOf(work, periodic.every, line);
  if (periodic && !every) return null;
  const scope: Scope = {
    subject: common.subject,
    owner: id,
    cites: cites(line),
    binders: [],
    yearly: true,
    period: every !== null,
    ...(every ? { every } : {}),
  };
  const must = rule(work, withoutModifiers(line, periodic?.body), scope, id, owner, required);
  const when = whenOf(work, line, scope, [common.block]);
  if (!must || when === null) return null;
  const during = spanOf(work, line, scope) ?? common.during;
  const measuredOn = measured(work, line, scope) ?? common.measuredOn;
  return {
    id,
    kind: common.kind,
    ...(common.subject ? { subject: common.subject } : {}),
    origin: work.kit.origin(line.span, cites(line)),
    ...(every ? { every } : {}),
    reads: readsLog(must, (def) => work.definitions.get(def)?.body) ? 'log' : 'state',
    ...optional('during', during),
    ...optional('measuredOn', measuredOn),
    ...optional('when', when),
    must,
    excused: excuses(work, line, scope, id),
    due: dues(work, line, scope, id),
  };
}

/** The line as a plain rule: 当 and 例外 mean something else for a duty and are handled beside it. */
function withoutModifiers(line: Statement, body: Expression | undefined): Statement {
  return {
    ...line,
    ...(body ? { body } : {}),
    clauses: line.clauses.filter((c) => c.kind !== 'when'),
    children: line.children.filter((c) => c.head !== 'except' && c.head !== 'when' && c.head !== 'inForce'),
  };
}

function excuses(work: Work, line: Statement, scope: Scope, id: Id): readonly Expr[] {
  return line.children
    .filter((c) => c.head === 'except')
    .flatMap(
      (c, i) =>
        rule(
          work,
          c,
          owned(scope, `${id}.except.${i + 1}`, cites(c)),
          `${id}.except.${i + 1}`,
          id,
          alternative,
        ) ?? [],
    );
}

/** `期限` below a duty, on the line or one a line. */
function dues(work: Work, line: Statement, scope: Scope, id: Id): Duty['due'] {
  const made = line.children
    .filter((c) => c.head === 'deadline')
    .flatMap((c, i) => due(work, c, `${id}.due.${i + 1}`, scope, line) ?? []);
  idlePauses(
    work,
    line,
    made.map(({ span }) => span),
  );
  return made;
}

const periods: { readonly [unit in BuiltinUnit]?: Every['unit'] } = {
  day: 'day',
  week: 'week',
  tenDays: 'tenDays',
  month: 'month',
  quarter: 'quarter',
  halfYear: 'halfYear',
  year: 'year',
};

function everyOf(
  work: Work,
  { count, unit }: { readonly count: number; readonly unit: BuiltinUnit },
  line: Statement,
): Every | null {
  const of = periods[unit];
  if (of && count >= 1) return { count, unit: of };
  work.kit.reporter.report(codes.noSuchPeriod, line.body?.span ?? line.span, {});
  return null;
}

/** Whether past periods can be judged: it reads a dated list, or one whose elements it picks by the period itself. */
function readsLog(e: Expr, body: (def: Id) => Expr | undefined): boolean {
  for (const inner of expressions(e)) {
    if (inner.k === 'aggregate' && (inner.source.time !== undefined || speaksOfPeriod(inner))) return true;
    const definition = inner.k === 'def' ? body(inner.def) : undefined;
    if (definition && readsLog(definition, body)) return true;
  }
  return false;
}
