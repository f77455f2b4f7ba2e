import type { Id } from '../../../runtime/types.ts';
import { countsWhole } from '../../../runtime/whole-units.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { nodesOf } from '../../ir/nodes.ts';
import type { Policy } from '../../ir/policy.ts';
import { Codes } from '../encode/codes.ts';
import { Encoder } from '../encode/encoder.ts';
import { tableSym } from '../encode/tables.ts';
import { Pool, RecordWorld } from '../encode/world.ts';
import { Query } from '../search/query.ts';
import { beginning, type Given, type Ground, groundOf } from '../search/setting.ts';
import { type Solver, SolverFault } from '../search/solver.ts';
import { and, not, or, YES } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { equal } from '../values/operate.ts';
import { isKnown, type Sym } from '../values/sym.ts';
import { may } from '../values/truth.ts';
import { Opaque, readsParameters } from './opaque.ts';
import { closure, readersOf } from './readers.ts';
import { type Apart, type Place, type Touched, touchedBetween } from './touched.ts';

/** What both versions are asked about at once: a kind of record. */
interface Sides {
  readonly pool: Pool;
  readonly ground: Ground;
  readonly before: Encoder;
  readonly after: Encoder;
}

/**
 * Whether two versions of a policy surely decide every complete record alike: whatever is settled in one is settled so
 * in the other, and what one leaves open the other does. `false`: not proved. `given`: as for proofs; values of its
 * parameters are not relied on. Lists of up to three elements; places where a longer one might tell are never proved.
 */
export async function surelyAlike(
  before: Policy,
  after: Policy,
  given: Given,
  solver: Solver,
  timeout: number,
): Promise<boolean> {
  const touched = touchedBetween(before, after);
  if (!touched) return false;
  const { binding } = given;
  const free: Given = { ...given, binding: { asOf: binding.asOf }, bases: {} };
  const asking: Asking = { before, after, touched, given: free, solver, timeout };
  try {
    for (const place of touched.places) if (!(await alikeAt(place, asking))) return false;
    for (const apart of touched.apart) if (!(await neverTwo(apart, asking))) return false;
    for (const one of touched.definitions) if (!(await definedAlike(one, asking))) return false;
    return true;
  } catch (error) {
    // What cannot be said in terms is not proved.
    if (error instanceof SolverFault || error instanceof RangeError) return false;
    throw error;
  }
}

interface Asking {
  readonly before: Policy;
  readonly after: Policy;
  readonly touched: Touched;
  readonly given: Given;
  readonly solver: Solver;
  readonly timeout: number;
}

/** The definition itself, or else every place that reads it. */
async function definedAlike(
  { before, after }: Touched['definitions'][number],
  asking: Asking,
): Promise<boolean> {
  const { subject, id } = before;
  const own = { before: before.body, after: after.body, ...(subject !== undefined && { subject }) };
  if (await alikeAt(own, asking)) return true;
  for (const place of readersOf(asking.before, id)) if (!(await alikeAt(place, asking))) return false;
  return true;
}

function alikeAt({ before, after, premise, rows, within, subject }: Place, asking: Asking): Promise<boolean> {
  const parts = premise ? [before, after, premise] : [before, after];
  return refuted(asking, subject, parts, (sides, [x, y, when]) => {
    if (!x || !y) return null;
    const [a, b] = [sides.before, sides.after];
    if (unsayable(x, a.policy) || unsayable(y, b.policy)) return null;
    const values = [alike(a.value(x, []), b.value(y, []))];
    if (rows) values.push(sameRow(x, y, sides));
    const shown = within === undefined ? YES : may(a.programme(within).outcome);
    const asked = when ? may(a.truth(when, [])) : YES;
    return and(shown, asked, not(and(...values)));
  });
}

function neverTwo({ items, subject }: Apart, asking: Asking): Promise<boolean> {
  return refuted(asking, subject, items, ({ before }, parts) => {
    const open = parts.map((item) => may(before.truth(item, [])));
    return or(...open.flatMap((one, at) => open.slice(0, at).map((other) => and(one, other))));
  });
}

