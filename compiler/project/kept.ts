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
  const starts = new Map(places.files.map(({ path, text }) => [path, lineStarts(text)]));
  // A mark on an assertion speaks of its refutation, which no analysis here looks for.
  const read = notice.blocks.filter(({ head }) => head !== 'assert');
  const marks = statementsOf([notice.header, ...read]).flatMap((one) => marksOn(one, places));
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

function marksOn(statement: Statement, places: Places): readonly Mark[] {
  return statement.clauses.flatMap((clause): readonly Mark[] =>
    clause.kind === 'accept'
      ? [
          {
            clause,
            path: places.pathAt(statement.span.start),
            from: places.lineAt(statement.span.start),
            to: places.lineAt(clause.span.end),
          },
        ]
      : [],
  );
}

function statementsOf(statements: readonly Statement[]): readonly Statement[] {
  return statements.flatMap((statement) => [statement, ...statementsOf(statement.children)]);
}

/** The clause with the spaces that part it from the line. */
function withSpaces({ start, end }: Span, places: Places): Span {
  const before = /[ \u3000]*$/u.exec(places.lineBefore(start))?.[0].length ?? 0;
  return { start: start - before, end };
}
