import { type Almanac, Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { serve } from '../harness/engine.ts';
import { FIRST_DAY, FIRST_MONTH, LAST_DAY, OVER_30, TO_9, TO_19, TO_29, TODAY } from './forms/numbered.ts';
import { decided, slowRows } from './forms/slow-rows.ts';

// A rule for each reason and each tier, in order of priority. Sums are not to be had in its conditions: they are facts
// worked out by a function, as its documentation does it.

const AMOUNTS = [0, OVER_30, TO_29, TO_19, TO_9] as const;

const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const both = (...all: ReturnType<typeof is>[]): TopLevelCondition => ({ all });

const failing: readonly TopLevelCondition[] = [
  both(is('teacherType', 'equal', 'minban'), is('plannedRetirement', 'equal', true)),
  both(is('criminalRecord', 'equal', true)),
  both(is('dismissed', 'equal', true)),
  both(is('fraud', 'equal', true)),
  both(is('ageReachedOn', 'greaterThan', TODAY)),
  both(is('province', 'notEqual', '广东省')),
  both(is('schoolKind', 'notIn', ['publicSchool', 'publicKindergarten', 'publicPreschool'])),
  both(is('teachingPost', 'equal', false)),
  both(is('continuousTerms', 'lessThan', 2)),
  { any: [is('hiredByState', 'equal', true), is('hiredBySoe', 'equal', true)] },
  both(is('yearCompletedOn', 'greaterThan', LAST_DAY)),
];

const rule = (
  type: string,
  code: number,
  priority: number,
  conditions: TopLevelCondition,
): RuleProperties => ({
  conditions,
  event: { type, params: { code } },
  priority,
});

const bands: readonly TopLevelCondition[] = [
  both(is('serviceYears', 'greaterThanInclusive', 30)),
  both(is('serviceYears', 'greaterThanInclusive', 20), is('serviceYears', 'lessThan', 30)),
  both(is('serviceYears', 'greaterThanInclusive', 10), is('serviceYears', 'lessThan', 20)),
  both(is('serviceYears', 'lessThan', 10)),
];

const engine = new Engine([
  ...failing.map((conditions, at) => rule('reason', at + 1, 1, conditions)),
  ...bands.map((conditions, at) => rule('tier', at + 1, 1, conditions)),
]);

engine.addFact('ageReachedOn', async (_: unknown, almanac: Almanac) => {
  const [birthDate, sex] = [await almanac.factValue<number>('birthDate'), await almanac.factValue('sex')];
  return birthDate + (sex === 'male' ? 600_000 : 550_000);
});
engine.addFact('serviceYears', async (_: unknown, almanac: Almanac) =>
  Math.ceil((await almanac.factValue<number>('totalTerms')) / 2),
);

const codeOf = (event: { readonly params?: Record<string, unknown> } | undefined): number =>
  (event?.params?.['code'] as number | undefined) ?? 0;

await serve(
  slowRows(2_048, async (applicant) => {
    const { events, almanac } = await engine.run({ ...applicant });
    const reasons = events.filter(({ type }) => type === 'reason').map(codeOf);
    const tier = codeOf(events.find(({ type }) => type === 'tier'));
    const reached = await almanac.factValue<number>('ageReachedOn');
    const month = Math.floor(reached / 10_000) * 12 + (Math.floor(reached / 100) % 100);
    const reason = reasons.length === 0 ? 0 : Math.min(...reasons);
    const from = reached < FIRST_DAY ? FIRST_MONTH : month;
    const amount = AMOUNTS[tier] ?? 0;
    return decided({ reason, tier, amount: reason === 0 ? amount : -1, from: reason === 0 ? from : -1 });
  }),
);
