import { createWriteStream, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface Spooled {
  readonly path: string;
  remove(): Promise<void>;
}

/** Standard input kept in a temporary file, for a register that must be read twice. */
export async function spoolStdin(): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-'));
  const path = join(folder, 'stdin');
  const removeNow = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeNow);
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    process.removeListener('exit', removeNow);
  };
  try {
    await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}
