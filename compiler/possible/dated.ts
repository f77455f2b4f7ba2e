import { printDate, printMonth } from '../../runtime/dates.ts';
import type { Expr } from '../ir/expressions.ts';
import { mapFields } from '../ir/fields.ts';
import type { Words } from './example.ts';
import { fixedTime, type Reach, yearProfile } from './years.ts';

/** The day, month or year that an expression comes to in the year of examples; null where it hangs on more. */
export function dayIn(year: number, e: Expr, reach: Reach): string | null {
  const at = fixedTime(e, reach) ?? yearProfile(e, reach)?.at(year);
  if (at === undefined || at === null) return null;
  return e.type.t === 'date' ? printDate(at) : e.type.t === 'month' ? printMonth(at) : String(at);
}

/** The same question with the year of a round of the procedure put in. */
export function inRound(e: Expr, year: number): Expr {
  return replaced(e, year) as Expr;
}

function replaced(node: unknown, year: number): unknown {
  if (typeof node !== 'object' || node === null) return node;
  if ('k' in node && node.k === 'roundYear') return { ...node, k: 'lit', value: String(year) };
  return mapFields(node, (value, name) =>
    name === 'origin' || name === 'type' ? value : replaced(value, year),
  );
}

/** What an example says, and the days that it comes to. */
export function withDays({ zh, en }: Words, days: readonly string[]): Words {
  const [one, both] = [(text: string) => text !== '', days.join(' ')];
  return { zh: [zh, both].filter(one).join('：'), en: [en, both].filter(one).join(': ') };
}
