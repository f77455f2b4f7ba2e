import { parseMonth, printMonth } from '../../runtime/dates.ts';
import { Unusable } from '../console/failure.ts';
import type { Texts } from '../texts/texts.ts';

/** Months, both included, as `2025-01`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** `2025-01..2025-12`. */
export function readPeriod(text: string | undefined, texts: Texts): Period | null {
  if (text === undefined) return null;
  const [from = '', to = '', ...rest] = text.split('..');
  const [a, b] = [parseMonth(from), parseMonth(to)];
  if (a === null || b === null || b < a || rest.length > 0) throw new Unusable(texts.diff.notAPeriod(text));
  return { from, to };
}

export function monthAfter(month: string, months: number): string {
  const number = parseMonth(month);
  return number === null ? month : printMonth(number + months);
}
