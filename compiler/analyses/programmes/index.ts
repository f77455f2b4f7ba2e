import { compareExact, exact } from '../../../runtime/exact.ts';
import { analysisConditions as codes } from '../../diagnostics/catalogue/analysis-conditions.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Amount, Duty, Programme, Route } from '../../ir/policy.ts';
import { and, type Formula, type Inquiry, negate } from '../../possible/index.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';

/** Parts of programmes and duties that defeat each other. */
export function programmes(inquiry: Inquiry, reporter: Reporter): void {
  for (const programme of inquiry.policy.programmes) {
    inquiry.each(programme.origin, reporter, () => {
      exclusions(inquiry, reporter, programme);
      neverGiven(inquiry, reporter, programme);
      for (const amount of programme.amounts) bounds(inquiry, reporter, amount);
      for (const route of programme.routes) ways(inquiry, reporter, route);
    });
  }
  contradictingDuties(inquiry, reporter);
}

function exclusions(inquiry: Inquiry, reporter: Reporter, programme: Programme): void {
  const { policy } = inquiry;
  const eligible = inquiry.truth(programme.eligible);
  if (!inquiry.can(eligible)) return;
  for (const exclusion of programme.excluded) {
    const hit = inquiry.truth(exclusion);
    if (!inquiry.can(hit)) continue;
    const told = () => ({ programme: namesOf(programme.id, policy), what: wordsOf(exclusion, policy) });
    const at = { cites: exclusion.origin.cites };
    if (inquiry.never(eligible, negate(hit))) {
      const example = inquiry.example(programme.subject, eligible, both(programme.eligible, exclusion));
      reporter.report(
        codes.alwaysExcluded,
        exclusion.origin.span,
        { ...told(), example: example?.words ?? null },
        { ...at, ...(example ? { example } : {}) },
      );
    } else if (inquiry.never(eligible, hit))
      reporter.report(codes.exclusionIdle, exclusion.origin.span, told(), at);
  }
}

/** What is given, paid or asked for under a condition that nobody eligible meets. */
function neverGiven(inquiry: Inquiry, reporter: Reporter, programme: Programme): void {
  const { policy } = inquiry;
  const { grants, amounts, documents, eligible } = programme;
  for (const { id, when } of [...grants, ...amounts, ...(documents?.items ?? [])]) {
    if (!when || isOpen(when)) continue;
    const [given, entitled] = [inquiry.truth(when), inquiry.truth(eligible)];
    if (!inquiry.share(given, entitled) || !inquiry.can(given) || !inquiry.can(entitled)) continue;
    if (!inquiry.never(entitled, given)) continue;
    const params = { programme: namesOf(programme.id, policy), what: namesOf(id, policy) };
    reporter.report(codes.neverGiven, when.origin.span, params, { cites: when.origin.cites });
  }
}

const isOpen = (e: Expr): boolean => e.k === 'hole' || e.k === 'lit';

/** Both of two conditions, as one. */
function both(a: Expr, b: Expr): Expr {
  return { k: 'all', parts: [a, b], id: `${a.id}&${b.id}`, type: { t: 'bool' }, origin: b.origin };
}

function bounds({ policy }: Inquiry, reporter: Reporter, { floor, cap }: Amount): void {
  if (floor?.k !== 'lit' || cap?.k !== 'lit') return;
  if (typeof floor.value !== 'string' || typeof cap.value !== 'string') return;
  if (compareExact(exact(floor.value), exact(cap.value)) <= 0) return;
  reporter.report(
    codes.floorAboveCap,
    floor.origin.span,
    { floor: wordsOf(floor, policy), cap: wordsOf(cap, policy) },
    { cites: floor.origin.cites },
  );
}

/** Where the first way that fits is taken, one whose people all fit an earlier one is never taken. */
function ways(inquiry: Inquiry, reporter: Reporter, route: Route): void {
  if (route.mode !== 'first') return;
  for (const [j, late] of route.items.entries())
    for (const early of route.items.slice(0, j)) {
      const mine = inquiry.truth(late.when);
      if (late.when.k === 'hole' || early.when.k === 'hole' || !inquiry.can(mine)) continue;
      if (!inquiry.never(mine, negate(inquiry.truth(early.when)))) continue;
      const { policy } = inquiry;
      reporter.report(
        codes.routeNeverReached,
        late.origin.span,
        {
          what: namesOf(late.id, policy),
          because: namesOf(early.id, policy),
          line: reporter.lineAt(early.origin.span),
        },
        { cites: late.origin.cites },
      );
      break;
    }
}

function contradictingDuties(inquiry: Inquiry, reporter: Reporter): void {
  const standing = inquiry.policy.duties.filter(
    (duty) => !duty.every && duty.kind === 'duty' && duty.due.length === 0,
  );
  const speaking = new Map<string, number[]>();
  for (const [j, second] of standing.entries()) {
    const keys = inquiry.spokenOf(inquiry.truth(second.must));
    const earlier = new Set([...keys].flatMap((key) => speaking.get(key) ?? []));
    for (const i of [...earlier].sort((a, b) => a - b)) {
      const first = standing[i];
      if (first && first.subject === second.subject && contradicts(inquiry, reporter, first, second)) break;
    }
    for (const key of keys) {
      const before = speaking.get(key);
      if (before) before.push(j);
      else speaking.set(key, [j]);
    }
  }
}

/** Whether two duties that speak of the same cannot both be kept by somebody who is under both. */
function contradicts(inquiry: Inquiry, reporter: Reporter, first: Duty, second: Duty): boolean {
  const applies = and(whenOf(inquiry, first), whenOf(inquiry, second));
  const [p, q] = [inquiry.truth(first.must), inquiry.truth(second.must)];
  if (!inquiry.can(applies) || !inquiry.can(p) || !inquiry.can(q) || !inquiry.never(applies, p, q))
    return false;
  return clash(inquiry, reporter, first, second, applies);
}

/** Who is under a duty: `当` holds and no exception does. */
function whenOf(inquiry: Inquiry, duty: Duty): Formula {
  const excused = duty.excused.map((e) => negate(inquiry.truth(e)));
  return and(...(duty.when ? [inquiry.truth(duty.when)] : []), ...excused);
}

/** Reported only where somebody is surely under both: what the notice leaves open clashes with nothing. */
function clash(inquiry: Inquiry, reporter: Reporter, first: Duty, second: Duty, under: Formula): boolean {
  const { policy } = inquiry;
  const like = second.must;
  const not = (a: Expr): Expr => ({ k: 'not', a, id: `${a.id}.not`, type: { t: 'bool' }, origin: a.origin });
  const parts = [first, second].flatMap(({ when, excused }) => [
    ...(when ? [when] : []),
    ...excused.map(not),
  ]);
  const shown: Expr = { k: 'all', parts, id: `${like.id}.under`, type: { t: 'bool' }, origin: like.origin };
  const example = inquiry.example(second.subject, under, shown);
  if (!example) return false;
  const params = {
    first: wordsOf(first.must, policy),
    second: wordsOf(like, policy),
    line: reporter.lineAt(first.origin.span),
    example: parts.length > 0 ? example.words : null,
  };
  const extra = parts.length > 0 ? { example } : {};
  reporter.report(codes.dutiesContradict, second.origin.span, params, {
    cites: second.origin.cites,
    ...extra,
  });
  return true;
}
