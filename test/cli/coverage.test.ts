import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, claim, parameters, quota, visits } from './policies.ts';

const base = 'base:\n  applicant: { birthDate: 1950-01-05, localHukou: true, monthlyIncome: 100 }\n';
const withCases = (cases: string, policy = allowance, first = base) =>
  new Folder({
    'notice.policy': policy,
    'cases.yaml': first + cases,
    ...(policy === allowance && { 'parameters.yaml': parameters }),
  });

interface Item {
  readonly kind: string;
  readonly id: string;
  readonly line: number;
  readonly wanted: readonly string[];
  readonly seen: readonly string[];
  readonly missing: readonly string[];
}

async function itemsOf(folder: Folder): Promise<readonly Item[]> {
  const { stdout } = await folder.run(['test', '--coverage', '--format', 'json']);
  const report = JSON.parse(stdout) as { policies: { coverage: { items: readonly Item[] } }[] };
  return report.policies[0]?.coverage.items ?? [];
}

const missing = (items: readonly Item[]): { readonly [id: string]: readonly string[] } =>
  Object.fromEntries(items.map((item) => [`${item.kind} ${item.id}`, item.missing]));

test('what no case reaches is listed with its line, in both languages', async () => {
  const folder = withCases('cases:\n  - { name: 符合, expect: { allowance: { outcome: eligible } } }\n');
  const zh = await folder.run(['test', '--coverage']);
  expect(zh.status).toBe(0);
  expect(zh.stdout).toContain('覆盖 37.5%：应走到的结果 16 个，走到 6 个');
  expect(zh.stdout).toMatch(/15 +规则 +收入较低 +是 +否、未知/);
  const en = await folder.run(['test', '--coverage', '--lang', 'en']);
  expect(en.stdout).toMatch(/15 +rule +lowIncome +yes +no, unknown/);
  expect(en.stdout).toContain('4 clauses cited, 1 reached in full; not in full: 一.1, 一.2, 一.3');
});

test('nothing is missing once every result was reached', async () => {
  const folder = withCases(`cases:
  - { name: 符合, expect: {} }
  - { name: 年轻, with: { birthDate: 2000-01-01, localHukou: false, monthlyIncome: 3000 }, expect: {} }
  - { name: 一无所知, without: [birthDate, localHukou, monthlyIncome], expect: {} }
`);
  const { status, stdout } = await folder.run(['test', '--coverage', '--fail-under', '100']);
  expect(stdout).toBe(
    'notice.policy: 3 个案例全部通过\n覆盖 100%：应走到的结果 16 个，走到 16 个\n依据的条款 4 条，全部走到 4 条\n',
  );
  expect(status).toBe(0);
});

test('a share under the one asked for is a finding', async () => {
  const folder = withCases('cases:\n  - { name: 符合, expect: {} }\n');
  const { status, stderr } = await folder.run(['test', '--coverage', '--fail-under', '37.6']);
  expect([status, stderr]).toEqual([1, 'notice.policy：覆盖 37.5%，低于 37.6%\n']);
});

test('steps: each state, by line', async () => {
  const folder = withCases(
    `cases:
  - { name: 未轮到, asOf: 2024-03-01, events: {}, expect: {} }
  - { name: 完成, asOf: 2024-03-10, events: { application: 2024-02-27, firstCheck: 2024-03-05 }, expect: {} }
`,
    claim,
    'base: { applicant: { listed: true } }\n',
  );
  expect(missing(await itemsOf(folder))).toMatchObject({
    'step application': [],
    'step firstCheck': ['open', 'late', 'overdue'],
    'programme aid': ['ineligible', 'undetermined'],
  });
});

test('duties: each state of each period', async () => {
  const folder = withCases(
    'cases:\n  - { name: 二月没有走访, asOf: 2024-03-05, expect: {} }\n',
    visits,
    'base: { family: { visits: [2024-01-09], filed: false, paused: false } }\n',
  );
  expect(missing(await itemsOf(folder))).toMatchObject({
    'duty family.visit': ['undetermined', 'notApplicable'],
    'duty family.record': ['met', 'notDue', 'undetermined'],
  });
});

test('selection: ties at the cut are told apart from other places', async () => {
  const entries = (second: number, third: number) =>
    `cases:
  - name: 名册
    asOf: 2025-01-01
    population:
      - { id: 甲, with: { expense: 9000 } }
      - { id: 乙, with: { expense: ${second} } }
      - { id: 丙, with: { expense: ${third} } }
    expect: {}
`;
  const first = 'base: { teacher: { expense: 1000, posted: true } }\n';
  const apart = missing(await itemsOf(withCases(entries(5000, 4000), quota, first)));
  const level = missing(await itemsOf(withCases(entries(5000, 5000), quota, first)));
  expect(apart['stage aid.quota']).toEqual(['undetermined', 'tie']);
  expect(level['stage aid.quota']).toEqual(['out', 'undetermined']);
});

