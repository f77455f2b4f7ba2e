import { evaluator, policyMeta } from '../../compiler/index.ts';
import { describeText } from '../../runtime/describe/describe.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { problemsIn } from '../decide/entry.ts';
import { type BindingOptions, bindPolicy } from '../policy/binding.ts';
import { readEvents } from '../policy/events.ts';
import { loadClean } from '../policy/load.ts';
import { type OneOptions, readOne } from '../read/one.ts';

export interface ExplainOptions extends BindingOptions, OneOptions {
  readonly events?: string;
  readonly format?: 'text' | 'json';
}

/** One applicant's decision in full: every rule with its clause, what is missing, what would change it. */
export async function run(
  session: Session,
  [policyPath, dataPath]: readonly [string, string],
  options: ExplainOptions,
): Promise<ExitStatus> {
  const { texts, language } = session;
  if (dataPath === '-' && options.events === '-') throw new Unusable(texts.usage.stdinTwice);
  const loaded = await loadClean(policyPath, session);
  if (!loaded) return exitStatus.findings;
  const meta = policyMeta(loaded.policy);
  const { bound, subject } = await bindPolicy(session, loaded.source.path, evaluator(loaded.policy), options);
  const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const applicant = await readOne(session, dataPath, meta, facts, options);
  const events = options.events === undefined ? undefined : await readEvents(options.events, texts);
  try {
    const decision = bound.decide(applicant.facts, events);
    const json = { row: applicant.row, ...(applicant.id ? { id: applicant.id } : {}), decision };
    await session.out.write(
      options.format === 'json'
        ? `${JSON.stringify(json, null, 2)}\n`
        : describeText(decision, meta, language),
    );
    return exitStatus.fine;
  } catch (error) {
    if (!(error instanceof InputErrors)) throw error;
    for (const { message } of problemsIn(error, language))
      await session.err.write(
        `${session.paintErr('red', texts.data.row(dataPath, applicant.row))} ${message}\n`,
      );
    return exitStatus.findings;
  }
}
