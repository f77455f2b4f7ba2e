import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator, jsonSchemas, type Policy } from '../../compiler/index.ts';
import { Inputs } from '../agree/applicants.ts';
import type { Raw } from '../agree/record.ts';
import { seed } from '../agree/seed.ts';
import { everything } from '../ir/everything.ts';

// Ajv passes over a property called __proto__, so that fact is left to the tests of the reader.
const whole = everything();
const policy: Policy = {
  ...whole,
  subjects: whole.subjects.map((item) => ({
    ...item,
    facts: item.facts.filter(({ id }) => id !== '__proto__'),
  })),
};
const schemas = jsonSchemas(policy);
type Schema = (typeof schemas)['parameters'];

const ajv = new Ajv2020({ ownProperties: true, formats: { date: isDate } });

/** Full-date of RFC 3339, which is what the format means. */
function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

function accepts(schema: Schema | undefined): (data: unknown) => boolean {
  const validate = ajv.compile(schema ?? false);
  return (data) => validate(data) === true;
}

const bound = evaluator(policy).bind({ asOf: '2023-06-01', subject: 'person' });

function runtimeAccepts(row: Raw): boolean {
  try {
    bound.check(row);
    return true;
  } catch (error) {
    expect(String(error)).toContain('InputErrors');
    return false;
  }
}

/** Values that are wrong for most facts, and some that are right for a few. */
const strange = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  '12.50',
  '1/2',
  '50%',
  '5/0',
  'x',
  '',
  '2022-02-29',
  '2022-02-28',
  '2022-13-01',
  '0000-01-01',
  '02-29',
  '02-30',
  'male',
  'other',
  { other: '别的' },
  ['id'],
  ['id', 'x'],
  ['2022-01-01'],
  [null],
  { items: ['2022-01-01'], complete: false },
  { items: 'x' },
  { complete: true },
  {},
);

describe('JSON Schema of facts', () => {
  const person = policy.subjects[0]?.facts ?? [];
  const valid = accepts(schemas.subjects.person);
  const inputs = new Inputs(policy);

  it(`accepts what the reader accepts (seed ${seed})`, () => {
    fc.assert(
      fc.property(inputs.record(person), (row) => {
        expect([valid(row), runtimeAccepts(row)]).toEqual([true, true]);
      }),
      { numRuns: 500, seed },
    );
  });

  it(`accepts a row with one strange value if and only if the reader does (seed ${seed})`, () => {
    const ids = [...person.map(({ id }) => id), 'nobody'];
    const sound = fc.tuple(inputs.record(person), fc.constantFrom(...ids), strange);
    let refused = 0;
    fc.assert(
      fc.property(sound, ([row, id, value]) => {
        const changed = Object.fromEntries([...Object.entries(row), [id, value]]);
        const both = [valid(changed), runtimeAccepts(changed)];
        if (both[1] === false) refused += 1;
        expect(both[0], `${id} ${JSON.stringify(value)}`).toBe(both[1]);
      }),
      { numRuns: 3000, seed },
    );
    expect(refused).toBeGreaterThan(300);
  });

  it('says the range in yuan, the unit, the names and what null means', () => {
    const debt = property(schemas.subjects.person, 'debt');
    expect(debt.anyOf).toContainEqual({ type: 'number', minimum: 0, maximum: 500000 });
    expect(debt.description).toBe(
      'debt，元，至多两位小数，凭凭据 / debt, yuan, at most two decimals, proved by 凭据',
    );
    expect(property(schemas.subjects.person, 'birth').title).toBe('出生日期');
    expect(property(schemas.subjects.person, 'birth').anyOf).toBeUndefined();
    expect(property(schemas.subjects.person, 'death').anyOf).toContainEqual({ type: 'null' });
  });
});

function property(schema: Schema | undefined, name: string): Schema {
  const properties = schema?.properties as { readonly [name: string]: Schema };
  return properties[name] ?? {};
}

describe('JSON Schema of parameters and circumstances', () => {
  const parameters = accepts(schemas.parameters);
  const circumstances = accepts(schemas.circumstances);

  it('takes plain, keyed and effective-dated parameters', () => {
    expect(
      parameters({
        firstYear: 2019,
        rate: { 南城: 800, 北城: '850.50' },
        wage: [{ from: '2020-01-01', value: 900 }],
      }),
    ).toBe(true);
    expect(parameters({ wage: [{ from: null, value: 900 }] })).toBe(true);
    expect(parameters({ firstYear: 0 })).toBe(false);
    expect(parameters({ rate: 800 })).toBe(false);
    expect(parameters({ wage: [{ from: '2020-01-01' }] })).toBe(false);
    expect(parameters({ nobody: 1 })).toBe(false);
  });

  it('takes lists of records, complete or not', () => {
    expect(
      circumstances({ warnings: [{ on: '2022-07-01', level: 'high', cost: null }], issued: '2022-06-20' }),
    ).toBe(true);
    expect(circumstances({ warnings: { items: [], complete: false } })).toBe(true);
    expect(circumstances({ warnings: [{ on: null }] })).toBe(false);
    expect(circumstances({ warnings: [{ colour: 'red' }] })).toBe(false);
  });
});
