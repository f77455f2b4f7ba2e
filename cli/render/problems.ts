import type { Session } from '../console/session.ts';
import type { UnreadEntry } from '../decide/entry.ts';

const shown = 100;

/** Rows that could not be read, one line a place, on standard error. After the first hundred they are counted. */
export class ProblemReport {
  #count = 0;

  /** Places that were wrong. */
  get count(): number {
    return this.#count;
  }

  constructor(
    readonly session: Session,
    readonly path: string,
  ) {}

  async add({ row, problems }: UnreadEntry): Promise<void> {
    const { texts, err, paintErr } = this.session;
    for (const problem of problems) {
      this.#count++;
      if (this.#count > shown) continue;
      await err.write(`${paintErr('red', texts.data.row(this.path, row))} ${problem.message}\n`);
    }
  }

  async end(): Promise<void> {
    const { texts, err } = this.session;
    if (this.#count > shown) await err.write(`${texts.decide.moreProblems(this.#count - shown)}\n`);
  }
}
