import { describe, expect, it } from 'vitest';
import { compile, evaluator } from '../../compiler/index.ts';
import { conditionSamples } from './conditions.ts';
import { conflictSamples } from './conflicts.ts';
import { dateSamples } from './dates.ts';
import { expected, findings, found, type Sample, written } from './kit.ts';
import { programmeSamples } from './programmes.ts';
import { tableSamples } from './tables.ts';
import { tierSamples } from './tiers.ts';

const samples: readonly Sample[] = [
  ...conditionSamples,
  ...programmeSamples,
  ...tierSamples,
  ...dateSamples,
  ...conflictSamples,
  ...tableSamples,
];
const faulty = samples.filter(({ finds }) => finds !== undefined);
const sound = samples.filter(({ finds }) => finds === undefined);

describe('one fault, one finding', () => {
  it.each(faulty.map((sample) => ({ name: `${sample.finds} ${sample.name}`, sample })))(
    '$name',
    ({ sample }) => {
      expect(found(sample)).toEqual(expected(sample));
    },
  );
});

describe('no fault, no finding', () => {
  it.each(sound.map((sample) => ({ name: sample.name, sample })))('$name', ({ sample }) => {
    expect(found(sample)).toEqual([]);
  });
});

/** What is said of the text alone: nobody shows it. */
const ofText = new Set(['BF4041', 'BF4042', 'BF4043', 'BF4061', 'BF4091']);
/** Two faults of which no applicant can be made: what every record has, what an element of a list is. */
const unshown = [
  'a fact that cannot be absent exists',
  'a condition of the filter of a list that no element meets',
];

describe('an example that the interpreter has decided', () => {
  const shown = faulty.filter(({ finds = '' }) => finds >= 'BF4000' && !ofText.has(finds));

  it('stands with every fault that somebody can show', () => {
    const without = shown.filter(({ name, shows }) => shows === undefined && !unshown.includes(name));
    expect(without.map(({ name }) => name)).toEqual([]);
    expect(shown.filter(({ shows }) => shows !== undefined).length).toBeGreaterThanOrEqual(60);
  });

  it('is input that the evaluator takes', () => {
    for (const sample of shown)
      for (const { example } of findings(sample).diagnostics) {
        const { policy } = compile({ path: 'sample.policy', text: written(sample).text });
        if (!example || !policy?.subjects[0]) continue;
        const { asOf, parameters, circumstances, facts, events = {} } = example;
        const bound = evaluator(policy).bind({ asOf, parameters, circumstances });
        const days = Object.entries(events).map(([step, day]) => [step, String(day)]);
        expect(bound.decide(facts, Object.fromEntries(days)).programmes).toBeDefined();
      }
  });
});

it('the table holds at least sixty of each', () => {
  expect([faulty.length >= 60, sound.length >= 60]).toEqual([true, true]);
});

it('names every sample once', () => {
  const names = samples.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});
