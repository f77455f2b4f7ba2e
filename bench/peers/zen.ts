import { ZenEngine } from '@gorules/zen-engine';
import { serve } from '../harness/engine.ts';
import { FIRST_DAY, FIRST_MONTH, LAST_DAY, OVER_30, TO_9, TO_19, TO_29, TODAY } from './forms/numbered.ts';
import { type Coded, decided, slowRows } from './forms/slow-rows.ts';

// GoRules Zen: a graph of an expression node, a decision table for the first reason (first hit), one for the tier, and an
// expression node for amount and month, as its editor makes them.

const input = (id: string, field: string) => ({ id, name: id, field });
const output = (field: string) => ({ id: field, name: field, field });

const table = (
  inputs: readonly string[],
  field: string,
  rules: readonly (readonly [string[], string])[],
) => ({
  hitPolicy: 'first',
  inputs: inputs.map((name) => input(name, name)),
  outputs: [output(field)],
  rules: rules.map(([cells, result], at) => ({
    _id: `r${at}`,
    ...Object.fromEntries(inputs.map((name, place) => [name, cells[place] ?? ''])),
    [field]: result,
  })),
  passThrough: true,
  executionMode: 'single',
});

const facts = [
  ['retiredMinban', 'criminalRecord', 'dismissed', 'fraud', 'age', 'province', 'schoolKind', 'teachingPost'],
  ['continuousTerms', 'hired', 'yearCompletedOn'],
].flat();

const only = (fact: string, cell: string): string[] => facts.map((name) => (name === fact ? cell : ''));

const reasons = table(facts, 'reason', [
  [only('retiredMinban', 'true'), '1'],
  [only('criminalRecord', 'true'), '2'],
  [only('dismissed', 'true'), '3'],
  [only('fraud', 'true'), '4'],
  [only('age', '< 0'), '5'],
  [only('province', 'not($ == "广东省")'), '6'],
  [only('schoolKind', 'not($ in ["publicSchool", "publicKindergarten", "publicPreschool"])'), '7'],
  [only('teachingPost', 'false'), '8'],
  [only('continuousTerms', '< 2'), '9'],
  [only('hired', 'true'), '10'],
  [only('yearCompletedOn', `> ${LAST_DAY}`), '11'],
  [[], '0'],
]);

const tiers = table(['years'], 'tier', [
  [['>= 30'], '1'],
  [['>= 20'], '2'],
  [['>= 10'], '3'],
  [[''], '4'],
]);

const expressions = (pairs: readonly (readonly [string, string])[]) => ({
  expressions: pairs.map(([key, value]) => ({ id: key, key, value })),
  passThrough: true,
  executionMode: 'single',
});

const prepared = expressions([
  ['reached', 'birthDate + (sex == "male" ? 600000 : 550000)'],
  ['age', `${TODAY} - $.reached`],
  ['retiredMinban', 'teacherType == "minban" and plannedRetirement'],
  ['hired', 'hiredByState or hiredBySoe'],
  ['years', 'floor((totalTerms + 1) / 2)'],
]);

const nextMonth = 'floor(reached / 10000) * 12 + floor(reached / 100) % 100';
const paid = expressions([
  ['amount', `reason == 0 ? [0, ${OVER_30}, ${TO_29}, ${TO_19}, ${TO_9}][tier] : -1`],
  ['from', `reason == 0 ? (reached < ${FIRST_DAY} ? ${FIRST_MONTH} : ${nextMonth}) : -1`],
]);

const nodes = [
  { id: 'in', name: 'in', type: 'inputNode' },
  { id: 'prepared', name: 'prepared', type: 'expressionNode', content: prepared },
  { id: 'reasons', name: 'reasons', type: 'decisionTableNode', content: reasons },
  { id: 'tiers', name: 'tiers', type: 'decisionTableNode', content: tiers },
  { id: 'paid', name: 'paid', type: 'expressionNode', content: paid },
  { id: 'out', name: 'out', type: 'outputNode' },
];
const edges = nodes.slice(1).map(({ id }, at) => ({
  id: `e${at}`,
  type: 'edge',
  sourceId: nodes[at]?.id,
  targetId: id,
}));

const engine = new ZenEngine();
const decision = engine.createDecision({ nodes, edges });

await serve(
  slowRows(2_048, async (applicant) => {
    const { result } = await decision.evaluate(applicant);
    return decided(result as Coded);
  }),
);
