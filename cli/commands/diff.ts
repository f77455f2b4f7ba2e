import { extname } from 'node:path';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { reportJson } from '../diff/json.ts';
import { reportMarkdown } from '../diff/markdown.ts';
import { populationReport } from '../diff/population.ts';
import { leavesOpen, somebodyLoses, withProof } from '../diff/proof/run.ts';
import { askedRegister, type PopulationOptions } from '../diff/register-version.ts';
import { type PolicyReport, reportsOn } from '../diff/report.ts';
import { reportText } from '../diff/text.ts';
import type { VersionPair } from '../diff/version.ts';
import { versionPairs } from '../diff/versions.ts';
import { deliver } from '../files/deliver.ts';

export const diffFormats = ['text', 'markdown', 'html', 'json'] as const;
type DiffFormat = (typeof diffFormats)[number];

export const failures = ['lose', 'breaking', 'undecided'] as const;
type Failure = (typeof failures)[number];

export interface DiffOptions extends PopulationOptions {
  readonly prove?: true;
  readonly timeout?: number;
  readonly format?: DiffFormat;
  readonly out?: string;
  readonly failOn?: string;
  readonly beside?: string;
}

/** What changed between two versions of policies, and what it does to a register. */
export async function run(
  session: Session,
  args: readonly [string, string | undefined],
  options: DiffOptions,
): Promise<ExitStatus> {
  const failOn = failuresOf(options.failOn, session);
  if (failOn.includes('lose') && options.population === undefined && !options.prove)
    throw new Unusable(session.texts.diff.failNeedsPopulation);
  const pairs = await versionPairs(args, session.texts, options.beside);
  await sayOfUsedFiles(session, pairs, args, options);
  const decided = await withPopulation(session, reportsOn(pairs), options);
  const reports = options.prove ? await withProof(session, decided, options.timeout) : decided;
  await deliver(session, await rendered(reports, formatOf(options), session), options.out);
  if (reports.some(({ proof }) => proof?.comparisons.some(({ state }) => state === 'fault')))
    return exitStatus.fault;
  const failed = reports.some((report) => report.state === 'broken' || fails(report, failOn));
  return failed ? exitStatus.findings : exitStatus.fine;
}

/** What two files by themselves cannot show of those that policies use. */
async function sayOfUsedFiles(
  { texts, err }: Session,
  pairs: readonly VersionPair[],
  [, fresh]: readonly [string, string | undefined],
  { beside }: DiffOptions,
): Promise<void> {
  const versions = pairs.flatMap(({ before, after }) => [before, after]);
  const libraries = versions.length > 0 && versions.every((one) => one === null || one.compiled.library);
  const uses = versions.some((one) => one !== null && one.compiled.sources.length > 1);
  if (fresh !== undefined && libraries) await err.write(`${texts.diff.onlyLibraries}\n`);
  else if (beside !== undefined && uses) await err.write(`${texts.diff.usedAsNow}\n`);
}

function failuresOf(written: string | undefined, { texts }: Session): readonly Failure[] {
  const named = (written ?? '').split(',').filter((one) => one !== '');
  return named.map((one) => {
    const found = failures.find((known) => known === one.trim());
    if (!found) throw new Unusable(texts.diff.notAFailure(one));
    return found;
  });
}

/** A register is decided by one policy: the one that changed. */
async function withPopulation(
  session: Session,
  reports: readonly PolicyReport[],
  options: DiffOptions,
): Promise<readonly PolicyReport[]> {
  const register = askedRegister(options, session.texts);
  if (register === null) return reports;
  const [only, ...others] = reports.length === 1 ? reports : reports.filter(({ state }) => state !== 'same');
  if (only && others.length > 0) throw new Unusable(session.texts.diff.populationNeedsOne(others.length + 1));
  if (!only || only.state === 'broken') return reports;
  const population = await populationReport(session, only, register, options);
  return reports.map((report) => (report === only ? { ...report, population } : report));
}

function fails({ changes, population, proof }: PolicyReport, failOn: readonly Failure[]): boolean {
  const groups = population?.result.groups;
  return failOn.some((failure) => {
    if (failure === 'breaking') return changes.some(({ app }) => app === 'breaking');
    if (failure === 'lose')
      return (groups !== undefined && groups.loser + groups.mixed > 0) || somebodyLoses(proof);
    return (groups !== undefined && groups.opened > 0) || leavesOpen(proof);
  });
}

function formatOf({ format, out }: DiffOptions): DiffFormat {
  if (format !== undefined) return format;
  const named = { '.md': 'markdown', '.json': 'json', '.html': 'html' } as const;
  const extension = out === undefined ? '' : extname(out).toLowerCase();
  return extension in named ? named[extension as keyof typeof named] : 'text';
}

async function rendered(
  reports: readonly PolicyReport[],
  format: DiffFormat,
  session: Session,
): Promise<string> {
  if (format === 'json') return reportJson(reports);
  // The chart library is loaded only for a page.
  if (format === 'html') return (await import('../diff/page/index.ts')).reportPage(reports, session);
  return format === 'markdown' ? reportMarkdown(reports, session) : reportText(reports, session);
}
