import { existsSync, watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Memory } from '../../compiler/index.ts';
import type { Again } from '../policy/load.ts';

const settle = 100;

/** Changes of policy files and of those that they use, from the moment each is first looked at: one that falls into a build is not lost. */
export class PolicyChanges implements Again {
  #changed = false;
  #wake: () => void = () => undefined;
  readonly #watched = new Set<string>();
  readonly #memories = new Map<string, Memory>();

  constructor(policies: readonly string[]) {
    for (const path of policies) this.looksAt(path);
  }

  /** Folders are watched, not files: editors put a new file in the place of the old one. */
  looksAt(path: string): void {
    const folder = resolve(dirname(path));
    if (this.#watched.has(folder) || !existsSync(folder)) return;
    this.#watched.add(folder);
    watch(folder, (_, name) => {
      if (name !== null && !name.endsWith('.policy')) return;
      this.#changed = true;
      this.#wake();
    });
  }

  memoryOf(policy: string): Memory {
    const memory = this.#memories.get(policy) ?? new Memory();
    this.#memories.set(policy, memory);
    return memory;
  }

  /** Resolves some moments after the next change, once for a burst of them. */
  async next(): Promise<void> {
    if (!this.#changed) await new Promise<void>((wake) => (this.#wake = wake));
    await new Promise((go) => setTimeout(go, settle));
    this.#changed = false;
  }
}
