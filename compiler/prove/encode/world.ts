import { FIRST_DAY } from '../../../runtime/dates.ts';
import {
  type DatedValue,
  missingParameter,
  type ParameterValues,
} from '../../../runtime/input/parameters.ts';
import type { Id, PolicyMeta, Type } from '../../../runtime/types.ts';
import { isKeyed } from '../../../runtime/unknown.ts';
import type { Keyed, Value } from '../../../runtime/value.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Fact, Parameter, Policy } from '../../ir/policy.ts';
import { and, not, or } from '../terms/logic.ts';
import { eq, num } from '../terms/number.ts';
import { parseExact } from '../../../runtime/exact.ts';
import type { Bool } from '../terms/term.ts';
import { Day, dayLe } from '../values/day.ts';
import { chooseSym, payload, type Sym, UNKNOWN, UNKNOWN_THERE, unknownWhere } from '../values/sym.ts';
import type { Codes } from './codes.ts';
import { symOf } from './constants.ts';
import type { World } from './scope.ts';
import type { Slot } from './slot.ts';
import { type Limits, type SlotKit, slotFor, withinOthers } from './slots.ts';

/** What is fixed for a proof, and what is not. */
export interface Setting {
  readonly policy: Policy;
  readonly meta: PolicyMeta;
  readonly codes: Codes;
  readonly limits: Limits;
  readonly plain: SlotKit['plain'];
  /** Kind of record; `undefined`: the policy has none. */
  readonly subject: Id | undefined;
  /** Parameters with their values; those without one may have any. */
  readonly parameters: ParameterValues;
}

/** Variables of proofs, each made when it is first read. Several records may share them. */
export class Pool {
  readonly slots = new Map<string, Slot>();
  readonly required: Bool[] = [];
  private count = 0;

  fresh(stem: string): string {
    this.count += 1;
    return `${stem}#${this.count}`;
  }

  require(condition: Bool): void {
    this.required.push(condition);
  }

  slot(name: string, make: () => Slot | null): Slot | null {
    const known = this.slots.get(name);
    if (known) return known;
    const slot = make();
    if (slot) {
      this.slots.set(name, slot);
      this.required.push(...slot.holds);
    }
    return slot;
  }
}

export const AS_OF = 'asOf';
export const factKey = (of: 'subject' | 'circumstances', id: Id): string =>
  of === 'subject' ? id : `circumstances.${id}`;
export const parameterKey = (id: Id): string => `parameters.${id}`;

/** One record with the parameters and the date: variables, constants, and what the policy computes. */
export class RecordWorld implements World {
  readonly asOf: Day;
  private readonly setting: Setting;
  private readonly pool: Pool;
  private readonly names: ReadonlyMap<string, string>;
  private readonly computed = new Map<string, Sym>();
  private readonly held = new Set<string>();
  /** Encodes what the policy computes; set by who makes the encoder of this world. */
  compute: (e: Expr) => Sym = () => UNKNOWN;

  /** `names`: variables of the pool for keys that have another name there; another record may share the rest. */
  constructor(setting: Setting, pool: Pool, names: ReadonlyMap<string, string> = new Map()) {
    this.setting = setting;
    this.pool = pool;
    this.names = names;
    const { type } = { type: { t: 'date' } as const };
    const slot = this.slot(AS_OF, { type, optional: false });
    this.asOf = (slot && payload(slot.sym, 'date')?.day) ?? Day.constant(this, 0);
  }

  fresh(stem: string): string {
    return this.pool.fresh(stem);
  }

  require(condition: Bool): void {
    this.pool.require(condition);
  }

  /** Name of the variable behind a key in this record. */
  nameOf(key: string): string {
    return this.names.get(key) ?? key;
  }

  private slot(key: string, meta: Parameters<typeof slotFor>[2]): Slot | null {
    const name = this.nameOf(key);
    return this.pool.slot(name, () => slotFor({ ...this.setting, constraints: this }, name, meta));
  }

  fact(of: 'subject' | 'circumstances', id: Id): Sym | null {
    const fact = this.factNamed(of, id);
    if (!fact) return null;
    if (fact.fallback) return this.once(factKey(of, id), fact.fallback);
    const sym = this.slot(factKey(of, id), fact)?.sym ?? null;
    if (sym) this.hold(of, fact, sym);
    return sym;
  }

