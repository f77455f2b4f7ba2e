import { describe, expect, it } from 'vitest';
import { conditionSamples } from './conditions.ts';
import { dateSamples } from './dates.ts';
import { expected, found, type Sample } from './kit.ts';
import { programmeSamples } from './programmes.ts';
import { tierSamples } from './tiers.ts';

const samples: readonly Sample[] = [...conditionSamples, ...programmeSamples, ...tierSamples, ...dateSamples];
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

it('the table holds at least sixty of each', () => {
  expect([faulty.length >= 60, sound.length >= 60]).toEqual([true, true]);
});

it('names every sample once', () => {
  const names = samples.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});
