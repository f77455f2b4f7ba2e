import type { Assertion, Duty, Policy } from '../../ir/policy.ts';
import type { Change } from '../change.ts';
import type { Text } from '../text.ts';
import {
  change,
  clauseChange,
  expressionChange,
  matched,
  type Place,
  settingChange,
  type Versions,
} from '../versions.ts';
import { label, said, side, text } from '../words.ts';
import { conditionChanges } from './conditions.ts';
import { dueChanges } from './procedures.ts';
import { spanChange } from './spans.ts';
import { whenChanges } from './when.ts';

/** Duties and targets. */
export function dutyChanges(v: Versions): readonly Change[] {
  const { both, removed, added } = matched(v, v.before.duties, v.after.duties, (duty) => duty.must);
  return [
    ...both.flatMap((pair) => dutyChange(v, pair.before, pair.after)),
    ...removed.map((duty) => change('dutyRemoved', place(v.before, duty), whole(v.before, duty), null)),
    ...added.map((duty) => change('dutyAdded', place(v.after, duty), null, whole(v.after, duty))),
  ];
}

const place = (policy: Policy, item: Duty | Assertion): Place => ({
  at: item.id,
  owner: item.id,
  words: label(policy, item.id),
});
const whole = (policy: Policy, duty: Duty) => side(said(policy, duty.must), duty.origin);

function dutyChange(v: Versions, a: Duty, b: Duty): readonly Change[] {
  const here = place(v.after, b);
  const term = (duty: Duty) => duty.during && { origin: duty.origin, span: duty.during };
  return [
    ...conditionChanges(
      v,
      here,
      { roots: [a.must], role: 'condition' },
      { roots: [b.must], role: 'condition' },
    ),
    ...conditionChanges(
      v,
      here,
      { roots: a.excused, role: 'exception' },
      { roots: b.excused, role: 'exception' },
    ),
    ...settingChange('dutyKindChanged', here, KINDS[a.kind], KINDS[b.kind], {
      before: a.origin,
      after: b.origin,
    }),
    ...settingChange('dutyPeriodChanged', here, every(a), every(b), { before: a.origin, after: b.origin }),
    ...spanChange('dutyTermChanged', v, here, term(a), term(b)),
    ...expressionChange('dutyTermChanged', here, a.measuredOn, b.measuredOn, v),
    ...whenChanges(v, here, a.when, b.when),
    ...dueChanges(v, here, a.due, b.due),
    ...clauseChange(here, a.origin, b.origin),
  ];
}

const KINDS = { duty: text('义务', 'duty'), target: text('指标', 'target') };

const UNITS = {
  day: text('日', 'day'),
  week: text('周', 'week'),
  tenDays: text('旬', 'ten days'),
  month: text('个月', 'month'),
  quarter: text('季度', 'quarter'),
  halfYear: text('半年', 'half-year'),
  year: text('年', 'year'),
};

function every(duty: Duty): Text | null {
  if (!duty.every) return null;
  const { count, unit } = duty.every;
  return { zh: `每 ${count} ${UNITS[unit].zh}`, en: `every ${count} ${UNITS[unit].en}` };
}

/** Assertions decide nothing: they are claims about what does. */
export function assertionChanges(v: Versions): readonly Change[] {
  const { both, removed, added } = matched(v, v.before.assertions, v.after.assertions);
  const name = (policy: Policy, item: Assertion) => side(claimWords(policy, item), item.origin);
  return [
    ...both
      .filter(
        (pair) =>
          v.old.written([pair.before.when, pair.before.claim]) !==
          v.fresh.written([pair.after.when, pair.after.claim]),
      )
      .map((pair) =>
        change(
          'assertionChanged',
          place(v.after, pair.after),
          name(v.before, pair.before),
          name(v.after, pair.after),
        ),
      ),
    ...removed.map((item) => change('assertionRemoved', place(v.before, item), name(v.before, item), null)),
    ...added.map((item) => change('assertionAdded', place(v.after, item), null, name(v.after, item))),
  ];
}

function claimWords(policy: Policy, { claim, when }: Assertion): Text {
  const limits = when && said(policy, when);
  const words = claimed(policy, claim);
  return limits ? { zh: `${words.zh} 当 ${limits.zh}`, en: `${words.en} when ${limits.en}` } : words;
}

function claimed(policy: Policy, claim: Assertion['claim']): Text {
  if (claim.k === 'always') return said(policy, claim.that);
  if (claim.k === 'implies') {
    const [when, then] = [said(policy, claim.when), said(policy, claim.then)];
    return { zh: `凡 ${when.zh} 则 ${then.zh}`, en: `whoever ${when.en} then ${then.en}` };
  }
  const [of, by] = [said(policy, claim.of), said(policy, claim.by)];
  const up = claim.direction > 0;
  return {
    zh: `${of.zh} 随 ${by.zh} ${up ? '不减' : '不增'}`,
    en: `${of.en} never ${up ? 'falls' : 'rises'} with ${by.en}`,
  };
}
