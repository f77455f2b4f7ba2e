import { describe, expect, it } from 'vitest';
import type { Statement } from '../../compiler/testkit.ts';
import { codes, fixture, read } from './kit.ts';

/** A tree without places: what a line says and nothing else. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && 'quoted' in value) return value.text;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span')
      .map(([key, inner]) => [key, plain(inner)]),
  );
}

const frame = (line: string) => `方案 例 (example)\n\n项目 补助 (aid)\n  资格 同时满足\n    ${line}\n`;

/** The only line under 资格. */
function statement(line: string): Statement {
  const { notice, found } = read(frame(line));
  expect(found).toEqual([]);
  const child = notice?.blocks[0]?.children[0]?.children[0];
  if (!child) throw new Error('no statement was read');
  return child;
}

const body = (line: string) => plain(statement(line).body);

const name = (text: string) => ({ kind: 'name', name: text });
const number = (value: string, unit?: string) => ({
  kind: 'number',
  value,
  percent: false,
  ...(unit ? { unit: { kind: 'builtin', id: unit } } : {}),
});

describe('fixtures', () => {
  it.each(['housing.zh.policy', 'housing.en.policy'])('%s is read without a finding', (file) => {
    expect(read(fixture(file)).found).toEqual([]);
  });
});

describe('types', () => {
  const type = (written: string): unknown => {
    const { notice, found } = read(`方案 例 (example)\n\n主体 人 (person)\n  甲 (a): ${written}\n`);
    expect(found).toEqual([]);
    return plain(notice?.blocks[0]?.children[0]?.type);
  };

  it('take no suffix for the unit of a bare number', () => {
    expect(type('整数 从 0 可无')).toMatchObject({ optional: true, from: number('0') });
    expect(type('整数 从 0 至 100 列表')).toMatchObject({ list: true, to: number('100') });
    expect(type('整数 从 0 可无')).toEqual(type('整数 可无 从 0'));
  });
});

describe('arithmetic', () => {
  it('multiplies before it adds, and groups to the left', () => {
    expect(body('甲 - 乙 × 丙 + 丁 超过 1')).toMatchObject({
      subject: {
        op: '+',
        left: { op: '-', left: name('甲'), right: { op: '*', left: name('乙'), right: name('丙') } },
        right: name('丁'),
      },
    });
  });

  it('closes the arithmetic on the left by rounding', () => {
    expect(body('甲 × 20% 舍去 为 乙')).toMatchObject({
      subject: { kind: 'rounded', mode: 'down', of: { kind: 'arithmetic', op: '*' } },
    });
  });

  it('reads members before operators', () => {
    expect(body('甲 的 乙 + 丙 为 1')).toMatchObject({ subject: { left: { kind: 'member', field: '乙' } } });
  });
});

describe('comparisons', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['甲 3 元 以上', 'ge', '3'],
    ['甲 至少 3 元', 'ge', '3'],
    ['甲 ≥ 3 元', 'ge', '3'],
    ['甲 3元以内', 'le', '3'],
    ['甲 不超过 3 元', 'le', '3'],
    ['甲 3 元 以外', 'gt', '3'],
    ['甲 多于 3 元', 'gt', '3'],
    ['甲 < 3 元', 'lt', '3'],
    ['甲 恰 3 元', 'eq', '3'],
    ['甲 不少于 三', 'ge', '三'],
  ];
  it.each(cases)('%s is %s', (line, op, value) => {
    const expected = /\d/.test(value) ? number(value, 'yuan') : name(value);
    expect(body(line)).toEqual({
      kind: 'test',
      subject: name('甲'),
      predicate: { kind: 'bound', op, value: expected },
    });
  });

  it('reads 非 over one comparison only', () => {
    expect(body('非 甲 且 乙')).toEqual({
      kind: 'junction',
      op: 'and',
      parts: [{ kind: 'not', of: name('甲') }, name('乙')],
    });
  });

  it('lets 其中 run to the end of the line or bracket', () => {
    expect(body('(有 甲 其中 乙 且 丙) 且 丁')).toMatchObject({
      kind: 'junction',
      parts: [
        { kind: 'bracketed', of: { kind: 'exists', list: { where: { kind: 'junction' } } } },
        name('丁'),
      ],
    });
  });

  it('takes a name after a number for its unit, but not the name of the list', () => {
    expect(body('有 恰 2 甲')).toMatchObject({ bound: { value: number('2') }, list: { name: '甲' } });
    expect(body('有 恰 2 轮 甲')).toMatchObject({
      bound: { value: { unit: { kind: 'declared', name: '轮' } } },
    });
  });
});

