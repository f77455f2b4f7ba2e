import type { Sink } from '../console/sink.ts';
import type { Entry } from '../decide/entry.ts';
import { tallyJson } from '../decide/tally.ts';
import type { DecisionWriter } from './decision-writer.ts';

/**
 * `bangfu.decisions/1`: `{ schema, entries: [{ row, id, decision } | { row, id, problems }], summary }`,
 * or as NDJSON the entries, one a line, and last `{ schema, summary }`. `decision` is `bangfu.decision/1`.
 */
export function jsonWriter(sink: Sink, format: 'json' | 'ndjson'): DecisionWriter {
  return format === 'ndjson' ? lines(sink) : document(sink);
}

function entryJson(entry: Entry): string {
  const { row, id } = entry;
  const who = id === '' ? { row } : { row, id };
  return JSON.stringify(
    entry.kind === 'decided' ? { ...who, decision: entry.decision } : { ...who, problems: entry.problems },
  );
}

const lines = (sink: Sink): DecisionWriter => ({
  entry: (entry) => sink.write(`${entryJson(entry)}\n`),
  end: (tally) =>
    sink.write(`${JSON.stringify({ schema: 'bangfu.decisions/1', summary: tallyJson(tally) })}\n`),
});

function document(sink: Sink): DecisionWriter {
  let before = '{"schema":"bangfu.decisions/1","entries":[\n';
  return {
    async entry(entry) {
      await sink.write(before + entryJson(entry));
      before = ',\n';
    },
    async end(tally) {
      const opening = before.startsWith('{') ? before : '\n';
      await sink.write(`${opening}],"summary":${JSON.stringify(tallyJson(tally))}}\n`);
    },
  };
}
