import { evaluator, policyMeta } from '../../compiler/index.ts';
import type { Decision } from '../../runtime/decision.ts';
import { describeText } from '../../runtime/describe/describe.ts';
import { InputErrors } from '../../runtime/input/errors.ts';
import { writeLetter } from '../../runtime/letter/write.ts';
import type { PolicyMeta } from '../../runtime/types.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { problemsIn } from '../decide/entry.ts';
import { deliver } from '../files/deliver.ts';
import { type ExplainFormat, explainFormat, renderLetter } from '../letter/formats.ts';
import { type BindingOptions, bindPolicy } from '../policy/binding.ts';
import { readEvents } from '../policy/events.ts';
import { loadClean } from '../policy/load.ts';
import type { Applicant } from '../read/applicants.ts';
import { type OneOptions, readOne } from '../read/one.ts';
import type { DecidedRow } from '../write/documents.ts';

export interface ExplainOptions extends BindingOptions, OneOptions {
  readonly events?: string;
  readonly format?: ExplainFormat;
  readonly out?: string;
}

/** One applicant's decision in full: every rule with its clause, or the letter that the applicant is given. */
export async function run(
  session: Session,
  [policyPath, dataPath]: readonly [string, string],
  options: ExplainOptions,
): Promise<ExitStatus> {
  const { texts, language } = session;
  if (dataPath === '-' && options.events === '-') throw new Unusable(texts.usage.stdinTwice);
  const format = explainFormat(options.format, options.out);
  if (format === 'docx' && options.out === undefined) throw new Unusable(texts.usage.docxNeedsOut);
  const loaded = await loadClean(policyPath, session);
  if (!loaded) return exitStatus.findings;
  const meta = policyMeta(loaded.policy);
  const { bound, subject } = await bindPolicy(session, loaded.source.path, evaluator(loaded.policy), options);
  const facts = meta.subjects.find(({ id }) => id === subject)?.facts ?? [];
  const applicant = await readOne(session, dataPath, meta, facts, options);
  const events = options.events === undefined ? undefined : await readEvents(options.events, texts);
  try {
    const decision = bound.decide(applicant.facts, events);
    await deliver(session, await rendered(decision, meta, applicant, format, language), options.out);
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

async function rendered(
  decision: Decision,
  meta: PolicyMeta,
  { row, id }: Applicant,
  format: ExplainFormat,
  language: Session['language'],
): Promise<string | Uint8Array> {
  if (format === 'text') return describeText(decision, meta, language);
  if (format === 'json') {
    const shape: DecidedRow = { row, ...(id ? { id } : {}), decision };
    return `${JSON.stringify(shape, null, 2)}\n`;
  }
  return renderLetter(writeLetter(decision, meta, language, id), format);
}
