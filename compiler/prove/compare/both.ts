import { InputErrors } from '../../../runtime/input/errors.ts';
import type { Id } from '../../../runtime/types.ts';
import { Replay } from '../search/replay.ts';
import { recordIn } from '../search/setting.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { kindsOf } from './replayed.ts';
import type { DifferenceKind, Pair } from './result.ts';
import type { TwoWorlds } from './worlds.ts';

/** Solver and interpreter do not agree. */
export class Fault extends Error {}

/** One record decided by the interpreter as both versions read it. */
export class Both {
  private readonly two: TwoWorlds;
  private readonly id: Id;
  private readonly from: Assignment;
  private readonly replays: readonly [Replay, Replay];

  /** `from`: where the search began. */
  constructor(two: TwoWorlds, id: Id, from: Assignment) {
    this.two = two;
    this.id = id;
    this.from = from;
    this.replays = [new Replay(two.before.policy), new Replay(two.after.policy)];
  }

  /** Throws `Fault` where a version does not accept the record. */
  decide(model: Assignment): { readonly pair: Pair; readonly kinds: ReadonlySet<DifferenceKind> } {
    const { before, after, pool } = this.two;
    const [a, b] = [
      recordIn(before.world, pool, before.ground, model),
      recordIn(after.world, pool, after.ground, model),
    ];
    const [old, fresh] = this.replays;
    try {
      const [x, y] = [old.run(a.binding, a.facts).decision, fresh.run(b.binding, b.facts).decision];
      const [was, is] = [x.programmes[this.id], y.programmes[this.id]];
      if (!was || !is) throw new Fault(`${this.id} was not decided`);
      const pair = { before: a, after: b, changed: this.changedIn(model), was, is };
      return { pair, kinds: kindsOf(x, y, this.id) };
    } catch (error) {
      if (error instanceof InputErrors) throw new Fault(error.message);
      throw error;
    }
  }

  /** None where one of the versions does not accept the record: ranges may hang on other facts. */
  tried(model: Assignment): ReturnType<Both['decide']> | null {
    const seen = new Evaluation(model);
    if (!this.two.pool.required.every((condition) => seen.bool(condition))) return null;
    try {
      return this.decide(model);
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  }

  /** Of both versions; a fact that was renamed is told once. */
  private changedIn(model: Assignment): readonly string[] {
    const { before, after, pool } = this.two;
    const keys = [after, before].flatMap(({ world, ground }) => {
      const [now, start] = [model, this.from].map((given) => recordIn(world, pool, ground, given).raw);
      return [...(now ?? [])].flatMap(([key, value]) =>
        JSON.stringify(value) === JSON.stringify(start?.get(key)) ? [] : [world.nameOf(key)],
      );
    });
    return [...new Set(keys)];
  }
}
