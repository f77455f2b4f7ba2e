import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { ReadUsed } from '../../compiler/index.ts';

const marks = ['.git', 'package.json'];

/**
 * How the compiler comes by the files that `policy` uses. Only what lies in the project is read, links followed: the nearest
 * folder above the policy with a `.git` or a `package.json`; where there is none, the folder above the policy's own.
 */
export function readUsed(policy: string): ReadUsed {
  const root = projectOf(dirname(resolve(policy === '-' ? './-' : policy)));
  return (path) => {
    const whole = resolve(path);
    if (!isInside(whole, root)) return { problem: 'outside' };
    if (!existsSync(whole)) return { problem: 'missing' };
    return isInside(realpathSync(whole), realpathSync(root)) ? readText(whole) : { problem: 'outside' };
  };
}

function readText(path: string): ReturnType<ReadUsed> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch {
    return { problem: 'unreadable' };
  }
}

function projectOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (marks.some((mark) => existsSync(join(at, mark)))) return at;
    if (dirname(at) === at) return dirname(folder);
  }
}

const isInside = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
