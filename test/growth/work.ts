import { type Profiler, Session } from 'node:inspector/promises';

/** How often each piece of the project's own code was run: by file and function, its stretches from the outermost in. */
export type Work = ReadonlyMap<string, readonly Profiler.CoverageRange[]>;

const ours = /\/(compiler|grammar|runtime)\//;

/**
 * Counts what each run does by V8's own counters: no clock, so that a busy machine counts the same. The counters are on from the
 * first call of the code on, since what V8 has optimised before is not counted whole.
 */
export async function workOf(...runs: readonly (() => void)[]): Promise<readonly Work[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const works: Work[] = [];
    for (const run of runs) {
      run();
      const { result } = await session.post('Profiler.takePreciseCoverage');
      works.push(counted(result.filter(({ url }) => ours.test(url))));
    }
    await session.post('Profiler.stopPreciseCoverage');
    return works;
  } finally {
    session.disconnect();
  }
}

function counted(scripts: readonly Profiler.ScriptCoverage[]): Work {
  const work = new Map<string, readonly Profiler.CoverageRange[]>();
  for (const { url, functions } of scripts)
    for (const { functionName, ranges } of functions) {
      const file = url.replace(/^.*\/(?=(compiler|grammar|runtime)\/)/, '').replace(/\?.*$/, '');
      work.set(`${file} ${functionName}@${ranges[0]?.startOffset}`, ranges);
    }
  return work;
}

/** How often the code at a place was run; a stretch is listed only where it differs from the one around it. */
function countAt(ranges: readonly Profiler.CoverageRange[], offset: number): number {
  return (
    [...ranges].reverse().find((each) => each.startOffset <= offset && offset < each.endOffset)?.count ?? 0
  );
}

export function total(work: Work): number {
  return [...work.values()].flat().reduce((sum, { count }) => sum + count, 0);
}

/** Places whose work grew by more than `most` times, worst first; what is hardly ever run is left out. */
export function grown(small: Work, large: Work, most: number, least: number): readonly string[] {
  const found = [...large].flatMap(([name, ranges]) =>
    ranges.map(({ startOffset, count }) => {
      const before = countAt(small.get(name) ?? [], startOffset);
      return {
        place: `${name}+${startOffset - (ranges[0]?.startOffset ?? 0)}`,
        count,
        times: count / Math.max(1, before),
      };
    }),
  );
  return found
    .filter(({ count, times }) => count >= least && times > most)
    .sort((a, b) => b.count - a.count)
    .map(({ place, count, times }) => `${place}: ${count}, ${times.toFixed(1)} times`);
}

/** How often a function was called, by its file and name. */
export function calls(work: Work, name: string): number {
  return [...work]
    .filter(([key]) => key.startsWith(`${name}@`))
    .reduce((n, [, ranges]) => n + (ranges[0]?.count ?? 0), 0);
}
