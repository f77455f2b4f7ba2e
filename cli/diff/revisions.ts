import { posix, resolve } from 'node:path';
import { Unusable } from '../console/failure.ts';
import { repositoryAt } from '../git/run.ts';
import type { Texts } from '../texts/texts.ts';
import {
  type ChangedFile,
  type ChangedFiles,
  changedFiles,
  commitOf,
  isShallow,
  mergeBase,
  policiesIn,
} from './git.ts';
import { committedVersion, type Revision, type VersionPair, workingVersion } from './version.ts';

/** Two revisions; `to` is null for the working tree. */
interface Range {
  readonly from: Revision;
  readonly to: Revision | null;
}

/** `REV` against the working tree, `REV1..REV2`, `REV1...REV2` from where they parted; `HEAD` where a side is left out. */
export async function againstRevision(argument: string, texts: Texts): Promise<readonly VersionPair[]> {
  const top = await repositoryAt('.');
  if (top === null) throw new Unusable(texts.diff.noRepository(argument));
  return pairsBetween(await rangeOf(argument, top, texts), top, texts);
}

/** Two revisions given as two arguments. */
export async function betweenRevisions(
  from: Revision,
  to: Revision,
  texts: Texts,
): Promise<readonly VersionPair[]> {
  return pairsBetween({ from, to }, from.top, texts);
}

/** The commit that a name stands for; `null` if it is none. */
export async function revision(name: string): Promise<Revision | null> {
  const commit = await commitOf(name, '.');
  const top = commit === null ? null : await repositoryAt('.');
  return commit === null || top === null ? null : { name, commit, top };
}

async function rangeOf(argument: string, top: string, texts: Texts): Promise<Range> {
  const [, first = argument, dots = '', second = ''] = /^(.*?)(\.{2,3})(.*)$/s.exec(argument) ?? [];
  const known = async (name: string): Promise<Revision> => {
    const found = await revision(dots !== '' && name === '' ? 'HEAD' : name);
    if (!found) throw new Unusable(await missing(name, top, texts));
    return found;
  };
  const from = await known(first);
  if (dots === '') return { from, to: null };
  const to = await known(second);
  return dots === '..' ? { from, to } : { from: await parting(from, to, texts), to };
}

async function missing(name: string, top: string, texts: Texts): Promise<string> {
  return (await isShallow(top)) ? texts.diff.noRevisionShallow(name) : texts.diff.noRevision(name);
}

async function parting(from: Revision, to: Revision, { diff }: Texts): Promise<Revision> {
  const base = await mergeBase(from.commit, to.commit, from.top);
  if (base !== null) return { name: base.slice(0, 10), commit: base, top: from.top };
  const shallow = await isShallow(from.top);
  throw new Unusable((shallow ? diff.noMergeBaseShallow : diff.noMergeBase)(from.name, to.name));
}

async function pairsBetween(range: Range, top: string, texts: Texts): Promise<readonly VersionPair[]> {
  const { from, to } = range;
  const changed = await changedFiles(from.commit, to?.commit ?? null, resolve('.'), top);
  const pair = async ({ before, after }: ChangedFile): Promise<VersionPair> => ({
    before: before === null ? null : await committedVersion(from, before, texts),
    after: after === null ? null : await current(to, after, top, texts),
  });
  const beside = await besideParameters(changed, to, top);
  const files = [...changed.policies, ...beside];
  const pairs = await Promise.all(files.map(pair));
  const unchanged = pairs.some(isLibrary) ? await otherFiles(files, to, top) : [];
  return [...pairs, ...(await Promise.all(unchanged.map(pair)))];
}

/** Policies whose text is the same, but not the parameters that they are given. */
async function besideParameters(
  { policies, parameters }: ChangedFiles,
  to: Revision | null,
  top: string,
): Promise<readonly ChangedFile[]> {
  if (parameters.length === 0) return [];
  const others = await otherFiles(policies, to, top);
  return others.filter(({ after }) => after !== null && parameters.includes(posix.dirname(after)));
}

const current = (to: Revision | null, path: string, top: string, texts: Texts) =>
  to === null ? workingVersion(path, top, texts) : committedVersion(to, path, texts);

/** A changed library may change every policy that uses it: all policies but those told already. */
async function otherFiles(
  changed: readonly ChangedFile[],
  to: Revision | null,
  top: string,
): Promise<readonly ChangedFile[]> {
  const told = new Set(changed.map(({ after }) => after));
  const all = await policiesIn(to?.commit ?? null, resolve('.'), top);
  return all.filter((path) => !told.has(path)).map((path) => ({ before: path, after: path }));
}

const isLibrary = ({ before, after }: VersionPair): boolean => (after ?? before)?.compiled.library ?? false;
