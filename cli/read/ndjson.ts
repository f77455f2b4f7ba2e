import { parsed } from './json.ts';
import type { RawRecord, Records } from './record.ts';

/** One JSON object a line; blank lines are passed over. A line that cannot be read leaves the others readable. */
export async function readNdjson(text: AsyncIterable<string>): Promise<Records> {
  return { rows: objects(text) };
}

async function* objects(text: AsyncIterable<string>): AsyncGenerator<RawRecord> {
  let line = 0;
  for await (const content of lines(text)) {
    line++;
    const bare = line === 1 ? content.replace(/^\uFEFF/, '') : content;
    if (bare.trim() !== '') yield parsed({ line, text: bare });
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const part of text) {
    const pieces = (held + part).split('\n');
    held = pieces.pop() ?? '';
    yield* pieces;
  }
  if (held !== '') yield held;
}
