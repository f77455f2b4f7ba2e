import type { Expression } from '../ast/expressions.ts';
import type { Statement } from '../ast/statements.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Transition } from '../ir/policy.ts';
import type { FactEntry } from '../resolve/declared.ts';
import { bool, date, type Scope } from './kit.ts';
import { reportUnknown } from './names.ts';
import { cites, clause } from './clauses.ts';
import type { Work } from './work.ts';

/** A fact named by `过渡 按 …`, and what it is written on. */
interface Keeper {
  readonly entry: FactEntry;
  readonly line: Statement;
}

/** `过渡 按 申请日期`: for each kind of record the day whose version of the rules it keeps. */
export function transitions(work: Work): readonly Transition[] {
  const found = keepers(work);
  return [...new Set(found.map(({ entry }) => entry.subject ?? ''))].flatMap((subject) => {
    const keeper = found.find(({ entry }) => (entry.subject ?? '') === subject);
    if (!keeper) return [];
    const { entry, line } = keeper;
    const scope: Scope = {
      subject: entry.subject,
      owner: `transition.${entry.id}`,
      cites: cites(line),
      binders: [],
      yearly: false,
    };
    return [
      {
        ...(entry.subject ? { subject: entry.subject } : {}),
        day: dayOf(work, entry, scope, line.span),
        origin: work.kit.origin(line.span, cites(line)),
      },
    ];
  });
}

const linesOf = (work: Work): readonly Statement[] =>
  work.kit.resolved.notice.header.children.filter(({ head }) => head === 'transition');

/** The facts that the file's 过渡 names, of whichever kind of record. */
function keepers(work: Work): readonly Keeper[] {
  const { facts } = work.kit.resolved.symbols;
  return linesOf(work).flatMap((line) =>
    line.by.flatMap((key) =>
      [...facts.values()].flatMap((scope) => {
        const entry = key.kind === 'name' ? scope.get(key.name.text) : undefined;
        return entry && isKeeper(entry) ? [{ entry, line }] : [];
      }),
    ),
  );
}

/** A day that was given: one that is worked out could rest on what it chooses between. */
const isKeeper = ({ type, statement }: FactEntry): boolean =>
  type.t === 'date' && clause(statement, 'fallback') === undefined;

/** Every name below 过渡 must be a date of some kind of record. */
export function checkTransitions(work: Work): void {
  for (const line of linesOf(work)) {
    if (line.by.length === 0 || line.body)
      work.kit.reporter.report(codes.transitionShape, line.span, { found: undefined });
    for (const key of line.by) checkKey(work, key);
  }
}

function checkKey(work: Work, key: Expression): void {
  const { facts } = work.kit.resolved.symbols;
  const scope: Scope = { subject: null, owner: 'transition', cites: [], binders: [], yearly: false };
  const found =
    key.kind === 'name' ? [...facts.values()].flatMap((of) => of.get(key.name.text) ?? []) : undefined;
  if (found && found.length === 0 && key.kind === 'name') reportUnknown(work.kit, key.name, scope, date);
  else if (!found?.some(isKeeper)) {
    const text = work.kit.resolved.textOf(key.span);
    work.kit.reporter.report(codes.transitionShape, key.span, { found: text });
  }
}

/** A record without that day (`可无`) is decided by what is in force on the decision date. */
function dayOf(work: Work, entry: FactEntry, scope: Scope, span: Statement['span']): Expr {
  const of = entry.subject ? ('subject' as const) : ('circumstances' as const);
  const fact = (): Expr => work.kit.node({ k: 'fact', fact: entry.id, of }, date, span, scope);
  if (!entry.optional) return fact();
  const asOf = work.kit.node({ k: 'asOf' }, date, span, scope);
  const there = work.kit.node({ k: 'present', a: fact() }, bool, span, scope);
  return work.kit.node({ k: 'if', c: there, a: fact(), b: asOf }, date, span, scope);
}

/**
 * The day whose version of the rules holds at this place: in a periodic duty the first day of the period, else the
 * day that 过渡 names for this kind of record, else the decision date.
 */
export function versionDay(work: Work, scope: Scope, span: Statement['span']): Expr {
  if (scope.every) return work.kit.node({ k: 'period', part: 'start' }, date, span, scope);
  const own = keepers(work).map(({ entry }) => entry);
  const entry =
    own.find(({ subject }) => subject !== null && subject === scope.subject) ??
    own.find(({ subject }) => subject === null);
  return entry ? dayOf(work, entry, scope, span) : work.kit.node({ k: 'asOf' }, date, span, scope);
}
