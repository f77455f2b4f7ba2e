import { type Formula, type Key, ZERO } from './formula.ts';
import type { Variables } from './variables.ts';

const known = new WeakMap<Formula, ReadonlySet<Key>>();

/** Whether two conditions have something to do with each other: what shares no variable neither implies nor contradicts. */
export function share(a: Formula, b: Formula, variables: Variables): boolean {
  const [mine, theirs] = [spokenOf(a, variables), spokenOf(b, variables)];
  return [...mine].some((key) => theirs.has(key));
}

/** What a condition speaks of: conditions that share none of it have nothing to do with each other. Days of one year hang together through the year. */
export function spokenOf(f: Formula, variables: Variables): ReadonlySet<Key> {
  const before = known.get(f);
  if (before) return before;
  const found = new Set<Key>();
  const add = (part: Formula): void => {
    if (part.k !== 'atom') for (const inner of part.parts) add(inner);
    else if (part.atom.t !== 'difference') found.add(`${part.atom.t} ${part.atom.key}`);
    else for (const key of [part.atom.a, part.atom.b]) number(key);
  };
  const number = (key: Key): void => {
    if (key === ZERO) return;
    found.add(key);
    const year = variables.numbers.get(key)?.inYear?.year;
    if (year !== undefined) found.add(`year ${year}`);
  };
  add(f);
  known.set(f, found);
  return found;
}
