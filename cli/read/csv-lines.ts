import type { RawRecord } from './record.ts';

/** How a file's lines are made, as its first one shows. */
export interface Shape {
  readonly delimiter: string;
  readonly end: '\r\n' | '\n';
  /** Whether the first line leaves no doubt; else the parser reads all of it. */
  readonly isPlain: boolean;
}

export function shapeOf(head: string): Shape {
  const line = head.split('\n', 1)[0] ?? '';
  const count = (separator: string): number => line.split(separator).length;
  const delimiter = [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
  const end = line.endsWith('\r') ? '\r\n' : '\n';
  const isPlain = head.includes('\n') && !line.slice(0, end.length === 2 ? -1 : undefined).includes('\r');
  return { delimiter, end, isPlain };
}

/** What the parser has still to read, after so many lines. */
export interface Rest {
  readonly text: AsyncIterable<string>;
  readonly line: number;
}

/**
 * The rows of all lines before the first one with a quote, or with another end than the first line's; `row` counts
 * lines. Gives what is left; `null`: nothing.
 */
export async function* cutLines(
  head: string,
  rest: AsyncIterator<string>,
  shape: Shape,
): AsyncGenerator<readonly RawRecord[], Rest | null> {
  if (!shape.isPlain) return { text: chain(head, rest), line: 0 };
  let held = head.replace(/^\uFEFF/, '');
  let line = 0;
  for (let done = false; !done; ) {
    const { rows, lines, left, isOdd } = cut(held, line, shape);
    line += lines;
    held = left;
    yield rows;
    if (isOdd) return { text: chain(held, rest), line };
    const next = await rest.next();
    if (next.done) done = true;
    else held += next.value;
  }
  // The last line may have no end.
  if (/["\r]/.test(held)) return { text: chain(held, rest), line };
  yield held === '' ? [] : rowOf(held, line + 1, shape);
  return null;
}

interface Cut {
  readonly rows: readonly RawRecord[];
  readonly lines: number;
  /** From the first line that was not cut. */
  readonly left: string;
  /** That line is not a plain one. */
  readonly isOdd: boolean;
}

function cut(text: string, before: number, shape: Shape): Cut {
  const rows: RawRecord[] = [];
  const quote = text.indexOf('"');
  const limit = quote < 0 ? text.length : quote;
  const width = shape.end.length;
  let from = 0;
  let lines = 0;
  let back = text.indexOf('\r');
  for (let to = text.indexOf('\n'); to >= 0 && to < limit; to = text.indexOf('\n', from)) {
    // A carriage return anywhere else is the parser's to judge.
    const isOdd = width === 2 ? back < 0 || back !== to - 1 : back >= 0 && back < to;
    if (isOdd) return { rows, lines, left: text.slice(from), isOdd };
    lines++;
    rows.push(...rowOf(text.slice(from, to + 1 - width), before + lines, shape));
    from = to + 1;
    if (width === 2) back = text.indexOf('\r', from);
  }
  return { rows, lines, left: text.slice(from), isOdd: quote >= 0 };
}

/** Lines of nothing but separators and spaces are passed over. */
function rowOf(line: string, row: number, { delimiter }: Shape): readonly RawRecord[] {
  const cells = line.split(delimiter);
  return cells.some((cell) => cell.trim() !== '') ? [{ kind: 'cells', row, cells }] : [];
}

async function* chain(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  yield* { [Symbol.asyncIterator]: () => rest };
}
