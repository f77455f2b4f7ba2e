import type { Sink } from '../console/sink.ts';
import type { Entry } from '../decide/entry.ts';
import { runSummary } from '../decide/tally.ts';
import type { DecisionWriter } from './decision-writer.ts';
import type { DecidedRow, TotalsLine, UnreadRow } from './documents.ts';

/** A `DecisionsDocument`, or as NDJSON its entries, one a line, and last the totals. */
export function jsonWriter(sink: Sink, format: 'json' | 'ndjson'): DecisionWriter {
  return format === 'ndjson' ? lines(sink) : document(sink);
}

function entryJson(entry: Entry): string {
  const { row, id } = entry;
  const who = id === '' ? { row } : { row, id };
  const shape: DecidedRow | UnreadRow =
    entry.kind === 'decided' ? { ...who, decision: entry.decision } : { ...who, problems: entry.problems };
  return JSON.stringify(shape);
}

const lines = (sink: Sink): DecisionWriter => ({
  entry: (entry) => sink.write(`${entryJson(entry)}\n`),
  end: (tally) => {
    const totals: TotalsLine = { schema: 'bangfu.decisions/1', summary: runSummary(tally) };
    return sink.write(`${JSON.stringify(totals)}\n`);
  },
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
      await sink.write(`${opening}],"summary":${JSON.stringify(runSummary(tally))}}\n`);
    },
  };
}
