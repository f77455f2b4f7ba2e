import { mkdir, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Decision } from '../../runtime/decision.ts';
import type { Letter } from '../../runtime/letter/letter.ts';
import { drained } from '../console/drained.ts';
import { writeStreaming, writeWhole } from '../files/atomic.ts';
import { FileNames } from './file-name.ts';
import { bookOf, type LetterFormat, renderLetter } from './formats.ts';

/** A letter of a register and who it is about. */
export interface Addressed {
  readonly row: number;
  readonly id: string;
  readonly decision: Decision;
}

export interface LetterJob {
  readonly entries: AsyncIterable<Addressed>;
  readonly letterOf: (entry: Addressed) => Letter;
  readonly format: LetterFormat;
  readonly out: string;
}

/** A folder is meant where one is there, where the path ends as one, and where it has no extension. */
export async function isFolder(out: string): Promise<boolean> {
  const existing = await stat(out).catch(() => null);
  if (existing) return existing.isDirectory();
  return out.endsWith('/') || out.endsWith(sep) || extname(out) === '';
}

/** Writes a letter for each, into a folder or into one file with a page for each. Gives how many. */
export async function writeLetters(job: LetterJob): Promise<number> {
  if (await isFolder(job.out)) return intoFolder(job);
  return job.format === 'docx' ? intoDocument(job) : intoBook(job, job.format);
}

const endings: { readonly [format in LetterFormat]: string } = { letter: 'txt', html: 'html', docx: 'docx' };

/** Each file is there as a whole or not at all. */
async function intoFolder({ entries, letterOf, format, out }: LetterJob): Promise<number> {
  await mkdir(out, { recursive: true });
  const names = new FileNames(endings[format]);
  let count = 0;
  for await (const entry of entries) {
    await writeWhole(join(out, names.of(entry.row, entry.id)), await renderLetter(letterOf(entry), format));
    count++;
  }
  return count;
}

async function intoDocument({ entries, letterOf, out }: LetterJob): Promise<number> {
  const letters: Letter[] = [];
  for await (const entry of entries) letters.push(letterOf(entry));
  if (letters.length > 0) await writeWhole(out, await (await import('./docx.ts')).lettersDocx(letters));
  return letters.length;
}

async function intoBook({ entries, letterOf, out }: LetterJob, format: 'letter' | 'html'): Promise<number> {
  const book = await bookOf(format);
  const rest = entries[Symbol.asyncIterator]();
  let next = await rest.next();
  // Nobody to write to: an older file stays as it is.
  if (next.done) return 0;
  return writeStreaming(out, async (stream) => {
    let count = 0;
    for (; !next.done; next = await rest.next()) {
      const letter = letterOf(next.value);
      if (!stream.write(count === 0 ? book.first(letter) : book.next(letter))) await drained(stream);
      count++;
    }
    stream.write(book.end);
    return count;
  });
}
