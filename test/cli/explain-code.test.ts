import { expect, it } from 'vitest';
import { referenceOf } from '../../compiler/index.ts';
import { catalogue } from '../../compiler/testkit.ts';
import { Folder } from './harness.ts';

it('a code alone: where it is found, what is said, the lines as they should be', async () => {
  const folder = new Folder({});
  const { status, stdout } = await folder.run(['explain', 'bf4062', '--lang', 'en']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^BF4062 Two last days differ once the step before is late/);
  expect(stdout).toContain('    deadline on or before firstYear-02-28');
  expect(stdout).toContain('"application" done on 2024-02-28');
  expect(stdout.trimEnd()).toMatch(/As it should be:\n\n +late forfeit$/);
});

it('in Chinese', async () => {
  const { stdout } = await new Folder({}).run(['explain', 'BF4062']);
  expect(stdout).toMatch(/^BF4062 前一步误期后两个期限相左/);
  expect(stdout.trimEnd()).toMatch(/应改成：\n\n +逾期 视为放弃$/);
});

it('a code that there is not, and a policy without data, are wrong usage', async () => {
  const folder = new Folder({ 'notice.policy': '' });
  const [unknown, alone] = [
    await folder.run(['explain', 'BF9999', '--lang', 'en']),
    await folder.run(['explain', 'notice.policy', '--lang', 'en']),
  ];
  expect([unknown.status, alone.status]).toEqual([2, 2]);
  expect(unknown.stderr).toContain('There is no finding BF9999');
  expect(alone.stderr).toContain('"data" is missing');
});

it('every code has its page', () => {
  for (const { code } of catalogue) {
    const { title, message, hint } = referenceOf(code) ?? {};
    expect([code, title?.zh, title?.en, message?.zh, message?.en].filter((said) => !said)).toEqual([]);
    expect(hint).toBeDefined();
  }
});
