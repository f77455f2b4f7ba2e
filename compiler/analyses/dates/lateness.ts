import { printDate } from '../../../runtime/dates.ts';
import { InputErrors } from '../../../runtime/input/errors.ts';
import type { StepDue } from '../../../runtime/decision.ts';
import { analysisTimetables as codes } from '../../diagnostics/catalogue/analysis-timetables.ts';
import type { Example, Reporter } from '../../diagnostics/diagnostic.ts';
import { evaluator } from '../../interpret/index.ts';
import { expressions } from '../../ir/children.ts';
import { policyMeta } from '../../ir/meta.ts';
import type { Due, Policy, Procedure, Step } from '../../ir/policy.ts';
import type { Inquiry } from '../../possible/index.ts';
import { namesOf, wordsOf } from '../../possible/words.ts';

/** A year with published holidays. */
const YEAR = 2024;

/**
 * A last day counted from another step beside a fixed one: whoever did that step late, where lateness costs nothing, has
 * two last days that differ. Told with such a course of events, which the interpreter has judged.
 */
export function afterLateness(
  inquiry: Inquiry,
  reporter: Reporter,
  procedure: Procedure,
  step: Step,
  byId: ReadonlyMap<string, Step>,
): void {
  for (const counted of step.due) {
    const end = counted.span.hi;
    if (end?.k !== 'addPeriod' || end.date.k !== 'stepTime' || end.sign < 0) continue;
    const earlier = byId.get(end.date.step);
    if (earlier?.late !== 'record' || earlier.due.length === 0) continue;
    for (const fixed of step.due) {
      const example =
        fixed === counted ? null : exampleOf(inquiry, procedure, step, earlier, [counted, fixed]);
      if (!example || !fixed.span.hi) continue;
      const { policy } = inquiry;
      const params = {
        counted: wordsOf(end, policy),
        due: wordsOf(fixed.span.hi, policy),
        earlier: namesOf(earlier.id, policy),
        course: example.words,
      };
      reporter.show(codes.termsDisagreeLate, counted.origin.span, params, example, {
        cites: [...new Set([...counted.origin.cites, ...fixed.origin.cites])],
        related: [{ span: fixed.origin.span, zh: '另一个期限', en: 'the other last day' }],
      });
      return;
    }
  }
}

/** The step before done on the fixed last day: late itself, and the counted last day falls after the fixed one. */
function exampleOf(
  inquiry: Inquiry,
  procedure: Procedure,
  step: Step,
  earlier: Step,
  [counted, fixed]: readonly [Due, Due],
): Example | null {
  const { hi } = fixed.span;
  if (!hi || [...expressions(hi)].some(({ k }) => k === 'stepTime')) return null;
  const profile = inquiry.conditions.profile(hi);
  if (!profile) return null;
  const day = printDate(profile.at(YEAR));
  const course = courseOf(inquiry.policy, earlier, day, fixed.round === 'later' ? YEAR - 1 : YEAR);
  const found = judged(inquiry.policy, procedure, earlier, step, course);
  const due = (id: string): string | null | undefined => found.find((one) => one.id === id)?.due;
  const [own, other] = [due(counted.id), due(fixed.id)];
  if (!own || other !== day || own <= other || !found.some((one) => one.id === LATE)) return null;
  const name = namesOf(earlier.id, inquiry.policy);
  const words = {
    zh: `“${name.zh}” 在 ${day} 完成，一个到 ${own}，一个到 ${other}`,
    en: `"${name.en}" done on ${day}, one is ${own}, the other ${other}`,
  };
  return { ...course, words };
}

/** The step before done on that day, the years of the notice being that year. */
function courseOf(
  policy: Policy,
  { id, countedBy }: Step,
  day: string,
  year: number,
): Omit<Example, 'words'> {
  const years = policy.parameters.filter(({ type }) => type.t === 'year');
  return {
    asOf: day,
    parameters: Object.fromEntries(years.map((one) => [one.id, year])),
    circumstances: {},
    facts: countedBy === undefined ? {} : { [countedBy]: day },
    events: { [id]: day },
  };
}

const LATE = 'the step before is late';
const PROBE = 'probe of an analysis';

/** Last days of a step as the interpreter has them; with a mark where the step before is late. */
function judged(
  policy: Policy,
  procedure: Procedure,
  earlier: Step,
  step: Step,
  { asOf, parameters, facts }: Omit<Example, 'words'>,
): readonly Pick<StepDue, 'id' | 'due'>[] {
  const subject = procedure.subject ?? policy.subjects[0]?.id;
  const alone = { ...policy, procedures: [procedure], programmes: [], duties: [], assertions: [] };
  const { choices: _, ...rest } = {
    ...alone,
    procedures: [{ ...procedure, steps: procedure.steps.map(unconditional) }],
  };
  try {
    const bound = evaluator(rest, undefined, policyMeta(rest, PROBE)).bind({
      asOf,
      parameters,
      ...(subject !== undefined && { subject }),
    });
    const { steps } = bound.decide(facts, { [earlier.id]: asOf }).procedures[procedure.id] ?? { steps: [] };
    const late = steps.some(({ id, state }) => id === earlier.id && state === 'late');
    return [
      ...(steps.find(({ id }) => id === step.id)?.due ?? []),
      ...(late ? [{ id: LATE, due: asOf }] : []),
    ];
  } catch (error) {
    // A course of events that no input could give shows nothing.
    if (error instanceof InputErrors || error instanceof RangeError) return [];
    throw error;
  }
}

/** What else a step asks for is taken to be in order. */
function unconditional({ needs: _, when: __, ...step }: Step): Step {
  return step;
}
