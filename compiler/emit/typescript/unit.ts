import type { Expr } from '../../ir/expressions.ts';
import type { Policy } from '../../ir/policy.ts';
import type { ReadsOf } from '../../ir/reads.ts';
import { type Code, call } from './code.ts';
import type { Holds } from './holds.ts';
import { Names, quoted } from './names.ts';
import { OPERATIONS, type Operation, RUNTIME_TYPES } from './operations.ts';
import { Readers } from './readers.ts';

/** A variable of the generated text that a binder stands for. */
export interface Variable {
  readonly code: string;
  /** What it holds: elements are plain values, keys of tables are narrowed already. */
  readonly holds: Holds;
}

/** Where an expression stands. */
export interface Place {
  readonly subject: string | undefined;
  /** Nearest first. */
  readonly bound: readonly Variable[];
}

const TYPE_OF: { readonly [h in Holds]: readonly [text: string, ...uses: string[]] } = {
  truth: ['Truth', 'Truth'],
  number: ['Maybe<Exact>', 'Maybe', 'Exact'],
  text: ['Maybe<string>', 'Maybe'],
  set: ['Maybe<readonly string[]>', 'Maybe'],
  list: ['Maybe<List>', 'Maybe', 'List'],
  value: ['Value', 'Value'],
};

const NARROW: { readonly [h in Exclude<Holds, 'truth' | 'value'>]: Operation } = {
  number: 'asNumber',
  text: 'asText',
  set: 'asSet',
  list: 'asList',
};

/** Names of parameters in the generated text, which nothing else may be called. */
const DEPTHS = ['', ...Array.from({ length: 30 }, (_, i) => String(i + 2))];
const LOCAL = ['c', 'start', ...DEPTHS.flatMap((depth) => [`key${depth}`, `element${depth}`])];

/** The module being written: what it imports, how its things are called, and its hoisted constants. */
export class Unit {
  readonly policy: Policy;
  readonly reads: ReadsOf;
  readonly names = new Names([...OPERATIONS, ...LOCAL]);
  readonly typeNames = new Names(RUNTIME_TYPES);
  /** Definitions and tier tables that some rule reads: only these are written. */
  readonly definitionsRead = new Set<string>();
  readonly tiersRead = new Set<string>();
  /** Rules whose functions are written. */
  readonly rulesWritten = new Set<string>();
  readonly readers = new Readers(this);
  readonly operations = new Set<Operation>();
  readonly types = new Set<string>();
  /** Constants that are made once, by the name that stands for them. */
  readonly constants = new Map<string, Code>();
  private readonly emit: (e: Expr, place: Place, unit: Unit) => Code;

  constructor(policy: Policy, reads: ReadsOf, emit: (e: Expr, place: Place, unit: Unit) => Code) {
    this.policy = policy;
    this.reads = reads;
    this.emit = emit;
  }

  /** An expression, narrowed to what its type holds. */
  code(e: Expr, place: Place): Code {
    return this.emit(e, place, this);
  }

  /** A call of a runtime operation, which is imported. */
  op(name: Operation, ...args: readonly Code[]): Code {
    return call(this.name(name), ...args);
  }

  name(operation: Operation): string {
    this.operations.add(operation);
    return operation;
  }

  type(name: string): string {
    this.types.add(name);
    return name;
  }

  typeOf(what: Holds): string {
    const [text, ...used] = TYPE_OF[what];
    for (const name of used) this.types.add(name);
    return text;
  }

  /** A plain value narrowed; a condition stays open under `key`. */
  narrow(value: Code, to: Holds, key: string): Code {
    if (to === 'value') return value;
    return to === 'truth' ? this.op('truthOf', value, quoted(key)) : this.op(NARROW[to], value);
  }

  /** A constant made once for the module. */
  constant(wish: string, code: Code): string {
    const name = this.names.of(`constant ${wish}`, wish);
    this.constants.set(name, code);
    return name;
  }
}
