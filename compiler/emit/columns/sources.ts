import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { partsOf } from '../../lower/parts.ts';

/** A number with no more values than this is looked up, not computed. */
const NARROW = 4096;
/** Sets of no more options than this are looked up whole. */
const FEW_OPTIONS = 10;

/** How an input is looked at by a kernel. */
export type Place =
  /** One bit of a byte that holds eight flags of a row. */
  | { readonly k: 'flag' }
  /** A place in a list of values, for which everything that depends on it alone is worked out beforehand. */
  | { readonly k: 'coded' | 'narrow' | 'set' }
  /** A number as it is. */
  | { readonly k: 'wide' };

export function placeOf(input: L.Input): Place {
  const type = input.type.t === 'rate' ? input.type.of : input.type;
  if (type.t === 'bool') return { k: 'flag' };
  if (type.t === 'set') return { k: 'set' };
  if (input.range === undefined) return { k: 'coded' };
  const [min, max] = input.range;
  return { k: max - min < NARROW ? 'narrow' : 'wide' };
}

/** Which inputs nodes look at, through the locals that they read. */
export class Reads {
  readonly #locals: readonly L.Local[];
  readonly #instead: (input: number) => L.Node | undefined;
  readonly #known = new WeakMap<L.Node, ReadonlySet<number>>();

  /** `instead`: what an input is read as. */
  constructor(locals: readonly L.Local[], instead: (input: number) => L.Node | undefined) {
    this.#locals = locals;
    this.#instead = instead;
  }

  of(node: L.Node): ReadonlySet<number> {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const found = new Set<number>();
    const instead = node.k === 'fact' ? this.#instead(node.input) : undefined;
    if (node.k === 'fact' && !instead) found.add(node.input);
    const inside = node.k === 'let' ? [this.#locals[node.local]?.value] : [instead, ...partsOf(node)];
    for (const part of inside) if (part) for (const input of this.of(part)) found.add(input);
    this.#known.set(node, found);
    return found;
  }
}

/** Texts that make a difference to a node: those it names, and the keys of the parameters it looks up. */
export function textsIn(
  node: L.Node,
  locals: readonly L.Local[],
  binds: readonly Value[],
  keysOf: (given: L.Given) => readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (part: L.Node): void => {
    if (part.k === 'let') {
      const local = locals[part.local]?.value;
      if (local) visit(local);
    } else if (part.k === 'lit' && part.holds === 'text') found.add(part.value);
    else if (part.k === 'lit' && part.holds === 'options')
      for (const value of part.values) found.add(String(value));
    else if (part.k === 'bind') for (const text of textsOfValue(binds[part.bind])) found.add(text);
    else if (part.k === 'rank') for (const option of part.order) found.add(option);
    if (part.k === 'lookup') for (const key of keysOf(part.of)) found.add(key);
    for (const inner of partsOf(part)) visit(inner);
  };
  visit(node);
  return found;
}

const textsOfValue = (value: Value | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};

/** Every set of the options, as bits and as a set. `null` where there are too many. */
export function subsets(
  options: readonly string[],
): readonly (readonly [bits: number, set: readonly string[]])[] | null {
  if (options.length > FEW_OPTIONS) return null;
  return Array.from({ length: 1 << options.length }, (_, bits) => [
    bits,
    options.filter((_option, bit) => ((bits >> bit) & 1) === 1),
  ]);
}
