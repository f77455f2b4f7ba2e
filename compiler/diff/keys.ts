import type { Id } from '../../runtime/types.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';

/** Old id → new id. */
export type Renames = ReadonlyMap<Id, Id>;

/** Fields of nodes that name something declared. */
const NAMING = new Set([
  'fact',
  'param',
  'def',
  'of',
  'step',
  'programme',
  'enum',
  'unit',
  'subject',
  'stage',
]);
const KINDS_WITH_TYPE = new Set(['lit', 'convert', 'round']);
const SYMMETRIC = new Set(['+', '*', 'eq']);

/**
 * Text that is equal for two pieces of policies exactly when they are the same piece, blind to ids of nodes, places in
 * the file and order that means nothing. `meaning` also looks through definitions and labels, so that a rule spelt out
 * and one that names a definition are the same.
 */
export class Keys {
  readonly #bodies: ReadonlyMap<Id, Expr>;
  readonly #renames: Renames;
  readonly #meanings = new Map<Id, string>();

  constructor(policy: Policy, renames: Renames = new Map()) {
    this.#bodies = new Map(policy.definitions.map((definition) => [definition.id, definition.body]));
    this.#renames = renames;
  }

  /** As written: definitions by their names. */
  written(value: unknown): string {
    return this.#key(value, false);
  }

  /** What it comes to: definitions by what they say. */
  meaning(value: unknown): string {
    return this.#key(value, true);
  }

  /** The id that `id` has in the other version. */
  renamed(id: Id): Id {
    return this.#renames.get(id) ?? id;
  }

  #key(value: unknown, through: boolean): string {
    if (Array.isArray(value)) return `[${value.map((item) => this.#key(item, through)).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
    if ('k' in value && 'type' in value && 'origin' in value) return this.#expression(value as Expr, through);
    return this.#fields(value, through, (key) => key !== 'origin' && key !== 'id');
  }

  #fields(value: object, through: boolean, kept: (key: string) => boolean): string {
    const parts = Object.entries(value)
      .filter(([key, item]) => kept(key) && item !== undefined)
      .map(([key, item]) => `${key}:${this.#field(key, item, through)}`);
    return `{${parts.sort().join(',')}}`;
  }

  #field(key: string, item: unknown, through: boolean): string {
    if (typeof item !== 'string') return this.#key(item, through);
    if (key === 'channel') return this.#key(this.#option(item), through);
    return this.#key(NAMING.has(key) ? this.renamed(item) : item, through);
  }

  /** `enumeration.option`; an enumeration is called as the fact that declares it. */
  #option(id: Id): Id {
    const [of = '', ...option] = id.split('.');
    return [this.renamed(of), ...option].join('.');
  }

  #expression(e: Expr, through: boolean): string {
    if (e.k === 'rule' && e.benefit)
      return `benefit ${this.#key(e.benefit, through)}(${this.#key(e.body, through)})`;
    if (e.k === 'rule') return this.#key(e.body, through);
    if (e.k === 'def' && through) return this.#meaningOf(e.def);
    if (e.k === 'all' || e.k === 'any') return this.#group(e, through);
    if ((e.k === 'arith' || e.k === 'cmp') && SYMMETRIC.has(e.op))
      return `${e.op}(${[e.a, e.b]
        .map((part) => this.#key(part, through))
        .sort()
        .join(',')})`;
    if (e.k === 'atLeast') return `atLeast ${e.n}(${this.#sorted(e.parts, through)})`;
    if (e.k === 'except')
      return `except ${e.neutral}(${this.#key(e.rule, through)} by ${this.#sorted(e.by, through)})`;
    if (e.k === 'lit' && Array.isArray(e.value))
      return `lit{${[...e.value].sort().join(',')}}${this.#key(e.type, through)}`;
    if (e.k === 'table') return this.#table(e, through);
    return this.#fields(
      e,
      through,
      (key) => key !== 'id' && key !== 'origin' && (key !== 'type' || KINDS_WITH_TYPE.has(e.k)),
    );
  }

  #sorted(parts: readonly Expr[], through: boolean): string {
    return parts
      .map((part) => this.#key(part, through))
      .sort()
      .join(',');
  }

  #meaningOf(definition: Id): string {
    const known = this.#meanings.get(definition);
    if (known !== undefined) return known;
    const body = this.#bodies.get(definition);
    const key = body === undefined ? `def:${this.renamed(definition)}` : this.meaning(body);
    this.#meanings.set(definition, key);
    return key;
  }

  #group(e: Expr & { readonly k: 'all' | 'any' }, through: boolean): string {
    const parts = [...new Set(this.#partsOf(e, e.k, through))].sort();
    return parts.length === 1 ? (parts[0] ?? '') : `${e.k}(${parts.join(',')})`;
  }

  /** A group inside a group of its own kind says nothing more than its parts. */
  #partsOf(e: Expr, op: 'all' | 'any', through: boolean): readonly string[] {
    if (e.k === 'rule' && !e.benefit) return this.#partsOf(e.body, op, through);
    if (e.k === op) return e.parts.flatMap((part) => this.#partsOf(part, op, through));
    return [this.#key(e, through)];
  }

  /** The order of rows means nothing, unless the first that holds is taken. */
  #table(e: Expr & { readonly k: 'table' }, through: boolean): string {
    const rows = e.rows.map((row) => `${this.#key(row.cases, through)}→${this.#key(row.then, through)}`);
    if (e.mode !== 'first') rows.sort();
    return `table${e.mode ?? ''}${this.#key(e.keys, through)}{${rows.join(';')}}`;
  }
}