/** Whether no record is of the kind asked for; `null` and what lies outside terms: not proved. */
async function refuted(
  asking: Asking,
  subject: Id | undefined,
  parts: readonly Expr[],
  wanted: (sides: Sides, parts: readonly Expr[]) => Bool | null,
): Promise<boolean> {
  const { solver, timeout } = asking;
  const opaque = opaqueBetween(asking);
  const shown = parts.map((part) => opaque.of(part));
  const sides = sidesOf(asking, subject, opaque);
  const condition = wanted(sides, shown);
  if (condition === null || sides.before.beyond.length + sides.after.beyond.length > 0) return false;
  const session = solver.session(timeout);
  try {
    const query = new Query(session, sides.pool, beginning(sides.pool, sides.ground, ''));
    return (await query.ask(condition)).k === 'unsat';
  } finally {
    session.close();
  }
}

function opaqueBetween({ before, after, touched }: Asking): Opaque {
  const old = new Set<unknown>(nodesOf({ ...before, assertions: [] }));
  const shared = new Set([...nodesOf({ ...after, assertions: [] })].filter((e) => old.has(e)));
  const changed = touched.definitions.flatMap((one) => [...closure(before, one.before.id)]);
  return new Opaque(shared, new Set(changed));
}

function sidesOf({ before, after, given }: Asking, subject: Id | undefined, opaque: Opaque): Sides {
  // Twice: facts made for either version belong to both.
  opaque.policy(before);
  const [fresh, old] = [opaque.policy(after), opaque.policy(before)];
  const ground = groundOf(old, given, subject);
  const codes = new Codes(old, new Codes(fresh).texts);
  const pool = new Pool();
  const side = (policy: Policy): Encoder => {
    const world = new RecordWorld({ ...ground.setting, policy, codes }, pool);
    const encoder = new Encoder(policy, world, codes);
    world.compute = (e) => encoder.value(e, []);
    return encoder;
  };
  const complete = { ...fresh, circumstances: old.circumstances };
  return { pool, ground, before: side(old), after: side(complete) };
}

/** The same value, absent in both, or open in both. */
function alike(x: Sym, y: Sym): Bool {
  const values = x.of.t === 'nothing' || y.of.t === 'nothing' ? or() : equal(x, y).yes;
  return or(and(x.absent, y.absent), and(x.unknown, y.unknown), and(isKnown(x), isKnown(y), values));
}

function sameRow(before: Expr, after: Expr, { before: a, after: b }: Sides): Bool {
  if (before.k !== 'table' || after.k !== 'table') return or();
  const [old, fresh] = [tableSym(before, a, []), tableSym(after, b, [])];
  return and(
    ...old.rows.map((row) => {
      const other = fresh.rows.find(({ id }) => id === row.id);
      return other ? and(or(not(row.applies), other.applies), or(row.applies, not(other.applies))) : or();
    }),
  );
}

/** Hangs on a parameter by key, or counts the elements of a list further than lists are looked at. */
function unsayable(e: Expr, { definitions }: Policy): boolean {
  const all = behind(e, new Map(definitions.map(({ id, body }) => [id, body])));
  if (readsParameters(all)) return true;
  const counts = all.some((one) => one.k === 'aggregate');
  return counts && all.some((one) => one.k === 'lit' && isCount(one.type) && Number(one.value) > 2);
}

function behind(root: Expr, definitions: ReadonlyMap<Id, Expr>, seen = new Set<Id>()): readonly Expr[] {
  return [...expressions(root)].flatMap((e) => {
    const body = e.k === 'def' && !seen.has(e.def) ? definitions.get(e.def) : undefined;
    if (!body || e.k !== 'def') return [e];
    seen.add(e.def);
    return [e, ...behind(body, definitions, seen)];
  });
}

const isCount = (type: Expr['type']): boolean =>
  type.t === 'int' || (type.t === 'qty' && countsWhole(type.unit));
