import type { Expr, Policy } from '../../compiler/index.ts';
import type { Type } from '../../runtime/index.ts';

const LISTS: ReadonlySet<string> = new Set(['aggregate', 'ofRecord', 'self', 'field', 'stepTime', 'period']);

/** Facts of a person that stand in for what no straight line gives, by type. */
const INSTEAD: { readonly [type: string]: readonly string[] } = {
  bool: ['flag', 'held', 'constructor'],
  date: ['birth', 'death', 'signed'],
  int: ['age', 'heads'],
  money: ['debt', 'income'],
  enum: ['level'],
  set: ['papers'],
  text: ['city'],
};

/**
 * The policy about persons with everything that looks at lists, other records, procedures and duties replaced by plain facts,
 * and nothing that keeps a programme from being decided by itself: so that nearly all of it is straight.
 */
export function straightened(policy: Policy): Policy {
  const about = <T extends { readonly subject?: string }>(list: readonly T[]) =>
    list.filter(({ subject }) => subject === undefined || subject === 'person');
  const { choices: _choices, ...kept } = policy;
  const programmes = about(policy.programmes).map(({ select: _select, deadlines: _deadlines, ...one }) => ({
    ...one,
    deadlines: [],
    eligible: bare(one.eligible),
    amounts: one.amounts.filter(({ events }) => !events),
  }));
  const whole = {
    ...kept,
    definitions: about(policy.definitions),
    programmes,
    procedures: [],
    duties: [],
    transitions: [],
    assertions: [],
  };
  return replaced(whole) as Policy;
}

/** The rule without 当 and 例外 around the whole of it. */
function bare(e: Expr): Expr {
  if (e.k === 'guard') return bare(e.then);
  if (e.k === 'except') return bare(e.rule);
  return e.k === 'rule' && (e.body.k === 'guard' || e.body.k === 'except') ? { ...e, body: bare(e.body) } : e;
}

function replaced(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(replaced);
  if (typeof value !== 'object' || value === null) return value;
  const e = value as Partial<Expr>;
  const fact = isExpr(e) && isLookedUp(e) ? instead(e) : null;
  if (fact) return fact;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner)]));
}

const isExpr = (e: Partial<Expr>): e is Expr => 'k' in e && 'type' in e && 'origin' in e;

function isLookedUp(e: Expr): boolean {
  if (LISTS.has(e.k)) return true;
  if (e.k === 'outcome') return e.state !== 'eligible';
  if (e.k === 'param') return false;
  if (e.k === 'lit' || e.k === 'fact') return isList(e.type);
  return [...operands(e)].some((inner) => isList(inner.type));
}

const isList = (type: Type): boolean => ['list', 'ref', 'keyed', 'record'].includes(type.t);

function operands(e: Expr): readonly Expr[] {
  return Object.values(e).flatMap((inner) =>
    (Array.isArray(inner) ? inner : [inner]).filter(
      (one): one is Expr => typeof one === 'object' && one !== null && isExpr(one),
    ),
  );
}

function instead(e: Expr): Expr | null {
  const names = INSTEAD[e.type.t] ?? [];
  const fact = names[e.id.length % Math.max(names.length, 1)];
  const { id, type, origin } = e;
  return fact === undefined ? null : ({ id, type, origin, k: 'fact', of: 'subject', fact } as Expr);
}