describe('spans', () => {
  const span = (line: string) => (body(`日 在 ${line}`) as { predicate: { in: unknown } }).predicate.in;
  it.each([
    ['2020-01-01 前(含)', { shape: { kind: 'half', side: 'before', included: true } }],
    [
      '首年-10 月底 后（不含）',
      { shape: { kind: 'half', side: 'after', included: false, at: { kind: 'monthPart', part: 'end' } } },
    ],
    ['甲(不含) 至 乙', { shape: { kind: 'between', fromIncluded: false, toIncluded: true, marked: true } }],
    ['自 甲 至 乙', { shape: { kind: 'between', fromIncluded: true, marked: false } }],
    ['自 甲(不含) 5 年', { shape: { kind: 'lasting', fromIncluded: false, length: number('5', 'year') } }],
    ['甲 后 5个工作日内', { shape: { kind: 'window', side: 'after', length: number('5', 'workday') } }],
    ['甲 前 12 个月', { shape: { kind: 'window', side: 'before', length: number('12', 'month') } }],
    ['近 2 年 内', { shape: { kind: 'last', length: number('2', 'year') } }],
    ['截至 甲 近 3 年', { shape: { kind: 'last', upTo: name('甲') } }],
    ['本年 内', { shape: { kind: 'whole', of: name('本年') } }],
    ['10 月', { kind: 'monthPart', month: 10, part: 'whole' }],
    ['公示 的 期间 内', { shape: { kind: 'whole', of: { kind: 'member', field: '期间' } } }],
  ])('%s', (line, expected) => expect(span(line)).toMatchObject(expected));
});

describe('lines', () => {
  it('gather clauses in any order, and citations into one', () => {
    const { clauses } = statement('甲: 乙 依据 一.1\n      当 丙 依据 二');
    expect(plain(clauses)).toEqual([
      { kind: 'cite', ids: ['一.1', '二'] },
      { kind: 'when', condition: name('丙') },
    ]);
  });

  it('give offsets into the original text', () => {
    const text = frame('甲：乙　超过　３万元');
    const child = read(text).notice?.blocks[0]?.children[0]?.children[0];
    expect(text.slice(child?.span.start, child?.span.end)).toBe('甲：乙　超过　３万元');
    expect(text.slice(child?.body?.span.start, child?.body?.span.end)).toBe('乙　超过　３万元');
  });

  it('are the same with CRLF, a byte order mark and full-width marks', () => {
    const text = fixture('housing.zh.policy');
    const messy = `\ufeff${text.replaceAll(', ', '， ').replaceAll(': ', '：').replaceAll('\n', '\r\n')}`;
    const { notice, found } = read(messy);
    expect(found).toEqual([]);
    const strip = (of: unknown) => JSON.stringify(plain(of)).replaceAll('，', ',').replaceAll('：', ': ');
    expect(strip(notice?.blocks)).toBe(strip(read(text).notice?.blocks).replaceAll('：', ': '));
  });

  it('make the options of a fact from the lines below it', () => {
    const { notice } = read('方案 例 (e)\n\n主体 人 (p)\n  类 (k): 单选\n    甲 (a) # 一\n    | 乙 (b) 等\n');
    expect(plain(notice?.blocks[0]?.children[0])).toMatchObject({
      type: {
        open: true,
        base: {
          kind: 'options',
          choice: 'one',
          options: [
            { zh: '甲', en: 'a' },
            { zh: '乙', en: 'b' },
          ],
        },
      },
      comments: { before: ['# 一'] },
    });
  });

  it('name 起 and 止 in both languages', () => {
    const { notice } = read(
      'notice n (例)\n\nprogramme p (补助)\n  payment\n    start: 2020-01\n    end: 2020-12\n',
    );
    expect(plain(notice?.blocks[0]?.children[0]?.children.map(({ name: label }) => label))).toEqual([
      { zh: '起', en: 'start' },
      { zh: '止', en: 'end' },
    ]);
  });

  it('warn of one number where two may be meant', () => {
    expect(codes(frame('甲 属于 {1,000}'))).toEqual(['BF1028']);
  });
});
