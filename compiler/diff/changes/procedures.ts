import type { Due, Policy, Procedure, Step } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
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
import { spanChange } from './spans.ts';

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
    ...expressionChange('whenChanged', here, a.when, b.when, v),
    ...expressionChange('stepNeedsChanged', here, a.needs, b.needs, v),
    ...expressionChange('stepTimeChanged', here, a.lasts, b.lasts, v),
    ...settingChange('stepTimeChanged', here, words(a.countedBy), words(b.countedBy), origins),
    ...dueChanges(v, here, a.due, b.due),
    ...(['planned', 'during'] as const).flatMap((part) =>
      spanChange('stepTimeChanged', v, here, spanned(a, part), spanned(b, part)),
    ),
    ...latenessChange(here, a, b),
    ...clauseChange(here, a.origin, b.origin),
  ];
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
  const open: Due[] = a.filter(
    (due) =>
      !take(
        (other) =>
          v.old.written([due.round ?? null, due.span]) === v.fresh.written([other.round ?? null, other.span]),
      ),
  );
  const changed = open.map((due) => [due, take((other) => other.round === due.round)] as const);
  return [
    ...changed.flatMap(([due, other]) => spanChange('deadlineMoved', v, here, due, other)),
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
