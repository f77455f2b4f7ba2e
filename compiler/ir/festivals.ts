import type { Festival } from '../../runtime/calendar/calendar.ts';
import type { Expr } from './expressions.ts';

const FESTIVALS: readonly Festival[] = ['spring', 'newYearsEve', 'dragonBoat', 'midAutumn', 'doubleNinth'];

/** The festival that a constant argument names. Throws a `RangeError` for any other expression. */
export function festivalNamed(e: Expr): Festival {
  const found = e.k === 'lit' ? FESTIVALS.find((name) => name === e.value) : undefined;
  if (!found) throw new RangeError('a festival is named by a constant');
  return found;
}
