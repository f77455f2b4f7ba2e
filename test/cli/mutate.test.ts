import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, claim, parameters, quota } from './policies.ts';

const base = 'base:\n  applicant: { birthDate: 1950-01-05, localHukou: true, monthlyIncome: 100 }\n';
const folderOf = (cases: string, policy = allowance, first = base) =>
  new Folder({
    'notice.policy': policy,
    'cases.yaml': first + cases,
    ...(policy === allowance && { 'parameters.yaml': parameters }),
  });

interface Fate {
  readonly id: string;
  readonly kind: string;
  readonly line: number;
  readonly killedBy: readonly string[];
  readonly killer: { readonly name: string; readonly with?: unknown; readonly expect: unknown } | null;
}

async function fatesOf(folder: Folder): Promise<readonly Fate[]> {
  const { stdout } = await folder.run(['test', '--mutate', '--format', 'json']);
  const report = JSON.parse(stdout) as { policies: { mutants: readonly Fate[] }[] };
  return report.policies[0]?.mutants ?? [];
}

const byId = (fates: readonly Fate[], id: string): Fate | undefined => fates.find((fate) => fate.id === id);

const weak = 'cases:\n  - { name: 符合, expect: { allowance: { outcome: eligible, amount: 300 } } }\n';
const poor = `${weak}  - { name: 高一分, clauses: [一.3], with: { monthlyIncome: 2000.01 }, expect: { allowance: { outcome: ineligible } } }\n`;
const strong = `${poor}  - { name: 恰在线上, clauses: [一.3], with: { monthlyIncome: 2000 }, expect: { allowance: { outcome: eligible } } }\n`;

test('a boundary that no case stands on lives, and the applicant who would notice is named', async () => {
  const id = 'allowance.lowIncome#3 inclusion';
  const alive = byId(await fatesOf(folderOf(poor)), id);
  expect(alive).toMatchObject({ kind: 'inclusion', line: 15, killedBy: [] });
  expect(alive?.killer).toMatchObject({
    with: { monthlyIncome: 2000 },
    unconfirmed: true,
    expect: { allowance: { outcome: 'eligible' } },
  });
  expect(byId(await fatesOf(folderOf(strong)), id)?.killedBy).toEqual(['恰在线上']);
});

test('a figure off by one lives between the cases beside it', async () => {
  const fates = await fatesOf(folderOf(strong));
  const figures = fates.filter(({ id }) => id.startsWith('allowance.lowIncome') && id.includes('money'));
  expect(figures.map(({ killedBy }) => killedBy)).toEqual([['高一分'], ['恰在线上']]);
});

test('every case that notices is named, in the order of the clauses it is about', async () => {
  const fates = await fatesOf(folderOf(strong));
  expect(byId(fates, 'allowance.lowIncome negation')?.killedBy).toEqual(['高一分', '恰在线上', '符合']);
});

test('as text: line, change before and after, id, score', async () => {
  const { status, stdout } = await folderOf(poor).run(['test', '--mutate']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^notice\.policy: 改错 \d+ 处，案例发现 \d+ 处（[\d.]+%）；没有发现 \d+ 处/);
  expect(stdout).toContain('第 15 行 含不含界线: 月均收入 2000 元 以下 → 月均收入 低于 2000 元\n');
  const en = await folderOf(poor).run(['test', '--mutate', '--lang', 'en']);
  expect(en.stdout).toContain('line 15: boundary in or out: monthlyIncome at most 2000 yuan');
});

test('suggested cases notice what they were made for', async () => {
  const folder = folderOf(weak);
  const before = (await fatesOf(folder)).filter(({ killedBy }) => killedBy.length === 0);
  expect(before.some(({ killer }) => killer !== null)).toBe(true);
  await folder.run(['test', '--mutate', '--update']);
  expect((await folder.run(['test'])).status).toBe(0);
  const after = (await fatesOf(folder)).filter(({ killedBy }) => killedBy.length === 0);
  expect(after.filter(({ killer }) => killer !== null)).toEqual([]);
});

