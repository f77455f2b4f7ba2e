import { type Document, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import { type RawRecord, type Records, UnreadableData } from './record.ts';

/** YAML: a list of mappings, one mapping, or one a document. Dates stay text (core schema). Read as a whole. */
export async function readYaml(text: AsyncIterable<string>): Promise<Records> {
  let whole = '';
  for await (const part of text) whole += part;
  const lines = new LineCounter();
  const documents = parseAllDocuments(whole, { schema: 'core', lineCounter: lines, prettyErrors: false });
  if (!Array.isArray(documents) || documents.length === 0) throw new UnreadableData({ why: 'empty' });
  const records = documents.flatMap((document) => recordsOf(document, lines));
  return { rows: each(records) };
}

function recordsOf(document: Document.Parsed, lines: LineCounter): RawRecord[] {
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new UnreadableData({ why: 'syntax', line, column: col, detail: error.message });
  }
  const content = document.contents;
  const lineOf = (node: unknown): number => lines.linePos(startOf(node)).line;
  if (!isSeq(content)) return [{ kind: 'object', row: lineOf(content), value: document.toJS() as unknown }];
  const values = document.toJS() as unknown[];
  return content.items.map((item, at) => ({
    kind: 'object',
    row: lineOf(item),
    value: values[at],
  }));
}

function startOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

async function* each(records: readonly RawRecord[]): AsyncGenerator<RawRecord> {
  yield* records;
}
