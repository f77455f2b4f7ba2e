import { FIRST_DAY, LAST_DAY } from '../../runtime/dates.ts';
import { cutOf, type FoundCut } from './cut.ts';
import type { Bind, Input, Local } from './lowered.ts';
import type { Compare, Given, Node, Num, Table, Truth } from './nodes.ts';
import { mapParts, stageOf } from './parts.ts';
import { withRows } from './rows.ts';

/** What a policy's binding works out once. Equal ones are one. */
export class Binds {
  readonly all: Bind[] = [];
  readonly #known = new Map<string, number>();

  value(node: Node): number {
    return this.#slot({ k: 'value', value: node });
  }

  given(given: Given): number {
    return this.#slot({ k: 'given', given });
  }

  cut(bind: Extract<Bind, { readonly k: 'cut' }>): number {
    return this.#slot(bind);
  }

  #slot(bind: Bind): number {
    const key = JSON.stringify(bind, isNameless(bind) ? namelessly : plainly);
    const known = this.#known.get(key) ?? this.all.push(bind) - 1;
    this.#known.set(key, known);
    return known;
  }
}

/** Fractions of big integers as text. */
const plainly = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);

/** A day that is found gives no reasons, and what was given is open for the same ones wherever it is read: conditions alone are open anew. */
const isNameless = (bind: Bind): boolean =>
  bind.k === 'cut' || (bind.k === 'value' && bind.value.k === 'given' && bind.value.holds !== 'truth');

const namelessly = (key: string, value: unknown) => (key === 'at' ? undefined : plainly(key, value));

/** Takes what is bound out of the nodes of one kind of record. */
export class Staging {
  readonly #binds: Binds;
  readonly #inputs: readonly Input[];
  readonly #locals: readonly Local[];

  constructor(binds: Binds, inputs: readonly Input[], locals: readonly Local[]) {
    this.#binds = binds;
    this.#inputs = inputs;
    this.#locals = locals;
  }

  /** The node as it is worked out for a record, everything bound read from its place. */
  readonly staged = <N extends Node>(node: N): N => {
    if (stageOf(node) === 'bound') return this.#bound(node);
    if (node.k === 'lookup') this.#binds.given(node.of);
    const inner = mapParts(node, this.staged);
    const cut = this.#withCuts(inner as Node, node) as N;
    return cut.k === 'table' ? { ...cut, table: withRows(cut.table as Table<Node>) } : cut;
  };

  #bound<N extends Node>(node: N): N {
    if (node.k === 'bind') return node;
    const bind = this.#binds.value(node);
    return { holds: node.holds, at: node.at, k: 'bind', bind } as N;
  }

  /** `raw`: the node before staging, in which what is bound still says what it is. */
  #withCuts(node: Node, raw: Node): Node {
    if (node.holds !== 'truth') return node;
    if (node.k === 'compare' && raw.k === 'compare') return { ...node, ...this.#cut(raw, raw.op) };
    if (node.k !== 'within' || raw.k !== 'within') return node;
    const [low, high] = [
      raw.lo && this.#end(raw.lo, raw.a, raw.loIn, `${node.at}.from`),
      raw.hi && this.#end(raw.a, raw.hi, raw.hiIn, `${node.at}.to`),
    ];
    return { ...node, ...(low && { low }), ...(high && { high }) };
  }

  #end(a: Num, b: Num, inclusive: boolean, at: string): Truth {
    const raw: Truth = { holds: 'truth', at, k: 'compare', op: inclusive ? 'le' : 'lt', a, b };
    return this.staged(raw);
  }

  #cut(raw: Compare, op: Compare['op']): Pick<Compare, 'cut'> {
    if (op === 'eq') return {};
    const found =
      stageOf(raw.a) === 'record'
        ? cutOf(raw.a, raw.b, op === 'le', this.#locals)
        : cutOf(raw.b, raw.a, op === 'lt', this.#locals);
    if (!found) return {};
    const sense = stageOf(raw.a) === 'record' ? 'upTo' : 'after';
    return { cut: { input: found.input, sense, than: this.#place(found) } };
  }

  /** The day of a cut-off, by the other facts that it hangs on. */
  #place(found: FoundCut): Num {
    const { tree, bound, inclusive, input } = found;
    if (tree.k === 'if')
      return {
        holds: 'number',
        at: bound.at,
        k: 'if',
        c: this.staged(tree.c),
        a: this.#place({ ...found, tree: tree.a }),
        b: this.#place({ ...found, tree: tree.b }),
      };
    const [min, max] = this.#inputs[input]?.range ?? [FIRST_DAY, LAST_DAY];
    const bind = this.#binds.cut({ k: 'cut', steps: tree.steps, bound, inclusive, range: [min, max] });
    return { holds: 'number', at: bound.at, k: 'bind', bind };
  }
}
