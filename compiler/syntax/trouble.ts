import type { Failure, LineRule, LineToken } from '../../grammar/index.ts';
import type { Head } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import type { Item, Place } from './placement.ts';
import type { Stage } from './stage.ts';

/** The line on which reading failed, and how it was read. */
export interface Attempt {
  readonly rule: LineRule;
  readonly tokens: readonly LineToken[];
  readonly head: Head | null;
  readonly item: Item | null;
  readonly place: Place;
}

export function explainTokens(_tokens: readonly LineToken[], _stage: Stage): boolean {
  return false;
}

export function explainUnknownStart(_tokens: readonly LineToken[], _place: Place, _stage: Stage): boolean {
  return false;
}

export function explainFailure(failure: Failure, attempt: Attempt, stage: Stage): void {
  const at = failure.found ?? failure.previous;
  const span = { start: at?.startOffset ?? 0, end: (at?.endOffset ?? 0) + 1 };
  stage.reporter.report(syntaxDiagnostics.unreadable, span, {
    found: failure.found?.image ?? null,
    expected: failure.expected,
    rule: attempt.rule,
  });
}
