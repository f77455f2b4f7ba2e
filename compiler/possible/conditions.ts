import type { Id } from '../../runtime/types.ts';
import { expressions } from '../ir/children.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import type { Policy } from '../ir/policy.ts';
import { atMost } from './compare.ts';
import { among, and, type Formula, flag, isYes, NO, or, YES } from './formula.ts';
import { keyOf } from './key.ts';
import { leaves, type Reading } from './lift.ts';
import { negate } from './negate.ts';
import { Presence } from './presence.ts';
import { Ranges } from './ranges.ts';
import { withKeys } from './substitute.ts';
import { Terms } from './terms.ts';
import { type ChoiceVariable, Variables, type YearProfile } from './variables.ts';
import { type Reach, yearProfile } from './years.ts';

/** Tests of values; where something in them is of another kind than these, nothing is concluded. */
const compares: ReadonlySet<Expr['k']> = new Set<Expr['k']>(['cmp', 'within', 'member', 'present']);
const known: ReadonlySet<Expr['k']> = new Set<Expr['k']>([
  'lit',
  'fact',
  'param',
  'def',
  'asOf',
  'roundYear',
  'period',
  'bound',
  'field',
  'hole',
  'arith',
  'addPeriod',
  'round',
  'convert',
  'if',
  'calendar',
  'cmp',
  'within',
  'member',
  'present',
  'not',
  'all',
  'any',
  'atLeast',
  'guard',
  'except',
  'rule',
  'table',
  'aggregate',
  'outcome',
  'stepTime',
  'tierOf',
  'bands',
]);

/** More combinations than this are one condition that may hold or not. */
const FEW = 5;

/** A table, as far as the choice of the row goes. */
export interface Rows {
  readonly keys: readonly Expr[];
  readonly mode?: 'checked' | 'first';
  readonly rows: readonly { readonly cases: readonly (Expr | null)[] }[];
}

/**
 * Conditions of a policy as formulas over facts, parameters and the date. What cannot be taken apart (lists, products, working
 * days, holes) stands for itself and may hold or not, so that only what surely holds is ever concluded.
 */
export class Conditions {
  readonly variables = new Variables();
  private readonly presence: Presence;
  private readonly terms: Terms;
  readonly reach: Reach;
  private readonly reading: Reading;
  private readonly known = new WeakMap<Expr, Formula>();
  private readonly tested = new WeakMap<readonly Expr[], WeakMap<readonly (Expr | null)[], Formula>>();

  private readonly enums: ReadonlyMap<Id, Policy['enums'][number]>;
  private readonly programmes: ReadonlyMap<Id, Policy['programmes'][number]>;

  constructor(policy: Policy) {
    this.enums = new Map(policy.enums.map((each) => [each.id, each]));
    this.programmes = new Map(policy.programmes.map((each) => [each.id, each]));
    const bodies = new Map(policy.definitions.map(({ id, body }) => [id, body]));
    this.reach = { units: policy.units, definition: (id) => bodies.get(id) };
    this.presence = new Presence(policy, this.variables);
    this.terms = new Terms(this.variables, this.reach, new Ranges(policy));
    this.reading = {
      definition: this.reach.definition,
      truth: (e) => this.truth(e),
      row: (table, row) => this.row(table, row),
    };
  }

  /** When a condition holds. */
  truth(e: Expr): Formula {
    const before = this.known.get(e);
    if (before) return before;
    const made = this.made(e);
    this.known.set(e, made);
    return made;
  }

  /** When a value is there. */
  present(e: Expr): Formula {
    return this.presence.of(e);
  }

  /** A date or month that hangs on one year alone, as a function of it. */
  profile(e: Expr): YearProfile | null {
    return yearProfile(e, this.reach);
  }

  /** The values that an expression may take, each once. */
  values(e: Expr): readonly Expr[] {
    return leaves(e, this.reading)?.map(({ value }) => value) ?? [];
  }

  /** When a row is the one that applies: its tests hold and, for `其余` and where the first counts, those of no row before do. */
  row({ keys, rows, mode }: Rows, at: number): Formula {
    const cases = rows[at]?.cases ?? [];
    const last = cases.every((c) => c === null);
    const before = last || mode === 'first' ? rows.slice(0, at) : [];
    return and(this.tests(keys, cases), ...before.map((row) => negate(this.tests(keys, row.cases))));
  }

  tests(keys: readonly Expr[], cases: readonly (Expr | null)[]): Formula {
    const ofKeys = this.tested.get(keys) ?? new WeakMap<readonly (Expr | null)[], Formula>();
    this.tested.set(keys, ofKeys);
    const before = ofKeys.get(cases);
    if (before) return before;
    const made = and(...cases.flatMap((test) => (test ? [this.truth(withKeys(test, keys))] : [])));
    ofKeys.set(cases, made);
    return made;
  }

