import type { Clause, Notice, Statement } from '../ast/statements.ts';
import { analysisMarks as codes } from '../diagnostics/catalogue/analysis-marks.ts';
import type { Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import type { Places } from '../source/places.ts';
import { lineStarts, positionAt, type Span } from '../source/source.ts';

interface Mark {
  readonly clause: Extract<Clause, { kind: 'accept' }>;
  readonly path: string;
  /** First and last line of the statement that it stands on, in its file. */
  readonly from: number;
  readonly to: number;
}

/** Findings on lines that end in `容许 "…"` are kept for that reason; a mark on a line where nothing is found is itself a finding. */
export function keptFor(
  notice: Notice,
  places: Places,
  found: readonly Diagnostic[],
  reporter: Reporter,
): readonly Diagnostic[] {
  // A mark on an assertion speaks of its refutation, which no analysis here looks for.
  const read = notice.blocks.filter(({ head }) => head !== 'assert');
  const marks = [notice.header, ...read].flatMap(acceptedIn).map((one) => markFor(one, places));
  if (marks.length === 0) return found;
  const starts = new Map(places.files.map(({ path, text }) => [path, lineStarts(text)]));
  const used = new Set<Mark>();
  const kept = found.map((one) => {
    const { line } = positionAt(starts.get(one.path) ?? [0], one.span.start);
    const mark = marks.find(({ path, from, to }) => path === one.path && line >= from && line <= to);
    if (!mark || one.severity === 'note') return one;
    used.add(mark);
    return { ...one, kept: mark.clause.reason };
  });
  for (const mark of marks)
    if (!used.has(mark))
      reporter.report(
        codes.nothingToAccept,
        mark.clause.span,
        { reason: mark.clause.reason },
        { fix: [{ span: withSpaces(mark.clause.span, places), text: '' }] },
      );
  return kept;
}

interface Accepted {
  readonly statement: Statement;
  readonly clause: Mark['clause'];
}

/** By block: these stay the same objects where nothing changes. */
const known = new WeakMap<Statement, readonly Accepted[]>();

function acceptedIn(block: Statement): readonly Accepted[] {
  const before = known.get(block);
  if (before) return before;
  const found = acceptedFrom(block);
  known.set(block, found);
  return found;
}

function acceptedFrom(statement: Statement): readonly Accepted[] {
  const own = statement.clauses.flatMap((clause) =>
    clause.kind === 'accept' ? [{ statement, clause }] : [],
  );
  return [...own, ...statement.children.flatMap(acceptedFrom)];
}

function markFor({ statement, clause }: Accepted, places: Places): Mark {
  const { start } = statement.span;
  return {
    clause,
    path: places.pathAt(start),
    from: places.lineAt(start),
    to: places.lineAt(clause.span.end),
  };
}

/** The clause with the spaces that part it from the line. */
function withSpaces({ start, end }: Span, places: Places): Span {
  const before = /[ \u3000]*$/u.exec(places.lineBefore(start))?.[0].length ?? 0;
  return { start: start - before, end };
}
