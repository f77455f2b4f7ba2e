/** A Parquet file that cannot be read as what it is needed for. */
export class ParquetProblem extends Error {
  override readonly name = 'ParquetProblem';

  constructor(readonly problem: Problem) {
    super(problem.why);
  }
}

export type Problem =
  | { readonly why: 'notParquet'; readonly detail: string }
  /** `group` counts from 1. */
  | { readonly why: 'damaged'; readonly group: number; readonly column: string; readonly detail: string }
  | { readonly why: 'columnType'; readonly column: string; readonly found: string; readonly expected: string };

/** Runs `work`; whatever goes wrong inside is damage at this place of the file. */
export function damageAt<T>(group: number, column: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ParquetProblem) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new ParquetProblem({ why: 'damaged', group, column, detail });
  }
}
