import type { FactMeta, PolicyMeta, Type } from '../../runtime/types.ts';

const fact = (id: string, type: Type, more: Partial<FactMeta> = {}): FactMeta => ({
  id,
  type,
  optional: false,
  ...more,
});

export const FACTS: readonly FactMeta[] = [
  fact('birthDate', { t: 'date' }),
  fact('deathDate', { t: 'date' }, { optional: true }),
  fact('sex', { t: 'enum', enum: 'sex' }),
  fact('kind', { t: 'enum', enum: 'kind' }),
  fact('papers', { t: 'set', enum: 'papers' }),
  fact('debt', { t: 'money' }, { min: '0' }),
  fact('terms', { t: 'qty', unit: 'term' }, { min: '0', max: '120', determiner: 'bureau' }),
  fact('rank', { t: 'int' }, { min: '1' }),
  fact('disabled', { t: 'bool' }),
  fact('share', { t: 'ratio' }),
  fact('firstMonth', { t: 'month' }),
  fact('since', { t: 'year' }),
  fact('anniversary', { t: 'yearlyDay' }),
  fact('city', { t: 'text' }),
  fact('aidDates', { t: 'list', of: { t: 'date' } }),
  fact('riskNotices', {
    t: 'list',
    of: {
      t: 'record',
      fields: [fact('date', { t: 'date' }), fact('level', { t: 'enum', enum: 'level' }, { optional: true })],
    },
  }),
  fact('grades', { t: 'keyed', key: { t: 'year' }, of: { t: 'enum', enum: 'level' } }),
  fact('constructor', { t: 'bool' }),
  fact('__proto__', { t: 'int' }, { optional: true }),
];

const NAMES = new Map([
  ['birthDate', { zh: '出生日期', en: 'birthDate' }],
  ['deathDate', { zh: '去世日期', en: 'deathDate' }],
  ['sex', { zh: '性别', en: 'sex' }],
  ['sex.male', { zh: '男', en: 'male' }],
  ['sex.female', { zh: '女', en: 'female' }],
  ['papers.idCard', { zh: '身份证', en: 'idCard' }],
  ['papers.bills', { zh: '费用单据', en: 'bills' }],
  ['debt', { zh: '负债金额', en: 'debt' }],
  ['terms', { zh: '核定累计任教', en: 'terms' }],
  ['term', { zh: '学期', en: 'term' }],
  ['riskNotices', { zh: '风险通告', en: 'riskNotices' }],
  ['level', { zh: '等级', en: 'level' }],
  ['level.low', { zh: '低', en: 'low' }],
  ['level.high', { zh: '高', en: 'high' }],
  ['grades', { zh: '历年等次', en: 'grades' }],
  ['cityRate', { zh: '市定标准', en: 'cityRate' }],
]);

/** A policy with one fact of each type, and names of every kind, `constructor` and `__proto__` among them. */
export const META: PolicyMeta = {
  id: 'sample',
  names: Object.fromEntries(NAMES),
  version: '0',
  subjects: [{ id: 'person', facts: FACTS }],
  circumstances: [],
  parameters: [
    { id: 'firstYear', type: { t: 'year' } },
    { id: 'cityRate', type: { t: 'keyed', key: { t: 'text' }, of: { t: 'money' } }, determiner: 'city' },
    { id: 'rate', type: { t: 'rate', of: { t: 'money' }, per: ['month'] } },
  ],
  enums: [
    { id: 'sex', options: ['male', 'female'], ordered: false, open: false },
    { id: 'kind', options: ['minban', 'daike'], ordered: false, open: true },
    { id: 'papers', options: ['idCard', 'bills'], ordered: false, open: false },
    { id: 'level', options: ['low', 'high'], ordered: true, open: false },
  ],
  units: [{ id: 'term', base: 'month', factor: '6' }],
};
