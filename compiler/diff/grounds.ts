import type { Id, Type } from '../../runtime/types.ts';
import type { Expr } from '../ir/expressions.ts';
import type { Fact, Policy } from '../ir/policy.ts';
import type { Keys } from './keys.ts';
import { everyExpression } from './walk.ts';

interface Part {
  readonly id: Id;
}

/**
 * What a part of a policy means together with all that it rests on, as text: the facts and parameters that it reads, by
 * type, range and default, the enumerations and units of these, the parts that it asks about, the choices that it
 * stands in, and what holds for the whole notice.
 */
export class Grounds {
  readonly #policy: Policy;
  readonly #keys: Keys;
  readonly #facts: ReadonlyMap<Id, Fact>;
  /** Definitions, parameters, enumerations, units, choices, transitions, programmes, steps and duties. */
  readonly #named: ReadonlyMap<string, unknown>;

  constructor(policy: Policy, keys: Keys) {
    this.#policy = policy;
    this.#keys = keys;
    const facts = [...policy.circumstances, ...policy.subjects.flatMap((subject) => subject.facts)];
    this.#facts = new Map(facts.map((fact) => [fact.id, fact]));
    this.#named = new Map(
      Object.entries({
        parameter: policy.parameters,
        definition: policy.definitions,
        enum: policy.enums,
        unit: policy.units,
        ...pieces(policy),
        part: [
          ...policy.programmes,
          ...policy.duties,
          ...policy.procedures,
          ...policy.procedures.flatMap((procedure) => procedure.steps),
        ],
      }).flatMap(([sort, list]) => list.map((item) => [`${sort} ${item.id}`, item] as const)),
    );
  }

  of(part: Part): string {
    const met = new Map<string, unknown>([['part', part]]);
    this.#follow([part, ...this.#everywhere(met)], met, part);
    const transitions = this.#transitionsOf(met);
    for (const [name, item] of transitions) met.set(name, item);
    this.#follow(
      transitions.map(([, item]) => item),
      met,
      part,
    );
    return [...met]
      .filter(([name]) => !name.startsWith('definition '))
      .map(([name, item]) => `${this.#known(name)} ${this.#meaning(item)}`)
      .sort()
      .join('\n');
  }

  #follow(start: readonly unknown[], met: Map<string, unknown>, part: Part): void {
    const open = [...start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const [name, item] of this.#namedIn(next)) {
        if (met.has(name) || item === part) continue;
        met.set(name, item);
        open.push(item);
      }
    }
  }

  /** Definitions are looked through, and what is listed in no order is sorted. */
  #meaning(item: unknown): string {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return this.#keys.meaning(item);
    const ranked = 'ordered' in item && item.ordered;
    const said = Object.entries(item)
      .filter(([key]) => !SILENT.has(key))
      .map(([key, value]) => [key, !ranked && UNORDERED.has(key) ? this.#sorted(value) : value] as const);
    return this.#keys.meaning(Object.fromEntries(said));
  }

  #sorted(value: unknown): unknown {
    return Array.isArray(value) ? value.map((one) => this.#keys.meaning(one)).sort() : value;
  }

  /** What holds for every part of the notice. */
  #everywhere(met: Map<string, unknown>): readonly unknown[] {
    const { inForce } = this.#policy;
    met.set('inForce', inForce ?? null);
    return [inForce ?? null];
  }

  /** Whose day decides which version holds: only where something dated is read. */
  #transitionsOf(met: ReadonlyMap<string, unknown>): readonly (readonly [string, unknown])[] {
    const { inForce, transitions } = this.#policy;
    const dated = inForce !== undefined || [...met.keys()].some((name) => name.startsWith('parameter '));
    const kinds = new Set([...met.values()].flatMap((item) => [...kindsIn(item)]));
    return transitions.flatMap((transition) => {
      const { subject } = transition;
      const concerned = dated && (subject === undefined || kinds.has(subject));
      return concerned ? [[`transition ${subject ?? ''}`, transition] as const] : [];
    });
  }

  /** The name under which the other version knows it. */
  #known(name: string): string {
    const [sort = '', id] = name.split(' ');
    return id === undefined ? sort : `${sort} ${this.#keys.renamed(id)}`;
  }

  #namedIn(value: unknown): readonly (readonly [string, unknown])[] {
    const ids = [...this.#idsIn(value)];
    const found = ids.flatMap((name) => {
      const item = name.startsWith('fact ') ? this.#facts.get(name.slice(5)) : this.#named.get(name);
      return item === undefined ? [] : [[name, item] as const];
    });
    return [...found, ...this.#choicesOf(value)];
  }

  /** A programme that stands in a choice rests on all that stand in it. */
  #choicesOf(value: unknown): readonly (readonly [string, unknown])[] {
    const choices = this.#policy.choices ?? [];
    return choices.flatMap((choice) => {
      const stands = choice.members.some(
        (member) => 'programme' in member && this.#named.get(`part ${member.programme}`) === value,
      );
      const key = [
        choice.by,
        choice.members.map((member) => ('programme' in member ? member.programme : '')),
      ];
      return stands ? [[`choice ${JSON.stringify(key)}`, choice] as const] : [];
    });
  }

  *#idsIn(value: unknown): Generator<string> {
    yield* namesIn(value);
    for (const { expr } of everyExpression(value)) yield* this.#idsOf(expr);
  }

  *#idsOf(e: Expr): Generator<string> {
    yield* typeNames(e.type);
    if (e.k === 'fact') yield `fact ${e.fact}`;
    if (e.k === 'param') yield `parameter ${e.param}`;
    if (e.k === 'def') yield `definition ${e.def}`;
    if (e.k === 'outcome') yield `${ASKED[e.state] ?? 'part'} ${e.of}`;
    if (e.k === 'stepTime') yield `part ${e.step}`;
    if (e.k === 'tierOf') yield `tier ${e.programme}`;
    if (e.k === 'field') yield `fact ${e.field}`;
  }
}

