import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type ExitStatus, exitStatus, systemCode, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';
import { en } from '../template/en.ts';
import { zh } from '../template/zh.ts';

/** Makes a policy folder that checks, tests and traces cleanly. What is there already is never touched. */
export async function run(session: Session, [folder]: readonly [string]): Promise<ExitStatus> {
  const { texts } = session;
  const path = resolve(folder);
  try {
    await refuseFilled(path, () => new Unusable(texts.files.exists(folder)));
    await fill(path, Object.entries(session.language === 'zh' ? zh : en));
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(texts.files.unwritable(folder, systemCode(error)));
  }
  await session.out.write(`${texts.new.made(folder)}\n${texts.new.next(folder)}\n`);
  return exitStatus.fine;
}

/** An empty folder may be filled; a file, or a folder with anything in it, may not. */
async function refuseFilled(path: string, refusal: () => Unusable): Promise<void> {
  try {
    if ((await readdir(path)).length > 0) throw refusal();
  } catch (error) {
    if (error instanceof Unusable) throw error;
    if (systemCode(error) === 'ENOTDIR') throw refusal();
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

/** Written beside and moved into place, so that the folder is there as a whole or not at all. */
async function fill(path: string, files: readonly (readonly [string, string])[]): Promise<void> {
  const part = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.part`);
  await mkdir(part, { recursive: true });
  try {
    for (const [name, text] of files) await writeFile(join(part, name), text);
    // Fails if something has come into it meanwhile.
    await rmdir(path).catch(() => undefined);
    await rename(part, path);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}
