import type { Statement } from '../ast/statements.ts';
import { lineStartsOf } from './pieces.ts';

/** An entry of a long block: a line that stands one step below the block's own, with the comments above and all lines below it. */
export interface Entry {
  readonly text: string;
  /** From where its spans count. */
  readonly base: number;
  readonly statement: Statement;
}

/** Blocks that are lists of entries, each read for itself. */
const LISTS: ReadonlySet<Statement['head']> = new Set<Statement['head']>([
  'subject',
  'circumstances',
  'duty',
  'target',
]);

const STEP = /^ {2}(?=\S)/;

/** The text of a block cut into its own line and those of its entries, in order; the first is the block's. */
export function entryTexts(text: string): readonly string[] {
  const cuts = lineStartsOf(text, (line) => STEP.test(line));
  const ends = [...cuts, text.length];
  return [text.slice(0, ends[0]), ...cuts.map((cut, i) => text.slice(cut, ends[i + 1]))];
}

/** The entries of a block that was read as a whole, its spans counted from `base`; null where its lines are no such list. */
export function entriesOf(text: string, block: Statement, base: number): readonly Entry[] | null {
  if (!LISTS.has(block.head)) return null;
  const [own = '', ...texts] = entryTexts(text);
  if (texts.length !== block.children.length || block.span.end > base + own.length) return null;
  const entries: Entry[] = [];
  let from = base + own.length;
  for (const [i, entry] of texts.entries()) {
    const statement = block.children[i];
    const { start, end } = statement?.span ?? { start: 0, end: 0 };
    if (!statement || start < from || end > from + entry.length) return null;
    entries.push({ text: entry, base: from, statement });
    from += entry.length;
  }
  return entries;
}
