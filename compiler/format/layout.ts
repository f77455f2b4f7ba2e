import { displayWidth } from '../../grammar/index.ts';
import type { Comments } from '../ast/statements.ts';

/** A line before it is laid out. */
export interface Written {
  /** In steps of two columns. */
  readonly indent: number;
  readonly text: string;
  readonly clauses: readonly { readonly text: string; readonly breaks: boolean }[];
  readonly comments: Comments;
  readonly below: readonly Written[];
}

/** The column at which clauses and comments begin where the line is shorter, and what separates them elsewhere. */
const clauseColumn = 69;
const separator = '   ';

/** Columns of a line beyond which a clause begins a new one. */
const lineColumns = 110;

/** The lines of a statement and of everything below it. */
export function laidOut(of: Written): readonly string[] {
  const margin = '  '.repeat(of.indent);
  const comments = of.comments.before.map((comment) => `${margin}${comment}`);
  return [...comments, ...ownLines(of, margin), ...of.below.flatMap(laidOut)];
}

/** A clause that would end beyond the margin begins a deeper line, which the lexer joins to this one again. */
function ownLines({ text, clauses, comments }: Written, margin: string): readonly string[] {
  const lines: string[] = [`${margin}${text}`];
  let isFresh = true;
  const put = (part: string, breaks: boolean) => {
    const last = lines[lines.length - 1] ?? '';
    const joined = `${last}${isFresh ? gap(last) : separator}${part}`;
    if (breaks && displayWidth(joined) > lineColumns) {
      lines.push(`${margin}  ${part}`);
      isFresh = true;
      return;
    }
    lines[lines.length - 1] = joined;
    isFresh = false;
  };
  for (const clause of clauses) put(clause.text, clause.breaks);
  if (comments.after !== undefined) put(comments.after, false);
  return lines;
}

function gap(line: string): string {
  const room = clauseColumn - displayWidth(line);
  return room < 2 ? separator : ' '.repeat(room);
}
