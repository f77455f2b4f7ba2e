import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/**
 * Compiled code of an earlier run, so that this one need not compile what it starts with. Kept beside the program, and where that
 * cannot be written in the user's own cache folder. It is a convenience: whatever is wrong with it is passed over in silence.
 */
export class CodeCache {
  /** `name` tells apart everything that compiled code depends on. */
  constructor(
    private readonly beside: string,
    private readonly name: string,
  ) {}

  /** Null where there is none that is whole: V8 trusts what it is handed, and half a file would end the process. */
  read(): Buffer | null {
    return readWhole(join(this.beside, this.name)) ?? readWhole(join(ownFolder(), this.name));
  }

  save(code: Buffer): void {
    const folder = [this.beside, ownFolder()].find((each) => written(each, this.name, code));
    if (folder !== undefined) quietly(() => forgetOld(folder, this.name));
  }
}

/** Enough against accidents; who can write there could run anything anyway. */
const DIGEST = 4;

function digestOf(code: Buffer): Buffer {
  const digest = Buffer.alloc(DIGEST);
  digest.writeUInt32LE(crc32(code));
  return digest;
}

function readWhole(path: string): Buffer | null {
  try {
    const content = readFileSync(path);
    const code = content.subarray(DIGEST);
    return digestOf(code).equals(content.subarray(0, DIGEST)) ? code : null;
  } catch {
    return null;
  }
}

/** Under another name first: who reads meanwhile finds the old one or the new one. */
function written(folder: string, name: string, code: Buffer): boolean {
  const draft = join(folder, `${name}.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([digestOf(code), code]), { mode: 0o600 });
    renameSync(draft, join(folder, name));
    return true;
  } catch {
    quietly(() => rmSync(draft, { force: true }));
    return false;
  }
}

/** For what may go wrong without harm: there is no such folder, or another process tidies up as well. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing of the cache is worth a word to the user.
  }
}

const MONTH = 30 * 24 * 3600 * 1000;

/** Takes away what was written a month ago and more; a version still in use writes its own again. */
function forgetOld(folder: string, kept: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name !== kept && Date.now() - statSync(path).mtimeMs > MONTH) rmSync(path, { force: true });
  }
}

/** Only the user writes there: compiled code from a folder that others can write to must not be run. */
function ownFolder(): string {
  // Loaded here alone, since it costs every start half a millisecond.
  const { homedir } = process.getBuiltinModule('node:os');
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'bangfu');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'bangfu');
  return join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'bangfu');
}
