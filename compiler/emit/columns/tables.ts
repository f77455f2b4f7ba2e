import type * as L from '../../lower/index.ts';
import type { Row } from './row.ts';
import { and, differ, NO, not, or, YES } from './text.ts';

const CERTAIN = { yes: YES, may: YES, hard: NO };

/** Which row of a table applies: a test each, of which at most one is 1; where rows are `open`, and where there is `none`. */
export function rowsOf(
  row: Row,
  { rows, mode }: Pick<L.Table<L.Node>, 'rows' | 'mode'>,
): {
  readonly tests: readonly string[];
  readonly open: string;
  readonly none: string;
} {
  const codes = rows.map(({ when }) => (when ? row.truth(when) : CERTAIN));
  const earlier: string[] = [];
  const tests = codes.map(({ yes }, i) => {
    const test = rows[i]?.when === null || mode === 'first' ? and(not(or(...earlier)), yes) : yes;
    earlier.push(yes);
    return row.named(test);
  });
  const open = codes.map((code) => or(code.hard, differ(code.yes, code.may)));
  const twice =
    mode === 'checked' ? or(...tests.flatMap((a, i) => tests.slice(0, i).map((b) => and(a, b)))) : NO;
  return { tests, open: row.named(or(...open, twice)), none: row.named(not(or(...tests))) };
}
