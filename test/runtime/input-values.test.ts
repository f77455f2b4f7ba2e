import { describe, expect, it } from 'vitest';
import { date, month } from '../../runtime/dates.ts';
import { Fraction, fraction } from '../../runtime/exact.ts';
import { missingParameter, readParameters, valueAt } from '../../runtime/input/parameters.ts';
import { readRow } from '../../runtime/input/read.ts';
import { readCells, readColumns, readText } from '../../runtime/input/text.ts';
import type { Keyed, List, Row } from '../../runtime/value.ts';
import { FACTS, META } from './policy-meta.ts';

const read = (raw: unknown): Row => readRow(META, FACTS, raw);

describe('reading a record', () => {
  it('takes facts and options by id, Chinese and English name', () => {
    expect(read({ 出生日期: '1960-02-29', 性别: '女' })).toMatchObject({
      birthDate: date('1960-02-29'),
      sex: 'female',
    });
    expect(read({ birthDate: '1960-02-29', sex: 'female' }).sex).toBe('female');
  });

  it('turns yuan into fen, exactly', () => {
    for (const [raw, fen] of [
      [30000, 3_000_000],
      [30000.5, 3_000_050],
      ['30000.50', 3_000_050],
      [0.1, 10],
      [1.15, 115],
    ] as const) {
      expect(read({ debt: raw }).debt).toBe(fen);
    }
    expect(read({ debt: '90071992547409931.25' }).debt).toEqual(new Fraction(9007199254740993125n, 1n));
  });

  it('reads each type', () => {
    const row = read({
      share: '20%',
      firstMonth: '2019-01',
      since: '2019',
      anniversary: '03-31',
      rank: 3,
      terms: '2.5',
      disabled: false,
      papers: ['费用单据', 'idCard', '身份证'],
      kind: { other: '其他学校' },
      city: '汕头市',
    });
    expect(row).toMatchObject({
      share: fraction(1n, 5n),
      firstMonth: month('2019-01'),
      since: 2019,
      anniversary: '03-31',
      rank: 3,
      terms: fraction(5n, 2n),
      disabled: false,
      papers: ['idCard', 'bills'],
      kind: 'other',
      city: '汕头市',
    });
    expect(read({ share: '1/5' }).share).toEqual(read({ share: 0.2 }).share);
  });

  it('knows the range, the options and the reason of what is missing', () => {
    const row = read({});
    expect(row.debt).toMatchObject({
      unknown: true,
      min: 0,
      max: null,
      reasons: [{ kind: 'missing', fact: 'debt' }],
    });
    expect(row.sex).toMatchObject({ options: ['male', 'female'], mayBeAbsent: false });
    expect(row.kind).toMatchObject({ options: ['minban', 'daike', 'other'] });
    expect(row.deathDate).toMatchObject({ mayBeAbsent: true });
    expect(row.terms).toMatchObject({
      max: 120,
      reasons: [{ kind: 'determination', by: 'bureau', fact: 'terms' }],
    });
    expect(row.aidDates).toMatchObject({ unknown: true, mayBeAbsent: true });
    expect(read({ debt: undefined }).debt).toEqual(row.debt);
  });

  it('takes null for legally absent', () => {
    expect(read({ deathDate: null }).deathDate).toBeNull();
  });

  it('reads lists, complete or not, and names the places inside', () => {
    const row = read({
      aidDates: [],
      风险通告: { items: [{ date: '2022-01-05' }, { 等级: '高' }], complete: false },
    });
    expect(row.aidDates).toEqual({ items: [], complete: true });
    const list = row.riskNotices as List<Row>;
    expect(list).toMatchObject({ complete: false, reasons: [{ kind: 'missing', fact: 'riskNotices' }] });
    expect(list.items[0]?.level).toMatchObject({
      reasons: [{ kind: 'missing', fact: 'riskNotices[0].level' }],
      mayBeAbsent: true,
    });
    expect(list.items[1]).toMatchObject({
      level: 'high',
      date: { reasons: [{ kind: 'missing', fact: 'riskNotices[1].date' }] },
    });
  });

  it('reads keyed facts; an absent key is unknown for its own reason', () => {
    const grades = read({ grades: { 2021: '低' } }).grades as Keyed;
    expect(grades.keyed).toEqual(new Map([['2021', 'low']]));
    expect(grades.missing('2022')).toMatchObject({
      options: ['low', 'high'],
      reasons: [{ kind: 'missing', fact: 'grades.2022' }],
    });
    const none = read({}).grades as Keyed;
    expect([none.keyed.size, none.missing('2020').reasons]).toEqual([
      0,
      [{ kind: 'missing', fact: 'grades.2020' }],
    ]);
  });
});

