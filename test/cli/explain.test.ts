import { expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, claim, parameters } from './policies.ts';

const folder = new Folder({
  'notice.policy': allowance,
  'parameters.yaml': parameters,
  'one.json': '{"id": "A1", "birthDate": "1950-01-05", "monthlyIncome": 2000.01}',
  'two.csv': '编号,出生日期,本县户籍,月均收入\nA1,1950-01-05,是,1\nA2,2000-02-30,是,1\n',
  'claim/notice.policy': claim,
  'claim/events.yaml': '申请: 2024-02-27\n',
});

test('one applicant in full, in both languages', async () => {
  const zh = await folder.run(['explain', 'notice.policy', 'one.json']);
  const en = await folder.run(['explain', 'notice.policy', 'one.json', '--lang', 'en']);
  expect([zh.status, en.status]).toEqual([0, 0]);
  const text = `${zh.stdout}\n${en.stdout}`.replaceAll(/[0-9a-f]{12}/g, 'HASH');
  expect(text).toMatchSnapshot();
});

test('as JSON', async () => {
  const { stdout } = await folder.run(['explain', 'notice.policy', 'one.json', '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({
    row: 1,
    id: 'A1',
    decision: { schema: 'bangfu.decision/1', programmes: { allowance: { outcome: 'ineligible' } } },
  });
});

test('one of several is chosen by --row', async () => {
  const explain = (...args: string[]) => folder.run(['explain', 'notice.policy', 'two.csv', ...args]);
  expect(await explain()).toMatchObject({ status: 2, stdout: '' });
  expect((await explain('--row', '1')).stdout).toContain('生活补助：符合');
  expect(await explain('--row', '3')).toMatchObject({ status: 2, stdout: '' });
  expect(await explain('--row', '0')).toMatchObject({ status: 2, stdout: '' });
  const bad = await explain('--row', '2');
  expect([bad.status, bad.stdout]).toEqual([1, '']);
  expect(bad.stderr).toContain('two.csv 第 3 行 出生日期：日历上没有 "2000-02-30"');
});

test('timeline: a table, JSON, and a calendar file', async () => {
  const run = (...args: string[]) =>
    folder.run(['timeline', 'claim', 'claim/events.yaml', '--as-of', '2024-03-01', ...args]);
  const { status, stdout, stderr } = await run('--ics', 'due.ics');
  expect([status, stdout, stderr].join('\n')).toMatchSnapshot();
  expect(folder.read('due.ics')).toContain('DTSTART;VALUE=DATE:20240305\r\nSUMMARY:初审：期限\r\n');
  expect(JSON.parse((await run('--format', 'json')).stdout)).toMatchObject({
    schema: 'bangfu.timeline/1',
    procedures: {
      claim: {
        steps: [
          { id: 'application', state: 'done' },
          { id: 'firstCheck', state: 'open' },
        ],
      },
    },
  });
});

test('events from standard input; a step there is not', async () => {
  const { status, stderr } = await folder.run(['timeline', 'claim', '-', '--as-of', '2024-03-01'], {
    input: '初审查: 2024-02-27\n',
  });
  expect([status, stderr]).toEqual([2, 'bangfu: events.初审查：没有这个名称；是不是 初审？\n']);
});

test('a policy without a procedure says so', async () => {
  const { status, stdout } = await folder.run(['timeline', 'notice.policy']);
  expect([status, stdout]).toEqual([0, '这个政策没有程序。\n']);
});
