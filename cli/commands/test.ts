import { percentOf } from '../../compiler/index.ts';
import { failed, openBench, runAll, type TestedPolicy } from '../cases/bench.ts';
import { type PolicyOutcomes, testJson, testText } from '../cases/report.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { measure } from '../coverage/measure.ts';
import { coveragePage } from '../coverage/page.ts';
import { deliver } from '../files/deliver.ts';
import { mutateAll } from '../mutate/report.ts';
import { loadEach } from '../policy/load.ts';
import { suggestAll } from '../suggest/report.ts';

export interface TestOptions {
  readonly format?: 'text' | 'json' | 'html';
  readonly out?: string;
  readonly coverage?: true;
  readonly failUnder?: number;
  readonly mutate?: true;
  readonly suggest?: true;
  readonly update?: true;
}

interface Tested extends PolicyOutcomes {
  readonly opened: TestedPolicy;
}

/** Runs the cases beside each policy. No case at all is wrong usage: a run that tested nothing must not look well. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: TestOptions,
): Promise<ExitStatus> {
  refuseUseless(session, options);
  const opened: TestedPolicy[] = [];
  let broken = false;
  for await (const loaded of loadEach(paths, session)) {
    if (!loaded) broken = true;
    const one = loaded && (await openBench(session, loaded.source, loaded.policy, options.coverage === true));
    if (one) opened.push(one);
  }
  const status = await report(opened, session, options);
  return broken ? exitStatus.findings : status;
}

async function report(
  opened: readonly TestedPolicy[],
  session: Session,
  options: TestOptions,
): Promise<ExitStatus> {
  if (opened.length === 0) return exitStatus.usage;
  if (options.suggest) {
    await suggestAll(opened, session, options);
    return exitStatus.fine;
  }
  if (options.mutate) {
    const well = await mutateAll(opened, session, options);
    if (!well) await session.err.write(`${session.texts.mutate.under(options.failUnder ?? 0)}\n`);
    return well ? exitStatus.fine : exitStatus.findings;
  }
  const tested = opened.map((one) => testOne(one, session));
  await deliver(session, await rendered(tested, session, options), options.out);
  const short = await tooLow(tested, session, options);
  return short || tested.some(fails) ? exitStatus.findings : exitStatus.fine;
}

/** Options that would do nothing are a slip. */
function refuseUseless({ texts }: Session, { coverage, format, failUnder, ...asked }: TestOptions): void {
  const { suggest, mutate, update } = asked;
  const modes = { '--coverage': coverage, '--suggest': suggest, '--mutate': mutate };
  const [one, other] = Object.entries(modes).flatMap(([flag, given]) => (given ? [flag] : []));
  if (one !== undefined && other !== undefined) throw new Unusable(texts.usage.conflict(one, other));
  if (update && !suggest && !mutate) throw new Unusable(texts.usage.needs('--update', '--suggest'));
  if (format === 'html' && !coverage) throw new Unusable(texts.usage.needs('--format html', '--coverage'));
  if (failUnder !== undefined && !coverage && !mutate)
    throw new Unusable(texts.usage.needs('--fail-under', '--coverage'));
}

function testOne(opened: TestedPolicy, { language }: Session): Tested {
  const outcomes = runAll(opened, language);
  const coverage = opened.recorder ? measure(opened, outcomes) : null;
  return { path: opened.source.path, outcomes, coverage, opened };
}

/** An excuse for what a case reaches all the same is as wrong as a failing case. */
const fails = ({ outcomes, coverage }: Tested): boolean =>
  outcomes.some(failed) || (coverage?.needless.length ?? 0) > 0;

async function rendered(
  tested: readonly Tested[],
  session: Session,
  { format }: TestOptions,
): Promise<string> {
  if (format === 'json') return testJson(tested);
  if (format !== 'html') return testText(tested, session);
  return coveragePage(
    tested.flatMap(({ path, outcomes, coverage, opened }) =>
      coverage
        ? [
            {
              path,
              text: opened.source.text,
              cases: outcomes.length,
              failed: outcomes.filter(failed).length,
              coverage,
            },
          ]
        : [],
    ),
    session.language,
  );
}

/** Names each policy that is under the share asked for. */
async function tooLow(
  tested: readonly Tested[],
  session: Session,
  { failUnder }: TestOptions,
): Promise<boolean> {
  if (failUnder === undefined) return false;
  let short = false;
  for (const { path, coverage } of tested) {
    const percent = coverage ? percentOf(coverage.seen, coverage.wanted) : 100;
    if (percent >= failUnder) continue;
    short = true;
    await session.err.write(`${session.texts.coverage.under(path, percent, failUnder)}\n`);
  }
  return short;
}
