import { normalize } from 'node:path';
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
  const all = findingsOf(checked);
  for (const { found, sources } of all)
    await session.out.write(`${renderFor(session, found, sources, false)}\n`);
  const count = (severity: Diagnostic['severity']): number =>
    all.filter(({ found }) => found.severity === severity).length;
  const line = session.texts.check.summary(checked.length, count('error'), count('warning'));
  await session.out.write(`${session.paintOut(count('error') > 0 ? 'red' : 'green', line)}\n`);
}

async function printJson(session: Session, checked: readonly Loaded[]): Promise<void> {
  const findings = findingsOf(checked).map(({ found, sources }) =>
    findingJson(found, sources, session.language),
  );
  const report = { schema: 'bangfu.findings/1', files: checked.map(({ source }) => source.path), findings };
  await session.out.write(`${JSON.stringify(report, null, 2)}\n`);
}

interface Finding {
  readonly found: Diagnostic;
  readonly sources: readonly SourceFile[];
}

/** What is wrong in a library is found again with each policy that uses it, and told once. */
function findingsOf(checked: readonly Loaded[]): readonly Finding[] {
  const told = new Set<string>();
  return checked.flatMap(({ sources, diagnostics }) =>
    diagnostics.flatMap((found) => {
      const key = `${found.code} ${found.span.start} ${found.span.end} ${found.en.message} ${normalize(found.path)}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ found, sources }];
    }),
  );
}

/** Lines and columns count from one, offsets from nought, both in UTF-16 units. */
function findingJson(found: Diagnostic, sources: readonly SourceFile[], language: Language): object {
  const text = sources.find((source) => source.path === found.path)?.text ?? '';
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
