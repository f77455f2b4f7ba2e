import type { Session } from '../console/session.ts';
import type { PolicyNames } from '../policy/names.ts';
import { tableText } from '../render/table.ts';
import type { Covered } from './coverage.ts';
import type { Mismatch } from './mismatch.ts';
import type { PolicyCase } from './read.ts';

/** One case as it went: what the decision did not give, or what was wrong with the data. */
export interface Outcome {
  readonly case: PolicyCase;
  readonly place: string;
  readonly mismatches: readonly Mismatch[];
  readonly badInput: readonly string[];
}

export interface PolicyOutcomes {
  readonly path: string;
  readonly names: PolicyNames;
  readonly outcomes: readonly Outcome[];
  readonly coverage: readonly Covered[] | null;
}

export const failed = ({ mismatches, badInput }: Outcome): boolean =>
  mismatches.length > 0 || badInput.length > 0;

/** Failures with their places, then one line a policy. */
export async function testText(tested: readonly PolicyOutcomes[], session: Session): Promise<string> {
  const parts: string[] = [];
  for (const one of tested) {
    const failures = one.outcomes.filter(failed);
    const line = session.texts.test.summary(one.outcomes.length, failures.length);
    parts.push(...failures.map((outcome) => failureText(outcome, session)));
    parts.push(`${one.path}: ${session.paintOut(failures.length > 0 ? 'red' : 'green', line)}`);
    if (one.coverage) parts.push(await coverageText(one.coverage, one.names, session));
  }
  return `${parts.join('\n')}\n`;
}

function failureText(
  { case: one, place, mismatches, badInput }: Outcome,
  { texts, paintOut }: Session,
): string {
  const lines = [`${paintOut('red', `✗ ${one.name}`)} ${paintOut('dim', place)}`];
  for (const message of badInput) lines.push(`    ${texts.test.badInput} ${message}`);
  for (const { path, expected, found, cites } of mismatches) {
    lines.push(`    ${path}${texts.test.clauses(cites)}`);
    lines.push(`      ${texts.test.expected} ${expected}`);
    lines.push(`      ${texts.test.found} ${found}`);
  }
  return lines.join('\n');
}

async function coverageText(
  covered: readonly Covered[],
  names: PolicyNames,
  session: Session,
): Promise<string> {
  const { test } = session.texts;
  const complete = covered.filter(({ missing }) => missing.length === 0).length;
  const columns = Object.values(test.coverageColumns).map((title) => ({ title }));
  const said = (states: readonly string[]): string =>
    states.map((state) => stateText(state, session)).join(', ');
  const rows = covered
    .filter(({ missing }) => missing.length > 0)
    .map(({ kind, id, seen, missing }) => [test.kinds[kind], names.label(id), said(seen), said(missing)]);
  return `${test.coverage} ${test.seen(complete, covered.length)}\n${await tableText(columns, rows)}`.trimEnd();
}

function stateText(state: string, { texts }: Session): string {
  const words: { readonly [state: string]: string } = { ...texts.timeline.states, ...texts.test.truths };
  return words[state] ?? state;
}

/** `bangfu.test/1`: every case with what did not match. */
export function testJson(tested: readonly PolicyOutcomes[]): string {
  const policies = tested.map(({ path, outcomes, coverage }) => ({
    path,
    cases: outcomes.map((outcome) => ({
      name: outcome.case.name,
      place: outcome.place,
      clauses: outcome.case.clauses,
      passed: !failed(outcome),
      mismatches: outcome.mismatches,
      badInput: outcome.badInput,
    })),
    ...(coverage ? { coverage } : {}),
  }));
  const all = tested.flatMap(({ outcomes }) => outcomes);
  const summary = { cases: all.length, failed: all.filter(failed).length };
  return `${JSON.stringify({ schema: 'bangfu.test/1', policies, summary }, null, 2)}\n`;
}
