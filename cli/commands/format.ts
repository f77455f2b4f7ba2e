import { formatSource, type SourceFile } from '../../compiler/index.ts';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import type { Language } from '../console/language.ts';
import type { Session } from '../console/session.ts';
import { writeWhole } from '../files/atomic.ts';
import { readUsed } from '../files/used.ts';
import { hasErrors, readSource, renderFor, sourcePaths } from '../policy/load.ts';

export interface FormatOptions {
  readonly check?: true;
  readonly stdout?: true;
  readonly lang?: Language;
}

type Outcome = 'same' | 'changed' | 'failed';

/** Writes each file in its canonical form; `-` goes to standard output. A file with syntax errors is left alone. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: FormatOptions,
): Promise<ExitStatus> {
  const outcomes: Outcome[] = [];
  for (const path of await sourcePaths(paths, session))
    outcomes.push(await formatOne(session, await readSource(path, session), options));
  const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  const [changed, failed] = [count('changed'), count('failed')];
  const { summary, checkSummary } = session.texts.format;
  await session.err.write(`${(options.check ? checkSummary : summary)(outcomes.length, changed, failed)}\n`);
  return failed > 0 || (options.check && changed > 0) ? exitStatus.findings : exitStatus.fine;
}

async function formatOne(session: Session, source: SourceFile, options: FormatOptions): Promise<Outcome> {
  const language = options.lang ? { language: options.lang } : {};
  const { text, diagnostics } = formatSource(source, { ...language, read: readUsed(source.path) });
  if (text === null || hasErrors(diagnostics)) {
    for (const found of diagnostics) await session.err.write(`${renderFor(session, found, [source])}\n`);
    return 'failed';
  }
  const outcome = text === source.text ? 'same' : 'changed';
  if (options.check) {
    if (outcome === 'changed') await session.out.write(`${source.path}\n`);
  } else if (options.stdout || source.path === '-') await session.out.write(text);
  else if (outcome === 'changed') await replace(session, source.path, text);
  return outcome;
}

async function replace(session: Session, path: string, text: string): Promise<void> {
  await writeWhole(path, text).catch((error: unknown) => {
    throw new Unusable(session.texts.files.unwritable(path, systemCode(error)));
  });
  await session.out.write(`${path}\n`);
}
