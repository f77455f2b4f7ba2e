import type { Id } from '../../../runtime/types.ts';
import { children } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import { TRACED } from '../../ir/lines.ts';
import { isExpr } from '../../ir/nodes.ts';
import type { Amount, Definition, Policy, Programme, Route, Shares } from '../../ir/policy.ts';

/** A place of two versions that decisions show, to be the same in both. */
export interface Place {
  readonly before: Expr;
  readonly after: Expr;
  readonly subject?: Id;
  /** Shown only of applicants that this programme does not refuse. */
  readonly within?: Id;
  /** Shown only where this is not no. */
  readonly premise?: Expr;
  /** Tier tables show their row too. */
  readonly rows?: true;
}

/** Of a classification in order or side by side: items of which at most one may hold. */
export interface Apart {
  readonly items: readonly Expr[];
  readonly subject?: Id;
}

export interface Touched {
  readonly places: readonly Place[];
  readonly apart: readonly Apart[];
  /** Definitions that are not the same text; shown nowhere by themselves. */
  readonly definitions: readonly { readonly before: Definition; readonly after: Definition }[];
}

/** Something changed that is no expression and that nothing is known about. */
class Beyond extends Error {}

interface Context extends Pick<Place, 'subject' | 'within' | 'premise'> {
  /** Decisions show line by line what is here. */
  readonly traced?: true;
}

/** Where two versions differ, seen from what decisions show; null: somewhere that terms do not say. */
export function touchedBetween(before: Policy, after: Policy): Touched | null {
  const walk = new Walk();
  const { assertions: _, transitions: __, definitions: old, ...a } = before;
  const { assertions: ___, transitions: ____, definitions: fresh, ...b } = after;
  try {
    walk.compare(a, b, {});
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
  const definitions = old.flatMap((one, at) => {
    const other = fresh[at];
    return other && one !== other ? [{ before: one, after: other }] : [];
  });
  return { places: walk.places, apart: walk.apart, definitions };
}

class Walk {
  readonly places: Place[] = [];
  readonly apart: Apart[] = [];

  compare(a: unknown, b: unknown, context: Context): void {
    if (a === b) return;
    if (Array.isArray(a) && Array.isArray(b)) this.lists(a, b, context);
    else if (isObject(a) && isObject(b)) this.objects(a, b, context);
    else throw new Beyond();
  }

  private lists(a: readonly unknown[], b: readonly unknown[], context: Context): void {
    if (a.length === b.length) a.forEach((one, at) => void this.compare(one, b[at], context));
    else for (const one of a) if (!b.includes(one)) this.gone(one, context);
  }

  /** An exclusion, or a line that excuses: it never holds. */
  private gone(one: unknown, { subject }: Context): void {
    if (!isObject(one) || !isExpr(one) || one.type.t !== 'bool') throw new Beyond();
    this.places.push({ before: one, after: literal(false, one), ...(subject !== undefined && { subject }) });
  }

  private objects(a: object, b: object, context: Context): void {
    if (isExpr(a) && isExpr(b)) {
      const { traced, ...shown } = context;
      this.places.push({ ...(traced ? innermost(a, b) : { before: a, after: b }), ...shown });
      return;
    }
    const inside = contextOf(a, context);
    if (isRoute(a) && isRoute(b) && a.mode !== b.mode)
      this.apart.push({ items: a.items.map(({ when }) => when), ...inside });
    else if (isShares(a) && isShares(b))
      this.places.push({ before: payersOf(a, a), after: payersOf(b, a), ...inside });
    else this.fields(new Map(Object.entries(a)), new Map(Object.entries(b)), inside);
  }

  private fields(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>, context: Context): void {
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      const [x, y] = [a.get(key), b.get(key)];
      if (x === y) continue;
      if (key === 'table' && isExprValue(x) && isExprValue(y))
        this.places.push({ before: x, after: y, rows: true, ...context });
      else if (y === undefined && ALWAYS.has(key) && isExprValue(x))
        this.places.push({ before: x, after: literal(true, x), ...withoutPremise(context) });
      else if (key === 'when') this.compare(x, y, withoutPremise(context));
      else if (TRACED.has(key)) this.compare(x, y, { ...without(context), traced: true });
      else this.compare(x, y, PAID.has(key) ? context : without(context));
    }
  }
}

