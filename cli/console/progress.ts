import type { Session } from './session.ts';

const between = 200;

/** A line on the terminal that counts along; nothing at all where nobody watches. */
export class Progress {
  #last = Date.now();
  #drawn = false;

  constructor(
    readonly session: Session,
    readonly line: (count: number) => string,
  ) {}

  async at(count: number): Promise<void> {
    // The clock is asked every so many rows only: asking costs more than deciding would notice.
    if (count % 256 === 0) await this.now(count);
  }

  /** The same of many records at once. */
  async now(count: number): Promise<void> {
    if (!this.session.watched || Date.now() - this.#last < between) return;
    this.#last = Date.now();
    this.#drawn = true;
    await this.session.err.write(`\r\u001B[K${this.line(count)}`);
  }

  async clear(): Promise<void> {
    if (this.#drawn) await this.session.err.write('\r\u001B[K');
    this.#drawn = false;
  }
}
