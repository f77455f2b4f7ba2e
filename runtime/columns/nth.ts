const swap = (values: Float64Array, i: number, j: number): void => {
  const value = values[i] ?? 0;
  values[i] = values[j] ?? 0;
  values[j] = value;
};

/** Median of the first, middle and last, moved to the middle: sorted and equal values then cost no more than others. */
function pivotOf(values: Float64Array, from: number, last: number): number {
  const middle = (from + last) >>> 1;
  if ((values[middle] ?? 0) < (values[from] ?? 0)) swap(values, middle, from);
  if ((values[last] ?? 0) < (values[from] ?? 0)) swap(values, last, from);
  if ((values[last] ?? 0) < (values[middle] ?? 0)) swap(values, last, middle);
  return values[middle] ?? 0;
}

/** Below this many it is quicker to sort, and whatever the data were they are few. */
const FEW = 24;
/** Rounds that may leave more than half: past them the values are sorted, so that the time stays n log n. */
const PATIENCE = 12;

/**
 * The value that would stand at `place` of `values[from … to)` were they sorted, `from` being place 0. Moves values about
 * inside that range. Time linear in its length.
 */
export function nthValue(values: Float64Array, from: number, to: number, place: number): number {
  const at = from + place;
  let [low, high] = [from, to - 1];
  let patience = PATIENCE;
  while (high - low >= FEW && patience > 0) {
    const before = high - low;
    const pivot = pivotOf(values, low, high);
    let [i, j] = [low, high];
    while (i <= j) {
      while ((values[i] ?? 0) < pivot) i++;
      while ((values[j] ?? 0) > pivot) j--;
      if (i <= j) swap(values, i++, j--);
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else return pivot;
    if (high - low > before >>> 1) patience--;
  }
  values.subarray(low, high + 1).sort();
  return values[at] ?? Number.NaN;
}
