import type { DateSpan } from '../../ir/expressions.ts';
import type { Due, Duty, Step } from '../../ir/policy.ts';
import { dropped, type Owner, type PartChange, spanChanges } from './part-change.ts';

export function stepChanges(step: Step): readonly PartChange[] {
  return [
    ...dropped(step, step, 'needs', 'prerequisite'),
    ...dropped(step, step, 'when', 'condition'),
    ...dropped(step, step, 'lasts', 'term'),
    ...step.due.filter(({ id }) => id !== lastDayOf(step)).flatMap((due) => dueChanges(step, due)),
    ...(step.during ? duringChanges(step, step.during) : []),
  ];
}

/** The last day of `期间` is one of the last days of a step, with an id of its own. */
const lastDayOf = ({ id }: Step): string => `${id}.during`;

/** What `期间` says of its end, the step holds twice. */
function duringChanges(step: Step, during: DateSpan): readonly PartChange[] {
  const last = step.due.find(({ id }) => id === lastDayOf(step));
  return [
    ...(last
      ? [{ kind: 'term', owner: step, what: `${last.id} dropped`, target: last, next: null } as const]
      : []),
    ...spanChanges(step, during, 'during').map((change): PartChange => {
      const turned = change.next as DateSpan;
      if (!last || turned.hiIn === during.hiIn) return change;
      const span = { ...last.span, hiIn: turned.hiIn };
      const due = step.due.map((one) => (one === last ? { ...last, span } : one));
      return { ...change, target: step, next: { ...step, during: turned, due } };
    }),
  ];
}

/** A last day: where the days before it begin is asked only where some of them do not count (`不计`). */
function dueChanges(owner: Owner, due: Due): readonly PartChange[] {
  return [
    { kind: 'term', owner, what: `${due.id} dropped`, target: due, next: null },
    ...spanChanges(owner, due.span, due.id).filter(
      ({ next }) => due.pauses !== undefined || (next as DateSpan).loIn === due.span.loIn,
    ),
  ];
}

export function dutyChanges(duty: Duty): readonly PartChange[] {
  return [
    ...duty.excused.map(
      (e): PartChange => ({ kind: 'exception', owner: duty, what: e.id, target: e, next: null }),
    ),
    ...dropped(duty, duty, 'when', 'condition'),
    ...duty.due.flatMap((due) => dueChanges(duty, due)),
    ...(duty.during ? spanChanges(duty, duty.during, 'during') : []),
    ...(duty.every
      ? [
          {
            kind: 'term',
            owner: duty,
            what: 'every',
            target: duty.every,
            next: { ...duty.every, count: duty.every.count + 1 },
          } as const,
        ]
      : []),
  ];
}
