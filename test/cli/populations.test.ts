import { describe, expect, test } from 'vitest';
import { Folder } from './harness.ts';

const folder = new Folder({
  'notice.policy': `方案 例 (example)

主体 干部 (cadre)
  乡镇 (town): 文字

主体 户 (family)
  乡镇 (place): 文字
  帮扶人 (by): 干部
  起始日 (from): 日期

义务 对 干部
  两户内 (two): 有 2 户 以下 全体 户 其中 帮扶人 为 本人      依据 一.1
  有同镇的人 (mate): 有 全体 干部 其中 乡镇 为 本人 的 乡镇 且 不为 本人   依据 一.2

义务 对 户
  同镇 (near): 帮扶人 的 乡镇 为 乡镇                          依据 一.3
`,
  'cadres.csv': '编号,乡镇\nA,甲镇\nB,甲镇\nC,乙镇\n',
  'more.yaml': '- { id: D, town: 丁镇 }\n',
  'twice.csv': '编号,乡镇\nA,甲镇\nA,甲镇\nC,乙镇\n',
  'families.json': JSON.stringify([
    { id: 1, place: '甲镇', by: 'A', from: '2024-01-01' },
    { id: 2, place: '乙镇', by: 'A', from: '2024-01-01' },
    { id: 3, place: '乙镇', by: 'A', from: '2024-01-01' },
    { id: 4, place: '丁镇', by: 'D', from: '2024-01-01' },
  ]),
  'bad.csv': '编号,帮扶人,起始日\n1,A,2024-01-01\n2,A,2024-02-30\n',
  'cases.yaml': `asOf: 2024-06-01
base:
  cadre: { id: A, town: 甲镇 }
  family: { id: 1, place: 甲镇, by: A, from: 2024-01-01 }
populations:
  户: [{}, { id: 2 }]
cases:
  - { name: 两户, clauses: [一.1], subject: cadre, expect: { duties: { two: { state: met } } } }
  - { name: 三户, clauses: [一.1], subject: cadre, populations: { family: [{}, { id: 2 }, { id: 3 }] }, expect: { duties: { two: { state: breached } } } }
  - { name: 不知道, clauses: [一.1], subject: cadre, populations: { family: null }, expect: { duties: { two: { state: undetermined, reasons: [population] } } } }
  - { name: 同一组里另一例, clauses: [一.1], subject: cadre, expect: { duties: { two: { state: met } } } }
`,
});

const decide = async (data: string, subject: string, ...args: string[]) => {
  const asked = ['decide', 'notice.policy', data, '--subject', subject, '--as-of', '2024-06-01'];
  const run = await folder.run([...asked, '--format', 'ndjson', ...args]);
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'));
  const entries = lines.map((line) => JSON.parse(line) as Entry).filter(({ decision }) => decision);
  return {
    ...run,
    states: entries.map(({ id, decision }) => [id, ...statesOf(decision?.duties ?? {})].join(' ')),
  };
};

interface Entry {
  readonly id?: string;
  readonly decision?: { readonly duties: Readonly<Record<string, { readonly state: string }>> };
}

const statesOf = (duties: Readonly<Record<string, { readonly state: string }>>) =>
  Object.values(duties).map(({ state }) => state);

describe('populations', () => {
  test('of another kind from a file, of its own kind from the register', async () => {
    const { status, states } = await decide('cadres.csv', '干部', '--population', '户=families.json');
    expect(status).toBe(0);
    expect(states).toEqual(['A breached met', 'B met met', 'C met breached']);
  });

  test('from several files of one kind', async () => {
    const more = ['--population', 'cadre=cadres.csv', '--population', 'cadre=more.yaml'];
    expect((await decide('families.json', 'family', ...more)).states).toEqual([
      '1 met',
      '2 breached',
      '3 breached',
      '4 met',
    ]);
  });

  test('not given are unknown', async () => {
    expect((await decide('cadres.csv', 'cadre')).states).toEqual([
      'A undetermined met',
      'B undetermined met',
      'C undetermined breached',
    ]);
  });

  test('a row that does not fit stops the run, with file, row and column', async () => {
    const { status, stdout, stderr } = await decide('cadres.csv', 'cadre', '--population', 'family=bad.csv');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('bad.csv 第 3 行 起始日：日历上没有 "2024-02-30"');
  });

  test.each([
    ['family', 'family'],
    ['nobody=families.json', 'nobody'],
    ['family=nowhere.csv', 'nowhere.csv'],
  ])('wrong usage: %s', async (option, said) => {
    const { status, stderr } = await decide('cadres.csv', 'cadre', '--population', option);
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });

  test('a second row of one id is refused where it stands', async () => {
    const { status, states, stdout } = await decide(
      'twice.csv',
      'cadre',
      '--population',
      'family=families.json',
    );
    expect(status).toBe(1);
    // A row that is refused leaves the register incomplete: nobody is said to be alone.
    expect(states).toEqual(['A breached undetermined', 'C met undetermined']);
    expect(stdout).toContain('duplicate');
  });

  test('one record explained among the others', async () => {
    const { stdout } = await folder.run([
      'explain',
      'notice.policy',
      'cadres.csv',
      '--row',
      '3',
      '--subject',
      'cadre',
      '--as-of',
      '2024-06-01',
      '--population',
      'cadre=cadres.csv',
    ]);
    expect(stdout).toContain('[违反] 有同镇的人');
    expect(stdout).toContain('须有 户 的全部记录');
  });

  test('in cases, of the file and of one case', async () => {
    const { status, stdout } = await folder.run(['test', '.']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('4 个案例全部通过')]);
  });
});
