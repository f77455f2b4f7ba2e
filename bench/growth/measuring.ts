/** One table of how cost grows. */
export interface Table {
  readonly title: string;
  /** What a reader should know. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Calls and milliseconds for V8 to optimise what is measured. */
const WARM_CALLS = 50;
const WARM = 10_000;

/** Milliseconds of one call, once warm: the median of as many as fit in `budget` milliseconds, at least three. */
export function milliseconds(work: () => unknown, budget = 300): number {
  const taken: number[] = [];
  const cold = performance.now();
  for (let calls = 0; calls < WARM_CALLS && performance.now() - cold < WARM; calls++) work();
  const begun = performance.now();
  while (taken.length < 3 || (performance.now() - begun < budget && taken.length < 1000)) {
    const start = performance.now();
    work();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return taken[taken.length >> 1] ?? Number.NaN;
}

const FIGURES = 3;

/** Three figures, without exponents. */
export const shown = (value: number): string =>
  value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(FIGURES)));
