import type { Id } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import { groupOf } from '../../ir/lines.ts';
import type { Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import { differences, moved } from '../figures.ts';
import type { ChangeKind } from '../kinds.ts';
import {
  change,
  clauseChange,
  expressionChange,
  inside,
  matched,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { groupWord, label, named, said, same, side, text } from '../words.ts';
import { whenChanges } from './when.ts';

type Role = 'condition' | 'exclusion' | 'exception';

/** A line of a rule tree, taken apart. */
interface Line {
  readonly id: Id;
  readonly origin: Expr['origin'];
  readonly role: Role;
  /** Id of the line it stands under; its section where it stands at the top. */
  readonly under: Id;
  readonly rule: Expr & { readonly k: 'rule' };
  readonly when: Expr | null;
  /** The condition without `当` and `例外`. */
  readonly core: Expr;
}

/** What changed among the lines of rule trees: the conditions of a programme, a duty, a step, a definition. */
export function conditionChanges(
  v: Versions,
  place: Place,
  before: { readonly roots: readonly Expr[]; readonly role: Role },
  after: { readonly roots: readonly Expr[]; readonly role: Role },
): readonly Change[] {
  const old = before.roots.flatMap((root) => linesOf(root, before.role, place.owner));
  const fresh = after.roots.flatMap((root) => linesOf(root, after.role, place.owner));
  const { both, removed, added } = matched(v, old, fresh, (line) => [line.role, line.rule.body]);
  const gone = new Set(removed.map((line) => line.id));
  const come = new Set(added.map((line) => line.id));
  return [
    ...both.flatMap((pair) => lineChanges(v, place, pair.before, pair.after, pair.renamed)),
    ...removed.filter((line) => !gone.has(line.under)).map((line) => lineGone(v.before, place, line)),
    ...added.filter((line) => !come.has(line.under)).map((line) => lineCome(v.after, place, line)),
  ];
}

function linesOf(e: Expr, role: Role, under: Id): readonly Line[] {
  if (e.k === 'guard') return linesOf(e.then, role, under);
  if (e.k === 'except') return linesOf(e.rule, role, under);
  if (e.k !== 'rule') return [];
  const { when, core, by } = takenApart(e.body);
  const group = groupOf(core);
  return [
    { id: e.id, origin: e.origin, role, under, rule: e, when, core },
    ...(group?.lines ?? []).flatMap((line) => linesOf(line, 'condition', e.id)),
    ...by.flatMap((line) => linesOf(line, 'exception', e.id)),
  ];
}

function takenApart(body: Expr): {
  readonly when: Expr | null;
  readonly core: Expr;
  readonly by: readonly Expr[];
} {
  if (body.k === 'except') {
    const inner = takenApart(body.rule);
    return { ...inner, by: [...inner.by, ...body.by] };
  }
  if (body.k === 'guard') return { ...takenApart(body.then), when: body.when };
  return { when: null, core: body, by: [] };
}

const ADDED = {
  condition: 'conditionAdded',
  exclusion: 'exclusionAdded',
  exception: 'exceptionAdded',
} as const;
const REMOVED = {
  condition: 'conditionRemoved',
  exclusion: 'exclusionRemoved',
  exception: 'exceptionRemoved',
} as const;

function lineGone(policy: Policy, place: Place, line: Line): Change {
  const at = inside(place, label(policy, line.id), line.id);
  return change(REMOVED[line.role], at, side(said(policy, line.rule), line.origin), null);
}

function lineCome(policy: Policy, place: Place, line: Line): Change {
  const at = inside(place, label(policy, line.id), line.id);
  return change(ADDED[line.role], at, null, side(said(policy, line.rule), line.origin));
}

function lineChanges(v: Versions, place: Place, a: Line, b: Line, renamed: boolean): readonly Change[] {
  const at = inside(place, label(v.after, b.id), b.id);
  const name = (policy: Policy, line: Line) => side(named(policy, line.id), line.origin);
  return [
    ...(renamed ? [change('conditionRenamed', at, name(v.before, a), name(v.after, b))] : []),
    ...(v.old.renamed(a.under) === b.under ? [] : movedLine(v, at, a, b)),
    ...coreChanges(v, at, a.core, b.core),
    ...whenChanges(v, at, a.when ?? undefined, b.when ?? undefined),
    ...benefitChanges(v, at, a, b),
    ...clauseChange(at, a.origin, b.origin),
  ];
}

/** `不得重复` and where the other benefit is laid down. */
function benefitChanges(v: Versions, at: Place, a: Line, b: Line): readonly Change[] {
  if (v.old.written(a.rule.benefit ?? null) === v.fresh.written(b.rule.benefit ?? null)) return [];
  const words = ({ rule: { benefit } }: Line) =>
    benefit ? same(benefit.source ?? '') : text('并非另一项待遇', 'no other benefit');
  const named = (line: Line) => {
    const found = words(line);
    return side(found.zh === '' ? text('不得重复', 'not with another benefit') : found, line.origin);
  };
  return [change('noDoubleChanged', at, named(a), named(b))];
}

function movedLine(v: Versions, at: Place, a: Line, b: Line): readonly Change[] {
  const under = (policy: Policy, line: Line) => side(label(policy, line.under), line.origin);
  return [change('conditionMoved', at, under(v.before, a), under(v.after, b))];
}

/** A group against a group by how it combines; anything else by what it says. */
function coreChanges(v: Versions, at: Place, a: Expr, b: Expr): readonly Change[] {
  const [old, fresh] = [groupOf(a), groupOf(b)];
  if (old && fresh) {
    return settingChange(
      'groupChanged',
      at,
      groupWord(old.op, old.n ?? 0),
      groupWord(fresh.op, fresh.n ?? 0),
      {
        before: a.origin,
        after: b.origin,
      },
    );
  }
  if (v.old.written(a) === v.fresh.written(b)) return [];
  if (v.old.meaning(a) === v.fresh.meaning(b)) return expressionChange('conditionRestated', at, a, b, v);
  const found = differences(a, b, v.old, v.fresh);
  const by = moved(found, v.after);
  return expressionChange(kindOf(v, found, by !== null), at, a, b, v, by ? { by } : {});
}

function kindOf(v: Versions, found: ReturnType<typeof differences>, figure: boolean): ChangeKind {
  if (figure) return 'thresholdMoved';
  const [only, ...others] = found;
  return only && others.length === 0 && sameEnds(v, only.before, only.after)
    ? 'boundChanged'
    : 'conditionChanged';
}

/** Whether two comparisons are with the same thing, so that only the end itself is in or out. */
function sameEnds(v: Versions, a: Expr, b: Expr): boolean {
  if (a.k === 'cmp' && b.k === 'cmp') {
    const same = v.old.written([a.a, a.b]) === v.fresh.written([b.a, b.b]);
    return same && a.op !== b.op && a.op !== 'eq' && b.op !== 'eq';
  }
  if (a.k !== 'within' || b.k !== 'within') return false;
  const ends = ({ a: of, span }: typeof a): unknown => [of, span.lo ?? null, span.hi ?? null];
  return v.old.written(ends(a)) === v.fresh.written(ends(b));
}