  /** Data whose ranges are given by other facts keep to them, where both are given. */
  private hold(of: 'subject' | 'circumstances', fact: Fact, sym: Sym): void {
    const name = this.nameOf(factKey(of, fact.id));
    if (this.held.has(name)) return;
    this.held.add(name);
    const other = (id: Id | undefined): Sym | null =>
      id === undefined || this.factNamed(of, id)?.fallback ? null : this.fact(of, id);
    for (const condition of withinOthers(sym, other(fact.minFact), other(fact.maxFact)))
      this.require(condition);
  }

  private factNamed(of: 'subject' | 'circumstances', id: Id): Fact | undefined {
    const { policy, subject } = this.setting;
    if (of === 'circumstances') return policy.circumstances.find((fact) => fact.id === id);
    return policy.subjects.find((one) => one.id === subject)?.facts.find((fact) => fact.id === id);
  }

  /** A fact that the policy computes is taken as computed. */
  private once(key: string, body: Expr): Sym {
    const made = this.computed.get(key);
    if (made) return made;
    const sym = this.compute(body);
    this.computed.set(key, sym);
    return sym;
  }

  parameter(id: Id, key: Sym | null): Sym {
    const parameter = this.setting.policy.parameters.find((one) => one.id === id);
    if (!parameter) return UNKNOWN;
    const given = this.setting.parameters.get(id);
    const missing = missingParameter(this.setting.meta, parameter);
    if (given) return this.inVersion((day) => this.dated(given, day, parameter.type, key, missing));
    if (parameter.rows.length > 0) return this.inVersion((day) => this.fromRows(parameter, day));
    if (parameter.type.t === 'keyed') return this.lookUp(missing, parameter.type, key);
    return this.slot(parameterKey(id), { ...parameter, optional: false })?.sym ?? UNKNOWN_THERE;
  }

  /** With `过渡` the record keeps the parameters of its own day, where it has one. */
  private inVersion(on: (day: Day) => Sym): Sym {
    const { policy, subject } = this.setting;
    const { transitions } = policy;
    const own =
      transitions.find((one) => one.subject === subject) ??
      transitions.find((one) => one.subject === undefined);
    if (!own) return on(this.asOf);
    const found = this.once('version', own.day);
    const day = payload(found, 'date')?.day;
    if (!day) return UNKNOWN;
    return unknownWhere(found.unknown, chooseSym(found.absent, on(this.asOf), on(day)));
  }

  /** The value in force on a day. */
  private dated(values: readonly DatedValue[], day: Day, type: Type, key: Sym | null, missing: Value): Sym {
    return values.reduce<Sym>(
      (earlier, { from, value }) => {
        const begun = from === null || from <= FIRST_DAY ? null : dayLe(Day.constant(this, from), day);
        const sym = this.lookUp(value, type, key);
        return begun ? chooseSym(begun, sym, earlier) : sym;
      },
      this.lookUp(missing, type, key),
    );
  }

  /** Rows written in the policy, latest first: the first that has begun, nothing certain where that is not known. */
  private fromRows({ rows }: Parameter, day: Day): Sym {
    return rows.reduce<Sym>((earlier, { from, value }) => {
      const start = this.compute(from);
      const begun = payload(start, 'date');
      if (!begun) return UNKNOWN;
      const holds = and(not(start.absent), dayLe(begun.day, day));
      return unknownWhere(start.unknown, chooseSym(holds, this.compute(value), earlier));
    }, UNKNOWN_THERE);
  }

  private lookUp(value: Value, type: Type, key: Sym | null): Sym {
    const { codes } = this.setting;
    if (!isKeyed(value) || type.t !== 'keyed' || !key) return symOf(value, type, codes, this);
    if (key.of.t === 'nothing') return key;
    return this.keyed(value, type, key);
  }

  private keyed(value: Keyed, type: Extract<Type, { readonly t: 'keyed' }>, key: Sym): Sym {
    const { codes } = this.setting;
    const missing = symOf(value.missing(''), type.of, codes, this);
    const found = [...value.keyed].reduce<Sym>((rest, [k, one]) => {
      return chooseSym(this.isKey(key, type.key, k), symOf(one, type.of, codes, this), rest);
    }, missing);
    const there = unknownWhere(key.unknown, found);
    const absent = or(key.absent, there.absent);
    return { ...there, absent, unknown: and(not(key.absent), there.unknown) };
  }

  private isKey(key: Sym, type: Type, written: string): Bool {
    const { codes } = this.setting;
    if (key.of.t === 'num') return eq(key.of.n, num(parseExact(written) ?? 0));
    const code = type.t === 'enum' ? codes.option(type.enum, written) : codes.text(written);
    return key.of.t === 'code' ? eq(key.of.n, num(code)) : or();
  }
}
