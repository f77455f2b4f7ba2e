/** Units whose amounts are whole numbers: heads, things, times. */
const WHOLE: ReadonlySet<string> = new Set([
  'person',
  'household',
  'item',
  'time',
  'thing',
  'issue',
  'article',
  'case',
  'copy',
]);

export const countsWhole = (unit: string): boolean => WHOLE.has(unit);
