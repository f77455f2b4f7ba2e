import { openZ3, type Policy, surelyAlike } from '../../compiler/index.ts';
import type { TestedPolicy } from '../cases/bench.ts';
import type { Session } from '../console/session.ts';
import { onDisk } from '../files/policies.ts';
import { readBeside } from '../prove/given.ts';
import type { Prover } from './mutate.ts';

/** Milliseconds for each question: what takes longer is listed as not noticed. */
const TIMEOUT = 2_000;

/** The solver, loaded when it is first asked; its threads end with `close`. */
export class Proving {
  readonly #session: Session;
  #solver: ReturnType<typeof openZ3> | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  async of({ source, policy }: TestedPolicy): Promise<Prover> {
    const { given } = await readBeside(onDisk(source.path, this.#session.texts), policy, this.#session);
    return async (before: Policy, after: Policy) => {
      this.#solver ??= openZ3();
      return surelyAlike(before, after, given, await this.#solver, TIMEOUT);
    };
  }

  async close(): Promise<void> {
    if (this.#solver) await (await this.#solver).close();
  }
}
