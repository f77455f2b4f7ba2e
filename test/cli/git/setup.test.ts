import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder } from '../harness.ts';
import { allowance } from '../policies.ts';
import { policy, Repository } from './repository.ts';

/** Lines that git shows as taken out or put in. */
const changed = (diff: string): readonly string[] =>
  diff.split('\n').filter((line) => /^[-+](?![-+])/.test(line));

describe('bangfu git setup', () => {
  test('git diff and git log show what is said, not how it is laid out', async () => {
    const repo = new Repository();
    const { status, stderr } = await repo.run(['git', 'setup']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    repo.write(policy, `# 只是注释\n${repo.read(policy).replaceAll(/ {3,}依据/g, '  依据')}`);
    expect(changed(repo.git('diff', '--', policy))).toEqual([]);
    repo.change('2000 元 以下', '2500 元     以下');
    const [gone, come, ...more] = changed(repo.git('diff', '--', policy));
    expect(gone).toContain('2000 元 以下');
    expect(come).toContain('2500 元 以下');
    expect(more).toEqual([]);
    repo.commit('second');
    expect(changed(repo.git('log', '-p', '-1', '--', policy))).toEqual([gone, come]);
  });

  test('git difftool tells each file in words', async () => {
    const repo = new Repository();
    await repo.run(['git', 'setup']);
    repo.change('2000 元 以下', '2500 元 以下');
    const said = repo.git('difftool', '--no-prompt', '--tool=bangfu', '--', '*.policy');
    expect(said).toContain('2500 元 以下（+500 元）');
    expect(said).toContain(`${policy}（改前） → ${policy}（改后）`);
  });

  test('difftool shows a file that is new, and one that is gone', async () => {
    const repo = new Repository();
    await repo.run(['git', 'setup']);
    repo.write('another.policy', allowance);
    repo.git('add', '--all');
    expect(repo.git('difftool', '--no-prompt', '--tool=bangfu', 'HEAD', '--', 'another.policy')).toContain(
      '新政策',
    );
    repo.git('reset', '--quiet');
    repo.git('rm', '--quiet', '--cached', '--', policy);
    expect(repo.git('difftool', '--no-prompt', '--tool=bangfu', '--cached', '--', policy)).toContain(
      '政策删去',
    );
  });

  test('difftool of a whole tree, and of files that are no policies', async () => {
    const repo = new Repository({ [policy]: allowance, 'read.me': 'one\n' });
    await repo.run(['git', 'setup']);
    repo.change('2000 元 以下', '2500 元 以下');
    repo.write('read.me', 'two\n');
    const each = repo.git('difftool', '--no-prompt', '--tool=bangfu');
    expect(each).toContain('-one\n+two');
    expect(each).toContain('（+500 元）');
    expect(repo.git('difftool', '--dir-diff', '--tool=bangfu')).toContain('（+500 元）');
  });

  test('twice is as once, and undo leaves nothing', async () => {
    const repo = new Repository();
    await repo.run(['git', 'setup']);
    const [first, attributes] = [repo.settings(), repo.read('.gitattributes')];
    const again = await repo.run(['git', 'setup']);
    expect(again.stdout).not.toContain('已写入');
    expect([repo.settings(), repo.read('.gitattributes')]).toEqual([first, attributes]);
    await repo.run(['git', 'undo']);
    expect(repo.settings()).toBe('');
    expect(repo.git('status', '--porcelain')).toBe('');
    const nothing = await repo.run(['git', 'undo']);
    expect(nothing.status).toBe(0);
    expect(nothing.stdout).not.toContain('已去掉');
  });

  test('a file with errors, and one that is not text, are shown as they are', async () => {
    const repo = new Repository();
    await repo.run(['git', 'setup']);
    repo.write(policy, '方案 坏了的\n  ((\n');
    expect(changed(repo.git('diff', '--', policy))).toContain('+  ((');
    const bytes = Uint8Array.from([0xff, 0xfe, 0x41]);
    repo.write('bytes.policy', bytes);
    expect((await repo.run(['git', 'textconv', 'bytes.policy'])).status).toBe(0);
  });
});

describe('what others wrote is left as it is', () => {
  test('lines and settings', async () => {
    const repo = new Repository({ [policy]: allowance, '.gitattributes': '*.png binary' });
    repo.git('config', 'diff.bangfu.textconv', 'their-own');
    const { status, stdout } = await repo.run(['git', 'setup']);
    expect(status).toBe(1);
    expect(stdout).toContain('没有改动 diff.bangfu.textconv，里面是别人写的：their-own');
    expect(repo.read('.gitattributes')).toBe('*.png binary\n*.policy diff=bangfu\n');
    await repo.run(['git', 'undo']);
    expect(repo.settings()).toBe('diff.bangfu.textconv=their-own');
    expect(repo.read('.gitattributes')).toBe('*.png binary\n');
  });

  test('another driver for policies, and a link in place of the file', async () => {
    const other = new Repository({ [policy]: allowance, '.gitattributes': '*.policy -diff\n' });
    expect((await other.run(['git', 'setup'])).status).toBe(1);
    expect(other.read('.gitattributes')).toBe('*.policy -diff\n');
    const linked = new Repository();
    const target = join(mkdtempSync(join(tmpdir(), 'bangfu-link-')), 'elsewhere');
    symlinkSync(target, linked.at('.gitattributes'));
    const { status, stdout } = await linked.run(['git', 'setup']);
    expect(status).toBe(1);
    expect(stdout).toContain('.gitattributes：它是一个链接');
  });
});

test('outside of a repository, and with a word that is none, it says what to do', async () => {
  const folder = new Folder({ 'a.policy': allowance });
  const outside = await folder.run(['git', 'setup']);
  expect(outside.status).toBe(2);
  expect(outside.stderr).toContain('这里不是 git 仓库');
  const wrong = await folder.run(['git', 'sutep']);
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('setup');
  expect((await folder.run(['git', 'textconv'])).stderr).toContain('缺少参数');
});
