import { stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { Unusable } from '../console/failure.ts';
import { findPolicies } from '../files/policies.ts';
import { GitError } from '../git/run.ts';
import type { Texts } from '../texts/texts.ts';
import { isFileAt, pathInside } from './git.ts';
import { againstRevision, betweenRevisions, revision } from './revisions.ts';
import { committedVersion, fileVersion, type Revision, type Version, type VersionPair } from './version.ts';

type Named =
  | { readonly k: 'file' | 'folder'; readonly path: string }
  | { readonly k: 'revision'; readonly revision: Revision }
  | { readonly k: 'blob'; readonly revision: Revision; readonly path: string; readonly shown: string };

/**
 * What the arguments name: two files, two folders, `REV:path` on either side, two revisions, `REV1..REV2`, `REV1...REV2`, or
 * one revision against the working tree. Renamed files are followed. `beside`: where two files lent by git belong.
 */
export async function versionPairs(
  [old, fresh]: readonly [string, string | undefined],
  texts: Texts,
  beside?: string,
): Promise<readonly VersionPair[]> {
  try {
    if (fresh === undefined) return await againstRevision(old, texts);
    return await pairOf(await named(old, texts), await named(fresh, texts), texts, beside);
  } catch (error) {
    if (error instanceof GitError) throw new Unusable(texts.diff.git(error.said));
    throw error;
  }
}

async function pairOf(a: Named, b: Named, texts: Texts, beside?: string): Promise<readonly VersionPair[]> {
  if (a.k === 'folder' && b.k === 'folder') return folders(a.path, b.path, texts);
  if (a.k === 'revision' && b.k === 'revision') return betweenRevisions(a.revision, b.revision, texts);
  const [before, after] = [
    await oneVersion(a, texts, beside && texts.diff.beforeOf(beside), beside),
    await oneVersion(b, texts, beside && texts.diff.afterOf(beside), beside),
  ];
  return [{ before, after }];
}

async function oneVersion(
  one: Named,
  texts: Texts,
  shown: string | undefined,
  beside: string | undefined,
): Promise<Version | null> {
  if (one.k === 'folder' || one.k === 'revision') throw new Unusable(texts.diff.fileAgainstFolder);
  if (one.k === 'blob') {
    const found = await committedVersion(one.revision, one.path, texts);
    if (found === null) throw new Unusable(texts.diff.notInRevision(one.shown));
    return found;
  }
  const version = await fileVersion(one.path, texts, beside);
  return version && shown !== undefined ? { ...version, shown } : version;
}

async function named(argument: string, texts: Texts): Promise<Named> {
  const entry = await stat(argument).catch(() => null);
  if (entry) return { k: entry.isDirectory() ? 'folder' : 'file', path: argument };
  const colon = argument.indexOf(':');
  const found = await revision(colon < 0 ? argument : argument.slice(0, colon));
  if (found === null || colon === 0) throw new Unusable(texts.diff.nothingThere(argument));
  if (colon < 0) return { k: 'revision', revision: found };
  const path = await pathIn(found, argument.slice(colon + 1));
  if (path === null) throw new Unusable(texts.diff.notInRevision(argument));
  return { k: 'blob', revision: found, path, shown: argument };
}

/** As git reads it, from the top of the repository; else, and with `./`, from the current folder. */
async function pathIn({ commit, top }: Revision, path: string): Promise<string | null> {
  const ways = /^\.{1,2}\//.test(path) ? [] : [path];
  for (const way of [...ways, await pathInside(path, '.')]) if (await isFileAt(commit, way, top)) return way;
  return null;
}

/** Policies of two folders by their path, then those left over by their name (`方案 … (name)`). */
async function folders(a: string, b: string, texts: Texts): Promise<readonly VersionPair[]> {
  const [old, fresh] = [await versionsIn(a, texts), [...(await versionsIn(b, texts))]];
  const take = (test: (item: Placed) => boolean): Version | null => {
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

interface Placed {
  /** Path from the folder. */
  readonly key: string;
  readonly version: Version;
}

async function versionsIn(folder: string, texts: Texts): Promise<readonly Placed[]> {
  const paths = await findPolicies([folder], texts);
  const found = await Promise.all(
    paths.map(async (path) => ({ key: relative(folder, path), version: await fileVersion(path, texts) })),
  );
  return found.flatMap(({ key, version }) => (version ? [{ key, version }] : []));
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
