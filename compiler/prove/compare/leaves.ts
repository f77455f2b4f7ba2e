import type { Exact } from '../../../runtime/exact.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { readsOf } from '../../ir/reads.ts';
import { isConstant } from '../terms/number.ts';
import type { Sym } from '../values/sym.ts';
import type { Alike } from './apart.ts';
import type { VersionWorld } from './worlds.ts';

/** Where what changed can be seen in a record: its facts, and the constants that these are held against. */
export interface Seen {
  /** Keys of the variables. */
  readonly keys: ReadonlySet<string>;
  readonly numbers: readonly Exact[];
  readonly days: readonly number[];
  readonly options: ReadonlySet<string>;
}

/** The conditions of two forms of a line that are not in the other one. */
export function changedLeaves(
  before: readonly Expr[],
  after: readonly Expr[],
  [old, fresh]: readonly [VersionWorld, VersionWorld],
  alike: Alike,
): readonly [readonly Expr[], readonly Expr[]] {
  const a = before.flatMap((e) => leavesOf(e, old));
  const b = after.flatMap((e) => leavesOf(e, fresh));
  return [
    a.filter((one) => !b.some((other) => alike(one, other))),
    b.filter((one) => !a.some((other) => alike(other, one))),
  ];
}

function leavesOf(e: Expr, version: VersionWorld): readonly Expr[] {
  switch (e.k) {
    case 'rule':
      return leavesOf(e.body, version);
    case 'not':
      return leavesOf(e.a, version);
    case 'all':
    case 'any':
    case 'atLeast':
      return e.parts.flatMap((part) => leavesOf(part, version));
    case 'guard':
      return [e.when, e.then].flatMap((part) => leavesOf(part, version));
    case 'except':
      return [e.rule, ...e.by].flatMap((part) => leavesOf(part, version));
    case 'def': {
      const body = version.policy.definitions.find(({ id }) => id === e.def)?.body;
      return body && e.type.t === 'bool' ? leavesOf(body, version) : [e];
    }
    default:
      return [e];
  }
}

export function seenIn(leaves: readonly Expr[], { policy, world, encoder }: VersionWorld): Seen {
  const reads = readsOf(policy);
  const circumstances = new Set(policy.circumstances.map(({ id }) => id));
  const all = leaves.flatMap((leaf) => [...within(leaf, policy.definitions)]);
  const constants = all.filter(isFixed).map((e) => encoder.value(e, []));
  const ids = leaves.flatMap((leaf) => reads(leaf));
  return {
    keys: new Set([
      ...ids.map((id) => world.nameOf(circumstances.has(id) ? `circumstances.${id}` : id)),
      ...(all.some(({ k }) => k === 'asOf') ? ['asOf'] : []),
    ]),
    numbers: constants.flatMap(numberOf),
    days: constants.flatMap(dayOf),
    options: new Set(all.flatMap((e) => (e.k === 'lit' && typeof e.value !== 'boolean' ? e.value : []))),
  };
}

/** Definitions looked through. */
function* within(
  e: Expr,
  definitions: VersionWorld['policy']['definitions'],
  met: ReadonlySet<string> = new Set(),
): Generator<Expr> {
  for (const one of expressions(e)) {
    yield one;
    if (one.k !== 'def' || met.has(one.def)) continue;
    const body = definitions.find(({ id }) => id === one.def)?.body;
    if (body) yield* within(body, definitions, new Set([...met, one.def]));
  }
}

const OPEN: ReadonlySet<Expr['k']> = new Set([
  'fact',
  'asOf',
  'bound',
  'def',
  'outcome',
  'tierOf',
  'aggregate',
]);

/** The same whatever the record; parameters are fixed for a proof, or are variables and then no constants. */
const isFixed = (e: Expr): boolean =>
  ['lit', 'param', 'arith', 'calendar', 'addPeriod', 'convert'].includes(e.k) &&
  [...expressions(e)].every(({ k }) => !OPEN.has(k));

function numberOf({ of }: Sym): readonly Exact[] {
  return of.t === 'num' && isConstant(of.n) ? [of.n.base] : [];
}

function dayOf({ of }: Sym): readonly number[] {
  if (of.t !== 'date') return [];
  const { day } = of.day;
  return isConstant(day) ? [Number(day.base)] : [];
}
