import { type ExitStatus, exitStatus } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { githubAnnotations } from '../findings/github.ts';
import { jsonReport } from '../findings/json.ts';
import { sarifLog } from '../findings/sarif.ts';
import { textReport } from '../findings/text.ts';
import { hasErrors, type Loaded, loadExamined, sourcePaths } from '../policy/load.ts';

export interface CheckOptions {
  readonly format?: 'text' | 'json' | 'sarif' | 'github';
  readonly all?: boolean;
}

const formats = { text: textReport, json: jsonReport, sarif: sarifLog, github: githubAnnotations } as const;

/** Compiles and examines each policy and shows what was found. Warnings and what a policy explains do not fail. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: CheckOptions,
): Promise<ExitStatus> {
  const checked: Loaded[] = [];
  for (const path of await sourcePaths(paths, session)) checked.push(await loadExamined(path, session));
  await session.out.write(formats[options.format ?? 'text'](session, checked, options.all ?? false));
  return checked.some(({ diagnostics }) => hasErrors(diagnostics)) ? exitStatus.findings : exitStatus.fine;
}
