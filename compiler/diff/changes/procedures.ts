import type { Due, Policy, Procedure, Step } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Keys } from '../keys.ts';
import type { Text } from '../text.ts';
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
import { label, named, same, side, span } from '../words.ts';
import { latenessChange } from './programme-parts.ts';
import { pauseChanges } from './pauses.ts';
import { spanChange } from './spans.ts';
import { whenChanges } from './when.ts';

/** Procedures, step by step. A step may be moved from one procedure to another. */
export function procedureChanges(v: Versions): readonly Change[] {
  const steps = (policy: Policy): readonly Step[] => policy.procedures.flatMap((item) => item.steps);
  const { both, removed, added } = matched(v, steps(v.before), steps(v.after));
  const name = (policy: Policy, step: Step) => side(label(policy, step.id), step.origin);
  return [
    ...both.flatMap((pair) => stepChange(v, pair.before, pair.after, pair.renamed)),
    ...removed.map((step) => change('stepRemoved', place(v.before, step), name(v.before, step), null)),
    ...added.map((step) => change('stepAdded', place(v.after, step), null, name(v.after, step))),
    ...orderChanges(v),
  ];
}

function place(policy: Policy, step: Step): Place {
  const owner = policy.procedures.find((item) => item.steps.includes(step));
  const outer: Place = owner
    ? { at: owner.id, owner: owner.id, words: label(policy, owner.id) }
    : { at: step.id, owner: step.id, words: same('') };
  return inside(outer, label(policy, step.id), step.id);
}

const words = (value: string | undefined): Text | null => (value === undefined ? null : same(value));

function stepChange(v: Versions, a: Step, b: Step, renamed: boolean): readonly Change[] {
  const here = place(v.after, b);
  const origins = { before: a.origin, after: b.origin };
  const spanned = (step: Step, part: 'planned' | 'during') => {
    const found = step[part];
    return found && { origin: step.origin, span: found };
  };
  return [
    ...(renamed
      ? settingChange('stepRenamed', here, named(v.before, a.id), named(v.after, b.id), origins)
      : []),
    ...settingChange('stepActorChanged', here, words(a.actor), words(b.actor), origins),
    ...whenChanges(v, here, a.when, b.when),
    ...expressionChange('stepNeedsChanged', here, a.needs, b.needs, v),
    ...expressionChange('stepTimeChanged', here, a.lasts, b.lasts, v),
    ...settingChange('stepTimeChanged', here, words(a.countedBy), words(b.countedBy), origins),
    ...dueChanges(v, here, dueOf(v.old, a), dueOf(v.fresh, b)),
    ...(['planned', 'during'] as const).flatMap((part) =>
      spanChange('stepTimeChanged', v, here, spanned(a, part), spanned(b, part)),
    ),
    ...latenessChange(here, a, b),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

/** The last day of `期间` is one of the last days, and told with it. */
function dueOf(keys: Keys, { due, during }: Step): readonly Due[] {
  if (!during?.hi) return due;
  const last = keys.written(during.hi);
  return due.filter(({ span: { lo, hi }, pauses = [] }) => {
    const own = !lo && hi && pauses.length === 0 && keys.written(hi) === last;
    return !own;
  });
}

/** Last days of a step or a duty: of one round against the same round. */
export function dueChanges(
  v: Versions,
  here: Place,
  a: readonly Due[],
  b: readonly Due[],
): readonly Change[] {
  const left = [...b];
  const take = (test: (due: Due) => boolean): Due | undefined => {
    const i = left.findIndex(test);
    return i < 0 ? undefined : left.splice(i, 1)[0];
  };
  const same = a.map(
    (due) =>
      [
        due,
        take(
          (other) =>
            v.old.written([due.round ?? null, due.span]) ===
            v.fresh.written([other.round ?? null, other.span]),
        ),
      ] as const,
  );
  const changed = same.map(
    ([due, found]) => [due, found ?? take((other) => other.round === due.round)] as const,
  );
  return [
    ...changed.flatMap(([due, other]) => [
      ...spanChange('deadlineMoved', v, here, due, other),
      ...(other ? pauseChanges(v, here, due, other) : []),
      ...(other ? clauseChange(here, due.origin, other.origin) : []),
    ]),
    ...left.map((due) => change('deadlineAdded', here, null, side(span(v.after, due.span), due.origin))),
  ];
}

/** The order in which steps are listed decides nothing, but readers see it. */
function orderChanges(v: Versions): readonly Change[] {
  return v.before.procedures.flatMap((a) => {
    const b = v.after.procedures.find((item) => item.id === v.old.renamed(a.id));
    if (!b) return [];
    const shared = (own: Procedure, theirs: Procedure): string =>
      own.steps.flatMap(({ id }) => (theirs.steps.some((step) => step.id === id) ? [id] : [])).join();
    if (shared(a, b) === shared(b, a)) return [];
    const listed = (policy: Policy, own: Procedure) => {
      const names = own.steps.map(({ id }) => label(policy, id));
      return side(
        { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') },
        own.origin,
      );
    };
    const here: Place = { at: b.id, owner: b.id, words: label(v.after, b.id) };
    return [change('stepReordered', here, listed(v.before, a), listed(v.after, b))];
  });
}
