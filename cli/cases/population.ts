import type { Decision, Selection } from '../../runtime/decision.ts';
import type { RegisterSummary } from '../../runtime/evaluator.ts';
import type { Id } from '../../runtime/types.ts';
import { type Expectation, listText } from './mismatch.ts';

export interface DecidedPopulation {
  readonly id: Id;
  readonly members: readonly { readonly id: string; readonly decision: Decision }[];
  readonly summary: RegisterSummary;
}

type Result = Selection['result'] | 'none';

const results = ['selected', 'notSelected', 'undetermined'] as const;

/** `selected`, `notSelected`, `undetermined`: entries all of whose copies came to that; `summary`: numbers of applicants. */
export function comparePopulation(expected: unknown, decided: DecidedPopulation, at: Expectation): void {
  const wanted = at.file.mapping(expected, at.path);
  at.file.onlyKeys(wanted, [...results, 'summary'], at.path);
  for (const result of results) {
    if (wanted[result] !== undefined)
      compareEntries(wanted[result], entriesWith(decided, result), at.at(result));
  }
  if (wanted.summary !== undefined) compareSummary(wanted.summary, decided, at.at('summary'));
}

function entriesWith({ id, members }: DecidedPopulation, wanted: Result): readonly string[] {
  const byEntry = new Map<string, Set<Result>>();
  for (const member of members) {
    const found = byEntry.get(member.id) ?? new Set();
    byEntry.set(member.id, found.add(member.decision.programmes[id]?.selection?.result ?? 'none'));
  }
  return [...byEntry].filter(([, found]) => found.size === 1 && found.has(wanted)).map(([entry]) => entry);
}

function compareEntries(expected: unknown, found: readonly string[], at: Expectation): void {
  const wanted = at.file.names(expected, at.path);
  if ([...wanted].sort().join('\n') !== [...found].sort().join('\n'))
    at.fail(listText(wanted), listText(found));
}

const counts = [
  'eligible',
  'ineligible',
  'undetermined',
  'selected',
  'notSelected',
  'selectionUndetermined',
] as const;

function compareSummary(expected: unknown, { id, summary }: DecidedPopulation, at: Expectation): void {
  const wanted = at.file.mapping(expected, at.path);
  at.file.onlyKeys(wanted, [...counts, 'rows'], at.path);
  const own = summary.programmes[id];
  for (const key of counts)
    if (wanted[key] !== undefined) at.at(key).equal(wanted[key], String(own?.[key] ?? 0));
  if (wanted.rows !== undefined) at.at('rows').equal(wanted.rows, String(summary.rows));
}
