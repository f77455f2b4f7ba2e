import { describe, expect, it } from 'vitest';
import { conditionSamples } from './conditions.ts';
import { expected, found, type Sample } from './kit.ts';
import { programmeSamples } from './programmes.ts';
import { tierSamples } from './tiers.ts';

const samples: readonly Sample[] = [...conditionSamples, ...programmeSamples, ...tierSamples];
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

it('names every sample once', () => {
  const names = samples.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});
