import { expect, test } from 'vitest';
import {
  type DeployedValues,
  deployedWith,
  describeChange,
  structuralChanges,
} from '../../../compiler/index.ts';
import { compiled } from '../kit.ts';

const policy = compiled(`方案 试 (trial)
  参数 月标准 (rate): 金额 从 0 元
  参数 市标准 (cityRate): 金额 按 城市
  参数 开始日 (start): 日期

主体 人 (person)
  城市 (city): 文字
  登记日 (listedOn): 日期

项目 补 (aid)
  资格 登记日 在 开始日 后(含)
  金额 每人每月 月标准 + 市标准
`);

function told(before: DeployedValues, after: DeployedValues, lang: 'zh' | 'en' = 'zh'): readonly string[] {
  const changes = structuralChanges(deployedWith(policy, before), deployedWith(policy, after));
  return changes.map((change) => `${change.kind} | ${describeChange(change, lang)}`);
}

test('a value changed, given and no longer given, under either name', () => {
  expect(told({ rate: 300 }, { 月标准: '350.5' })).toEqual([
    'deployedValueChanged | 月标准：给定值改变：300 元 → 350.50 元（+50.50 元）',
  ]);
  expect(told({ rate: 300 }, { rate: '300.00' })).toEqual([]);
  expect(told({}, { start: '2024-01-01' })).toEqual(['deployedValueAdded | 开始日：新给定值：2024-01-01']);
  expect(told({ start: '2024-01-01' }, {}, 'en')).toEqual([
    'deployedValueRemoved | start: value no longer given: 2024-01-01',
  ]);
});

test('key by key, whatever their order', () => {
  const before = { cityRate: { 甲市: 100, 乙市: 200 } };
  expect(told(before, { cityRate: { 乙市: 200, 甲市: 100 } })).toEqual([]);
  expect(told(before, { cityRate: { 乙市: 190, 丙市: 50 } })).toEqual([
    'deployedValueRemoved | 市标准 › 甲市：不再给定：100 元',
    'deployedValueChanged | 市标准 › 乙市：给定值改变：200 元 → 190 元（-10 元）',
    'deployedValueAdded | 市标准 › 丙市：新给定值：50 元',
  ]);
});

test('dated values are known by their first day', () => {
  const from = (day: string | null, value: number) => ({ from: day, value });
  const rows = [from(null, 300), from('2024-01-01', 320)];
  expect(told({ rate: rows }, { rate: [rows[0], from('2024-01-01', 330), from('2025-01-01', 340)] })).toEqual(
    [
      'deployedValueChanged | 月标准 › 自 2024-01-01：给定值改变：320 元 → 330 元（+10 元）',
      'deployedValueAdded | 月标准 › 自 2025-01-01：新给定值：340 元',
    ],
  );
});

test('what a parameter does not take is told as it was written; what the policy does not know is passed over', () => {
  expect(told({ rate: -1 }, { rate: 300, other: 1 })).toEqual([
    'deployedValueChanged | 月标准：给定值改变：-1 → 300 元',
  ]);
});
