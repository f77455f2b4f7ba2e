import { compareExact, type Exact, isWhole, plus, printExact } from '../../../runtime/exact.ts';
import type { Query } from '../search/query.ts';
import type { Slot, Values } from '../encode/slot.ts';
import { type Assignment, Evaluation } from '../terms/evaluate.ts';
import { and, not } from '../terms/logic.ts';
import { boundsOf, eq, lt, num, wholeNum } from '../terms/number.ts';
import type { Bool, Num } from '../terms/term.ts';
import type { Value } from '../../../runtime/value.ts';
import type { Seen } from './leaves.ts';
import type { Within } from './result.ts';

/** At most so many facts are looked at for one region. */
const MOST = 8;
/** So many options are asked about one by one. */
const FEW = 8;

/** What holds of everybody in a region, of the facts that the changed lines read: asked of the solver one by one. */
export class Particulars {
  private readonly query: Query;
  private readonly slots: ReadonlyMap<string, Slot>;

  constructor(query: Query, slots: ReadonlyMap<string, Slot>) {
    this.query = query;
    this.slots = slots;
  }

  async of(seen: Seen, where: Bool, model: Assignment): Promise<readonly Within[]> {
    const found: Within[] = [];
    for (const key of [...seen.keys].slice(0, MOST)) {
      const slot = this.slots.get(key);
      const one = slot && (await this.fact(slot, seen, where, model));
      if (one) found.push({ key, ...one });
    }
    return found;
  }

  private async never(condition: Bool): Promise<boolean> {
    return (await this.query.ask(condition)).k === 'unsat';
  }

  private async fact(
    slot: Slot,
    seen: Seen,
    where: Bool,
    model: Assignment,
  ): Promise<Omit<Within, 'key'> | null> {
    const { absent, of } = slot.sym;
    if (new Evaluation(model).bool(absent))
      return (await this.never(and(where, not(absent)))) ? { among: [null] } : null;
    if (absent.k !== 'const' && !(await this.never(and(where, absent)))) return null;
    switch (of.t) {
      case 'bool':
        return (await this.never(and(where, not(slot.is(model))))) ? { among: [slot.raw(model)] } : null;
      case 'code':
        return this.options(slot, where, model);
      case 'num':
        return this.range(slot, of.n, seen.numbers, where, model);
      case 'date':
        return this.range(slot, slot.measures[0] ?? of.day.day, seen.days, where, model);
      case 'set':
        return this.members(of.has, seen, where, model);
      default:
        return null;
    }
  }

  /** Options one after another until there are no others; nothing where all are possible. */
  private async options(slot: Slot, where: Bool, model: Assignment): Promise<Omit<Within, 'key'> | null> {
    const seen: Assignment[] = [model];
    for (;;) {
      const answer = await this.query.ask(and(where, ...seen.map((one) => not(slot.is(one)))));
      if (answer.k === 'unsat') break;
      if (answer.k === 'undecided' || seen.length >= FEW) return null;
      seen.push(answer.model);
    }
    const of = slot.sym.of.t === 'code' ? slot.sym.of.n : num(0);
    const { min, max } = boundsOf(of);
    const all = min !== null && max !== null && compareExact(plus(min, seen.length - 1), max) === 0;
    const values = seen.map((one) => [Number(new Evaluation(one).num(of)), slot.raw(one)] as const);
    return all ? null : { among: values.sort(([a], [b]) => a - b).map(([, raw]) => raw) };
  }

  private async members(
    has: ReadonlyMap<string, Bool>,
    seen: Seen,
    where: Bool,
    model: Assignment,
  ): Promise<Omit<Within, 'key'> | null> {
    const own = new Evaluation(model);
    const sure: { readonly in: string[]; readonly out: string[] } = { in: [], out: [] };
    for (const [option, is] of [...has].filter(([option]) => seen.options.has(option))) {
      const holds = own.bool(is);
      if (await this.never(and(where, holds ? not(is) : is))) sure[holds ? 'in' : 'out'].push(option);
    }
    if (sure.in.length + sure.out.length === 0) return null;
    return { ...(sure.in.length > 0 && { has: sure.in }), ...(sure.out.length > 0 && { lacks: sure.out }) };
  }

  private async range(
    slot: Slot,
    measure: Num,
    constants: readonly Exact[],
    where: Bool,
    model: Assignment,
  ): Promise<Omit<Within, 'key'> | null> {
    const edges = edgesOf(slot, measure, constants);
    const min = await this.edge(edges, where, model, 'min', measure);
    const max = await this.edge(edges, where, model, 'max', measure);
    if (min === null && max === null) return null;
    return {
      ...(min !== null && { min: min.raw, ...(min.open && { above: true as const }) }),
      ...(max !== null && { max: max.raw, ...(max.open && { below: true as const }) }),
    };
  }

  /** The nearest of the constants beyond which there is nobody; `open`: nor is there on it. */
  private async edge(
    edges: readonly Edge[],
    where: Bool,
    model: Assignment,
    side: 'min' | 'max',
    measure: Num,
  ): Promise<(Edge & { readonly open: boolean }) | null> {
    const sign = side === 'min' ? -1 : 1;
    const beyond = (at: Exact): Bool => (side === 'min' ? lt(measure, num(at)) : lt(num(at), measure));
    let furthest = new Evaluation(model).num(measure);
    const candidates = edges
      .filter(({ at }) => compareExact(at, furthest) * sign >= 0)
      .sort((a, b) => compareExact(a.at, b.at) * sign);
    for (const edge of candidates) {
      if (compareExact(edge.at, furthest) * sign < 0) continue;
      const answer = await this.query.ask(and(where, beyond(edge.at)));
      if (answer.k === 'undecided') return null;
      if (answer.k === 'unsat') return { ...edge, open: await this.passedBy(edge, where, measure, furthest) };
      furthest = new Evaluation(answer.model).num(measure);
    }
    return null;
  }

  private async passedBy({ at }: Edge, where: Bool, measure: Num, furthest: Exact): Promise<boolean> {
    return compareExact(at, furthest) !== 0 && (await this.never(and(where, eq(measure, num(at)))));
  }
}

/** A value of a fact with the place that it has in the order. */
interface Edge {
  readonly at: Exact;
  readonly raw: unknown;
}

/** Constants, and what lies next to them where the fact is counted whole; not what ends its range anyway. */
function edgesOf(slot: Slot, measure: Num, constants: readonly Exact[]): readonly Edge[] {
  const whole = wholeNum(measure);
  const near = constants.flatMap((n) => (whole && isWhole(n) ? [n, plus(n, 1), plus(n, -1)] : [n]));
  const { min, max } = boundsOf(measure);
  const placed = near.map((value) => {
    const values: Values = new Map();
    slot.write(value as Value, values);
    return { at: new Evaluation(values).num(measure), raw: slot.raw(values) };
  });
  const inside = placed.filter(
    ({ at }) => (min === null || compareExact(min, at) < 0) && (max === null || compareExact(at, max) < 0),
  );
  return [...new Map(inside.map((edge) => [printExact(edge.at), edge])).values()];
}
