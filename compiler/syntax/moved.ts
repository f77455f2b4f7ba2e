import type { Span } from '../source/source.ts';

const isSpan = (value: object): value is Span =>
  'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';

/** A tree whose spans count from `base`. What was one object stays one. */
export function moved<T>(tree: T, base: number): T {
  const made = new Map<object, unknown>();
  const move = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    const result = Array.isArray(value) ? value.map(move) : moveObject(value);
    made.set(value, result);
    return result;
  };
  const moveObject = (value: object): unknown =>
    isSpan(value)
      ? { ...value, start: value.start + base, end: value.end + base }
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, move(item)]));
  return base === 0 ? tree : (move(tree) as T);
}
