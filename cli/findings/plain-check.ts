import type { ExitStatus } from '../console/failure.ts';
import { exitStatus } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { hasErrors, type Loaded, loadExamined, sourcePaths } from '../policy/load.ts';
import { githubAnnotations } from './github.ts';
import { jsonReport } from './json.ts';
import { sarifLog } from './sarif.ts';
import { textReport } from './text.ts';

export const formats = {
  text: textReport,
  json: jsonReport,
  sarif: sarifLog,
  github: githubAnnotations,
} as const;

export interface PlainOptions {
  readonly format?: keyof typeof formats;
  readonly all?: boolean;
}

/**
 * `check` that neither repairs nor proves. A module of its own, since it is run after every change: the bundle `check` holds
 * this alone and starts in half the time.
 */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  { format = 'text', all = false }: PlainOptions,
): Promise<ExitStatus> {
  const checked: Loaded[] = [];
  for (const path of await sourcePaths(paths, session)) checked.push(await loadExamined(path, session));
  await session.out.write(formats[format](session, checked, all));
  return checked.some(({ diagnostics }) => hasErrors(diagnostics)) ? exitStatus.findings : exitStatus.fine;
}
