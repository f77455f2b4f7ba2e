import {
  type Compilation,
  compile,
  type Diagnostic,
  examine,
  type Memory,
  type Policy,
  type ReadUsed,
  type SourceFile,
} from '../../compiler/index.ts';
import { Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { findPolicies, isFolder, onDisk, readRequired, readStdin } from '../files/policies.ts';
import { readUsed } from '../files/used.ts';
import { renderDiagnostic } from '../render/diagnostics.ts';
import { readParameters } from './parameters.ts';

/** A policy file as read, with the files that it uses, and what became of it. */
export type Loaded = Compilation;

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity, kept }) => severity === 'error' && kept === undefined);

/** Reads `-` or a file. */
export async function readSource(path: string, session: Session): Promise<SourceFile> {
  const text = path === '-' ? await readStdin(session.texts) : await readRequired(path, session.texts);
  return { path, text };
}

/** Loads the same policies after each change. */
export interface Again {
  /** Told of every file before it is read. */
  looksAt(path: string): void;
  memoryOf(policy: string): Memory;
}

export async function load(path: string, session: Session, again?: Again): Promise<Loaded> {
  const source = await readSource(path, session);
  const read = readUsed(path);
  const told: ReadUsed = (used) => {
    again?.looksAt(used);
    return read(used);
  };
  return compile(source, told, again?.memoryOf(path));
}

/** The same, looked through for what is wrong with a policy that compiles and the parameters.yaml beside it. */
export async function loadExamined(path: string, session: Session): Promise<Loaded> {
  const source = await readSource(path, session);
  const file =
    path === '-' ? null : await readParameters(onDisk(path, session.texts), undefined, session.texts);
  return examine(source, readUsed(path), file ?? undefined);
}

/** Sources named on the command line: files, folders searched, and `-`. */
export async function sourcePaths(paths: readonly string[], session: Session): Promise<readonly string[]> {
  const real = paths.filter((path) => path !== '-');
  const found = real.length > 0 || paths.length === 0 ? await findPolicies(real, session.texts) : [];
  return paths.includes('-') ? ['-', ...found] : found;
}

/** The one policy a command works on; a folder stands for the single policy in it. */
export async function policyPath(path: string, session: Session): Promise<string> {
  if (!isFolder(path, session.texts)) return path;
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
  const loaded = await loadShown(await policyPath(path, session), session);
  if (loaded?.library) throw new Unusable(session.texts.files.library(loaded.source.path));
  return loaded?.policy ? { source: loaded.source, policy: loaded.policy } : null;
}

/** Each policy that the arguments name, libraries left out; null for one whose errors were shown. */
export async function* loadEach(
  paths: readonly string[],
  session: Session,
  again?: Again,
): AsyncGenerator<{ path: string; source: SourceFile; policy: Policy } | null> {
  for (const path of await findPolicies(paths, session.texts)) {
    const loaded = await loadShown(path, session, again);
    if (loaded?.library) continue;
    yield loaded?.policy ? { path, source: loaded.source, policy: loaded.policy } : null;
  }
}

/** Null after errors were shown. */
async function loadShown(path: string, session: Session, again?: Again): Promise<Loaded | null> {
  const loaded = await load(path, session, again);
  if (!hasErrors(loaded.diagnostics)) return loaded;
  for (const found of loaded.diagnostics)
    await session.err.write(`${renderFor(session, found, loaded.sources)}\n`);
  return null;
}

export const renderFor = (
  session: Session,
  found: Diagnostic,
  sources: readonly SourceFile[],
  toErr = true,
): string =>
  renderDiagnostic(found, sources, {
    language: session.language,
    texts: session.texts,
    paint: toErr ? session.paintErr : session.paintOut,
  });
