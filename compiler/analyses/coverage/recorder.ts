import type { Decision, ProgrammeDecision } from '../../../runtime/decision.ts';
import type { TableRead } from '../../../runtime/rules.ts';
import { isDoubt } from '../../../runtime/unknown.ts';
import type { Value } from '../../../runtime/value.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { nodesOf } from '../../ir/nodes.ts';
import type { Observer, Turn } from '../../ir/observer.ts';
import type { Policy } from '../../ir/policy.ts';
import { type Item, type ItemKind, keyOf } from './item.ts';

/** Writes down what the interpreter makes of a policy's parts while cases are decided, and what the decisions say. */
export class Recorder implements Observer {
  #seen = new Map<string, Set<string>>();
  readonly #kinds: ReadonlyMap<string, ItemKind>;
  /** What stands under a `当`, by the condition. */
  readonly #guarded = new Map<Expr, readonly Expr[]>();
  readonly #guards = new Map<Expr, readonly Expr[]>();
  /** Out of play for the moment: their `当` is no. */
  readonly #outOfPlay = new Set<Expr>();

  constructor(policy: Policy, items: readonly Item[]) {
    const conditions = items.filter(({ kind }) => kind === 'rule' || kind === 'branch');
    this.#kinds = new Map(conditions.map(({ id, kind }) => [id, kind]));
    for (const e of nodesOf(policy)) {
      const owner = e.k === 'rule' && e.body.k === 'guard' ? e : null;
      const guard = owner?.body ?? e;
      if (guard.k !== 'guard' || this.#guarded.has(guard.when)) continue;
      const inside = [...(owner ? [owner] : []), ...expressions(guard.then)];
      this.#guarded.set(guard.when, inside);
      this.#guards.set(owner ?? guard, inside);
    }
  }

  /** What was seen since the last time it was asked. */
  take(): ReadonlyMap<string, ReadonlySet<string>> {
    const seen = this.#seen;
    this.#seen = new Map();
    return seen;
  }

  node(e: Expr, value: Value): void {
    const kind = this.#kinds.get(e.id);
    if (kind && !this.#outOfPlay.has(e))
      this.#note(kind, e.id, isDoubt(value) ? 'unknown' : value === true ? 'yes' : 'no');
    for (const inside of this.#guards.get(e) ?? []) this.#outOfPlay.delete(inside);
    if (value === false) for (const inside of this.#guarded.get(e) ?? []) this.#outOfPlay.add(inside);
  }

  table({ row }: TableRead): void {
    if (row !== null) this.#note('row', row, 'taken');
  }

  turn(of: string, what: Turn): void {
    this.#note(what === 'tie' || what === 'refill' ? 'stage' : 'amount', of, what);
  }

  decision(decision: Decision): void {
    for (const [id, programme] of Object.entries(decision.programmes)) this.#programme(id, programme);
    for (const { steps } of Object.values(decision.procedures))
      for (const { id, state } of steps) this.#note('step', id, state);
    for (const [id, duty] of Object.entries(decision.duties ?? {}))
      for (const { state } of [duty, ...duty.periods]) this.#note('duty', id, state);
  }

  #programme(id: string, programme: ProgrammeDecision): void {
    this.#note('programme', id, programme.outcome);
    for (const route of programme.routes) this.#note('route', route.id, route.truth);
    for (const grant of programme.grants) this.#note('grant', grant.id, grant.truth);
    for (const amount of programme.amounts)
      this.#note('amount', amount.id, programme.outcome === 'eligible' ? 'paid' : 'open');
    for (const document of programme.documents)
      this.#note('document', document.id, document.submitted === 'yes' ? 'submitted' : 'notSubmitted');
    for (const deadline of programme.deadlines) this.#note('deadline', deadline.id, deadline.state);
    for (const stage of programme.selection?.stages ?? []) this.#note('stage', stage.id, stage.result);
  }

  #note(kind: ItemKind, id: string, what: string): void {
    const key = keyOf(kind, id);
    const seen = this.#seen.get(key);
    if (seen) seen.add(what);
    else this.#seen.set(key, new Set([what]));
  }
}
