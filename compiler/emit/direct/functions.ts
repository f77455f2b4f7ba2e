import type { LoweredSubject, Node, Straight, Table } from '../../lower/index.ts';
import type { Bounds } from '../../lower/write/bound.ts';
import { KnownWriter } from '../../lower/write/known.ts';
import { OpenWriter } from '../../lower/write/open.ts';
import type { Algebra } from '../../lower/write/open/parts.ts';
import { inOrder, quoted, readsOfNodes, type Surround } from '../../lower/write/scope.ts';
import { member, unknownInput } from './names.ts';

/** What a function about one record is written with: writers, and the statements that its names need at the top. */
export interface Frame<W> {
  readonly write: W;
  /** Declarations for everything that was written so far. */
  readonly top: () => string;
  /** How often each thing that is worked out once was read. */
  readonly seen: () => ReadonlyMap<string, number>;
  /** The row of a table (where anything may be open: what was read of it) stands in a variable from here on, or no longer does. */
  readonly pin: (table: string, name: string | undefined) => void;
}

/** Makes a frame, knowing how often things are read. */
export type MakeFrame<F> = (uses: ReadonlyMap<string, number>) => F;

export interface OpenFrame extends Frame<OpenWriter> {
  /** Reads the facts that the nodes look at. */
  readonly facts: (nodes: readonly Node[]) => string;
}

export interface KnownFrame extends Frame<KnownWriter> {
  /**
   * What a block that looks at the nodes begins with: statements that read, a condition under which everything read is known
   * and in range, statements for what is worked out then.
   */
  readonly block: (nodes: readonly Node[]) => {
    readonly reads: string;
    readonly tests: string;
    readonly computed: string;
  };
}

/** Everything that a programme looks at. */
export function rootsOf(programme: Straight, explained: boolean): readonly Node[] {
  const lines = [programme.eligible, ...programme.excluded];
  const amounts = programme.amounts.flatMap(({ base, when, cap, floor, from, to }) => [
    base,
    when,
    cap,
    floor,
    from,
    to,
  ]);
  const tier = programme.tier ? [programme.tier.value, ...tableParts(programme.tier.table)] : [];
  const roots = [
    ...lines.map(({ truth }) => truth),
    ...tier,
    ...amounts.filter((node) => node !== undefined),
  ];
  return explained ? [...roots, ...lines.flatMap(lineTruths)] : roots;
}

function lineTruths({ shape, truth }: Straight['eligible']): readonly Node[] {
  switch (shape.k) {
    case 'condition':
      return [truth];
    case 'group':
      return shape.lines.flatMap(lineTruths);
    case 'guard':
      return [shape.when, ...lineTruths(shape.line)];
    case 'except':
      return [...shape.by.map((one) => one.truth), ...lineTruths(shape.line)];
  }
}

const tableParts = (table: Table<Node>): readonly Node[] => [
  ...table.keys,
  ...table.rows.flatMap(({ when, value }) => (when ? [when, value] : [value])),
];

/** Remembers what is worked out at most once: in a variable where it is read more than once, in its place where not. */
class Once {
  readonly #prefix: string;
  readonly #uses: ReadonlyMap<string, number>;
  readonly seen = new Map<string, number>();

  constructor(prefix: string, uses: ReadonlyMap<string, number>) {
    this.#prefix = prefix;
    this.#uses = uses;
  }

  read(key: string, code: () => string): string {
    this.seen.set(key, (this.seen.get(key) ?? 0) + 1);
    const uses = this.#uses.get(key) ?? 2;
    if (uses === 1) return code();
    const name = `${this.#prefix}${key}`;
    return `(${name}===undefined?${name}=${code()}:${name})`;
  }

