import { type Finding, openZ3, type Policy, prove, type SourceFile, TIMEOUT } from '../../compiler/index.ts';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { onDisk, type PolicyPlace } from '../files/policies.ts';
import { type Beside, readBeside } from './given.ts';

/** A policy with what was found of each question about it. */
export interface Proved {
  readonly source: SourceFile;
  readonly policy: Policy;
  readonly beside: Beside;
  readonly findings: readonly Finding[];
  /** What each question was given. */
  readonly seconds: number;
}

/** Proves policies one after another. The solver's threads end with it, whatever happens. */
export async function proveAll(
  session: Session,
  policies: readonly { readonly source: SourceFile; readonly policy: Policy }[],
  seconds: number | undefined,
): Promise<readonly Proved[]> {
  if (policies.length === 0) return [];
  const solver = await openZ3();
  try {
    const proved: Proved[] = [];
    for (const { source, policy } of policies) {
      const beside = await readBeside(placeOf(source.path, session), policy, session);
      const findings: Finding[] = [];
      const timeout = seconds === undefined ? TIMEOUT : Math.max(1, Math.round(seconds * 1000));
      await fitting(session, source.path, async () => {
        for await (const finding of prove(policy, beside.given, solver, timeout)) findings.push(finding);
      });
      proved.push({ source, policy, beside, findings, seconds: timeout / 1000 });
    }
    return proved;
  } finally {
    await solver.close();
  }
}

/** What comes from standard input has nothing beside it. */
const placeOf = (path: string, { texts }: Session): PolicyPlace | null =>
  path === '-' ? null : onDisk(path, texts);

/** Parameters and base records that do not fit the policy are the user's to mend. */
export async function fitting(session: Session, path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    const lines = error.errors.map((one) => `  ${describeInputError(one, session.language)}`);
    throw new Unusable([session.texts.prove.badData(path), ...lines].join('\n'));
  }
}

/** Whether a finding fails the run: something is refuted that no case says the notice itself breaks, or we are at fault. */
export function fails({ question, verdict }: Finding, { expected }: Beside): boolean {
  if (verdict === 'fault') return true;
  return verdict === 'refuted' && question.k !== 'exceptions' && !expected.has(question.id);
}
