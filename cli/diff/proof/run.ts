import {
  compareVersions,
  type Comparison,
  deployedById,
  type DifferenceKind,
  openZ3,
  policyMeta,
} from '../../../compiler/index.ts';
import type { Session } from '../../console/session.ts';
import { readBeside } from '../../prove/given.ts';
import { fitting } from '../../prove/run.ts';
import type { PolicyReport, ProofReport } from '../report.ts';

/** Compares each changed policy over all records. The solver's threads end with it, whatever happens. */
export async function withProof(
  session: Session,
  reports: readonly PolicyReport[],
  seconds: number | undefined,
): Promise<readonly PolicyReport[]> {
  const timeout = seconds === undefined ? undefined : Math.max(1, Math.round(seconds * 1000));
  if (!reports.some(({ state }) => state === 'changed')) return reports;
  const solver = await openZ3();
  try {
    const proved: PolicyReport[] = [];
    for (const report of reports) {
      const proof = report.state === 'changed' ? await proofOf(session, report, solver, timeout) : null;
      proved.push(proof ? { ...report, proof } : report);
    }
    return proved;
  } finally {
    await solver.close();
  }
}

/** The base record is that beside the new version. */
async function proofOf(
  session: Session,
  { before, after }: PolicyReport,
  solver: Parameters<typeof compareVersions>[3],
  timeout: number | undefined,
): Promise<ProofReport | null> {
  if (!before?.policy || !after?.policy) return null;
  const [old, fresh] = [before.policy, after.policy];
  const { place } = after.version;
  const beside = await readBeside(place, fresh, session);
  const given = {
    ...beside.given,
    binding: { ...beside.given.binding, parameters: deployedById(fresh, after.deployed) },
    former: deployedById(old, before.deployed),
  };
  const comparisons: Comparison[] = [];
  await fitting(session, place.path, async () => {
    for await (const one of compareVersions(old, fresh, given, solver, timeout)) comparisons.push(one);
  });
  return { comparisons, names: { before: policyMeta(old), after: policyMeta(fresh) } };
}

const WORSE: ReadonlySet<DifferenceKind> = new Set([
  'becomesIneligible',
  'lessMoney',
  'passedOver',
  'settledOut',
]);
const OPEN: ReadonlySet<DifferenceKind> = new Set(['opened', 'moneyOpened', 'choiceOpened']);

/** Whether somebody surely fares worse: of a region, or of the records tried in place of a proof. */
export function somebodyLoses(proof: ProofReport | undefined): boolean {
  return kindsIn(proof).some((kind) => WORSE.has(kind));
}

/** Whether somebody becomes undetermined, or a programme is not decided. */
export function leavesOpen(proof: ProofReport | undefined): boolean {
  const undecided = (proof?.comparisons ?? []).some(({ state }) => state === 'undecided');
  return undecided || kindsIn(proof).some((kind) => OPEN.has(kind));
}

const kindsIn = (proof: ProofReport | undefined): readonly DifferenceKind[] =>
  (proof?.comparisons ?? []).flatMap(({ regions, tried }) =>
    [...regions, ...(tried?.found ?? [])].map(({ kind }) => kind),
  );
