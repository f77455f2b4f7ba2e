import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode, Unusable } from '../console/failure.ts';
import type { Texts } from '../texts/texts.ts';

// Read without waiting: policies are small, and `node:fs/promises` alone takes a tenth of the time that a check begins with.

const skipped = new Set(['node_modules', 'dist', 'build']);

/** Policy files named by the arguments: files as they are, folders searched for `*.policy`, in path order. */
export async function findPolicies(paths: readonly string[], texts: Texts): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths.length > 0 ? paths : ['.']) {
    const inside = policiesAt(path, texts);
    if (inside.length === 0) throw new Unusable(texts.files.noPolicies(path));
    found.push(...inside);
  }
  return [...new Set(found)];
}

function policiesAt(path: string, texts: Texts): readonly string[] {
  return isFolder(path, texts) ? searchFolder(path) : [path];
}

/** Whether there is a folder of that name; refuses what is not there. */
export function isFolder(path: string, texts: Texts): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new Unusable(texts.files.unreadable(path, systemCode(error)));
  }
}

function searchFolder(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.'))
      found.push(...searchFolder(path));
    else if (entry.name.endsWith('.policy') && isFile(entry, path)) found.push(path);
  }
  return found;
}

/** Links to files count: `git difftool --dir-diff` makes them. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A file that must be there. */
export async function readRequired(path: string, texts: Texts): Promise<string> {
  try {
    return decodeUtf8(readFileSync(path), path, texts);
  } catch (error) {
    throw unreadable(error, path, texts);
  }
}

/** A file that may be missing; any other trouble with it is reported. */
export async function readOptional(path: string, texts: Texts): Promise<string | undefined> {
  try {
    return decodeUtf8(readFileSync(path), path, texts);
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
