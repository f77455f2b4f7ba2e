/** Why a written path cannot be used, or the path from where the compiler was called. */
export type UsedPath = { readonly path: string } | { readonly problem: 'absolute' | 'ending' };

/**
 * `../shared/categories.policy`, as written in the file `from`: relative to that file's folder, with `/`. Nothing else is
 * read: no path from the root of a disk, no address, no file that is not a policy file.
 */
export function usedPath(from: string, written: string): UsedPath {
  const plain = written.normalize('NFC').replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(plain)) return { problem: 'absolute' };
  if (!plain.endsWith('.policy')) return { problem: 'ending' };
  const folder = from.replaceAll('\\', '/').split('/').slice(0, -1);
  return { path: joined([...folder, ...plain.split('/')]) };
}

/** A path without `.`, and without `..` where there is a folder to leave. */
function joined(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const [i, part] of parts.entries()) {
    const last = kept[kept.length - 1];
    if (part === '.' || (part === '' && i > 0)) continue;
    if (part === '..' && last !== undefined && last !== '..' && last !== '') kept.pop();
    else kept.push(part);
  }
  return kept.join('/');
}

/** A path as paths are compared: with `/`, without `.` and `..` where they can be left out. */
export function normalPath(path: string): string {
  return joined(path.replaceAll('\\', '/').split('/'));
}

/** The way from the folder of one file to another, both as the compiler knows them. */
export function relativePath(from: string, to: string): string {
  const start = normalPath(from).split('/').slice(0, -1);
  const goal = to.split('/');
  let same = 0;
  while (same < start.length && same < goal.length - 1 && start[same] === goal[same]) same += 1;
  return [...start.slice(same).map(() => '..'), ...goal.slice(same)].join('/');
}
