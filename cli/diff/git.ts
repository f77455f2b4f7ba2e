import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { GitError, git } from '../git/run.ts';

/** The commit that a name stands for; `null` if none. Names that look like options are none. */
export async function commitOf(revision: string, cwd: string): Promise<string | null> {
  if (revision.startsWith('-') || revision === '') return null;
  return git(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], cwd).then(
    (out) => out.trim(),
    () => null,
  );
}

/** A file as it was in a commit; `path` from the top of the repository. `null` if it was not there. */
export async function fileAt(commit: string, path: string, top: string): Promise<string | null> {
  return git(['show', `${commit}:${path}`], top).catch((error: unknown) => {
    if (error instanceof GitError && /does not exist|exists on disk/.test(error.said)) return null;
    throw error;
  });
}

/** Whether a commit holds a file of this path: not a folder, not nothing. */
export async function isFileAt(commit: string, path: string, top: string): Promise<boolean> {
  return git(['cat-file', '-t', `${commit}:${path}`], top).then(
    (out) => out.trim() === 'blob',
    () => false,
  );
}

/** The same at once: what a policy uses is asked for while it is compiled. */
export function fileAtNow(commit: string, path: string, top: string): string | null {
  try {
    return execFileSync('git', ['show', `${commit}:${path}`], {
      cwd: top,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch {
    return null;
  }
}

/** Where two revisions parted; `null` if they have nothing in common, or a shallow clone does not hold it. */
export async function mergeBase(a: string, b: string, cwd: string): Promise<string | null> {
  return git(['merge-base', a, b], cwd).then(
    (out) => out.trim(),
    (error: unknown) => {
      if (error instanceof GitError && error.status === 1) return null;
      throw error;
    },
  );
}

/** Whether the repository holds only the last commits, as clones for continuous integration often do. */
export async function isShallow(cwd: string): Promise<boolean> {
  return (await git(['rev-parse', '--is-shallow-repository'], cwd)).trim() === 'true';
}

/** All policy files of a commit, or of the working tree; paths from the top. */
export async function policiesIn(
  commit: string | null,
  folder: string,
  top: string,
): Promise<readonly string[]> {
  const args =
    commit === null
      ? ['ls-files', '--cached', '--others', '--exclude-standard', '-z', '--', folder]
      : ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit];
  const listed = (await git(args, top)).split('\0');
  return listed.filter((path) => path.endsWith('.policy'));
}

/** A path as given from `cwd`, as the repository knows it. */
export async function pathInside(path: string, cwd: string): Promise<string> {
  const prefix = (await git(['rev-parse', '--show-prefix'], cwd)).replace(/\r?\n$/, '');
  return posix.normalize(`${prefix}${path}`);
}

/** A file that differs between two commits, or a commit and the working tree; paths from the top. */
export interface ChangedFile {
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between two commits, or a commit and the working tree. */
export interface ChangedFiles {
  readonly policies: readonly ChangedFile[];
  /** Folders whose `parameters.yaml` differs; paths from the top. */
  readonly parameters: readonly string[];
}

/** Files that differ, renamed ones followed. Without `to`: against the working tree, new files included. */
export async function changedFiles(
  from: string,
  to: string | null,
  folder: string,
  top: string,
): Promise<ChangedFiles> {
  const range = to === null ? [from] : [from, to];
  const listed = await git(['diff', '--name-status', '-M40%', '-z', ...range, '--', folder], top);
  const untracked =
    to === null ? await git(['ls-files', '--others', '--exclude-standard', '-z', '--', folder], top) : '';
  const fresh = untracked.split('\0').map((path) => ({ before: null, after: path }));
  const all = [...readStatus(listed.split('\0')), ...fresh];
  return {
    policies: all.filter((file) => pathOf(file).endsWith('.policy')).sort(byPath),
    parameters: all.map(pathOf).flatMap(folderOfParameters),
  };
}

const pathOf = ({ before, after }: ChangedFile): string => after ?? before ?? '';
const byPath = (a: ChangedFile, b: ChangedFile): number => (pathOf(a) < pathOf(b) ? -1 : 1);
const folderOfParameters = (path: string): readonly string[] =>
  posix.basename(path) === 'parameters.yaml' ? [posix.dirname(path)] : [];

/** `M\0path`, `A\0path`, `D\0path`, `R087\0old\0new`. */
function readStatus(fields: readonly string[]): readonly ChangedFile[] {
  const found: ChangedFile[] = [];
  for (let i = 0; i + 1 < fields.length; ) {
    const [status = '', first = '', second = ''] = fields.slice(i, i + 3);
    const pair = /^[RC]/.test(status);
    if (pair) found.push({ before: first, after: second });
    else found.push({ before: status === 'A' ? null : first, after: status === 'D' ? null : first });
    i += pair ? 3 : 2;
  }
  return found;
}
