import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { systemCode, Unusable } from '../console/failure.ts';
import type { Texts } from '../texts/texts.ts';
import type { ParquetFile } from '../parquet/read/file.ts';
import { decodeText } from './encoding.ts';
import type { Records } from './record.ts';

export const inputFormats = ['json', 'ndjson', 'yaml', 'csv', 'xlsx', 'parquet'] as const;
export type InputFormat = (typeof inputFormats)[number];

export interface DataSource {
  /** `-` is standard input. */
  readonly path: string;
  /** What `path` stands for in messages: `-` for standard input that was put into a file. */
  readonly shown?: string | undefined;
  readonly format?: InputFormat | undefined;
  /** Worksheet of a workbook. */
  readonly sheet?: string | undefined;
}

const byExtension: { readonly [extension: string]: InputFormat } = {
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.xlsx': 'xlsx',
  '.parquet': 'parquet',
  '.pq': 'parquet',
};

/** Columns that are typed: they are read when it is known which facts they hold. */
export interface TypedRecords {
  readonly header: readonly string[];
  readonly file: ParquetFile;
}

/** Opens the data and reads as far as its header; the records are read while they are taken. */
export async function openRecords(source: DataSource, texts: Texts): Promise<Records | TypedRecords> {
  const format = source.format ?? byExtension[extname(source.path).toLowerCase()];
  if (format === 'parquet') return openParquet(source.path, texts);
  const bytes = source.path === '-' ? process.stdin : await openFile(source.path, texts);
  if (format) return reading(format, bytes, source);
  if ((source.shown ?? source.path) !== '-')
    throw new Unusable(texts.data.unknownFormat(source.path, inputFormats));
  const { first, whole } = await peek(bytes);
  const guessed = guess(first);
  if (guessed === 'parquet') throw new Unusable(texts.data.parquetNeedsFile);
  return reading(guessed, whole, source);
}

/** Parquet is read from its end: it must be a file. */
async function openParquet(path: string, texts: Texts): Promise<TypedRecords> {
  if (path === '-') throw new Unusable(texts.data.parquetNeedsFile);
  await (await openFile(path, texts)).destroy();
  const { ParquetFile } = await import('../parquet/read/file.ts');
  const file = ParquetFile.open(path);
  return { header: file.fields.map(({ name }) => name), file };
}

async function reading(
  format: Exclude<InputFormat, 'parquet'>,
  bytes: Readable,
  source: DataSource,
): Promise<Records> {
  if (format === 'xlsx') return (await import('./xlsx.ts')).readXlsx(bytes, source.sheet);
  const text = decodeText(bytes);
  if (format === 'csv') return (await import('./csv.ts')).readCsv(text);
  if (format === 'yaml') return (await import('./yaml.ts')).readYaml(text);
  if (format === 'ndjson') return (await import('./ndjson.ts')).readNdjson(text);
  return (await import('./json.ts')).readJson(text);
}

/** Opened before it is read, so that a missing file is reported before any output begins. */
async function openFile(path: string, texts: Texts): Promise<Readable> {
  try {
    const handle = await open(path);
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error(path), { code: 'EISDIR' });
    return createReadStream(path, { fd: handle });
  } catch (error) {
    throw new Unusable(texts.files.unreadable(path, systemCode(error)));
  }
}

/** Standard input has no extension: its first bytes tell a workbook (a zip), Parquet and JSON from a table. */
function guess(first: Uint8Array): InputFormat {
  if (first[0] === 0x50 && first[1] === 0x4b) return 'xlsx';
  if (String.fromCharCode(...first.subarray(0, 4)) === 'PAR1') return 'parquet';
  const start = new TextDecoder().decode(first.subarray(0, 256)).trimStart();
  return start.startsWith('[') || start.startsWith('{') ? 'json' : 'csv';
}

async function peek(bytes: Readable): Promise<{ readonly first: Uint8Array; readonly whole: Readable }> {
  const first: unknown = await new Promise((done, failed) => {
    bytes.once('error', failed).once('end', () => done(null));
    bytes.once('readable', () => done(bytes.read()));
  });
  const start = first instanceof Uint8Array ? first : new Uint8Array(0);
  const whole = new PassThrough();
  whole.write(start);
  bytes.pipe(whole);
  return { first: start, whole };
}
