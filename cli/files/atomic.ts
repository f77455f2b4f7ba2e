import { randomBytes } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Files begun and not yet in place: taken away if the process is stopped. */
const unfinished = new Set<string>();

process.on('exit', () => {
  for (const path of unfinished) rmSync(path, { force: true });
});

const beside = (path: string): string =>
  join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.part`);

/** Writes the whole file or leaves the old one as it is; permissions of an existing file are kept. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await replacing(path, (part, mode) => writeFile(part, content, { mode }));
}

/** Gives a stream to write `path` with; the file appears under its name only when `fill` has succeeded. */
export async function writeStreaming<T>(path: string, fill: (stream: Writable) => Promise<T>): Promise<T> {
  return replacing(path, async (part, mode) => {
    const stream = createWriteStream(part, { mode });
    // Waited for from the start: a full disk shows up here while `fill` is still running.
    const ended = finished(stream);
    ended.catch(() => stream.destroy());
    const result = await fill(stream);
    stream.end();
    await ended;
    return result;
  });
}

async function replacing<T>(path: string, write: (part: string, mode: number) => Promise<T>): Promise<T> {
  const target = await targetOf(path);
  // A device or a pipe cannot be replaced; it is written as it stands.
  if (target.mode === null) return write(path, 0o666);
  await mkdir(dirname(target.path), { recursive: true });
  const part = beside(target.path);
  unfinished.add(part);
  try {
    const result = await write(part, target.mode);
    await rename(part, target.path);
    return result;
  } finally {
    await rm(part, { force: true });
    unfinished.delete(part);
  }
}

/** The file behind a link, and its permissions; `mode` is null for what is not an ordinary file. */
async function targetOf(path: string): Promise<{ readonly path: string; readonly mode: number | null }> {
  const existing = await stat(path).catch(() => null);
  if (!existing) return { path, mode: 0o666 };
  if (existing.isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
  return { path: await realpath(path), mode: existing.isFile() ? existing.mode & 0o777 : null };
}
