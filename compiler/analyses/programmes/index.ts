import { compareExact, exact } from '../../../runtime/exact.ts';
import { analysisConditions as codes } from '../../diagnostics/catalogue/analysis-conditions.ts';
import { analysisConflicts as conflicts } from '../../diagnostics/catalogue/analysis-conflicts.ts';
import type { Reporter } from '../../diagnostics/diagnostic.ts';
import { expressions } from '../../ir/children.ts';
import type { Expr } from '../../ir/expressions.ts';
import type { Amount, Duty, Programme, Route } from '../../ir/policy.ts';
import { allOf, and, anyOf, asked, type Formula, type Inquiry, negate, notOf } from '../../possible/index.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';

/** Parts of programmes and duties that defeat each other. */
export function programmes(inquiry: Inquiry, reporter: Reporter): void {
  for (const programme of inquiry.policy.programmes) {
    inquiry.each(programme.origin, reporter, () => {
      exclusions(inquiry, reporter, programme);
      neverGiven(inquiry, reporter, programme);
      tooLate(inquiry, reporter, programme);
      for (const amount of programme.amounts) bounds(inquiry, reporter, programme, amount);
      for (const route of programme.routes) ways(inquiry, reporter, programme, route);
    });
  }
  contradictingDuties(inquiry, reporter);
}

function exclusions(inquiry: Inquiry, reporter: Reporter, programme: Programme): void {
  const { policy } = inquiry;
  const eligible = inquiry.truth(programme.eligible);
  if (!inquiry.can(eligible)) return;
  let alone = false;
  for (const exclusion of programme.excluded) {
    const hit = inquiry.truth(exclusion);
    if (!inquiry.can(hit)) continue;
    const told = () => ({ programme: namesOf(programme.id, policy), what: wordsOf(exclusion, policy) });
    const at = { cites: exclusion.origin.cites };
    if (inquiry.never(eligible, negate(hit))) {
      alone = true;
      const example = inquiry.showing(programme.subject, programme.eligible, exclusion);
      reporter.show(codes.alwaysExcluded, exclusion.origin.span, told(), example, at);
    } else if (inquiry.never(eligible, hit)) {
      const example = inquiry.showing(programme.subject, exclusion, notOf(programme.eligible));
      reporter.show(codes.exclusionIdle, exclusion.origin.span, told(), example, at);
    }
  }
  if (alone) return;
  if (!excludedTogether(inquiry, reporter, programme)) shadowed(inquiry, reporter, programme);
}

/** Exclusions that between them exclude everybody eligible, though none alone. */
function excludedTogether(inquiry: Inquiry, reporter: Reporter, programme: Programme): boolean {
  const { policy } = inquiry;
  const { eligible, subject } = programme;
  const covers = (some: readonly Expr[]): boolean =>
    inquiry.never(inquiry.truth(eligible), ...some.map((one) => negate(inquiry.truth(one))));
  if (programme.excluded.length < 2 || !covers(programme.excluded)) return false;
  const needed = programme.excluded.reduce((left, one) => {
    const fewer = left.filter((other) => other !== one);
    return covers(fewer) ? fewer : left;
  }, programme.excluded);
  const last = needed.at(-1);
  if (!last) return false;
  const what = needed.map((one) => wordsOf(one, policy));
  const params = {
    programme: namesOf(programme.id, policy),
    what: { zh: what.map(({ zh }) => zh).join(' 或 '), en: what.map(({ en }) => en).join(' or ') },
  };
  const example = inquiry.showing(subject, eligible, anyOf(needed, last));
  reporter.show(codes.alwaysExcluded, last.origin.span, params, example, { cites: last.origin.cites });
  return true;
}

/** Exclusions of those whom another excludes already; of two that are the same the later. */
function shadowed(inquiry: Inquiry, reporter: Reporter, { excluded, subject }: Programme): void {
  const { policy } = inquiry;
  const implies = (a: Expr, b: Expr): boolean =>
    inquiry.share(inquiry.truth(a), inquiry.truth(b)) &&
    inquiry.never(inquiry.truth(a), negate(inquiry.truth(b)));
  for (const [i, one] of excluded.entries()) {
    if (isHole(one) || !inquiry.can(inquiry.truth(one))) continue;
    const wider = excluded.find(
      (other, j) => i !== j && !isHole(other) && implies(one, other) && (j < i || !implies(other, one)),
    );
    if (!wider) continue;
    const params = {
      what: wordsOf(one, policy),
      because: wordsOf(wider, policy),
      line: reporter.lineAt(wider.origin.span),
    };
    const example = inquiry.showing(subject, one, wider);
    reporter.show(codes.redundant, one.origin.span, params, example, { cites: one.origin.cites });
  }
}

