import { devNull } from 'node:os';
import { basename, posix, relative, resolve } from 'node:path';
import { type Compilation, compile, type ReadUsed } from '../../compiler/index.ts';
import { onDisk, type PolicyPlace, readRequired } from '../files/policies.ts';
import { readUsed } from '../files/used.ts';
import type { Texts } from '../texts/texts.ts';
import { type Parameters, readParameters } from '../policy/parameters.ts';
import { fileAt, fileAtNow } from './git.ts';

/** One version of a policy file. `shown` is how it is called in reports. */
export interface Version {
  readonly shown: string;
  readonly text: string;
  readonly compiled: Compilation;
  /** Parameters and cases lie beside it, in a folder or in the same commit. */
  readonly place: PolicyPlace;
  /** What `parameters.yaml` beside it gives; `null`: a file by itself, which takes what the other version is given. */
  readonly deployed: Values | null;
}

type Values = Parameters['parameters'];

/** Two versions of one policy; one is `null` where the file is new or gone. */
export interface VersionPair {
  readonly before: Version | null;
  readonly after: Version | null;
}

/** A commit as the user named it. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
  /** Top folder of the repository. */
  readonly top: string;
}

/** Git hands over an empty device for a file that is new or gone. */
const isNothing = (path: string): boolean => path === devNull || path === '/dev/null';

/** A file on disk; `beside` is where it really belongs, if it is a copy that git made. */
export async function fileVersion(path: string, texts: Texts, beside?: string): Promise<Version | null> {
  if (isNothing(path)) return null;
  const text = await readRequired(path, texts);
  const at = beside ?? path;
  const place = onDisk(at, texts);
  return {
    shown: path,
    text,
    compiled: compile({ path: at, text }, readUsed(at)),
    place,
    deployed: await deployedAt(place, texts),
  };
}

const deployedAt = async (place: PolicyPlace, texts: Texts): Promise<Values | null> =>
  (await readParameters(place, undefined, texts))?.parameters ?? null;

/** A file as it was in a commit, with the files that it uses and those beside it as they were there. `null` if it was not there. */
export async function committedVersion(
  { name, commit, top }: Revision,
  path: string,
  texts: Texts,
): Promise<Version | null> {
  const text = await fileAt(commit, path, top);
  if (text === null) return null;
  const read: ReadUsed = (used) => {
    if (used.startsWith('..') || used.startsWith('/')) return { problem: 'outside' };
    const found = fileAtNow(commit, used, top);
    return found === null ? { problem: 'missing' } : { text: found };
  };
  const shown = `${name}:${path}`;
  const beside = async (file: string): Promise<string | undefined> =>
    (await fileAt(commit, posix.join(posix.dirname(path), basename(file)), top)) ?? undefined;
  const place = { path: shown, read: beside };
  return {
    shown,
    text,
    compiled: compile({ path, text }, read),
    place,
    deployed: (await deployedAt(place, texts)) ?? {},
  };
}

/** A file of the working tree, by its path from the top. */
export async function workingVersion(path: string, top: string, texts: Texts): Promise<Version | null> {
  const version = await fileVersion(relative('.', resolve(top, path)), texts);
  return version && { ...version, deployed: version.deployed ?? {} };
}
