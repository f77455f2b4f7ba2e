import { describe, expect, it } from 'vitest';
import { BatchBuilder, type Batch, type Column, checkBatch } from '../../runtime/columns/index.ts';
import { META } from '../runtime/policy-meta.ts';

const check = (columns: { readonly [fact: string]: Column }, rows = 3) =>
  checkBatch(META, 'person', { rows, columns }).map(({ path, problem, found }) => [path, problem, found]);

const numbers = (...values: number[]): Column => ({ t: 'numbers', values: Float64Array.from(values) });

describe('columns that were made elsewhere', () => {
  it('are taken where they fit', () => {
    const builder = new BatchBuilder(META, 'person', 2);
    builder.addFacts({ birthDate: '1960-01-01', deathDate: null, sex: 'male', papers: ['idCard'], rank: 3 });
    builder.addFacts({ city: 'A', debt: 1.5, anniversary: '02-29', aidDates: ['2020-01-01'] });
    expect(checkBatch(META, 'person', builder.take())).toEqual([]);
    const codes: Column = { t: 'codes', values: new Uint8Array([1, 0, 1]), dictionary: ['female', 'male'] };
    expect(check({ sex: codes, rank: numbers(1, 2, 3) })).toEqual([]);
  });

  it.each<[string, { readonly [fact: string]: Column }, readonly string[]]>([
    ['below the range', { rank: numbers(1, 2, 0) }, ['rank[2]', 'outOfRange', '0']],
    ['no whole number', { debt: numbers(1, 1.5, 2) }, ['debt[1]', 'wrongType', '1.5']],
    ['not a number', { debt: numbers(1, 2, Number.NaN) }, ['debt[2]', 'wrongType', 'NaN']],
    ['no such day', { birthDate: numbers(0, 1, 1e7) }, ['birthDate[2]', 'wrongType', '"29349-01-26"']],
    [
      'no such option',
      { sex: { t: 'codes', values: new Uint8Array([0, 1, 1]), dictionary: ['male', 'man'] } },
      ['sex[1]', 'unknownOption', '"man"'],
    ],
    [
      'a code beyond the dictionary',
      { sex: { t: 'codes', values: new Uint8Array([0, 7, 0]), dictionary: ['male'] } },
      ['sex[1]', 'unknownOption', '""'],
    ],
    [
      'an unknown option in a set',
      { papers: { t: 'sets', values: new Int32Array([1, 2, 6]), dictionary: ['idCard', 'bills', 'map'] } },
      ['papers[2]', 'unknownOption', '"map"'],
    ],
    [
      'absent though it must be there',
      { rank: { t: 'numbers', values: new Int32Array([1, 2, 3]), absent: new Uint8Array([2]) } },
      ['rank[1]', 'notOptional', 'null'],
    ],
    ['too short', { rank: numbers(1, 2) }, ['rank', 'wrongType', '2']],
    ['of another kind', { disabled: numbers(1, 0, 1) }, ['disabled', 'wrongType', 'numbers']],
    ['of no fact', { nobody: numbers(1, 2, 3) }, ['nobody', 'unknownName', 'nobody']],
  ])('%s', (_name, columns, expected) => {
    const [found, ...others] = check(columns);
    expect(others).toEqual([]);
    expect(found).toEqual(expected);
  });

  it('ask nothing of values that are not there', () => {
    const batch: Batch = {
      rows: 3,
      columns: {
        rank: { t: 'numbers', values: new Int32Array([1, 0, 3]), known: new Uint8Array([5]) },
        deathDate: { t: 'numbers', values: new Float64Array([0, 1e9, 2]), absent: new Uint8Array([2]) },
      },
    };
    expect(checkBatch(META, 'person', batch)).toEqual([]);
  });
});