/** What the notice leaves open, or another benefit, is not compared. */
const isHole = (e: Expr): boolean =>
  (e.k === 'rule' && e.benefit !== undefined) || [...expressions(e)].some(({ k }) => k === 'hole');

/** A deadline that nobody eligible can keep. */
function tooLate(
  inquiry: Inquiry,
  reporter: Reporter,
  { id, subject, eligible, deadlines }: Programme,
): void {
  const { policy } = inquiry;
  for (const { date, span, when, pauses, origin } of deadlines) {
    if (pauses) continue;
    const kept = asked({ k: 'within', a: date, span }, { t: 'bool' }, date);
    const under = [eligible, ...(when ? [when] : [])];
    const [may, met] = [under.map((e) => inquiry.truth(e)), inquiry.truth(kept)];
    if (!inquiry.can(...may) || !inquiry.can(met) || !inquiry.never(...may, met)) continue;
    const params = { programme: namesOf(id, policy), what: wordsOf(kept, policy) };
    const example = inquiry.showing(subject, notOf(kept), ...under);
    reporter.show(conflicts.deadlineNeverMet, origin.span, params, example, { cites: origin.cites });
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
    const example = inquiry.showing(programme.subject, eligible, notOf(when));
    reporter.show(codes.neverGiven, when.origin.span, params, example, { cites: when.origin.cites });
  }
}

const isOpen = (e: Expr): boolean => e.k === 'hole' || e.k === 'lit';

function bounds(
  inquiry: Inquiry,
  reporter: Reporter,
  { subject, eligible }: Programme,
  { floor, cap }: Amount,
): void {
  const { policy } = inquiry;
  if (floor?.k !== 'lit' || cap?.k !== 'lit') return;
  if (typeof floor.value !== 'string' || typeof cap.value !== 'string') return;
  if (compareExact(exact(floor.value), exact(cap.value)) <= 0) return;
  reporter.show(
    codes.floorAboveCap,
    floor.origin.span,
    { floor: wordsOf(floor, policy), cap: wordsOf(cap, policy) },
    inquiry.showing(subject, eligible),
    { cites: floor.origin.cites },
  );
}

/** Where the first way that fits is taken, one whose people all fit an earlier one is never taken. */
function ways(inquiry: Inquiry, reporter: Reporter, { subject }: Programme, route: Route): void {
  if (route.mode !== 'first') return;
  for (const [j, late] of route.items.entries())
    for (const early of route.items.slice(0, j)) {
      const mine = inquiry.truth(late.when);
      if (late.when.k === 'hole' || early.when.k === 'hole' || !inquiry.can(mine)) continue;
      if (!inquiry.never(mine, negate(inquiry.truth(early.when)))) continue;
      const { policy } = inquiry;
      reporter.show(
        codes.routeNeverReached,
        late.origin.span,
        {
          what: namesOf(late.id, policy),
          because: namesOf(early.id, policy),
          line: reporter.lineAt(early.origin.span),
        },
        inquiry.showing(subject, late.when, early.when),
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
  const parts = [first, second].flatMap(({ when, excused }) => [
    ...(when ? [when] : []),
    ...excused.map(notOf),
  ]);
  // Who is under both without condition: one who keeps the first.
  const shown = parts.length > 0 ? parts : [first.must, notOf(like)];
  const met = parts.length > 0 ? under : and(inquiry.truth(first.must), negate(inquiry.truth(like)));
  const example = inquiry.example(second.subject, met, allOf(shown, like));
  if (!example) return false;
  const params = {
    first: wordsOf(first.must, policy),
    second: wordsOf(like, policy),
    line: reporter.lineAt(first.origin.span),
  };
  const said = example.words.zh === '' ? null : example;
  reporter.show(codes.dutiesContradict, second.origin.span, params, said, { cites: second.origin.cites });
  return true;
}