  private made(e: Expr): Formula {
    if (compares.has(e.k) && [...expressions(e)].some(({ k }) => !known.has(k))) return this.opaque(e);
    switch (e.k) {
      case 'lit':
        return e.value === true ? YES : e.value === false ? NO : this.opaque(e);
      case 'not':
        return negate(this.truth(e.a));
      case 'all':
        return and(...e.parts.map((p) => this.truth(p)));
      case 'any':
        return or(...e.parts.map((p) => this.truth(p)));
      case 'atLeast':
        return this.atLeast(e);
      case 'guard':
        return e.neutral
          ? or(negate(this.truth(e.when)), this.truth(e.then))
          : and(this.truth(e.when), this.truth(e.then));
      case 'except':
        return this.except(e);
      case 'rule':
        return this.truth(e.body);
      case 'if':
        return this.either(this.truth(e.c), this.truth(e.a), this.truth(e.b));
      case 'def': {
        const body = this.reach.definition(e.def);
        return body ? this.truth(body) : this.opaque(e);
      }
      case 'table':
        return or(...e.rows.map((row, i) => and(this.reading.row(e, i), this.truth(row.then))));
      case 'present':
        return e.a.type.t === 'list' || e.a.type.t === 'set' ? this.opaque(e) : this.presence.of(e.a);
      case 'cmp':
        return this.compared(e);
      case 'within':
        return this.within(e.a, e.span);
      case 'member':
        return this.member(e);
      case 'outcome':
        return this.outcome(e);
      default:
        return this.opaque(e);
    }
  }

  private either(c: Formula, a: Formula, b: Formula): Formula {
    return or(and(c, a), and(negate(c), b));
  }

  private except(e: Expr & { k: 'except' }): Formula {
    const lifted = or(...e.by.map((by) => this.truth(by)));
    const rule = this.truth(e.rule);
    return e.neutral ? or(rule, lifted) : and(rule, negate(lifted));
  }

  private atLeast(e: Expr & { k: 'atLeast' }): Formula {
    if (e.parts.length > FEW) return this.opaque(e);
    const pick = (from: number, left: number): readonly Formula[] => {
      if (left === 0) return [YES];
      const [part] = e.parts.slice(from, from + 1);
      if (!part || e.parts.length - from < left) return [];
      return [
        ...pick(from + 1, left - 1).map((rest) => and(this.truth(part), rest)),
        ...pick(from + 1, left),
      ];
    };
    return or(...pick(0, e.n));
  }

  private outcome(e: Expr & { k: 'outcome' }): Formula {
    const programme = this.programmes.get(e.of);
    if (!programme || e.state !== 'eligible') return this.opaque(e);
    return and(this.truth(programme.eligible), ...programme.excluded.map((x) => negate(this.truth(x))));
  }

  private compared(e: Expr & { k: 'cmp' }): Formula {
    return this.lifted(e.a, e.b, (a, b) => this.relation(e, a, b)) ?? this.opaque(e);
  }

  /** The relation between every two values that the sides may take. */
  private lifted(a: Expr, b: Expr, of: (a: Expr, b: Expr) => Formula): Formula | null {
    const [left, right] = [leaves(a, this.reading), leaves(b, this.reading)];
    if (!left || !right || left.length * right.length > 48) return null;
    return or(...left.flatMap((x) => right.map((y) => and(x.when, y.when, of(x.value, y.value)))));
  }

  private relation(e: Expr & { k: 'cmp' }, a: Expr, b: Expr): Formula {
    if (a.k === 'hole' || b.k === 'hole') return this.opaque(a.k === 'hole' ? a : b);
    if (e.op === 'eq') return this.equal(e, a, b);
    if (a.type.t === 'enum') return this.ordered(e, a, b);
    return and(this.presence.of(a), this.presence.of(b), atMost(a, b, e.op === 'lt', this.terms, this.reach));
  }

  private equal(e: Expr & { k: 'cmp' }, a: Expr, b: Expr): Formula {
    const [pa, pb] = [this.presence.of(a), this.presence.of(b)];
    const bothAbsent = isYes(pa) || isYes(pb) ? NO : and(negate(pa), negate(pb));
    return or(bothAbsent, and(pa, pb, this.same(e, a, b)));
  }

