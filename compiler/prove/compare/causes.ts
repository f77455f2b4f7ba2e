import type { TruthName } from '../../../runtime/decision.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Programme } from '../../ir/policy.ts';
import type { Evaluation } from '../terms/evaluate.ts';
import { and, or } from '../terms/logic.ts';
import type { Bool } from '../terms/term.ts';
import { FALSE, isOpen, TRUE, type Truth } from '../values/truth.ts';
import type { Flip } from './result.ts';
import type { TwoWorlds, VersionWorld } from './worlds.ts';

type Alike = (a: unknown, b: unknown) => boolean;

/** A line of the notice that means another thing in the other version, or that is only in one. */
export interface Cause {
  readonly id: Id;
  readonly was: Truth | null;
  readonly is: Truth | null;
  /** What stands for it in a version that does not have it. */
  readonly neutral: Truth;
  readonly before: Expr | null;
  readonly after: Expr | null;
  readonly around: readonly Id[];
}

interface Line {
  readonly expr: Expr;
  /** A deadline has one that is not its expression's: without a date there may be time left. */
  readonly truth?: Truth;
  readonly neutral: Truth;
  /** The lines that it lies in. */
  readonly around: readonly Id[];
}

/** Lines of eligibility and exclusions that changed, the innermost ones; in the order of the notice. */
export function causesOf(two: TwoWorlds, programme: Id, alike: Alike): readonly Cause[] {
  const [a, b] = [linesOf(two.before, programme), linesOf(two.after, programme)];
  const known = new Set([...a.keys()].filter((id) => b.has(id)));
  const twin = (line: Line, others: ReadonlyMap<Id, Line>): boolean =>
    [...others].some(([id, other]) => !known.has(id) && alike(line.expr, other.expr));
  const ids = [...new Set([...b.keys(), ...a.keys()])];
  return ids.flatMap((id): Cause[] => {
    const [x, y] = [a.get(id), b.get(id)];
    if (x && y && alike(frame(x.expr, known), frame(y.expr, known))) return [];
    if (!x !== !y && twin((x ?? y) as Line, x ? b : a)) return [];
    return [
      {
        id,
        was: x ? (x.truth ?? two.before.encoder.truth(x.expr, [])) : null,
        is: y ? (y.truth ?? two.after.encoder.truth(y.expr, [])) : null,
        neutral: (y ?? x)?.neutral ?? TRUE,
        before: x?.expr ?? null,
        after: y?.expr ?? null,
        around: (y ?? x)?.around ?? [],
      },
    ];
  });
}

function linesOf({ policy, encoder }: VersionWorld, id: Id): ReadonlyMap<Id, Line> {
  const found = new Map<Id, Line>();
  const met = new Set<Id>();
  const programme = (of: Id, around: readonly Id[]): void => {
    const one = policy.programmes.find((other) => other.id === of);
    if (!one || met.has(of)) return;
    met.add(of);
    inside(one.eligible, TRUE, around);
    for (const e of one.excluded) inside(e, FALSE, around);
    for (const deadline of one.deadlines.filter(({ late }) => late !== 'record')) {
      const truth = encoder.programme(of).deadlines.find(({ id: own }) => own === deadline.id)?.truth;
      found.set(deadline.id, { expr: asLine(deadline), neutral: TRUE, around, ...(truth && { truth }) });
    }
  };
  const inside = (e: Expr, neutral: Truth, around: readonly Id[]): void => {
    if (e.k === 'rule') found.set(e.id, { expr: e, neutral, around });
    // Lines of a programme that is asked about decide here too.
    if (e.k === 'outcome') programme(e.of, around);
    const own = e.k === 'rule' ? [...around, e.id] : around;
    for (const [part, one] of partsOf(e, neutral)) inside(part, one, own);
  };
  programme(id, []);
  return found;
}

/** What a deadline asks, as a line would. */
function asLine({ id, origin, date, span, when }: Programme['deadlines'][number]): Expr {
  const common = { id, origin, type: { t: 'bool' } as const };
  const within: Expr = { ...common, k: 'within', a: date, span };
  const asked: Expr = when ? { ...common, k: 'guard', when, then: within, neutral: true } : within;
  return { ...common, k: 'rule', body: asked };
}