  declarations(): string {
    const names = [...this.seen.keys()].filter((key) => (this.#uses.get(key) ?? 2) > 1);
    return names.length === 0 ? '' : `let ${names.map((key) => `${this.#prefix}${key}`).join(',')};\n`;
  }
}

/** Writes twice: the second time it is known what is read once only. */
export function twice<F extends Frame<unknown>, T>(make: MakeFrame<F>, use: (frame: F) => T): T {
  const first = make(new Map());
  use(first);
  return use(make(first.seen()));
}

/** Facts any of which may be unknown. */
export function openFrame(subject: LoweredSubject, around: Surround, algebra: Algebra): MakeFrame<OpenFrame> {
  return (uses) => {
    const once = new Once('o', uses);
    const pins = new Map<string, string | undefined>();
    const write: OpenWriter = new OpenWriter(around, algebra, {
      fact: (input, raw) =>
        raw ? rawFact(input, subject, around, algebra) : openRead(input, subject, around, algebra),
      local: (local) => {
        const value = subject.locals[local]?.value;
        if (!value) throw new RangeError(`no local ${local}`);
        const pinned = value.k === 'table' ? pins.get(value.table.id) : undefined;
        return pinned === undefined ? once.read(`${local}`, () => write.value(value)) : `${pinned}.value`;
      },
      given: () => '',
      range: (input) => subject.inputs[input]?.range,
    });
    const facts = (nodes: readonly Node[]) =>
      inOrder(readsOfNodes(nodes, subject).inputs, subject)
        .map((input) => {
          const otherwise = input.fallback ? write.value(input.fallback) : null;
          return `const u${input.index}=${openFact(member('r', input.id), otherwise, input, around, algebra)};`;
        })
        .join('');
    const pin = (table: string, name: string | undefined) => pins.set(table, name);
    return { write, top: () => once.declarations(), seen: () => once.seen, pin, facts };
  };
}

/** A condition that is not known is open anew each time that it is read. */
function openRead(input: number, { inputs }: LoweredSubject, around: Surround, algebra: Algebra): string {
  const name = `u${input}`;
  const found = inputs[input];
  if (algebra === 'bits' || found?.type.t !== 'bool' || found.fallback) return name;
  return `(typeof ${name}==='boolean'?${name}:${around.op('truthOf', name, quoted(`subject.${found.id}`))})`;
}

/** A fact as the record holds it, for asking whether it is there. */
export function rawFact(
  input: number,
  { inputs }: LoweredSubject,
  around: Surround,
  algebra: Algebra,
): string {
  const found = inputs[input];
  if (!found) throw new RangeError(`no input ${input}`);
  const raw = member('r', found.id);
  return `(${raw}===undefined?${unknownInput(found, around, algebra)}:${raw})`;
}

function openFact(
  raw: string,
  otherwise: string | null,
  input: LoweredSubject['inputs'][number],
  around: Surround,
  algebra: Algebra,
): string {
  const isTruth = input.type.t === 'bool';
  if (isTruth && algebra === 'bits') {
    const bits = around.op('factBits', raw);
    return otherwise === null ? bits : `${raw}===undefined?${otherwise}:${bits}`;
  }
  const unknown = otherwise ?? unknownInput(input, around, algebra);
  if (!isTruth) return `${raw}===undefined?${unknown}:${raw}`;
  return otherwise === null
    ? `${raw}===undefined?${unknown}:${raw}`
    : `${raw}===undefined?${otherwise}:${raw}===true`;
}

/** All facts known and in range, everything bound settled. */
export function knownFrame(subject: LoweredSubject, around: Surround, bounds: Bounds): MakeFrame<KnownFrame> {
  return (uses) => {
    const once = new Once('l', uses);
    const rows = new Map<string, string>();
    const pins = new Map<string, string | undefined>();
    const open: OpenWriter = new OpenWriter(around, 'bits', {
      fact: (input, raw) => {
        const found = subject.inputs[input];
        if (raw || found?.type.t !== 'bool') return `f${input}`;
        return `(f${input}===true?3:0)`;
      },
      local: (local) => {
        const value = subject.locals[local]?.value;
        if (!value) throw new RangeError(`no local ${local}`);
        return write.maybe({ holds: value.holds, at: value.at, k: 'let', local } as Node);
      },
      given: () => '',
      range: () => undefined,
    });
    const write: KnownWriter = new KnownWriter(
      around,
      subject,
      {
        fact: (input) => `f${input}`,
        local: (local) => {
          const value = subject.locals[local]?.value;
          if (!value) throw new RangeError(`no local ${local}`);
          return once.read(`${local}`, () => write.stored(value));
        },
        row: (table, code) => {
          const pinned = pins.get(table.id);
          if (pinned !== undefined) return pinned;
          const key = JSON.stringify(table.id);
          const name = rows.get(key) ?? `r${rows.size}`;
          rows.set(key, name);
          return once.read(name, code);
        },
      },
      open,
      bounds,
    );
    const block = (nodes: readonly Node[]) =>
      blockCode(inOrder(readsOfNodes(nodes, subject).inputs, subject), write);
    const pin = (table: string, name: string | undefined) => pins.set(table, name);
    return { write, top: () => once.declarations(), seen: () => once.seen, pin, block };
  };
}

type Used = LoweredSubject['inputs'][number] & { readonly index: number };

/** Facts without fallback are read before anything is asked of them. */
function blockCode(used: readonly Used[], write: KnownWriter): ReturnType<KnownFrame['block']> {
  const plain = used
    .filter(({ fallback }) => !fallback)
    .map(({ index, id }) => `f${index}=${member('r', id)}`);
  const computed = used.flatMap(({ fallback, index, id }) => {
    const raw = member('r', id);
    return fallback ? [`const f${index}=${raw}===undefined?${fallbackCode(fallback, write)}:${raw};`] : [];
  });
  return {
    reads: plain.length === 0 ? '' : `const ${plain.join(',')};`,
    tests: used.flatMap((input) => completeTest(input, write)).join('&&'),
    computed: computed.join(''),
  };
}

function completeTest(input: Used, write: KnownWriter): readonly string[] {
  const name = input.fallback ? member('r', input.id) : `f${input.index}`;
  const known = knownTest(name, input);
  if (!input.fallback) return [known];
  // One that is worked out is as good as given, if it then is settled.
  if (isSettled(input.fallback, write)) return input.range ? [`(${name}===undefined||${known})`] : [];
  return [known];
}

function knownTest(name: string, { range, optional }: LoweredSubject['inputs'][number]): string {
  if (!range) return `${name}!==undefined`;
  const inside = `${name}>=${range[0]}&&${name}<=${range[1]}`;
  return optional ? `(${name}===null||${inside})` : inside;
}

function isSettled(node: Node, write: KnownWriter): boolean {
  if (node.holds === 'truth') return write.truth(node).settled;
  if (node.holds === 'options') return false;
  const value = node.holds === 'number' ? write.number(node) : write.text(node);
  return !value.open && value.absent === null && !('den' in value && value.den !== 1);
}

const fallbackCode = (node: Node, write: KnownWriter): string =>
  node.holds === 'truth' ? write.truth(node).code : write.stored(node);