test('a score under the one asked for is a finding', async () => {
  const { status, stderr } = await folderOf(weak).run(['test', '--mutate', '--fail-under', '90']);
  expect([status, stderr]).toEqual([1, '有政策的改错发现率低于 90%，或有多余的说明\n']);
  expect((await folderOf(weak).run(['test', '--mutate', '--fail-under', '1'])).status).toBe(0);
});

test('a written reason takes a mutant out of the list; a needless one is a finding', async () => {
  const reason = (id: string) => `survivors:\n  - { mutant: '${id}', why: 试一试 }\n`;
  const excused = await folderOf(poor + reason('allowance.lowIncome#3 inclusion')).run(['test', '--mutate']);
  expect(excused.status).toBe(0);
  expect(excused.stdout).toContain('写明不必发现 1 处');
  expect(excused.stdout).toContain(
    '月均收入 低于 2000 元\n    allowance.lowIncome#3 inclusion\n    不必发现：试一试\n',
  );
  for (const id of ['allowance.lowIncome negation', 'allowance.nothing inclusion']) {
    const { status, stdout } = await folderOf(strong + reason(id)).run(['test', '--mutate']);
    expect([status, stdout.includes(`“${id}”写明不必发现`)]).toEqual([1, true]);
  }
});

test('one reason may be that of several', async () => {
  const ids = ['allowance.lowIncome#3 inclusion', 'allowance.lowIncome#2 money'];
  const reason = `survivors:\n  - { mutant: ['${ids.join("', '")}'], why: 试一试 }\n`;
  const { stdout } = await folderOf(weak + reason).run(['test', '--mutate']);
  for (const id of ids) expect(stdout).toContain(`    ${id}\n    不必发现：试一试\n`);
});

test('cases that fail are mended first: they would notice every mutant', async () => {
  const wrong = '  - { name: 写错了, expect: { allowance: { outcome: ineligible } } }\n';
  const { status, stdout, stderr } = await folderOf(strong + wrong).run(['test', '--mutate']);
  expect(status).toBe(1);
  expect(stderr).toContain('notice.policy：有 1 个案例没有通过');
  expect(stdout).not.toContain('改错');
});

const first = 'base: { teacher: { expense: 1000, posted: true } }\n';
const population = (expenses: readonly number[], selected: string) => `asOf: 2025-01-01
cases:
  - name: 名册
    population:
${expenses.map((expense, at) => `      - { id: p${at}, with: { expense: ${expense} } }\n`).join('')}    expect: { aid: { selected: [${selected}] } }
`;

test('selection: places, order and ties', async () => {
  const apart = await fatesOf(folderOf(population([9000, 5000, 4000], 'p0, p1'), quota, first));
  const level = await fatesOf(folderOf(population([9000, 5000, 5000], 'p0, p1, p2'), quota, first));
  const alive = (fates: readonly Fate[]) =>
    fates
      .filter(({ id, killedBy }) => id.startsWith('aid.quota') && killedBy.length === 0)
      .map(({ id }) => id);
  expect(alive(apart)).toEqual(['aid.quota ties ties']);
  expect(alive(level)).not.toContain('aid.quota ties ties');
});

test('steps: working days for days', async () => {
  const folder = folderOf(
    `asOf: 2024-03-10
cases:
  - { name: 到期日, events: { application: 2024-02-27 }, expect: { steps: { firstCheck: { state: overdue, due: 2024-03-05 } } } }
  - { name: 未轮到, events: {}, expect: { steps: { firstCheck: { state: waiting } } } }
`,
    claim,
    'base: { applicant: { listed: true } }\n',
  );
  const fates = await fatesOf(folder);
  const killers = Object.fromEntries(fates.map(({ kind, killedBy }) => [kind, killedBy]));
  expect(killers).toMatchObject({ unit: ['到期日'] });
  // The last day is counted from what comes first, so that the step waits for it anyway.
  expect(killers).toMatchObject({ prerequisite: [] });
});