/** Conditions inside a condition, and what each would have to be to make no difference there. */
function partsOf(e: Expr, neutral: Truth): readonly (readonly [Expr, Truth])[] {
  switch (e.k) {
    case 'rule':
      return [[e.body, neutral]];
    case 'all':
      return e.parts.map((part) => [part, TRUE] as const);
    case 'any':
    case 'atLeast':
      return e.parts.map((part) => [part, FALSE] as const);
    case 'guard':
      return [[e.then, neutral]];
    case 'not':
      return [[e.a, neutral]];
    case 'except':
      return [[e.rule, neutral], ...e.by.map((one) => [one, FALSE] as const)];
    default:
      return [];
  }
}

/** The line without the lines inside it: these are named, and those that only one version has are left out. */
function frame(line: Expr, known: ReadonlySet<Id>): unknown {
  const within = (e: Expr): unknown => {
    if (e !== line && e.k === 'rule') return known.has(e.id) ? `line ${e.id}` : null;
    switch (e.k) {
      case 'rule':
        return within(e.body);
      case 'all':
      case 'any':
        return [e.k, ...e.parts.map(within).filter((part) => part !== null)];
      case 'atLeast':
        return [e.k, e.n, ...e.parts.map(within).filter((part) => part !== null)];
      case 'guard':
        return [e.k, e.when, within(e.then), e.neutral];
      case 'except':
        return [e.k, within(e.rule), ...e.by.map(within).filter((part) => part !== null), e.neutral];
      case 'not':
        return [e.k, within(e.a)];
      case 'outcome':
        return ASKED.has(e.state) ? `outcome ${e.of} ${e.state}` : e;
      default:
        return e;
    }
  };
  return within(line);
}

/** What the lines of a programme settle. */
const ASKED: ReadonlySet<string> = new Set(['eligible', 'selected']);

const standing = (of: Truth, seen: Evaluation): TruthName =>
  seen.bool(of.yes) ? 'yes' : seen.bool(of.no) ? 'no' : 'unknown';

const isStanding = (of: Truth, name: TruthName): Bool =>
  name === 'yes' ? of.yes : name === 'no' ? of.no : isOpen(of);

/** With more lines than these every combination of them would be too many regions. */
const FEW = 3;

/**
 * Everybody for whom the same lines decide otherwise as for this one applicant, in the same way; of many lines the first
 * alone, the inner ones before those around them.
 */
export function flipsOf(causes: readonly Cause[], seen: Evaluation): { flips: readonly Flip[]; where: Bool } {
  const own = causes.length > FEW ? upToFirst(causes, seen) : causes;
  const flips: Flip[] = [];
  const where = own.map((cause): Bool => {
    const [a, b] = sidesOf(cause);
    const [old, fresh] = [standing(a, seen), standing(b, seen)];
    if (old === fresh) return or(and(a.yes, b.yes), and(a.no, b.no), and(isOpen(a), isOpen(b)));
    flips.push({ id: cause.id, was: cause.was && old, is: cause.is && fresh });
    return and(isStanding(a, old), isStanding(b, fresh));
  });
  // What a line decides by the lines inside it is told by these.
  const inner = new Set(flips.flatMap(({ id }) => causes.find((cause) => cause.id === id)?.around ?? []));
  return { flips: flips.filter(({ id }) => !inner.has(id)), where: and(...where) };
}

const sidesOf = ({ was, is, neutral }: Cause): readonly [Truth, Truth] => [was ?? neutral, is ?? neutral];

function upToFirst(causes: readonly Cause[], seen: Evaluation): readonly Cause[] {
  const inward = [...causes].sort((a, b) => b.around.length - a.around.length);
  const first = inward.findIndex((cause) => {
    const [a, b] = sidesOf(cause);
    return standing(a, seen) !== standing(b, seen);
  });
  return first < 0 ? inward : inward.slice(0, first + 1);
}
