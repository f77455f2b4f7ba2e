import { describe, expect, it } from 'vitest';
import { describeInputError, InputErrors } from '../../runtime/input/errors.ts';
import { readParameters } from '../../runtime/input/parameters.ts';
import { readRow } from '../../runtime/input/read.ts';
import { FACTS, META } from './policy-meta.ts';

const errorsOf = (read: () => unknown): InputErrors => {
  try {
    read();
  } catch (error) {
    if (error instanceof InputErrors) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
};

const told = (read: () => unknown): string =>
  errorsOf(read)
    .errors.flatMap((error) => [describeInputError(error, 'zh'), describeInputError(error, 'en')])
    .join('\n');

const wrong = (raw: unknown): string => told(() => readRow(META, FACTS, raw));
const wrongParameters = (raw: unknown): string => told(() => readParameters(META, raw));

describe('errors of input, in both languages', () => {
  it('types', () => {
    expect(
      wrong({
        birthDate: 19600101,
        deathDate: '1960-1-1',
        sex: 1,
        papers: 'idCard',
        debt: 'much',
        terms: true,
        rank: 1.5,
        disabled: 'yes',
        share: 'half',
        firstMonth: '2019-1',
        since: '19',
        anniversary: '3-31',
        city: 5,
        aidDates: '2019-01-01',
        riskNotices: [5],
        grades: [],
      }),
    ).toMatchInlineSnapshot(`
      "birthDate：应为日期，如 "2019-01-31"，实为 19600101
      birthDate: expected a date such as "2019-01-31", found 19600101
      deathDate：应为日期，如 "2019-01-31"，实为 "1960-1-1"
      deathDate: expected a date such as "2019-01-31", found "1960-1-1"
      sex：应为男、女之一，实为 1
      sex: expected one of male, female, found 1
      papers：应为选项的列表 […]，实为 "idCard"
      papers: expected a list of options […], found "idCard"
      debt：应为金额（元），如 30000 或 "30000.50"，实为 "much"
      debt: expected yuan such as 30000 or "30000.50", found "much"
      terms：应为数，如 12、"12.5" 或 "1/2"，实为 true
      terms: expected a number such as 12, "12.5" or "1/2", found true
      rank：应为整数，实为 1.5
      rank: expected a whole number, found 1.5
      disabled：应为 true（是）或 false（否），实为 "yes"
      disabled: expected true or false, found "yes"
      share：应为比例，如 0.2、"20%" 或 "1/5"，实为 "half"
      share: expected a ratio such as 0.2, "20%" or "1/5", found "half"
      firstMonth：应为月份，如 "2019-01"，实为 "2019-1"
      firstMonth: expected a month such as "2019-01", found "2019-1"
      since：应为年份，如 2019，实为 "19"
      since: expected a year such as 2019, found "19"
      anniversary：应为月日，如 "03-31"，实为 "3-31"
      anniversary: expected a month and day such as "03-31", found "3-31"
      city：应为文字，实为 5
      city: expected text, found 5
      aidDates：应为列表 […] 或 {"items": […], "complete": false}，实为 "2019-01-01"
      aidDates: expected a list […] or {"items": […], "complete": false}, found "2019-01-01"
      riskNotices[0]：应为对象 {名称: 值}，实为 5
      riskNotices[0]: expected an object {name: value}, found 5
      grades：应为按键给出的值 {键: 值}，实为 []
      grades: expected values by key {key: value}, found []"
    `);
  });

  it('names', () => {
    expect(wrong({ 出身日期: '1960-01-01', birthdate: '1960-01-01', 完全不同: 1 })).toMatchInlineSnapshot(`
      "出身日期：没有这个名称；是不是 出生日期？
      出身日期: no such name; did you mean 出生日期?
      birthdate：没有这个名称；是不是 birthDate？
      birthdate: no such name; did you mean birthDate?
      完全不同：没有这个名称
      完全不同: no such name"
    `);
    expect(wrong({ riskNotices: [{ date: '2022-01-01' }, { lvl: 'low' }] })).toMatchInlineSnapshot(`
      "riskNotices[1].lvl：没有这个名称
      riskNotices[1].lvl: no such name"
    `);
    expect(wrong({ grades: { 二一: 'low' } })).toMatchInlineSnapshot(`
      "grades.二一：应为年份，如 2019，实为 "二一"
      grades.二一: expected a year such as 2019, found "二一""
    `);
  });

  it('dates that do not exist', () => {
    expect(
      wrong({ birthDate: '2021-02-29', firstMonth: '2019-13', since: 0, anniversary: '02-30' }),
    ).toMatchInlineSnapshot(`
      "birthDate：日历上没有 "2021-02-29"
      birthDate: the calendar has no "2021-02-29"
      firstMonth：日历上没有 "2019-13"
      firstMonth: the calendar has no "2019-13"
      since：日历上没有 0
      since: the calendar has no 0
      anniversary：日历上没有 "02-30"
      anniversary: the calendar has no "02-30""
    `);
  });

  it('money', () => {
    expect(wrong({ debt: 0.001 })).toMatchInlineSnapshot(`
      "debt：0.001 不足一分，金额以元计，至多两位小数
      debt: 0.001 is finer than a fen; give yuan with at most two decimals"
    `);
    expect(wrong({ debt: '30,000.50' })).toMatchInlineSnapshot(`
      "debt：应为金额（元），如 30000 或 "30000.50"，实为 "30,000.50"
      debt: expected yuan such as 30000 or "30000.50", found "30,000.50""
    `);
    expect(wrong({ debt: '1e3' })).toMatchInlineSnapshot(`
      "debt：应为金额（元），如 30000 或 "30000.50"，实为 "1e3"
      debt: expected yuan such as 30000 or "30000.50", found "1e3""
    `);
  });

  it('numbers that floating point cannot be trusted with', () => {
    expect(wrong({ rank: 2 ** 53 })).toMatchInlineSnapshot(`
      "rank：9007199254740992 不是精确的数，请用文字写出，例如 "0.125"
      rank: 9007199254740992 is not an exact number; write it as text, for example "0.125""
    `);
    expect(
      wrong({ debt: Number.NaN, rank: Number.POSITIVE_INFINITY, share: 0.1 + 0.2 }),
    ).toMatchInlineSnapshot(`
      "debt：NaN 不是精确的数，请用文字写出，例如 "0.125"
      debt: NaN is not an exact number; write it as text, for example "0.125"
      rank：Infinity 不是精确的数，请用文字写出，例如 "0.125"
      rank: Infinity is not an exact number; write it as text, for example "0.125"
      share：0.30000000000000004 不是精确的数，请用文字写出，例如 "0.125"
      share: 0.30000000000000004 is not an exact number; write it as text, for example "0.125""
    `);
    expect(wrong({ share: 1e-7 })).toMatchInlineSnapshot(`
      "share：1e-7 不是精确的数，请用文字写出，例如 "0.125"
      share: 1e-7 is not an exact number; write it as text, for example "0.125""
    `);
  });

  it('ranges', () => {
    expect(wrong({ debt: -1, terms: 121, rank: 0 })).toMatchInlineSnapshot(`
      "debt：应不小于 0 元，实为 -1
      debt: must be at least 0 yuan, found -1
      terms：应在 0 至 120 之间，实为 121
      terms: must be between 0 and 120, found 121
      rank：应不小于 1，实为 0
      rank: must be at least 1, found 0"
    `);
  });

  it('the same fact by two names', () => {
    expect(wrong({ debt: 1, 负债金额: 1 })).toMatchInlineSnapshot(`
      "负债金额：与 "debt" 是同一项，只能给一次
      负债金额: the same as "debt"; give it once"
    `);
    expect(wrong({ grades: { 2021: 'low', '02021': 'low', '2021 ': 'low' } })).toMatchInlineSnapshot(`
      "grades.02021：应为年份，如 2019，实为 "02021"
      grades.02021: expected a year such as 2019, found "02021"
      grades.2021 ：应为年份，如 2019，实为 "2021 "
      grades.2021 : expected a year such as 2019, found "2021 ""
    `);
  });

  it('options', () => {
    expect(wrong({ sex: 'femal', papers: ['身分证', 'x'], kind: 'third' })).toMatchInlineSnapshot(`
      "sex：没有 "femal" 这个选项，可选：男、女；是不是 female？
      sex: no option "femal"; the options are male, female; did you mean female?
      kind：没有 "third" 这个选项，可选：minban、daike、other
      kind: no option "third"; the options are minban, daike, other
      papers[0]：没有 "身分证" 这个选项，可选：身份证、费用单据；是不是 身份证？
      papers[0]: no option "身分证"; the options are idCard, bills; did you mean 身份证?
      papers[1]：没有 "x" 这个选项，可选：身份证、费用单据
      papers[1]: no option "x"; the options are idCard, bills"
    `);
  });

  it('null where nothing can be absent', () => {
    expect(wrong({ birthDate: null, aidDates: [null] })).toMatchInlineSnapshot(`
      "birthDate：不能为 null（“没有”）；不知道就不要填，应为日期，如 "2019-01-31"
      birthDate: cannot be null ("there is none"); leave it out if it is not known, expected a date such as "2019-01-31"
      aidDates[0]：不能为 null（“没有”）；不知道就不要填，应为日期，如 "2019-01-31"
      aidDates[0]: cannot be null ("there is none"); leave it out if it is not known, expected a date such as "2019-01-31""
    `);
  });

  it('no record at all', () => {
    expect(wrong([1, 2])).toMatchInlineSnapshot(`
      "数据：应为对象 {名称: 值}，实为 [1,2]
      data: expected an object {name: value}, found [1,2]"
    `);
    expect(wrong(null)).toMatchInlineSnapshot(`
      "数据：应为对象 {名称: 值}，实为 null
      data: expected an object {name: value}, found null"
    `);
  });

  it('parameters', () => {
    expect(
      wrongParameters({
        frstYear: 2019,
        cityRate: 5,
        rate: [
          { from: '2023-02-30', value: 1 },
          { from: '2023-01-01', value: 'x' },
          { from: '2023-01-01', value: 2 },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "frstYear：没有这个名称；是不是 firstYear？
      frstYear: no such name; did you mean firstYear?
      cityRate：应为按键给出的值 {键: 值}，实为 5
      cityRate: expected values by key {key: value}, found 5
      rate[0].from：日历上没有 "2023-02-30"
      rate[0].from: the calendar has no "2023-02-30"
      rate[1].value：应为金额（元），如 30000 或 "30000.50"，实为 "x"
      rate[1].value: expected yuan such as 30000 or "30000.50", found "x"
      rate[2].from：与 "2023-01-01" 是同一项，只能给一次
      rate[2].from: the same as "2023-01-01"; give it once"
    `);
    expect(wrongParameters(5)).toMatchInlineSnapshot(`
      "数据：应为对象 {名称: 值}，实为 5
      data: expected an object {name: value}, found 5"
    `);
  });

  it('are data: place, problem, found, expected', () => {
    const error = errorsOf(() => readRow(META, FACTS, { riskNotices: [{ level: 'hihg' }] }));
    expect(error.errors).toEqual([
      {
        path: 'riskNotices[0].level',
        problem: 'unknownOption',
        found: '"hihg"',
        expected: { zh: '低、高', en: 'low, high' },
        nearest: 'high',
      },
    ]);
    expect([error.name, error.message]).toEqual([
      'InputErrors',
      'riskNotices[0].level: no option "hihg"; the options are low, high; did you mean high?',
    ]);
  });
});