/** Conditions that may as well be left out where they always hold. */
const ALWAYS: ReadonlySet<string> = new Set(['when', 'needs', 'only', 'must']);
/** Parts of a programme that are not shown of those who are refused. */
const PAID: ReadonlySet<string> = new Set([
  'amounts',
  'grants',
  'base',
  'heads',
  'when',
  'cap',
  'floor',
  'events',
  'source',
  'by',
  'where',
  'pay',
  'from',
  'to',
  'on',
]);

const without = ({ subject }: Context): Context => (subject === undefined ? {} : { subject });
const withoutPremise = ({ premise: _, ...rest }: Context): Context => rest;
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isExprValue = (value: unknown): value is Expr => isObject(value) && isExpr(value);
const isRoute = (value: object): value is Route => 'mode' in value && 'items' in value;
const isShares = (value: object): value is Shares =>
  'rows' in value &&
  Array.isArray(value.rows) &&
  value.rows.every((row: unknown) => isObject(row) && 'parts' in row);

function contextOf(a: object, context: Context): Context {
  const subject = 'subject' in a && typeof a.subject === 'string' ? a.subject : context.subject;
  const within = 'eligible' in a && 'amounts' in a ? (a as Programme).id : context.within;
  const own = 'base' in a && 'per' in a ? (a as Amount).when : undefined;
  const premise = own ?? context.premise;
  return {
    ...(subject !== undefined && { subject }),
    ...(within !== undefined && { within }),
    ...(premise && { premise }),
  };
}

const literal = (value: boolean, { id, origin }: Expr): Expr => ({
  k: 'lit',
  value,
  id,
  origin,
  type: { t: 'bool' },
});

/** The innermost labelled line around what differs: decisions show its truth. */
function innermost(before: Expr, after: Expr): { readonly before: Expr; readonly after: Expr } {
  const [old, fresh] = [children(before), children(after)];
  const through = ['rule', 'all', 'any', 'not', 'guard', 'except', 'atLeast'];
  if (before.k === after.k && through.includes(before.k) && old.length === fresh.length) {
    const differing = old.flatMap(({ expr }, at) => {
      const other = fresh[at]?.expr;
      return other && other !== expr ? [[expr, other] as const] : [];
    });
    const [only] = differing;
    if (only && differing.length === 1 && sameBeside(before, after)) {
      const deeper = innermost(...only);
      if (deeper.before.k === 'rule') return deeper;
    }
  }
  return { before, after };
}

/** Nothing but expressions inside differs. */
function sameBeside(a: Expr, b: Expr): boolean {
  const plain = (e: Expr): string =>
    JSON.stringify(Object.entries(e).filter(([, value]) => typeof value !== 'object'));
  return plain(a) === plain(b);
}

/** Who pays, as a table whose rows are the same where they say the same. */
function payersOf(shares: Shares, named: Shares): Expr {
  const said = named.rows.map(({ parts }) => sayingOf(parts));
  const { origin, keys, mode } = shares;
  const id = 'shares';
  return {
    k: 'table',
    id,
    origin,
    keys,
    ...(mode && { mode }),
    type: { t: 'int' },
    rows: shares.rows.map((row) => {
      const at = said.indexOf(sayingOf(row.parts));
      if (at < 0) throw new Beyond();
      return { ...row, then: { k: 'lit', value: String(at), id, origin, type: { t: 'int' } } };
    }),
  };
}

const sayingOf = (parts: Shares['rows'][number]['parts']): string =>
  JSON.stringify(parts, (key, value: unknown) =>
    ['id', 'origin', 'text'].includes(key) ? undefined : value,
  );
