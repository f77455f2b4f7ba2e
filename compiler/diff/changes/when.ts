import type { DateSpan, Expr, Origin } from '../../ir/expressions.ts';
import type { Policy, Programme } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import { expressionChange, type Place, type Versions } from '../versions.ts';
import { side, text } from '../words.ts';
import { spanChange } from './spans.ts';

interface Limited {
  /** `当`. */
  readonly when?: Expr;
  /** `施行` of a line or a block. */
  readonly term?: { readonly span: DateSpan; readonly origin: Origin };
}

const ALWAYS = side(text('始终', 'always'));

/** When something applies: the condition (`当`) and the days on which it is in force (`施行`), each by itself. */
export function whenChanges(
  v: Versions,
  place: Place,
  before: Expr | undefined,
  after: Expr | undefined,
): readonly Change[] {
  const [a, b] = [takenApart(v.before, before), takenApart(v.after, after)];
  return [
    ...expressionChange('whenChanged', place, a.when, b.when, v).map(orAlways),
    ...termChanges(v, place, a, b),
  ];
}

function termChanges(v: Versions, place: Place, a: Limited, b: Limited): readonly Change[] {
  return spanChange('lineInForceChanged', v, place, a.term, b.term).map(orAlways);
}

const orAlways = (found: Change): Change => ({
  ...found,
  before: found.before ?? ALWAYS,
  after: found.after ?? ALWAYS,
});

/** The compiler joins the two with `且`, the days last. */
function takenApart(policy: Policy, when: Expr | undefined): Limited {
  if (!when) return {};
  if (isTerm(policy, when)) return { term: { span: when.span, origin: when.origin } };
  if (when.k !== 'all') return { when };
  const term = when.parts.find((part) => isTerm(policy, part));
  if (!term || !isTerm(policy, term)) return { when };
  const [only, ...others] = when.parts.filter((part) => part !== term);
  const rest = only && others.length === 0 ? only : { ...when, parts: [only, ...others].filter(isThere) };
  return { when: rest, term: { span: term.span, origin: term.origin } };
}

const isThere = (e: Expr | undefined): e is Expr => e !== undefined;

/** The decision date, or the day that `过渡` puts in its place, against a span without an author's name for it. */
function isTerm(policy: Policy, e: Expr): e is Expr & { readonly k: 'within' } {
  if (e.k !== 'within') return false;
  if (e.a.k === 'asOf') return true;
  const day = e.a;
  return policy.transitions.some((transition) => sameDay(transition.day, day));
}

function sameDay(a: Expr, b: Expr): boolean {
  const plain = (e: Expr): string =>
    JSON.stringify(e, (key, value) => (key === 'id' || key === 'origin' ? undefined : value));
  return plain(a) === plain(b);
}

/** What the conditions of a programme are, apart from the days on which the whole of it is in force. */
export function eligibleOf(programme: Programme): {
  readonly rule: Expr;
  readonly term?: Limited['term'];
} {
  const { eligible, id } = programme;
  if (eligible.k !== 'rule' || eligible.body.k !== 'all') return { rule: eligible };
  const [term, conditions] = eligible.body.parts;
  if (term?.k !== 'rule' || term.id !== `${id}.inForce` || term.body.k !== 'within')
    return { rule: eligible };
  if (conditions?.k !== 'rule') return { rule: eligible };
  return {
    rule: { ...eligible, body: conditions.body },
    term: { span: term.body.span, origin: term.origin },
  };
}

export function programmeTermChanges(
  v: Versions,
  place: Place,
  a: Programme,
  b: Programme,
): readonly Change[] {
  const limited = (term: Limited['term']): Limited => (term ? { term } : {});
  return termChanges(v, place, limited(eligibleOf(a).term), limited(eligibleOf(b).term));
}