describe('names that objects are born with', () => {
  it('are facts like any other, and never come from a prototype', () => {
    const row = read({});
    expect(Object.getPrototypeOf(row)).toBeNull();
    expect(row.constructor).toMatchObject({ unknown: true });
    expect(Object.hasOwn(row, '__proto__')).toBe(true);
  });

  it('are read where they are own keys', () => {
    const row = read(JSON.parse('{"__proto__": 7, "constructor": true}'));
    expect(Object.getOwnPropertyDescriptor(row, '__proto__')?.value).toBe(7);
    expect(row.constructor).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('give nothing away by inheritance', () => {
    const inherited = Object.create({ debt: 5 }) as unknown;
    expect(read(inherited).debt).toMatchObject({ unknown: true });
    expect(() => readRow(META, [], JSON.parse('{"__proto__": {"debt": 1}}'))).toThrow(
      /__proto__: no such name/,
    );
    expect(() => readRow(META, [], { toString: 1 })).toThrow(/toString: no such name/);
  });
});

describe('reading parameters', () => {
  it('keeps only what was given, effective-dated values in order', () => {
    const values = readParameters(META, {
      rate: [
        { from: '2023-01-01', value: 850 },
        { from: null, value: 800 },
      ],
    });
    const rate = values.get('rate') ?? [];
    expect([...values.keys()]).toEqual(['rate']);
    expect(valueAt(rate, date('2022-12-31'))).toBe(80_000);
    expect(valueAt(rate, date('2023-01-01'))).toBe(85_000);
    expect(valueAt(rate.slice(1), date('2022-12-31'))).toBeUndefined();
  });

  it('reads keyed ones by name, and says who sets the keys that are not bound', () => {
    const values = readParameters(META, { 市定标准: { 汕头市: 500 }, firstYear: 2019 });
    const keyed = valueAt(values.get('cityRate') ?? [], 0) as Keyed;
    expect(keyed.keyed.get('汕头市')).toBe(50_000);
    const reason = { kind: 'determination', by: 'city', parameter: 'cityRate', key: '韶关市' };
    expect(keyed.missing('韶关市').reasons).toEqual([reason]);
    expect(valueAt(values.get('firstYear') ?? [], 0)).toBe(2019);
  });

  it('says of an unbound one that it is not bound, key by key', () => {
    const [firstYear, cityRate] = META.parameters;
    if (firstYear === undefined || cityRate === undefined) throw new Error('no parameters');
    expect(missingParameter(META, firstYear)).toMatchObject({
      reasons: [{ kind: 'parameter', parameter: 'firstYear' }],
    });
    expect((missingParameter(META, cityRate) as Keyed).missing('x').reasons).toEqual([
      { kind: 'determination', by: 'city', parameter: 'cityRate', key: 'x' },
    ]);
  });
});

describe('cells of tables', () => {
  const typeOf = (id: string) => {
    const found = FACTS.find((f) => f.id === id);
    if (found === undefined) throw new Error(id);
    return found.type;
  };
  const cell = (id: string, text: string): unknown => readText(META, typeOf(id), text);

  it.each([
    ['debt', '30,000.50元', '30000.50'],
    ['debt', '3万元', '30000'],
    ['debt', '1.25 万', '12500'],
    ['debt', '0.00015万元', '1.50'],
    ['debt', '－１２', '-12'],
    ['debt', '3,00', '3,00'],
    ['debt', '', undefined],
    ['debt', ' 无 ', null],
    ['terms', '30 学期', '30'],
    ['rank', '1,024', '1024'],
    ['disabled', '是', true],
    ['disabled', 'FALSE', false],
    ['disabled', '也许', '也许'],
    ['birthDate', '1960/2/29', '1960-02-29'],
    ['birthDate', '1960年2月29日', '1960-02-29'],
    ['birthDate', '1960-02-29T00:00:00.000Z', '1960-02-29'],
    ['birthDate', '1960-02-29T08:00:00Z', '1960-02-29T08:00:00Z'],
    ['firstMonth', '2019年1月', '2019-01'],
    ['since', '2019年', '2019'],
    ['share', '２０％', '20%'],
    ['aidDates', '2019-01-05；2019/2/6;', ['2019-01-05', '2019-02-06']],
    ['aidDates', '无', []],
    ['papers', '身份证; 费用单据', ['身份证', '费用单据']],
    ['riskNotices', '[{"date":"2022-01-05"}]', [{ date: '2022-01-05' }]],
    ['riskNotices', '[{', '[{'],
  ])('%s %j', (id, text, expected) => {
    expect(cell(id, text)).toEqual(expected);
  });

  it('take an option spelt like "there is none" for the option', () => {
    const care = { id: 'care', options: ['given', 'none'], ordered: false, open: false };
    const names = { ...META.names, 'care.none': { zh: '无', en: 'none' } };
    const meta = { ...META, enums: [...META.enums, care], names };
    const spelt = ['无', 'none', '-', '无；given'] as const;
    expect(spelt.map((text) => readText(meta, { t: 'enum', enum: 'care' }, text))).toEqual([
      '无',
      'none',
      null,
      '无；given',
    ]);
    expect(spelt.map((text) => readText(meta, { t: 'set', enum: 'care' }, text))).toEqual([
      ['无'],
      ['none'],
      [],
      ['无', 'given'],
    ]);
  });

  it('make a record that is read like any other', () => {
    const columns = readColumns(META, FACTS, [
      '姓名',
      '出生日期',
      ' 负债金额',
      '历年等次.2021',
      'grades.2022',
      'terms',
    ]);
    expect(columns.map((c) => c?.fact.id)).toEqual([
      undefined,
      'birthDate',
      'debt',
      'grades',
      'grades',
      'terms',
    ]);
    const row = read(readCells(META, columns, ['张三', '1960-01-01', '3万元', '低', '高', '']));
    expect(row).toMatchObject({ birthDate: date('1960-01-01'), debt: 3_000_000 });
    expect((row.grades as Keyed).keyed).toEqual(
      new Map([
        ['2021', 'low'],
        ['2022', 'high'],
      ]),
    );
    expect(row.terms).toMatchObject({ unknown: true });
  });
});