const open = `方案 未定示例 (openSample)
  出处 "示例"

主体 申请人 (applicant)
  在册 (listed): 是否
  口数 (heads): 整数 从 0

项目 补助 (aid)
  资格 满足其一
    在册者 (isListed): 在册 且 口数 超过 2
    不在册者 (unlisted): 未规定 "不在册的没有说"   当 非 在册
`;

test('what the notice leaves open is not asked to be settled, and a part of a rule both ways', async () => {
  const folder = withCases(
    'cases:\n  - { name: 在册, asOf: 2025-01-01, expect: {} }\n',
    open,
    'base: { applicant: { listed: true, heads: 3 } }\n',
  );
  const items = await itemsOf(folder);
  const unlisted = items.find(({ id }) => id === 'aid.unlisted');
  // Out of play while 在册: not seen, though the interpreter looks at it.
  expect(unlisted).toMatchObject({ wanted: ['unknown'], seen: [], missing: ['unknown'] });
  expect(items.filter(({ kind, line }) => kind === 'branch' && line === 10)).toMatchObject([
    { seen: ['yes'], missing: ['no'] },
    { seen: ['yes'], missing: ['no'] },
  ]);
});

const excuse = (entry: string) => `cases:
  - { name: 符合, expect: {} }
uncoverable:
  - ${entry}
`;

test('a written reason takes the place of a case', async () => {
  const folder = withCases(excuse('{ rule: 收入较低, results: [no], why: 试一试 }'));
  const { status, stdout } = await folder.run(['test', '--coverage']);
  expect(status).toBe(0);
  expect(stdout).toContain('走到 6 个，写明走不到 1 个');
  expect(stdout).toMatch(/收入较低 +是 +未知\n/);
});

test('a reason for what a case reaches all the same is a finding', async () => {
  const folder = withCases(excuse('{ rule: lowIncome, results: [yes], why: 试一试 }'));
  const { status, stdout } = await folder.run(['test', '--coverage']);
  expect(status).toBe(1);
  expect(stdout).toContain('“收入较低”的“是”写明走不到，却有案例走到了');
});

test.each([
  ['{ rule: 没有这条, results: [no], why: 试 }', 'cases.yaml:6:7'],
  ['{ rule: lowIncome, results: [maybe], why: 试 }', 'cases.yaml:6:34'],
  ['{ rule: lowIncome, results: [no] }', 'why'],
  ['{ results: [no], why: 试 }', 'cases.yaml:6:5'],
])('a badly written reason is refused with its place: %s', async (entry, place) => {
  const { status, stdout, stderr } = await withCases(excuse(entry)).run(['test', '--coverage']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(place);
});

test('one page with the coloured policy, nothing loaded from elsewhere', async () => {
  const folder = withCases('cases:\n  - { name: 符合, expect: {} }\n');
  const { status, stdout, stderr } = await folder.run([
    ...['test', '--coverage', '--format', 'html', '--out', 'page.html'],
  ]);
  expect([status, stdout, stderr]).toEqual([0, '', '已写入 page.html\n']);
  const page = folder.read('page.html');
  expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  expect(page).not.toMatch(/https?:|<script|<link|@import|url\(/);
  const line = page.split('\n').find((text) => text.includes('月均收入 2000 元 以下')) ?? '';
  expect(line).toMatch(/^<li class="part"><details>/);
  expect(line).toContain('<span class="zh">规则 收入较低 · 走到的 是 · 没走到的 否、未知</span>');
  expect(line).toContain('<span class="en">rule lowIncome · seen yes · not seen no, unknown</span>');
});

test.each([
  [['--format', 'html'], '“--format html”要和“--coverage”一起用'],
  [['--fail-under', '50'], '“--fail-under”要和“--coverage”一起用'],
  [['--coverage', '--fail-under', '101'], '“--fail-under”要一个 0 到 100 的数；给的是“101”'],
  [['--coverage', '--fail-under', 'all'], '“--fail-under”要一个 0 到 100 的数'],
  [['--coverage', '--format', 'pdf'], '“--format”不能是“pdf”'],
])('wrong usage: %s', async (args, message) => {
  const { status, stderr } = await withCases('cases: [{ name: a, expect: {} }]\n').run(['test', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

test('an unwritable page is said, and leaves nothing behind', async () => {
  const folder = withCases('cases: [{ name: a, expect: {} }]\n');
  folder.write('taken/file', '');
  const { status, stderr } = await folder.run(['test', '--coverage', '--format', 'html', '--out', 'taken']);
  expect(status).toBe(2);
  expect(stderr).toContain('写不了“taken”');
});

test('cases that nobody has confirmed are counted', async () => {
  const folder = withCases(
    'cases:\n  - { name: a, unconfirmed: true, expect: {} }\n  - { name: b, expect: {} }\n',
  );
  const { status, stdout } = await folder.run(['test']);
  expect(status).toBe(0);
  expect(stdout).toContain('其中 1 个案例的应有结果是算出来的');
});
