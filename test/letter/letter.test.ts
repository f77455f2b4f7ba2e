import { describe, expect, test } from 'vitest';
import { Folder } from '../cli/harness.ts';
import { files, letters } from './cases.ts';

const folder = new Folder(files);
const steady = (text: string): string => text.replaceAll(/\b[0-9a-f]{12}\b/g, 'HASH');

describe.each(['zh', 'en'])('letters in %s', (lang) => {
  test.each(letters)('%s', async (_, ...args) => {
    const run = await folder.run(['explain', ...args, '--format', 'letter', '--lang', lang]);
    expect(run.status).toBe(0);
    expect(steady(run.stdout)).toMatchSnapshot();
  });
});

test('an undetermined outcome is not called a refusal, and says what to bring', async () => {
  const { stdout } = await folder.run([
    'explain',
    'notice.policy',
    'undetermined.json',
    '--format',
    'letter',
  ]);
  expect(stdout).toContain('这不等于不符合');
  expect(stdout).toMatch(/请提供下列情况：\n\s+· 出生日期。/);
  expect(stdout).not.toContain('怎样会改变结果');
});

test('an applicant who is not eligible is not told of money or papers', async () => {
  const { stdout } = await folder.run(['explain', 'notice.policy', 'ineligible.json', '--format', 'letter']);
  expect(stdout).toMatch(/没有具备：\n\s+· 达到年龄（依据 一\.1）。\n\s+· 收入较低（依据 一\.3）。/);
  expect(stdout).toMatch(/怎样会改变结果[\s\S]+具备“达到年龄”/);
  expect(stdout).not.toContain('300 元');
});

test('the trace as text is what it was without --format', async () => {
  const plain = await folder.run(['explain', 'notice.policy', 'eligible.json']);
  expect((await folder.run(['explain', 'notice.policy', 'eligible.json', '--format', 'text'])).stdout).toBe(
    plain.stdout,
  );
  expect(plain.stdout).toContain('[是] 达到年龄');
});
