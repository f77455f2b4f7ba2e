import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type Compilation, compile, type ReadUsed } from '../../compiler/index.ts';
import { Unusable } from '../console/failure.ts';
import { findPolicies, readRequired } from '../files/policies.ts';
import { readUsed } from '../files/used.ts';
import type { Texts } from '../texts/texts.ts';
import {
  type ChangedFile,
  changedPolicies,
  commitOf,
  fileAt,
  fileAtNow,
  GitError,
  pathInside,
  policiesIn,
  repositoryAt,
} from './git.ts';

/** One version of a policy file. `shown` is how it is called in reports. */
export interface Version {
  readonly shown: string;
  readonly text: string;
  readonly compiled: Compilation;
  /** Where parameters lie beside it; `null` for a version that is only in the repository. */
  readonly path: string | null;
}

/** Two versions of one policy; one is `null` where the file is new or gone. */
export interface VersionPair {
  readonly before: Version | null;
  readonly after: Version | null;
}

type Place =
  | { readonly k: 'file' | 'folder'; readonly path: string }
  | { readonly k: 'blob'; readonly commit: string; readonly path: string; readonly shown: string };

/**
 * What the arguments name: two files, two folders, `REV:path` on either side, `REV1..REV2`, or one revision against the
 * working tree. Renamed files are followed.
 */
export async function versionPairs(
  [old, fresh]: readonly [string, string | undefined],
  texts: Texts,
): Promise<readonly VersionPair[]> {
  try {
    if (fresh === undefined) return await againstRevision(old, texts);
    return await pairOf(await placeOf(old, texts), await placeOf(fresh, texts), texts);
  } catch (error) {
    if (error instanceof GitError) throw new Unusable(texts.diff.git(error.said));
    throw error;
  }
}

async function pairOf(a: Place, b: Place, texts: Texts): Promise<readonly VersionPair[]> {
  if (a.k === 'folder' && b.k === 'folder') return folders(a.path, b.path, texts);
  if (a.k !== 'folder' && b.k !== 'folder')
    return [{ before: await versionAt(a, texts), after: await versionAt(b, texts) }];
  throw new Unusable(texts.diff.fileAgainstFolder);
}

async function versionAt(place: Place, texts: Texts): Promise<Version> {
  if (place.k === 'blob') {
    const top = await repositoryAt('.');
    const text = top === null ? null : await fileAt(place.commit, place.path, top);
    if (top === null || text === null) throw new Unusable(texts.diff.notInRevision(place.shown));
    return blob(place.commit, place.shown, place.path, text, top);
  }
  return onDisk(place.path, texts);
}

async function onDisk(path: string, texts: Texts): Promise<Version> {
  const text = await readRequired(path, texts);
  return { shown: path, text, compiled: compile({ path, text }, readUsed(path)), path };
}

function blob(commit: string, shown: string, path: string, text: string, top: string): Version {
  const read: ReadUsed = (used) => {
    if (used.startsWith('..') || used.startsWith('/')) return { problem: 'outside' };
    const found = fileAtNow(commit, used, top);
    return found === null ? { problem: 'missing' } : { text: found };
  };
  return { shown, text, compiled: compile({ path, text }, read), path: null };
}

async function placeOf(argument: string, texts: Texts): Promise<Place> {
  const entry = await stat(argument).catch(() => null);
  if (entry) return { k: entry.isDirectory() ? 'folder' : 'file', path: argument };
  const colon = argument.indexOf(':');
  const commit = colon > 0 ? await commitOf(argument.slice(0, colon), '.') : null;
  if (commit === null) throw new Unusable(texts.diff.nothingThere(argument));
  return { k: 'blob', commit, path: await pathInside(argument.slice(colon + 1), '.'), shown: argument };
}

/** Policies of two folders by their path, then those left over by their name (`方案 … (name)`). */
async function folders(a: string, b: string, texts: Texts): Promise<readonly VersionPair[]> {
  const read = async (folder: string) =>
    Promise.all(
      (await findPolicies([folder], texts)).map(async (path) => ({
        key: relative(folder, path),
        version: await onDisk(path, texts),
      })),
    );
  const [old, fresh] = [await read(a), await read(b)];
  const take = (test: (item: (typeof fresh)[number]) => boolean) => {
    const i = fresh.findIndex(test);
    return i < 0 ? null : (fresh.splice(i, 1)[0]?.version ?? null);
  };
  const byPath = old.map(({ key, version }) => ({
    before: version,
    after: take((item) => item.key === key),
  }));
  const pairs = byPath.map(({ before, after }) => ({
    before,
    after: after ?? take((item) => noticeName(item.version.text) === noticeName(before.text)),
  }));
  return [...pairs, ...fresh.map(({ version }) => ({ before: null, after: version }))];
}

/** The first line that says anything: `方案 …` with both names. */
function noticeName(text: string): string {
  return (
    text
      .split('\n')
      .find((line) => line.trim() !== '' && !line.trim().startsWith('#'))
      ?.trim() ?? ''
  );
}

async function againstRevision(argument: string, texts: Texts): Promise<readonly VersionPair[]> {
  const top = await repositoryAt('.');
  if (top === null) throw new Unusable(texts.diff.noRepository(argument));
  const [first = '', second] = argument.split('..');
  const from = await commitOf(first, '.');
  const to = second === undefined ? null : await commitOf(second === '' ? 'HEAD' : second, '.');
  if (from === null) throw new Unusable(texts.diff.noRevision(first));
  if (second !== undefined && to === null) throw new Unusable(texts.diff.noRevision(second));
  const files = await changedPolicies(from, to, resolve('.'), top);
  const pair = async ({ before, after }: ChangedFile): Promise<VersionPair> => ({
    before: before === null ? null : await committed(from, first, before, top),
    after: after === null ? null : await current(to, second ?? '', after, top, texts),
  });
  const changed = await Promise.all(files.map(pair));
  const unchanged = changed.some(isLibrary) ? await otherFiles(files, to, top) : [];
  return [...changed, ...(await Promise.all(unchanged.map(pair)))];
}

/** A changed library may change every policy that uses it. */
async function otherFiles(
  changed: readonly ChangedFile[],
  to: string | null,
  top: string,
): Promise<readonly ChangedFile[]> {
  const told = new Set(changed.map(({ after }) => after));
  const all = await policiesIn(to, resolve('.'), top);
  return all.filter((path) => !told.has(path)).map((path) => ({ before: path, after: path }));
}

const isLibrary = ({ before, after }: VersionPair): boolean => (after ?? before)?.compiled.library ?? false;

async function committed(commit: string, name: string, path: string, top: string): Promise<Version | null> {
  const text = await fileAt(commit, path, top);
  return text === null ? null : blob(commit, `${name}:${path}`, path, text, top);
}

async function current(
  commit: string | null,
  name: string,
  path: string,
  top: string,
  texts: Texts,
): Promise<Version | null> {
  if (commit !== null) return committed(commit, name === '' ? 'HEAD' : name, path, top);
  return onDisk(relative('.', resolve(top, path)), texts);
}
