import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bangfu = join(root, 'dist/bangfu.cjs');
const run = promisify(execFile);

/** Commands are tried on a copy, so that those that write leave the project alone. */
function copyOfProject(): string {
  if (!existsSync(bangfu)) throw new Error('dist/bangfu.cjs is not built: npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-readme-'));
  for (const part of ['policies', 'examples'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const part of ['node_modules', 'dist']) symlinkSync(join(root, part), join(folder, part));
  withHistory(folder);
  return folder;
}

/** A repository in which one amount of policy 15 was another in the last commit. */
function withHistory(folder: string): void {
  const git = (...args: string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  const notice = join(folder, 'policies/15-former-teachers-allowance/notice.policy');
  const text = readFileSync(notice, 'utf8');
  writeFileSync(notice, text.replace('每人每月 800 元', '每人每月 790 元'));
  git('init', '--quiet');
  git('add', 'policies', 'examples');
  git('commit', '--quiet', '--message=before');
  writeFileSync(notice, text);
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  let folder = '';
  beforeAll(() => {
    folder = copyOfProject();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const commands = [...text.matchAll(/\| `npx bangfu ([^`]+)` \|/g)].map((m) => m[1] ?? '');

  it('begins with the two commands', () => {
    const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(text) ?? [];
    expect(
      block
        .trim()
        .split('\n')
        .map((line) => line.split('#')[0]?.trim()),
    ).toEqual(['npm start', 'npm test']);
    expect(text.slice(0, text.indexOf('```sh')).split('\n').length).toBeLessThan(8);
  });

  it('shows commands to type', () => {
    expect(commands.length).toBeGreaterThan(8);
  });

  it.each(commands)('works as it says: bangfu %s', async (command) => {
    const { stdout, stderr } = await run(process.execPath, [bangfu, ...command.split(' ')], {
      cwd: folder,
      maxBuffer: 1e8,
    });
    expect(stdout.length + stderr.length).toBeGreaterThan(0);
  });

  it('shows the decision that the command prints', async () => {
    const shown = [...text.matchAll(/```\n\$ npx bangfu ([^\n]+)\n([\s\S]*?)```/g)];
    expect(shown).toHaveLength(1);
    for (const [, command = '', lines = ''] of shown) {
      const { stdout } = await run(process.execPath, [bangfu, ...command.split(' ')], { cwd: folder });
      for (const line of lines.trimEnd().split('\n')) expect(stdout).toContain(line);
    }
  });

  it('shows lines that stand in the policy', () => {
    const policy = readFileSync(join(root, 'policies/15-former-teachers-allowance/notice.policy'), 'utf8');
    const [, block = ''] = /```\n(项目 [\s\S]*?)```/.exec(text) ?? [];
    expect(block.split('\n').length).toBeGreaterThan(5);
    for (const line of block.trimEnd().split('\n')) expect(policy).toContain(line);
  });

  it('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
