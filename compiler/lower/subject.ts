import type { Id } from '../../runtime/types.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy, Programme } from '../ir/policy.ts';
import { both, Expressions, negated, type Surroundings } from './expression.ts';
import { inputOf } from './inputs.ts';
import type { Input, Local } from './lowered.ts';
import type { Node, Table, Truth } from './nodes.ts';
import { NotStraight } from './outside.ts';
import { stageOf } from './parts.ts';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** What the programmes for one kind of record share while they are lowered: its facts and what is worked out once. */
export class Subject {
  readonly policy: Policy;
  readonly id: Id;
  readonly inputs: Mutable<Input>[] = [];
  readonly locals: Local[] = [];
  readonly expressions: Expressions;
  readonly #places = new Map<string, Node>();
  readonly #inputs = new Map<Id, number>();

  constructor(policy: Policy, id: Id) {
    this.policy = policy;
    this.id = id;
    const around: Surroundings = {
      policy,
      input: (fact) => this.#input(fact),
      definition: (definition) => this.#defined(`definition.${definition}`, () => this.#bodyOf(definition)),
      tier: (programme) => this.tier(this.#programme(programme)).value,
      outcome: (programme, at) => this.#outcome(programme, at),
      once: (name, node) => this.#once(name, node),
    };
    this.expressions = new Expressions(around);
  }

  /** The tier table of a programme and the place of its value. */
  tier({ id, tier }: Programme): { readonly table: Table<Node>; readonly value: Node } {
    if (!tier) throw new RangeError(`${id} has no tiers`);
    const value = this.#defined(`tier.${id}`, () => this.expressions.node(tier.table, []));
    const inner = value.k === 'let' ? this.locals[value.local]?.value : value;
    if (inner?.k !== 'table') throw new RangeError(`the tiers of ${id} are no table`);
    return { table: inner.table as Table<Node>, value };
  }

  #programme(id: Id): Programme {
    const found = this.policy.programmes.find((programme) => programme.id === id);
    if (!found) throw new RangeError(`no programme ${id}`);
    return found;
  }

  #input(fact: Id): number {
    const known = this.#inputs.get(fact);
    if (known !== undefined) return known;
    const facts = this.policy.subjects.find(({ id }) => id === this.id)?.facts ?? [];
    const found = facts.find(({ id }) => id === fact);
    if (!found) throw new RangeError(`no fact ${fact}`);
    const input: Mutable<Input> = inputOf(found, this.policy);
    const index = this.inputs.push(input) - 1;
    this.#inputs.set(fact, index);
    if (found.fallback) input.fallback = this.expressions.node(found.fallback, []);
    return index;
  }

  #bodyOf(definition: Id): Node {
    const found = this.policy.definitions.find(({ id }) => id === definition);
    if (!found) throw new RangeError(`no definition ${definition}`);
    const node = this.expressions.node(found.body, []);
    if (node.holds !== 'truth' || (node.k !== 'fact' && node.k !== 'given')) return node;
    // What is read as it was given is open anew wherever it is read, but a definition is settled once.
    return { holds: 'truth', at: node.at, k: 'all', parts: [node] };
  }

  #defined(name: string, body: () => Node): Node {
    const known = this.#places.get(name);
    if (known) return known;
    const node = this.#once(name, body());
    this.#places.set(name, node);
    return node;
  }

  #once<N extends Node>(name: string, node: N): N {
    // What costs nothing, or nothing for a record, stays where it is.
    if (stageOf(node) !== 'record' || node.k === 'fact' || node.k === 'let') return node;
    const local = this.locals.push({ name, value: node }) - 1;
    return { holds: node.holds, at: name, k: 'let', local } as N;
  }

  /** Eligible and not excluded. */
  #outcome(id: Id, at: Id): Truth {
    const programme = this.#programme(id);
    if (programme.subject !== this.id) throw new NotStraight('population', at);
    if (programme.deadlines.some(({ late }) => late !== 'record')) throw new NotStraight('deadline', at);
    const node = this.#defined(`outcome.${id}`, () => {
      const truth = (e: Expr) => this.expressions.truth(e);
      return both(at, [truth(programme.eligible), ...programme.excluded.map((e) => negated(truth(e)))]);
    });
    if (node.holds !== 'truth') throw new RangeError(`${id} has no outcome`);
    return node;
  }
}
