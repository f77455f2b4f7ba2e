import type { Statement } from '../ast/statements.ts';
import type { CheckMemory } from '../check/remembered.ts';
import type { Steady } from '../possible/steady.ts';

/** Blocks in which the analyses found nothing; see `Steady`. */
export class AnalysisMemory {
  private readonly clean = new WeakSet<Statement>();

  /** For one run over the blocks of a policy that was just checked; `done` keeps what it learnt. */
  run(blocks: readonly Statement[], checked: CheckMemory): Steady & { done(): void } {
    const sorted = blocks.flatMap(unitsOf).sort((a, b) => a.span.start - b.span.start);
    const unchanged = new Set(sorted.filter((block) => this.clean.has(block) && checked.isSettled(block)));
    const dirty = new Set<Statement>();
    const found = (offset: number): void => {
      const block = blockAt(sorted, offset);
      if (block) dirty.add(block);
    };
    const done = (): void => {
      for (const block of sorted)
        if (dirty.has(block)) this.clean.delete(block);
        else this.clean.add(block);
      checked.settle();
    };
    const isUnchanged = (offset: number): boolean => {
      const block = blockAt(sorted, offset);
      return block !== undefined && unchanged.has(block);
    };
    return { unchanged: isUnchanged, found, done };
  }
}

/** Duties of one block are looked at one by one. */
const unitsOf = (block: Statement): readonly Statement[] =>
  block.head === 'duty' || block.head === 'target' ? [block, ...block.children] : [block];

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
