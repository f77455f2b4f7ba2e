import { civilDate, daysInMonth } from '../../../runtime/dates.ts';
import { isDoubt, isExact } from '../../../runtime/unknown.ts';
import type { Truth, Value } from '../../../runtime/value.ts';
import type { DateSpan, Expr } from '../../ir/expressions.ts';
import { nodesOf } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';
import { unitOf } from '../../ir/units.ts';
import { Deciding } from './deciding.ts';
import { scaleOf, stepsBetween } from './scale.ts';

export type GoalKind = 'at' | 'below' | 'above' | 'alone' | 'lacking' | 'clipped' | 'leapDay';

/** Something that an applicant may try of a policy, beyond the results that coverage counts. */
export interface Goal {
  readonly key: string;
  readonly kind: GoalKind;
  /** The node it is about: a comparison, one part of a group, a date moved by months. */
  readonly node: Expr;
}

/** A comparison, or one end of a span, with what stands on either side of it. */
export interface Boundary {
  readonly id: string;
  readonly node: Expr;
  readonly value: Expr;
  readonly bound: Expr;
}

type Group = Expr &
  (
    | { readonly k: 'all' | 'any'; readonly parts: readonly Expr[] }
    | { readonly k: 'atLeast'; readonly n: number; readonly parts: readonly Expr[] }
  );
type Shift = Extract<Expr, { readonly k: 'addPeriod' }>;

/** All goals of a policy, and how to tell from the values of its nodes which were reached. */
export class Goals {
  readonly all: readonly Goal[];
  readonly boundaries: readonly Boundary[];
  readonly #boundariesOf = new Map<Expr, Boundary[]>();
  readonly #groups: ReadonlySet<Expr>;
  readonly #deciding: Deciding;
  /** Exclusions, each of which may be all that keeps somebody out. */
  readonly #excluded: readonly Expr[];
  /** Parts that decide their group: whether this decides any more is known once all is. */
  #pending: { readonly key: string; readonly of: Expr }[] = [];
  readonly #shifts: ReadonlySet<Expr>;
  #values = new Map<Expr, Value>();
  #reached = new Set<string>();
  #distances = new Map<string, number>();

  constructor(policy: Policy) {
    const { assertions, transitions, ...rest } = policy;
    const nodes = [...new Set(nodesOf(rest))];
    this.boundaries = nodes.flatMap(boundariesOf);
    for (const boundary of this.boundaries)
      this.#boundariesOf.set(boundary.node, [...(this.#boundariesOf.get(boundary.node) ?? []), boundary]);
    const groups = nodes.filter(isGroup);
    const shifts = nodes.filter((e) => isMonthly(e, policy));
    this.#groups = new Set(groups);
    this.#deciding = new Deciding(policy, nodes);
    this.#excluded = policy.programmes.flatMap(({ excluded }) => excluded.filter((rule) => !isOpen(rule)));
    this.#shifts = new Set(shifts);
    this.all = [
      ...this.boundaries.flatMap(({ id, node }) => goals(id, node, ['at', 'below', 'above'])),
      ...groups.flatMap(({ parts }) =>
        parts.filter((part) => !isOpen(part)).flatMap((part) => goals(part.id, part, ['alone', 'lacking'])),
      ),
      ...this.#excluded.flatMap((rule) => goals(rule.id, rule, ['alone', 'lacking'])),
      ...shifts.flatMap((e) => goals(e.id, e, ['clipped', 'leapDay'])),
    ];
  }