/** Names by which a part is told from others, and what no decision reads. */
const SILENT = new Set(['id', 'origin', 'proof']);
const UNORDERED = new Set([
  'excluded',
  'excused',
  'amounts',
  'grants',
  'deadlines',
  'steps',
  'due',
  'options',
]);

/** What of a programme another part asks about; of duties and steps everything. */
const ASKED: { readonly [state: string]: string } = { eligible: 'rules', selected: 'chosen' };

function pieces(policy: Policy) {
  const duties = [...policy.duties, ...policy.procedures.flatMap((procedure) => procedure.steps)];
  return {
    rules: [
      ...policy.programmes.map(({ id, subject, eligible, excluded, deadlines }) => ({
        id,
        subject,
        eligible,
        excluded,
        // Whoever misses one of these is not eligible either, whatever it is called.
        deadlines: deadlines.flatMap(({ late, ...rest }) => (late === 'record' ? [] : [rest])),
      })),
      ...duties,
    ],
    chosen: policy.programmes.map(({ id, eligible, excluded, select, deadlines }) => ({
      id,
      eligible,
      excluded,
      select,
      deadlines,
    })),
    tier: policy.programmes.map(({ id, tier }) => ({ id, tier })),
  };
}

/** Kinds of record that something is about or looks at. */
function* kindsIn(item: unknown): Generator<Id> {
  if (typeof item !== 'object' || item === null) return;
  if ('subject' in item && typeof item.subject === 'string') yield item.subject;
  for (const { expr } of everyExpression(item)) {
    if (expr.k === 'aggregate' && expr.source.k === 'population') yield expr.source.subject;
    if (expr.type.t === 'ref') yield expr.type.subject;
  }
}

const TYPED = new Set(['fact', 'minFact', 'maxFact', 'countedBy', 'programme']);
const SORTS: { readonly [key: string]: string } = { countedBy: 'fact', programme: 'part' };

/** What plain data names by itself: the facts of papers and steps, the programmes of a choice, the types of facts. */
function* namesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* namesIn(item);
    return;
  }
  if (typeof value !== 'object' || value === null || 'k' in value) return;
  for (const [key, item] of Object.entries(value)) {
    if (TYPED.has(key) && typeof item === 'string') {
      yield `fact ${item}`;
      yield `${SORTS[key] ?? 'fact'} ${item}`;
    } else if (key === 'type' && isType(item)) yield* typeNames(item);
    else yield* namesIn(item);
  }
}

const isType = (value: unknown): value is Type =>
  typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';

/** Enumerations, units and kinds of record that a type names. */
function* typeNames(type: Type): Generator<string> {
  if ('enum' in type) yield `enum ${type.enum}`;
  if (type.t === 'qty') yield `unit ${type.unit}`;
  if (type.t === 'list' || type.t === 'rate') yield* typeNames(type.of);
  if (type.t === 'keyed') {
    yield* typeNames(type.key);
    yield* typeNames(type.of);
  }
  if (type.t === 'record') for (const field of type.fields) yield* typeNames(field.type);
}
