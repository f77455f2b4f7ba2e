import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { fixAll } from '../findings/fix.ts';
import { formats, type PlainOptions, run as runPlain } from '../findings/plain-check.ts';
import { hasErrors, type Loaded, loadExamined, sourcePaths } from '../policy/load.ts';
import { proofAnnotations } from '../prove/github.ts';
import { withProofs } from '../prove/json.ts';
import { fails, type Proved, proveAll } from '../prove/run.ts';
import { proofText } from '../prove/text.ts';

export interface CheckOptions extends PlainOptions {
  /** Applies the repairs that findings offer, and shows what is left. */
  readonly fix?: true;
  readonly prove?: true;
  /** Seconds for each question. */
  readonly timeout?: number;
}

/** The report with the proofs put in. */
const proofs = {
  text: (report: string, proved: readonly Proved[], session: Session) => report + proofText(proved, session),
  json: (report: string, proved: readonly Proved[], { texts }: Session) => withProofs(report, proved, texts),
  github: (report: string, proved: readonly Proved[], { texts }: Session) =>
    report + proofAnnotations(proved, texts),
} as const;

/** Compiles and examines each policy and shows what was found. Warnings and what a policy explains do not fail. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: CheckOptions,
): Promise<ExitStatus> {
  if (!options.prove && !options.fix) return runPlain(session, [paths], options);
  const { format = 'text', all = false } = options;
  if (options.prove && format === 'sarif')
    throw new Unusable(session.texts.usage.conflict('--prove', '--format sarif'));
  const checked: Loaded[] = [];
  for (const path of await sourcePaths(paths, session)) {
    const loaded = await loadExamined(path, session);
    checked.push(options.fix && path !== '-' ? await fixAll(loaded, session) : loaded);
  }
  const report = formats[format](session, checked, all);
  const proved = options.prove ? await proofsOf(session, checked, options.timeout) : [];
  const whole = options.prove && format !== 'sarif' ? proofs[format](report, proved, session) : report;
  await session.out.write(whole);
  if (checked.some(({ diagnostics }) => hasErrors(diagnostics))) return exitStatus.findings;
  return statusOf(proved);
}

function statusOf(proved: readonly Proved[]): ExitStatus {
  const all = proved.flatMap(({ findings, beside }) => findings.map((finding) => ({ finding, beside })));
  if (all.some(({ finding }) => finding.verdict === 'fault')) return exitStatus.fault;
  return all.some(({ finding, beside }) => fails(finding, beside)) ? exitStatus.findings : exitStatus.fine;
}

/** Proofs of the policies without errors. */
function proofsOf(
  session: Session,
  checked: readonly Loaded[],
  timeout: number | undefined,
): Promise<readonly Proved[]> {
  const sound = checked.flatMap(({ source, policy, diagnostics }) =>
    policy && !hasErrors(diagnostics) ? [{ source, policy }] : [],
  );
  return proveAll(session, sound, timeout);
}
