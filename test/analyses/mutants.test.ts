import { expect, test } from 'vitest';
import { compile, evaluator, type Mutant, mutantsOf } from '../../compiler/index.ts';

function mutantsIn(text: string): readonly Mutant[] {
  const { policy, diagnostics } = compile({ path: 'notice.policy', text });
  if (!policy) throw new Error(diagnostics.map(({ en }) => en.message).join('\n'));
  return mutantsOf(policy);
}

const notice = (rules: string): string => `方案 例 (example)
  参数 年度 (year): 年份

主体 人 (person)
  有病 (ill): 是否
  报名日期 (appliedOn): 日期

${rules}
`;

const steps = notice(`程序 申领 (claim)
  开会 (meeting): 由 县
    期间 年度-03-20
  审核 (check): 由 县
    期限 开会 后 5 日 内`);

const ids = (mutants: readonly Mutant[], start: string): readonly string[] =>
  mutants.map(({ id }) => id).filter((id) => id.startsWith(start));

test('a day that is written once is wrong in both its ends', () => {
  const figures = mutantsIn(steps).filter(({ id, kind }) => id.startsWith('meeting') && kind === 'number');
  const planned = figures.map(({ make }) => {
    const bound = evaluator(make()).bind({ asOf: '2024-01-01', parameters: { year: 2024 } });
    const [meeting] = bound.decide({}, {}).procedures.claim?.steps ?? [];
    return [meeting?.planned, meeting?.due[0]?.due];
  });
  expect(planned).toEqual(
    ['2024-04-20', '2024-02-20', '2024-03-21', '2024-03-19'].map((day) => [`${day}/${day}`, day]),
  );
});

test('the last day of 期间 goes in and out together with the span', () => {
  expect(ids(mutantsIn(steps), 'meeting inclusion')).toEqual([
    'meeting inclusion during loIn',
    'meeting inclusion during hiIn',
  ]);
});

test('where the days before a last day begin, nothing asks', () => {
  expect(ids(mutantsIn(steps), 'check inclusion')).toEqual(['check inclusion check.due.1 hiIn']);
});

test('no day that no calendar has', () => {
  const mutants = mutantsIn(
    notice(`项目 补助 (aid)
  资格 报名日期 在 年度-01-31(含) 至 年度-06-30(含)`),
  );
  const spans = mutants.filter(({ kind }) => kind === 'number').map(({ after }) => after.zh);
  const days = spans.map((text) => [...text.matchAll(/-(\d\d-\d\d)/g)].map(([, day]) => day));
  expect(days).toEqual([
    ['01-30', '06-30'],
    ['01-31', '07-30'],
    ['01-31', '05-30'],
    ['01-31', '06-29'],
  ]);
});

test('a change to what picks elements of a list says which list', () => {
  const mutants = mutantsIn(`方案 例 (example)

主体 人 (person)
  走访 (visits): 列表
    日期 (on): 日期
    入户 (atHome): 是否
    节日 (festive): 是否

项目 补助 (aid)
  资格 有 走访 其中 入户 且 节日`);
  const parts = mutants.filter(({ kind }) => kind === 'part');
  expect(parts).toHaveLength(2);
  expect(new Set(parts.map(({ list }) => list)).size).toBe(1);
  expect(parts.every(({ list, at }) => list !== undefined && list !== at)).toBe(true);
});
