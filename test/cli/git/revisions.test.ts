import { describe, expect, test } from 'vitest';
import { bangfu, Folder } from '../harness.ts';
import { allowance, parameters, quota } from '../policies.ts';
import { policy, Repository } from './repository.ts';

const other = 'other/notice.policy';
const files = { [policy]: allowance, '政策 夹/parameters.yaml': parameters, [other]: quota };

describe('revisions that bangfu diff takes', () => {
  test('REV1...REV2 begins where the two parted; a side left out is HEAD', async () => {
    const repo = new Repository(files);
    repo.git('branch', 'change');
    repo.write(other, quota.replace('名额 2 人', '名额 3 人'));
    repo.commit('on main');
    repo.git('checkout', '--quiet', 'change');
    repo.change('2000 元 以下', '2500 元 以下');
    repo.commit('on change');
    const three = await repo.run(['diff', 'main...change']);
    expect(three.stdout).toContain('（+500 元）');
    expect(three.stdout).not.toContain('名额示例');
    expect((await repo.run(['diff', 'main...'])).stdout).toContain('（+500 元）');
    const two = await repo.run(['diff', 'main..change']);
    expect(two.stdout).toContain('名额示例');
    expect((await repo.run(['diff', 'main', 'change'])).stdout).toBe(two.stdout);
  });

  test('revisions that never were one, and one that a shallow clone lacks, say what to do', async () => {
    const repo = new Repository(files);
    repo.git('checkout', '--quiet', '--orphan', 'alone');
    repo.commit('alone');
    const apart = await repo.run(['diff', 'main...alone']);
    expect(apart).toMatchObject({ status: 2, stdout: '' });
    expect(apart.stderr).toContain('main..alone');
    repo.change('2000 元 以下', '2500 元 以下');
    repo.commit('second');
    const clone = new Folder();
    repo.git('clone', '--quiet', '--depth=1', `file://${repo.path}`, clone.at('shallow'));
    const { status, stderr } = await bangfu(['diff', 'HEAD~1'], { cwd: clone.at('shallow') });
    expect(status).toBe(2);
    expect(stderr).toContain('fetch-depth: 0');
  });

  test('a version in a commit is read with the parameters beside it there', async () => {
    const people = '编号,birthDate,localHukou,monthlyIncome\n甲,1960-01-01,是,2300\n';
    const repo = new Repository({ ...files, 'people.csv': people });
    repo.change('2000 元 以下', '2500 元 以下');
    repo.commit('second');
    repo.write('政策 夹/parameters.yaml', parameters.replace('300', '999'));
    const period = ['--period', '2025-07..2025-07'];
    const { stdout } = await repo.run(['diff', 'HEAD~1..HEAD', '--population', 'people.csv', ...period]);
    expect(stdout).toContain('+300 元');
    expect(stdout).not.toContain('999');
  });

  test('REV:path is read from the top, and from the current folder; a folder is refused', async () => {
    const repo = new Repository({ 'a/notice.policy': allowance });
    repo.write('a/notice.policy', allowance.replace('2000 元 以下', '2500 元 以下'));
    const inside = (old: string) => bangfu(['diff', old, 'notice.policy'], { cwd: repo.at('a') });
    for (const path of ['a/notice.policy', 'notice.policy', './notice.policy', '../a/notice.policy'])
      expect((await inside(`HEAD:${path}`)).stdout).toContain('（+500 元）');
    expect(await inside('HEAD:a')).toMatchObject({ status: 2, stdout: '' });
  });
});
