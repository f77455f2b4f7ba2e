import { stat } from 'node:fs/promises';
import { compile, type Diagnostic, type Policy, type SourceFile } from '../../compiler/index.ts';
import { systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { findPolicies, readRequired, readStdin } from '../files/policies.ts';
import { renderDiagnostic } from '../render/diagnostics.ts';

/** A policy file as read and what became of it. */
export interface Loaded {
  readonly source: SourceFile;
  readonly policy: Policy | null;
  readonly diagnostics: readonly Diagnostic[];
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

/** Reads `-` or a file. */
export async function readSource(path: string, session: Session): Promise<SourceFile> {
  const text = path === '-' ? await readStdin(session.texts) : await readRequired(path, session.texts);
  return { path, text };
}

export async function load(path: string, session: Session): Promise<Loaded> {
  const source = await readSource(path, session);
  return { source, ...compile(source) };
}

/** Sources named on the command line: files, folders searched, and `-`. */
export async function sourcePaths(paths: readonly string[], session: Session): Promise<readonly string[]> {
  const real = paths.filter((path) => path !== '-');
  const found = real.length > 0 || paths.length === 0 ? await findPolicies(real, session.texts) : [];
  return paths.includes('-') ? ['-', ...found] : found;
}

/** The one policy a command works on; a folder stands for the single policy in it. */
export async function policyPath(path: string, session: Session): Promise<string> {
  const entry = await stat(path).catch((error: unknown) => {
    throw new Unusable(session.texts.files.unreadable(path, systemCode(error)));
  });
  if (!entry.isDirectory()) return path;
  const [only, ...others] = await findPolicies([path], session.texts);
  if (only === undefined || others.length > 0)
    throw new Unusable(session.texts.files.severalPolicies(path, only ? [only, ...others] : []));
  return only;
}

/** A compiled policy, or null after its errors were shown: then there is nothing to go on with. */
export async function loadClean(
  path: string,
  session: Session,
): Promise<{ source: SourceFile; policy: Policy } | null> {
  const { source, policy, diagnostics } = await load(await policyPath(path, session), session);
  if (policy && !hasErrors(diagnostics)) return { source, policy };
  for (const found of diagnostics) await session.err.write(`${renderFor(session, found, source)}\n`);
  return null;
}

export const renderFor = (session: Session, found: Diagnostic, source: SourceFile, toErr = true): string =>
  renderDiagnostic(found, source, {
    language: session.language,
    texts: session.texts,
    paint: toErr ? session.paintErr : session.paintOut,
  });
