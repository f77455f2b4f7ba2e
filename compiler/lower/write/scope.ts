import type { Input, Lowered, LoweredSubject } from '../lowered.ts';
import type { Node } from '../nodes.ts';
import { partsOf } from '../parts.ts';

/** What a generated text needs around its functions: operations of the runtime, constants, bound values. */
export class Surround {
  readonly lowered: Lowered;
  /** Operations of `runtime/direct` that are called by name. */
  readonly operations: Set<string>;
  /** Constants made once, by their text. */
  readonly constants: Map<string, string>;
  /** Bound values that are read, and those whose truth is read in bits. */
  readonly binds = new Set<number>();
  readonly bits = new Set<number>();

  constructor(
    lowered: Lowered,
    operations: Set<string> = new Set(),
    constants: Map<string, string> = new Map(),
  ) {
    this.lowered = lowered;
    this.operations = operations;
    this.constants = constants;
  }

  /** The same operations and constants around another function, which binds for itself. */
  again(): Surround {
    return new Surround(this.lowered, this.operations, this.constants);
  }

  op(name: string, ...args: readonly string[]): string {
    this.operations.add(name);
    return `${name}(${args.join(',')})`;
  }

  constant(code: string): string {
    const known = this.constants.get(code) ?? `K${this.constants.size}`;
    this.constants.set(code, known);
    return known;
  }

  /** The name of a bound value; those that it rests on are read too. */
  bind(index: number): string {
    if (!this.binds.has(index)) {
      this.binds.add(index);
      for (const other of bindsIn(this.lowered, index)) this.bind(other);
    }
    return `b${index}`;
  }

  /** The name of a bound truth in bits. */
  bindBits(index: number): string {
    this.bind(index);
    this.bits.add(index);
    return `t${index}`;
  }

  /** The place of a keyed parameter. */
  given(of: { readonly from: string; readonly id: string }): string {
    const { binds } = this.lowered;
    const index = binds.findIndex(
      (one) => one.k === 'given' && one.given.from === of.from && one.given.id === of.id,
    );
    return this.bind(index);
  }
}

function bindsIn({ binds }: Lowered, index: number): readonly number[] {
  const bind = binds[index];
  const found: number[] = [];
  const walk = (node: Node): void => {
    if (node.k === 'bind') found.push(node.bind);
    partsOf(node).forEach(walk);
  };
  if (bind?.k === 'value') walk(bind.value);
  return found;
}

/** Inputs and locals that nodes read, those behind locals and fallbacks included. */
export function readsOfNodes(
  roots: readonly Node[],
  { inputs, locals }: Pick<LoweredSubject, 'inputs' | 'locals'>,
): { readonly inputs: ReadonlySet<number>; readonly locals: ReadonlySet<number> } {
  const found = { inputs: new Set<number>(), locals: new Set<number>() };
  const walk = (node: Node): void => {
    if (node.k === 'fact') input(node.input);
    if (node.k === 'let' && !found.locals.has(node.local)) {
      found.locals.add(node.local);
      const local = locals[node.local];
      if (local) walk(local.value);
    }
    partsOf(node).forEach(walk);
  };
  const input = (index: number): void => {
    if (found.inputs.has(index)) return;
    found.inputs.add(index);
    const fallback = inputs[index]?.fallback;
    if (fallback) walk(fallback);
  };
  roots.forEach(walk);
  return found;
}

/** Inputs so that one with a fallback comes after those that the fallback reads. */
export function inOrder(
  used: ReadonlySet<number>,
  subject: Pick<LoweredSubject, 'inputs' | 'locals'>,
): readonly (Input & { readonly index: number })[] {
  const done = new Set<number>();
  const found: (Input & { readonly index: number })[] = [];
  const visit = (index: number): void => {
    const input = subject.inputs[index];
    if (!input || done.has(index)) return;
    done.add(index);
    if (input.fallback) readsOfNodes([input.fallback], subject).inputs.forEach(visit);
    found.push({ ...input, index });
  };
  used.forEach(visit);
  return found;
}

export const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
