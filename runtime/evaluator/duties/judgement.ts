import type { DutyState, Reason } from '../../decision.ts';
import type { Case, DutyRules, RuleNode } from '../../rules.ts';
import { all, not, reasonsOf } from '../../truth.ts';
import type { Id } from '../../types.ts';
import { isDoubt, mergeReasons } from '../../unknown.ts';
import type { Truth } from '../../value.ts';

/** A state as far as the duty's own rule and days say, whether or not it applies. */
export interface Bare {
  readonly state: Exclude<DutyState, 'notApplicable'>;
  readonly reasons: readonly Reason[];
}

/** A duty, or one period of it, judged. */
export interface Judgement {
  readonly state: DutyState;
  readonly reasons: readonly Reason[];
  readonly excusedBy: readonly Id[];
}

/** Whether it applies: `当` holds and no `例外` excuses. */
interface Applying {
  readonly truth: Truth;
  readonly excusedBy: readonly Id[];
}

function applying(duty: DutyRules, c: Case): Applying {
  const excuses: readonly RuleNode[] = duty.excused.map((excuse) => excuse(c));
  return {
    truth: all(duty.when?.(c) ?? true, ...excuses.map(({ truth }) => not(truth))),
    excusedBy: excuses.filter(({ truth }) => truth === true).map(({ meta }) => meta.id),
  };
}

/** What decides whether the duty applies, each truth by itself. */
export const grounds = (duty: DutyRules, c: Case): readonly Truth[] => [
  duty.when?.(c) ?? true,
  ...duty.excused.map((excuse) => excuse(c).truth),
];

/** While it is open whether the duty applies, only one that is met anyway is settled. */
export function judged(duty: DutyRules, c: Case, bare: Bare): Judgement {
  const { truth, excusedBy } = applying(duty, c);
  if (truth === false) return { state: 'notApplicable', reasons: [], excusedBy };
  if (!isDoubt(truth) || bare.state === 'met') return { ...bare, excusedBy: [] };
  return { state: 'undetermined', reasons: mergeReasons(reasonsOf(truth), bare.reasons), excusedBy: [] };
}

/** Breached as soon as one is; else undetermined if one is; else met if one is; else not due if one is. */
const ORDER: readonly DutyState[] = ['breached', 'undetermined', 'met', 'notDue'];

export const overall = (states: ReadonlySet<DutyState>): DutyState =>
  ORDER.find((state) => states.has(state)) ?? 'notApplicable';
