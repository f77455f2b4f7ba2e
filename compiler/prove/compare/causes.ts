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
}

interface Line {
  readonly expr: Expr;
  readonly neutral: Truth;
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
        was: x ? two.before.encoder.truth(x.expr, []) : null,
        is: y ? two.after.encoder.truth(y.expr, []) : null,
        neutral: (y ?? x)?.neutral ?? TRUE,
        before: x?.expr ?? null,
        after: y?.expr ?? null,
      },
    ];
  });
}

function linesOf({ policy }: VersionWorld, id: Id): ReadonlyMap<Id, Line> {
  const programme: Programme | undefined = policy.programmes.find((one) => one.id === id);
  if (!programme) return new Map();
  const lines = [
    ...linesIn(programme.eligible, TRUE),
    ...programme.excluded.flatMap((e) => [...linesIn(e, FALSE)]),
  ];
  return new Map(lines.map((line) => [line.expr.id, line]));
}

function* linesIn(e: Expr, neutral: Truth): Generator<Line> {
  if (e.k === 'rule') yield { expr: e, neutral };
  for (const [part, own] of partsOf(e, neutral)) yield* linesIn(part, own);
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
      default:
        return e;
    }
  };
  return within(line);
}

const standing = (of: Truth, seen: Evaluation): TruthName =>
  seen.bool(of.yes) ? 'yes' : seen.bool(of.no) ? 'no' : 'unknown';

const isStanding = (of: Truth, name: TruthName): Bool =>
  name === 'yes' ? of.yes : name === 'no' ? of.no : isOpen(of);

/** Everybody for whom the same lines decide otherwise as for this one applicant, in the same way. */
export function flipsOf(causes: readonly Cause[], seen: Evaluation): { flips: readonly Flip[]; where: Bool } {
  const flips: Flip[] = [];
  const where = causes.map(({ id, was, is, neutral }): Bool => {
    const [a, b] = [was ?? neutral, is ?? neutral];
    const [old, fresh] = [standing(a, seen), standing(b, seen)];
    if (old === fresh) return or(and(a.yes, b.yes), and(a.no, b.no), and(isOpen(a), isOpen(b)));
    flips.push({ id, was: was && old, is: is && fresh });
    return and(isStanding(a, old), isStanding(b, fresh));
  });
  return { flips, where: and(...where) };
}
