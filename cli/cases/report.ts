import type { Coverage } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { coverageJson } from '../coverage/json.ts';
import { coverageText } from '../coverage/text.ts';
import { failed, type Outcome } from './bench.ts';

export interface PolicyOutcomes {
  readonly path: string;
  readonly outcomes: readonly Outcome[];
  readonly coverage: Coverage | null;
}

/** Failures with their places, then one line a policy. */
export async function testText(tested: readonly PolicyOutcomes[], session: Session): Promise<string> {
  const parts: string[] = [];
  for (const one of tested) {
    const failures = one.outcomes.filter(failed);
    const line = session.texts.test.summary(one.outcomes.length, failures.length);
    const unconfirmed = one.outcomes.filter((outcome) => outcome.case.unconfirmed).length;
    parts.push(...failures.map((outcome) => failureText(outcome, session)));
    parts.push(`${one.path}: ${session.paintOut(failures.length > 0 ? 'red' : 'green', line)}`);
    if (unconfirmed > 0) parts.push(session.texts.test.unconfirmed(unconfirmed));
    if (one.coverage) parts.push(await coverageText(one.coverage, session));
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

/** `bangfu.test/1`: every case with what did not match, and what the cases reached. */
export function testJson(tested: readonly PolicyOutcomes[]): string {
  const policies = tested.map(({ path, outcomes, coverage }) => ({
    path,
    cases: outcomes.map((outcome) => ({
      name: outcome.case.name,
      place: outcome.place,
      clauses: outcome.case.clauses,
      ...(outcome.case.unconfirmed && { unconfirmed: true }),
      passed: !failed(outcome),
      mismatches: outcome.mismatches,
      badInput: outcome.badInput,
    })),
    ...(coverage ? { coverage: coverageJson(coverage) } : {}),
  }));
  const all = tested.flatMap(({ outcomes }) => outcomes);
  const summary = {
    cases: all.length,
    failed: all.filter(failed).length,
    unconfirmed: all.filter((outcome) => outcome.case.unconfirmed).length,
  };
  return `${JSON.stringify({ schema: 'bangfu.test/1', policies, summary }, null, 2)}\n`;
}
