import type { Sink } from '../console/sink.ts';
import type { TabledEntry } from '../decide/entry.ts';
import { summaryText } from '../decide/summary.ts';
import type { PolicyNames } from '../policy/names.ts';
import { type FlatRow, flatRows } from '../render/flat.ts';
import { TablePrinter } from '../render/table.ts';
import type { Texts } from '../texts/texts.ts';
import { cellsOf, dataColumns, tableColumns } from './columns.ts';
import { byteOrderMark, csvLine } from './csv.ts';
import type { DecisionWriter } from './decision-writer.ts';

/** Rows for the unread have no outcome; they are reported beside the table, not in it. */
export const rowsOf = (entry: TabledEntry, names: PolicyNames, texts: Texts): readonly FlatRow[] =>
  entry.kind === 'decided' ? flatRows(entry, entry.decision, names, texts) : [];

export function csvWriter(
  sink: Sink,
  file: boolean,
  names: PolicyNames,
  texts: Texts,
): DecisionWriter<TabledEntry> {
  const columns = dataColumns(texts);
  let pending = (file ? byteOrderMark : '') + csvLine(columns.map(({ title }) => title));
  return {
    async entry(entry) {
      const rows = rowsOf(entry, names, texts).map((row) => csvLine(cellsOf(row, columns)));
      await sink.write(pending + rows.join(''));
      pending = '';
    },
    async end() {
      if (pending !== '') await sink.write(pending);
    },
  };
}

const sample = 1000;
/** Row numbers up to a million. */
const digits = 7;

/**
 * Which columns are worth showing is seen from the first rows, like their widths. The totals follow; duties that do not
 * apply to a record are only counted there.
 */
export function tableWriter(sink: Sink, names: PolicyNames, texts: Texts): DecisionWriter<TabledEntry> {
  let held: FlatRow[] | null = [];
  let print: (row: FlatRow) => Promise<void> = async () => {};
  let printer: TablePrinter | null = null;

  async function begin(rows: readonly FlatRow[], more: boolean): Promise<void> {
    const shown = tableColumns(texts, usedKeys(rows));
    const columns = more ? shown.map((one) => (one.key === 'row' ? { ...one, least: digits } : one)) : shown;
    const made = new TablePrinter(columns, (text) => sink.write(text), rows.length);
    printer = made;
    print = (row) => made.row(cellsOf(row, columns));
    held = null;
    for (const row of rows) await print(row);
  }

  return {
    async entry(entry) {
      for (const row of rowsOf(inPlay(entry), names, texts)) {
        if (!held) await print(row);
        else if (held.push(row) >= sample) await begin(held, true);
      }
    },
    async end(tally) {
      if (held && held.length > 0) await begin(held, false);
      await printer?.end();
      await sink.write(`${printer ? '\n' : ''}${summaryText(tally, names, texts)}`);
    },
  };
}

function inPlay(entry: TabledEntry): TabledEntry {
  if (entry.kind !== 'decided') return entry;
  const { duties = {}, programmes } = entry.decision;
  const kept = Object.entries(duties).filter(
    ([, { state, excusedBy }]) => state !== 'notApplicable' || excusedBy.length > 0,
  );
  // Whoever has no other row keeps them: nobody disappears from the table.
  if (kept.length === 0 && Object.keys(programmes).length === 0) return entry;
  return { ...entry, decision: { ...entry.decision, duties: Object.fromEntries(kept) } };
}

function usedKeys(rows: readonly FlatRow[]): ReadonlySet<keyof FlatRow> {
  const keys = new Set<keyof FlatRow>();
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) if (value !== '') keys.add(key as keyof FlatRow);
  }
  if (new Set(rows.map(({ programme }) => programme)).size < 2) keys.delete('programme');
  return keys;
}
