import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode, Unusable } from '../console/failure.ts';
import type { Texts } from '../texts/texts.ts';

const skipped = new Set(['node_modules', 'dist', 'build']);

/** Policy files named by the arguments: files as they are, folders searched for `*.policy`, in path order. */
export async function findPolicies(paths: readonly string[], texts: Texts): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const inside = await policiesAt(path, texts);
    if (inside.length === 0) throw new Unusable(texts.files.noPolicies(path));
    found.push(...inside);
  }
  return [...new Set(found)];
}

async function policiesAt(path: string, texts: Texts): Promise<readonly string[]> {
  const entry = await stat(path).catch((error: unknown) => {
    throw new Unusable(texts.files.unreadable(path, systemCode(error)));
  });
  return entry.isDirectory() ? searchFolder(path) : [path];
}

async function searchFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.'))
      found.push(...(await searchFolder(path)));
    else if (entry.name.endsWith('.policy') && (await isFile(entry, path))) found.push(path);
  }
  return found;
}

/** Links to files count: `git difftool --dir-diff` makes them. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return stat(path).then(
    (target) => target.isFile(),
    () => false,
  );
}

/** A file that must be there. */
export async function readRequired(path: string, texts: Texts): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Unusable(texts.files.unreadable(path, systemCode(error)));
  });
  return decodeUtf8(bytes, path, texts);
}

/** A file that may be missing; any other trouble with it is reported. */
export async function readOptional(path: string, texts: Texts): Promise<string | undefined> {
  try {
    return decodeUtf8(await readFile(path), path, texts);
  } catch (error) {
    if (error instanceof Unusable || systemCode(error) !== 'ENOENT') throw unreadable(error, path, texts);
    return undefined;
  }
}

const unreadable = (error: unknown, path: string, texts: Texts): Unusable =>
  error instanceof Unusable ? error : new Unusable(texts.files.unreadable(path, systemCode(error)));

/** Policies and the files beside them are UTF-8; other bytes are refused rather than read as question marks. */
function decodeUtf8(bytes: Uint8Array, path: string, texts: Texts): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Unusable(texts.files.notUtf8(path));
  }
}

/** All of standard input as text. */
export async function readStdin(texts: Texts): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return decodeUtf8(Buffer.concat(chunks), '-', texts);
}

/** Where a policy lies, and how the files beside it are read: from its folder, or from a commit. */
export interface PolicyPlace {
  readonly path: string;
  /** Undefined for a file that is not there. */
  readonly read: (path: string) => Promise<string | undefined>;
}

export const onDisk = (path: string, texts: Texts): PolicyPlace => ({
  path,
  read: (beside) => readOptional(beside, texts),
});

/** Files kept beside a policy: `cases.yaml`, `clauses.yaml`, `parameters.yaml`. */
export const besidePolicy = (policy: string, name: string): string => join(dirname(policy), name);
