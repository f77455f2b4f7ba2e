import { watch } from 'node:fs';
import { dirname } from 'node:path';

const settle = 100;

/** Changes of policy files, from the moment this is made: one that falls into a build is not lost. */
export class PolicyChanges {
  #changed = false;
  #wake: () => void = () => undefined;

  constructor(policies: readonly string[]) {
    // Folders are watched, not files: editors put a new file in the place of the old one.
    for (const folder of new Set(policies.map((path) => dirname(path)))) {
      watch(folder, (_, name) => {
        if (name !== null && !name.endsWith('.policy')) return;
        this.#changed = true;
        this.#wake();
      });
    }
  }

  /** Resolves some moments after the next change, once for a burst of them. */
  async next(): Promise<void> {
    if (!this.#changed) await new Promise<void>((wake) => (this.#wake = wake));
    await new Promise((go) => setTimeout(go, settle));
    this.#changed = false;
  }
}
