import { type Diagnostic, lineStarts, positionAt, type SourceFile } from '../../compiler/index.ts';
import { type ExitStatus, exitStatus } from '../console/failure.ts';
import type { Language } from '../console/language.ts';
import type { Session } from '../console/session.ts';
import { hasErrors, type Loaded, load, renderFor, sourcePaths } from '../policy/load.ts';

export interface CheckOptions {
  readonly format?: 'text' | 'json';
}

/** Compiles each policy and shows what was found. Warnings do not fail. */
export async function run(
  session: Session,
  [paths]: readonly [readonly string[]],
  options: CheckOptions,
): Promise<ExitStatus> {
  const checked: Loaded[] = [];
  for (const path of await sourcePaths(paths, session)) checked.push(await load(path, session));
  await (options.format === 'json' ? printJson(session, checked) : printText(session, checked));
  return checked.some(({ diagnostics }) => hasErrors(diagnostics)) ? exitStatus.findings : exitStatus.fine;
}

async function printText(session: Session, checked: readonly Loaded[]): Promise<void> {
  for (const { source, diagnostics } of checked) {
    for (const found of diagnostics) await session.out.write(`${renderFor(session, found, source, false)}\n`);
  }
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const count = (severity: Diagnostic['severity']): number =>
    all.filter((found) => found.severity === severity).length;
  const line = session.texts.check.summary(checked.length, count('error'), count('warning'));
  await session.out.write(`${session.paintOut(count('error') > 0 ? 'red' : 'green', line)}\n`);
}

async function printJson(session: Session, checked: readonly Loaded[]): Promise<void> {
  const findings = checked.flatMap(({ source, diagnostics }) =>
    diagnostics.map((found) => findingJson(found, source, session.language)),
  );
  const report = { schema: 'bangfu.findings/1', files: checked.map(({ source }) => source.path), findings };
  await session.out.write(`${JSON.stringify(report, null, 2)}\n`);
}

/** Lines and columns count from one, offsets from nought, both in UTF-16 units. */
function findingJson(found: Diagnostic, { text }: SourceFile, language: Language): object {
  const starts = lineStarts(text);
  const { code, severity, path, span, related, fix } = found;
  return {
    path,
    code,
    severity,
    from: positionAt(starts, span.start),
    to: positionAt(starts, span.end),
    span,
    ...found[language],
    related: related.map((other) => ({ path: other.path, span: other.span, message: other[language] })),
    ...(fix ? { fix } : {}),
  };
}
