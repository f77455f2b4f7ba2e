import type { LineToken, LogicalLine } from '../../grammar/index.ts';
import { spelling } from '../../grammar/index.ts';
import type { Head } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import type { Place } from './placement.ts';
import { homesOf } from './placement.ts';
import type { Stage } from './stage.ts';
import { explainUnknownStart } from './trouble.ts';

/** A line that is well written but stands where nothing like it may stand. */
export function reportMisplaced(
  line: LogicalLine,
  head: Head | null,
  place: Place,
  stage: Stage,
  tokens: readonly LineToken[] = [],
): void {
  if (!head) {
    if (!explainUnknownStart(tokens, place, stage)) {
      const allowed = place.heads.map((each) => spelling(stage.language, 'head', each));
      stage.reporter.report(syntaxDiagnostics.misplacedItem, line.span, { allowed });
    }
    return;
  }
  const spelt = (each: Head) => spelling(stage.language, 'head', each);
  const homes = homesOf(head).map(spelt);
  stage.reporter.report(syntaxDiagnostics.misplacedHead, line.span, { head: spelt(head), homes });
}