const open = `方案 未定示例 (openSample)
  出处 "示例"

主体 申请人 (applicant)
  在册 (listed): 是否
  类别 (kinds): 多选
    甲类 (a) | 乙类 (b)

定义 算数 (counts) = 满足其一
  在册者 (isListed): 在册
  不在册者 (unlisted): 未规定 "不在册的没有说"   当 非 在册

项目 补助 (aid)
  资格 类别 含 甲类
  给予 慰问 (visit)                                                  当 算数
`;

const planned = `方案 例 (example)
  参数 年度 (year): 年份
  施行 自 2024-01-01(含)

主体 人 (person)
  有病 (ill): 是否

程序 申领 (claim)
  开会 (meeting): 由 县
    拟于 年度-03-20
`;

test('days planned and the day on which it comes into force', async () => {
  const cases = (one: string) =>
    folderOf(`cases:\n${one}`, planned, 'asOf: 2024-02-01\nbase: { person: { ill: true } }\n');
  const bare =
    '  - { name: 未写, parameters: { year: 2024 }, expect: { steps: { meeting: { state: open } } } }\n';
  const said = `  - { name: 拟于, parameters: { year: 2024 }, expect: { steps: { meeting: { planned: 2024-03-20/2024-03-20 } } } }
  - { name: 当日, asOf: 2024-01-01, expect: { inForce: yes } }
  - { name: 前一日, asOf: 2023-12-31, expect: { inForce: no } }
`;
  const alive = (fates: readonly Fate[]) =>
    fates.filter(({ killedBy }) => killedBy.length === 0).map(({ id }) => id.replace(/ .*/, ''));
  const open = await fatesOf(cases(bare));
  expect(new Set(alive(open))).toEqual(new Set(['inForce#1', 'meeting#2', 'meeting#3']));
  const meeting = open.filter(({ id }) => id.startsWith('meeting'));
  expect(meeting.map(({ killer }) => killer?.expect)).toEqual(
    Array(4).fill({ steps: { meeting: { planned: '2024-03-20/2024-03-20' } } }),
  );
  expect(alive(await fatesOf(cases(said)))).toEqual([]);
});

test('what provably changes nothing is left out, what changes something is not', async () => {
  const folder = folderOf(
    'cases:\n  - { name: 在册, asOf: 2025-01-01, expect: { aid: { outcome: eligible } } }\n',
    open,
    'base: { applicant: { listed: true, kinds: [a] } }\n',
  );
  const fates = await fatesOf(folder);
  const kinds = (line: number) => fates.filter((fate) => fate.line === line).map(({ kind }) => kind);
  // Without its condition the open line says the same: open where he is not listed, and of no weight where he is.
  expect(kinds(11)).not.toContain('condition');
  expect(kinds(11)).toContain('negation');
  // Any of one option is all of it.
  expect(kinds(14)).toEqual(['negation']);
});

test('an applicant with less of a list is called by what is not there', async () => {
  const all = open.replace('类别 含 甲类', '类别 含全部 {甲类, 乙类}');
  const one = 'cases:\n  - { name: 都有, expect: { aid: { outcome: eligible } } }\n';
  const folder = folderOf(
    one,
    all,
    'asOf: 2025-01-01\nbase: { applicant: { listed: true, kinds: [a, b] } }\n',
  );
  const names = (await fatesOf(folder)).flatMap(({ kind, killer }) =>
    kind === 'options' ? killer?.name : [],
  );
  expect([...new Set(names)].sort()).toEqual(['类别缺乙类：资格', '类别缺甲类：资格']);
});

test.each([
  [['--mutate', '--coverage'], '“--coverage”与“--mutate”不能一起用'],
  [['--mutate', '--suggest'], '“--suggest”与“--mutate”不能一起用'],
  [['--mutate', '--format', 'html'], '“--format html”要和“--coverage”一起用'],
])('wrong usage: %s', async (args, message) => {
  const { status, stderr } = await folderOf(weak).run(['test', ...args]);
  expect([status, stderr.includes(message)]).toEqual([2, true]);
});
