import { describe, expect, it } from 'vitest';
import { columnsOf, compile, evaluator, type Policy, policyMeta } from '../../compiler/index.ts';
import { type Batch, BatchBuilder, resultAt } from '../../runtime/columns/index.ts';
import { projected } from '../../runtime/index.ts';

// Rows are copied into rooms that are made for what batches have brought so far; here later batches bring more.

const text = `方案 试 (rooms)

主体 申请人 (applicant)
  村 (village): 文字
  电话 (phone): 文字 可无
  收入 (income): 金额 从 0 元 至 10000000 元
  已婚 (married): 是否
  生日 (birthDate): 日期

项目 补助 (help)
  资格 同时满足
    在村 (here): 村 属于 {"甲村", "乙村"}
    有电话 (reachable): 电话 存在
    不富 (poor): 收入 5000000 元 以下
    成年 (adult): 生日 至今 满 18 周岁
  排除
    婚 (marriage): 已婚
  档次 按 收入
    1000 元 以上: 每人每月 100 元
    0 元 至 999.99 元: 每人每月 200 元
`;

function policyOf(source: string): Policy {
  const made = compile({ path: 'notice.policy', text: source });
  if (!made.policy) throw new Error(JSON.stringify(made.diagnostics));
  return made.policy;
}

const policy = policyOf(text);
const binding = { asOf: '2024-02-29' };
const one = evaluator(policy).bind(binding);

interface Kind {
  readonly villages: number;
  readonly phones: number;
  readonly most: number;
}

/** The row of a register in which all that rules ask comes out both ways; some rows lack a fact. */
function factsAt(row: number, { villages, phones, most }: Kind) {
  const village = row % 3 === 0 ? '甲村' : `${row % villages}村`;
  return {
    village,
    phone: row % 5 === 0 ? null : `${row % phones}`,
    ...(row % 11 !== 3 && { income: (row % 7) * most }),
    married: row % 13 === 0,
    birthDate: row % 4 === 0 ? '2010-01-31' : '1980-12-31',
  };
}

function expectRows(found: ReturnType<typeof columns.columns>, rows: readonly number[], kind: Kind): void {
  const { help } = found.programmes;
  if (!help) throw new Error('no columns');
  for (const row of rows) {
    const decision = one.decide(factsAt(row, kind)).programmes.help;
    if (!decision) throw new Error('no decision');
    const { branch: _, ...wanted } = projected(decision, Object.keys(help.amounts));
    expect(resultAt(help, row), `row ${row}`).toEqual(wanted);
  }
}

function batchOf(rows: number, kind: Kind): Batch {
  const builder = new BatchBuilder(policyMeta(policy), 'applicant', Math.max(1, rows));
  for (let row = 0; row < rows; row++) builder.addFacts(factsAt(row, kind));
  return builder.take();
}

const columns = columnsOf(policy).at(binding);
const few: Kind = { villages: 4, phones: 3, most: 1_500_000 };

describe('rooms for what batches bring', () => {
  it('decides by columns, not row by row', () => expect(columns.byRow).toEqual([]));

  it.each([0, 1, 7, 8, 9, 4095, 4096, 4097, 8192, 9001])('%i rows', (rows) => {
    const found = columns.columns(batchOf(rows, few));
    const left = Math.floor((rows + 7) / 11);
    expect(found.programmes.help?.byRow).toBe(left);
    const last = [...new Set([0, 1, 3, 4095, 4096, 4097, rows - 2, rows - 1])];
    expectRows(
      found,
      last.filter((row) => row >= 0 && row < rows),
      few,
    );
  });

  it.each([
    ['texts that a byte tells apart', { ...few, villages: 254, phones: 255 }],
    ['one text more', { ...few, villages: 256, phones: 256 }],
    ['few texts after that', few],
    ['texts that two bytes do not tell apart', { ...few, villages: 70_001, phones: 66_000 }],
    ['few texts again', few],
  ])('%s', (_, kind) => {
    const rows = 300 + 3 * Math.max(kind.villages, kind.phones);
    const found = columns.columns(batchOf(rows, kind));
    expectRows(found, [...Array(300).keys(), rows - 300, rows - 200, rows - 1], kind);
  });

  it('takes doubles after whole numbers of 32 bits, and those again', () => {
    const small = batchOf(500, few);
    const { income } = small.columns;
    if (income?.t !== 'numbers') throw new Error('no numbers');
    const wide = { ...income, values: Float64Array.from(income.values) };
    const narrow = { ...income, values: Int32Array.from(income.values) };
    const rows = [...Array(500).keys()];
    for (const values of [wide, narrow, wide])
      expectRows(columns.columns({ ...small, columns: { ...small.columns, income: values } }), rows, few);
  });

  it('leaves a number over that no column of 32 bits could hold', () => {
    const small = batchOf(8, few);
    const { income } = small.columns;
    if (income?.t !== 'numbers') throw new Error('no numbers');
    const values = Float64Array.from(income.values, () => 2 ** 32 + 100);
    const batch = { ...small, columns: { ...small.columns, income: { ...income, values } } };
    expect(columns.columns(batch).programmes.help?.byRow).toBe(8);
  });

  it('keeps flags of the batch before out of one without them', () => {
    const { married: _, ...rest } = batchOf(40, few).columns;
    const with39 = columns.columns(batchOf(40, few));
    const without = columns.columns({ rows: 40, columns: rest });
    expect(with39.programmes.help?.byRow).toBe(4);
    expect(without.programmes.help?.byRow).toBe(40);
  });

  it('says the same for two that were bound alike, in turns', () => {
    const other = columnsOf(policy).at(binding);
    for (const kind of [few, { ...few, villages: 300 }, few]) {
      const batch = batchOf(1000, kind);
      expect(other.columns(batch)).toEqual(columns.columns(batch));
    }
  });
});
