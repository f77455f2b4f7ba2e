import type { Session } from '../console/session.ts';
import type { PolicyNames } from '../policy/names.ts';
import { tableText } from '../render/table.ts';
import type { Texts } from '../texts/texts.ts';
import type { Account, ClauseAccount } from './account.ts';

interface Traced {
  readonly path: string;
  readonly account: Account;
  readonly names: PolicyNames;
}

export async function traceText(traced: readonly Traced[], session: Session): Promise<string> {
  const parts: string[] = [];
  for (const one of traced) parts.push(await policyText(one, session));
  return parts.join('\n');
}

async function policyText({ path, account, names }: Traced, session: Session): Promise<string> {
  const { trace } = session.texts;
  const paint = session.paintOut;
  const columns = [trace.clause, trace.status, trace.by, trace.tested].map((title) => ({ title }));
  const rows = account.clauses.map((one) => [
    one.clause.id,
    trace.statuses[one.status],
    byText(one, names, session.texts),
    testedText(one, session.texts),
  ]);
  const defects = account.defects.map((defect) => [
    defect.id,
    trace.shown[defect.shown],
    defect.at.join(', '),
    defect.note ?? '',
  ]);
  const defectColumns = [trace.defect, trace.shownAs, trace.where, trace.note].map((title) => ({ title }));
  const lines = [paint('bold', path), await tableText(columns, rows)];
  if (defects.length > 0) lines.push(await tableText(defectColumns, defects));
  for (const problem of account.problems) lines.push(paint('red', trace.problem(problem)));
  lines.push(summary(account, session.texts));
  return `${lines.join('\n')}\n`;
}

/** Rules that cite the clause with their lines; for others who decides, or why it is left out. */
function byText({ clause, citedBy, namedBy }: ClauseAccount, names: PolicyNames, { trace }: Texts): string {
  const label = (id: string): string => (id === 'inForce' ? trace.inForce : names.label(id));
  const cited = citedBy.map(({ id, line }) => `${label(id)}:${line}`);
  const named = namedBy.filter((id) => !citedBy.some((one) => one.id === id)).map((id) => names.label(id));
  const parts = [...cited, ...named];
  if (clause.determination !== null) parts.push(trace.decidedBy(clause.determination));
  if (clause.notEncoded)
    parts.push(trace.because(trace.kinds[clause.notEncoded.kind], clause.notEncoded.why));
  return parts.join(', ');
}

function testedText({ status, testedBy }: ClauseAccount, { trace }: Texts): string {
  if (status === 'notEncoded') return '';
  const [first, ...others] = testedBy;
  if (first === undefined) return '–';
  return others.length > 0 ? `${first} ${trace.more(others.length)}` : first;
}

function summary(account: Account, { trace }: Texts): string {
  const count = (status: ClauseAccount['status']): number =>
    account.clauses.filter((one) => one.status === status).length;
  const tested = account.clauses.filter(({ testedBy }) => testedBy.length > 0).length;
  return trace.summary({
    clauses: account.clauses.length,
    encoded: count('encoded'),
    determination: count('determination'),
    notEncoded: count('notEncoded'),
    unaccounted: count('unaccounted'),
    tested,
    problems: account.problems.length,
  });
}

/** `bangfu.trace/1`: for each policy its clauses, the notice's defects and what does not fit. */
export function traceJson(traced: readonly Traced[]): string {
  const policies = traced.map(({ path, account }) => ({
    path,
    clauses: account.clauses.map(({ clause, ...rest }) => ({
      id: clause.id,
      status: rest.status,
      citedBy: rest.citedBy.map(({ id, line }) => ({ id, line })),
      namedBy: rest.namedBy,
      testedBy: rest.testedBy,
      determination: clause.determination,
      notEncoded: clause.notEncoded,
      note: clause.note,
    })),
    defects: account.defects.map(({ id, shown, at, note }) => ({ id, shown, at, note })),
    problems: account.problems,
  }));
  return `${JSON.stringify({ schema: 'bangfu.trace/1', policies }, null, 2)}\n`;
}
