import Engine from 'publicodes';
import { serve } from '../harness/engine.ts';
import {
  FIRST_DAY,
  FIRST_MONTH,
  LAST_DAY,
  type NumberedApplicant,
  OVER_30,
  TO_9,
  TO_19,
  TO_29,
  TODAY,
} from './forms/numbered.ts';
import { decided, slowRows } from './forms/slow-rows.ts';

// It has no whole division: years and months come by its rounding, which is exact for what is rounded here.

type Variation = readonly [condition: string, value: number | string];

const variations = (pairs: readonly Variation[], otherwise: number | string) => ({
  variations: [...pairs.map(([si, alors]) => ({ si, alors })), { sinon: otherwise }],
});
const rounded = (valeur: string) => ({ valeur, arrondi: 'oui' });
const either = (...conditions: string[]) => ({ 'une de ces conditions': conditions });
const both = (...conditions: string[]) => ({ 'toutes ces conditions': conditions });
const isOf = (kind: string) => `school kind = '${kind}'`;

const FACTS: { readonly [fact: string]: string } = {
  sex: 'sex',
  birthDate: 'birth date',
  province: 'province',
  schoolKind: 'school kind',
  teacherType: 'teacher type',
  teachingPost: 'teaching post',
  continuousTerms: 'continuous terms',
  totalTerms: 'total terms',
  yearCompletedOn: 'year completed on',
  hiredByState: 'hired by state',
  hiredBySoe: 'hired by soe',
  plannedRetirement: 'planned retirement',
  criminalRecord: 'criminal record',
  dismissed: 'dismissed',
  fraud: 'fraud',
};

const rules = {
  ...Object.fromEntries(Object.values(FACTS).map((name) => [name, null])),
  'required age': variations([["sex = 'male'", 600_000]], 550_000),
  'reached on': { valeur: 'birth date + required age' },
  'service years': rounded('total terms / 2'),
  'reached year': rounded('reached on / 10000'),
  'reached month': rounded('(reached on - reached year * 10000) / 100'),
  'retired minban': both("teacher type = 'minban'", 'planned retirement'),
  'public school': either(isOf('publicSchool'), isOf('publicKindergarten'), isOf('publicPreschool')),
  hired: either('hired by state', 'hired by soe'),
  reason: variations(
    [
      ['retired minban', 1],
      ['criminal record', 2],
      ['dismissed', 3],
      ['fraud', 4],
      [`reached on > ${TODAY}`, 5],
      ["province != '广东省'", 6],
      ['public school = non', 7],
      ['teaching post = non', 8],
      ['continuous terms < 2', 9],
      ['hired', 10],
      [`year completed on > ${LAST_DAY}`, 11],
    ],
    0,
  ),
  tier: variations(
    [
      ['service years >= 30', 1],
      ['service years >= 20', 2],
      ['service years >= 10', 3],
    ],
    4,
  ),
  'tier amount': variations(
    [
      ['tier = 1', OVER_30],
      ['tier = 2', TO_29],
      ['tier = 3', TO_19],
    ],
    TO_9,
  ),
  amount: variations([['reason > 0', -1]], 'tier amount'),
  from: variations(
    [
      ['reason > 0', -1],
      [`reached on < ${FIRST_DAY}`, FIRST_MONTH],
    ],
    'reached year * 12 + reached month',
  ),
};

const engine = new Engine(rules, { logger: { log: () => {}, warn: () => {}, error: console.error } });

const written = (value: string | number | boolean): string | number =>
  typeof value === 'boolean' ? (value ? 'oui' : 'non') : typeof value === 'string' ? `'${value}'` : value;

const situation = (applicant: NumberedApplicant) =>
  Object.fromEntries(
    Object.entries(FACTS).map(([fact, name]) => [
      name,
      written(applicant[fact] as string | number | boolean),
    ]),
  );

const numberOf = (rule: string): number => engine.evaluate(rule).nodeValue as number;

await serve(
  slowRows(512, (applicant) => {
    engine.setSituation(situation(applicant));
    return decided({
      reason: numberOf('reason'),
      tier: numberOf('tier'),
      amount: numberOf('amount'),
      from: numberOf('from'),
    });
  }),
);
