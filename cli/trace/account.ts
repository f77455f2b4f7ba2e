import type { Policy } from '../../compiler/index.ts';
import type { Id } from '../../runtime/types.ts';
import type { PolicyCase } from '../cases/read.ts';
import type { PolicyNames } from '../policy/names.ts';
import { type Citation, citationsIn, idsIn } from './citations.ts';
import type { Clause, ClauseList, Defect } from './clauses.ts';

export type Problem =
  /** Neither encoded, nor left to somebody, nor explained. */
  | { readonly why: 'unaccounted'; readonly clause: string }
  /** Said to be encoded and cited nowhere. */
  | { readonly why: 'notCited'; readonly clause: string }
  | { readonly why: 'noSuchName'; readonly clause: string; readonly name: string }
  | { readonly why: 'notListed'; readonly clause: string; readonly line: number }
  | { readonly why: 'caseNamesUnlisted'; readonly clause: string; readonly case: string };

export interface ClauseAccount {
  readonly clause: Clause;
  readonly status: 'encoded' | 'determination' | 'notEncoded' | 'unaccounted';
  readonly citedBy: readonly Citation[];
  /** Ids that the list itself names. */
  readonly namedBy: readonly Id[];
  readonly testedBy: readonly string[];
}

export interface Account {
  readonly clauses: readonly ClauseAccount[];
  readonly defects: readonly Defect[];
  readonly problems: readonly Problem[];
}

/** Holds the clause list, the policy's citations and the cases against each other. */
export function accountFor(
  list: ClauseList,
  policy: Policy,
  names: PolicyNames,
  cases: readonly PolicyCase[],
): Account {
  const citations = citationsIn(policy);
  const ids = idsIn(policy);
  const clauses = list.clauses.map((clause) => accountOne(clause, citations, ids, names, cases));
  const problems = [
    ...clauses.flatMap((account) => problemsOf(account, ids, names)),
    ...list.defects.flatMap((defect) => missingNames(defect.id, defect.at, ids, names)),
    ...unlisted(list, citations, cases),
  ];
  return { clauses, defects: list.defects, problems };
}

function accountOne(
  clause: Clause,
  citations: readonly Citation[],
  ids: ReadonlySet<Id>,
  names: PolicyNames,
  cases: readonly PolicyCase[],
): ClauseAccount {
  const written = clause.encoded === true || clause.encoded === null ? [] : clause.encoded;
  return {
    clause,
    status: statusOf(clause),
    citedBy: citations.filter(({ cites }) => cites.includes(clause.id)),
    namedBy: written.flatMap((name) => names.find(name, ids) ?? []),
    testedBy: cases.filter(({ clauses }) => clauses.includes(clause.id)).map(({ name }) => name),
  };
}

function statusOf(clause: Clause): ClauseAccount['status'] {
  if (clause.encoded !== null) return 'encoded';
  if (clause.determination !== null) return 'determination';
  return clause.notEncoded === null ? 'unaccounted' : 'notEncoded';
}

function problemsOf(account: ClauseAccount, ids: ReadonlySet<Id>, names: PolicyNames): readonly Problem[] {
  const { clause, status, citedBy } = account;
  if (status === 'unaccounted') return [{ why: 'unaccounted', clause: clause.id }];
  if (clause.encoded === null) return [];
  if (clause.encoded === true) return citedBy.length > 0 ? [] : [{ why: 'notCited', clause: clause.id }];
  return missingNames(clause.id, clause.encoded, ids, names);
}

const missingNames = (
  clause: string,
  written: readonly string[],
  ids: ReadonlySet<Id>,
  names: PolicyNames,
): readonly Problem[] =>
  written
    .filter((name) => names.find(name, ids) === undefined)
    .map((name) => ({ why: 'noSuchName', clause, name }));

function unlisted(
  list: ClauseList,
  citations: readonly Citation[],
  cases: readonly PolicyCase[],
): readonly Problem[] {
  const listed = new Set(list.clauses.map(({ id }) => id));
  const cited = citations.flatMap(({ cites, line }) =>
    cites
      .filter((clause) => !listed.has(clause))
      .map((clause): Problem => ({ why: 'notListed', clause, line })),
  );
  const named = cases.flatMap((one) =>
    one.clauses
      .filter((clause) => !listed.has(clause))
      .map((clause): Problem => ({ why: 'caseNamesUnlisted', clause, case: one.name })),
  );
  return [...cited, ...named];
}
