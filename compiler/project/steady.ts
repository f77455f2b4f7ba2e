import type { Statement } from '../ast/statements.ts';
import type { CheckMemory } from '../check/remembered.ts';
import type { Steady } from '../possible/steady.ts';

/** What a block hung on when nothing was found in it: the blocks that it names, and everything around them. */
interface Clean {
  readonly inputs: readonly Statement[];
  readonly around: readonly unknown[];
}

/** Blocks in which the analyses found nothing; see `Steady`. */
export class AnalysisMemory {
  private readonly clean = new WeakMap<Statement, Clean>();

  /** For one run over the blocks of a policy that was just checked; `done` keeps what it learnt. */
  run(blocks: readonly Statement[], checked: CheckMemory): Steady & { done(): void } {
    const sorted = [...blocks].sort((a, b) => a.span.start - b.span.start);
    const unchanged = new Set(sorted.filter((block) => this.same(block, checked)));
    const dirty = new Set<Statement>();
    const found = (offset: number): void => {
      const block = blockAt(sorted, offset);
      if (block) dirty.add(block);
    };
    const done = (): void => {
      const around = checked.around;
      for (const block of sorted)
        if (dirty.has(block)) this.clean.delete(block);
        else this.clean.set(block, { inputs: checked.inputsOf(block), around });
    };
    const isUnchanged = (offset: number): boolean => {
      const block = blockAt(sorted, offset);
      return block !== undefined && unchanged.has(block);
    };
    return { unchanged: isUnchanged, found, done };
  }

  private same(block: Statement, checked: CheckMemory): boolean {
    const before = this.clean.get(block);
    if (!before) return false;
    return sameItems(before.around, checked.around) && sameItems(before.inputs, checked.inputsOf(block));
  }
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}

/** The block that an offset lies in: the last that begins there or before. */
function blockAt(sorted: readonly Statement[], offset: number): Statement | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
