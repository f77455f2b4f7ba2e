import { cellWidth } from './width.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** Cells to keep free where wider ones are still to come. */
  readonly least?: number;
}

const gap = '  ';
/** Under the last column, whose text runs on to the next lines of a terminal. */
const LONGEST_RULE = 40;

/** Pads to a width counted in terminal cells, in which a Chinese character takes two. */
export function pad(text: string, width: number, align?: 'right'): string {
  const blank = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return align === 'right' ? blank + text : text + blank;
}

/**
 * Prints rows as they come. Column widths are fixed by the first `sample` rows, so that a table of a million
 * rows is never held; a later, wider cell pushes its own line and no other.
 */
export class TablePrinter {
  #held: (readonly string[])[] = [];
  #widths: readonly number[] | undefined;

  constructor(
    readonly columns: readonly Column[],
    readonly print: (text: string) => Promise<void>,
    readonly sample = 200,
  ) {}

  async row(cells: readonly string[]): Promise<void> {
    if (this.#widths) return this.print(this.#line(cells, this.#widths));
    this.#held.push(cells);
    if (this.#held.length >= this.sample) await this.#release();
  }

  /** Prints what is still held; a table without rows prints nothing. */
  async end(): Promise<void> {
    if (!this.#widths && this.#held.length > 0) await this.#release();
  }

  async #release(): Promise<void> {
    const titles = this.columns.map(({ title }) => title);
    const found = columnWidths([titles, ...this.#held]);
    const widths = found.map((width, at) => Math.max(width, this.columns[at]?.least ?? 0));
    const last = widths.length - 1;
    const rule = widths
      .map((width, at) => '─'.repeat(at === last ? Math.min(width, LONGEST_RULE) : width))
      .join(gap);
    const lines = this.#held.map((cells) => this.#line(cells, widths));
    this.#widths = widths;
    this.#held = [];
    await this.print(`${this.#line(titles, widths)}${rule}\n${lines.join('')}`);
  }

  #line(cells: readonly string[], widths: readonly number[]): string {
    const padded = cells.map((cell, at) => pad(cell, widths[at] ?? 0, this.columns[at]?.align));
    return `${padded.join(gap).trimEnd()}\n`;
  }
}

const columnWidths = (rows: readonly (readonly string[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, at) => rows.reduce((most, row) => Math.max(most, cellWidth(row[at] ?? '')), 0));

/** A whole small table as text. */
export async function tableText(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): Promise<string> {
  let text = '';
  const printer = new TablePrinter(
    columns,
    async (part) => {
      text += part;
    },
    rows.length + 1,
  );
  for (const row of rows) await printer.row(row);
  await printer.end();
  return text;
}
