import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import type { Answer, Order } from './engine.ts';

/** An engine in a process of its own. */
export class EngineProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #reader: Interface;
  #said = '';

  constructor(command: readonly [string, ...string[]]) {
    const [program, ...args] = command;
    this.#child = spawn(program, args);
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#said = `${this.#said}${chunk.toString()}`.slice(-2000);
    });
    this.#child.stdin.on('error', () => {}); // it died: `order` says so
    this.#reader = createInterface({ input: this.#child.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
  }

  /** Throws with what the process said where it fails or has died. */
  async order(order: Order): Promise<Answer> {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the process ended: ${this.#said.trim()}`);
    const answer = JSON.parse(value as string) as Answer;
    if (answer.failed !== undefined) throw new Error(`${answer.failed} ${this.#said.trim()}`);
    return answer;
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('close', resolve));
    if (this.#child.exitCode !== null) return;
    await this.order({ do: 'end' }).catch(() => this.#child.kill());
    await gone;
  }
}