  /** What was reached, and how far from each boundary, since the last time it was asked. */
  take(): { readonly goals: Set<string>; readonly distances: Map<string, number> } {
    this.#settle();
    const taken = { goals: this.#reached, distances: this.#distances };
    this.#reached = new Set();
    this.#distances = new Map();
    this.#values = new Map();
    this.#pending = [];
    return taken;
  }

  #settle(): void {
    for (const { key, of } of this.#pending)
      if (!this.#reached.has(key) && this.#deciding.decides(of, this.#values)) this.#reached.add(key);
    for (const rule of this.#excluded) {
      const truth = this.#values.get(rule);
      if (typeof truth === 'boolean' && this.#deciding.decides(rule, this.#values))
        this.#reached.add(`${rule.id} ${truth ? 'alone' : 'lacking'}`);
    }
  }

  node(e: Expr, value: Value): void {
    this.#values.set(e, value);
    for (const boundary of this.#boundariesOf.get(e) ?? []) this.#compare(boundary);
    if (this.#groups.has(e)) this.#join(e as Group);
    if (this.#shifts.has(e)) this.#move(e as Shift, value);
  }

  #compare({ id, value, bound }: Boundary): void {
    const [a, b] = [this.#values.get(value), this.#values.get(bound)];
    if (!isExact(a) || !isExact(b)) return;
    const distance = stepsBetween(a, b, value.type);
    this.#distances.set(id, distance);
    if (distance === 0) this.#reached.add(`${id} at`);
    else if (Math.abs(distance) <= 1) this.#reached.add(`${id} ${distance < 0 ? 'below' : 'above'}`);
  }

  /**
   * Parts that alone made the group hold, or alone kept it from holding, and by that decided (modified condition/decision
   * coverage).
   */
  #join(e: Group): void {
    const truths = e.parts.map((part) => this.#values.get(part) as Truth | undefined);
    if (truths.some((truth) => truth === undefined || isDoubt(truth))) return;
    const needed = e.k === 'atLeast' ? e.n : e.k === 'any' ? 1 : e.parts.length;
    const yes = truths.filter((truth) => truth === true).length;
    e.parts.forEach((part, at) => {
      if (truths[at] === true && yes === needed) this.#pending.push({ key: `${part.id} alone`, of: e });
      if (truths[at] === false && yes === needed - 1)
        this.#pending.push({ key: `${part.id} lacking`, of: e });
    });
  }

  #move({ id, date }: Shift, value: Value): void {
    const from = this.#values.get(date);
    if (typeof from !== 'number' || typeof value !== 'number') return;
    const [start, end] = [civilDate(from), civilDate(value)];
    if (start.month === 2 && start.day === 29) this.#reached.add(`${id} leapDay`);
    if (end.day < start.day && end.day === daysInMonth(end.year, end.month))
      this.#reached.add(`${id} clipped`);
  }
}

const goals = (id: string, node: Expr, kinds: readonly GoalKind[]): readonly Goal[] =>
  kinds.map((kind) => ({ key: `${id} ${kind}`, kind, node }));

function isGroup(e: Expr): e is Group {
  return (e.k === 'all' || e.k === 'any' || e.k === 'atLeast') && e.parts.length > 1;
}

/** A line that the notice leaves open: it decides nothing. */
function isOpen(part: Expr): boolean {
  if (part.k === 'rule') return isOpen(part.body);
  if (part.k === 'guard') return isOpen(part.then);
  return part.k === 'hole';
}

/** A date moved by months or years: the 31st and 29 February need a rule of their own (Civil Code art. 202). */
function isMonthly(e: Expr, policy: Policy): e is Shift {
  return e.k === 'addPeriod' && e.type.t === 'date' && unitOf(e.n.type, policy.units).base === 'month';
}

function boundariesOf(node: Expr): readonly Boundary[] {
  if (node.k === 'cmp' && scaleOf(node.a.type) && (node.op !== 'eq' || node.b.k === 'lit'))
    return [{ id: node.id, node, ...sides(node.a, node.b) }];
  return node.k === 'within' && scaleOf(node.a.type) ? ends(node, node.a, node.span) : [];
}

/** The constant side is the bound, whichever side it is written on. */
function sides(a: Expr, b: Expr): Pick<Boundary, 'value' | 'bound'> {
  const fixed = (e: Expr): boolean => e.k === 'lit' || e.k === 'param' || e.k === 'def';
  return fixed(a) && !(b.k === 'lit') ? { value: b, bound: a } : { value: a, bound: b };
}

function ends(node: Expr, value: Expr, { lo, hi }: DateSpan): readonly Boundary[] {
  return [
    ...(lo ? [{ id: `${node.id} from`, node, value, bound: lo }] : []),
    ...(hi ? [{ id: `${node.id} to`, node, value, bound: hi }] : []),
  ];
}