  private same(e: Expr & { k: 'cmp' }, a: Expr, b: Expr): Formula {
    const { t } = a.type;
    if (t === 'bool') {
      const [x, y] = [this.truth(a), this.truth(b)];
      return this.either(x, y, negate(y));
    }
    if (t === 'enum' || t === 'text') {
      const [choice, value] = b.k === 'lit' ? [a, b] : [b, a];
      if (value.k === 'lit' && choice.k === 'lit') return value.value === choice.value ? YES : NO;
      const options = value.k === 'lit' && typeof value.value === 'string' ? [value.value] : null;
      return options && this.isChoice(choice)
        ? among(this.choice(choice).key, options)
        : this.opaque({ ...e, a, b });
    }
    if (t === 'set' || t === 'list' || t === 'yearlyDay') return this.opaque({ ...e, a, b });
    return and(atMost(a, b, false, this.terms, this.reach), atMost(b, a, false, this.terms, this.reach));
  }

  private ordered(e: Expr & { k: 'cmp' }, a: Expr, b: Expr): Formula {
    const enumeration = a.type.t === 'enum' ? a.type.enum : '';
    const info = this.enums.get(enumeration);
    const [fixed, choice] = a.k === 'lit' ? [a, b] : [b, a];
    if (fixed.k !== 'lit' || !info || typeof fixed.value !== 'string' || !this.isChoice(choice))
      return this.opaque({ ...e, a, b });
    const at = info.options.indexOf(fixed.value);
    const least = e.op === 'lt' ? 1 : 0;
    const fit = a.k === 'lit' ? info.options.slice(at + least) : info.options.slice(0, at + 1 - least);
    const { key } = this.choice(choice);
    // An option that is not listed has no place in the order: nothing is concluded about it.
    const unlisted = info.open ? and(among(key, ['other']), this.opaque({ ...e, a, b })) : NO;
    return and(this.presence.of(choice), or(among(key, fit), unlisted));
  }

  private within(a: Expr, span: DateSpan): Formula {
    const bound = (end: Expr | undefined, of: (x: Expr, y: Expr) => Formula): Formula => {
      if (!end) return YES;
      const there = this.presence.of(end);
      const holds = this.lifted(a, end, (x, y) =>
        x.k === 'hole' || y.k === 'hole' ? this.opaque(x.k === 'hole' ? x : y) : of(x, y),
      );
      return or(negate(there), holds ?? this.opaque({ ...a, k: 'present', a: end }));
    };
    return and(
      this.presence.of(a),
      bound(span.lo, (x, y) => atMost(y, x, !span.loIn, this.terms, this.reach)),
      bound(span.hi, (x, y) => atMost(x, y, !span.hiIn, this.terms, this.reach)),
    );
  }

  private member(e: Expr & { k: 'member' }): Formula {
    const { set } = e;
    if (set.k === 'def') {
      const body = this.reach.definition(set.def);
      if (body) return this.member({ ...e, set: body });
    }
    if (set.k !== 'lit' || typeof set.value === 'string' || typeof set.value === 'boolean')
      return this.opaque(e);
    const options = set.value;
    if (e.mode === 'in') {
      const held = this.lifted(e.a, e.a, (a) =>
        a.k === 'lit' && typeof a.value === 'string'
          ? options.includes(a.value)
            ? YES
            : NO
          : this.isChoice(a)
            ? and(this.presence.of(a), among(this.choice(a).key, options))
            : this.opaque({ ...e, a }),
      );
      return held ?? this.opaque(e);
    }
    const each = options.map((option) => this.holds(e.a, option));
    return e.mode === 'any' ? or(...each) : and(...each);
  }

  /** Whether a set of options holds one. */
  private holds(of: Expr, option: Id): Formula {
    const key = `${keyOf(of)} has ${option}`;
    this.variables.flags.set(key, { key, of, about: 'option', option });
    return flag(key);
  }

  private isChoice(e: Expr): boolean {
    return e.type.t === 'enum' || e.type.t === 'text';
  }

  private choice(e: Expr): ChoiceVariable {
    const key = keyOf(e);
    const known = this.variables.choices.get(key);
    if (known) return known;
    const options = e.type.t === 'enum' ? this.optionsOf(e.type.enum) : null;
    const made = { key, options, of: e };
    this.variables.choices.set(key, made);
    return made;
  }

  private optionsOf(id: Id): readonly Id[] | null {
    const info = this.enums.get(id);
    return info ? [...info.options, ...(info.open ? ['other'] : [])] : null;
  }

  /** A condition that is not taken apart. A hole is open each time anew. */
  private opaque(e: Expr): Formula {
    const key = e.k === 'hole' ? `hole ${e.id}` : keyOf(e);
    this.variables.flags.set(key, { key, of: e, about: 'truth' });
    return flag(key);
  }
}
