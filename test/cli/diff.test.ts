import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, parameters, quota } from './policies.ts';

/** A real repository in a throw-away folder. */
function repository(files: { readonly [name: string]: string }): Folder & { git(...args: string[]): string } {
  const folder = new Folder(files);
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=测试', '-c', 'user.email=test@example.org', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=first');
  return Object.assign(folder, { git });
}

const notice = 'policies/a/notice.policy';
const start = {
  [notice]: allowance,
  'policies/a/parameters.yaml': parameters,
  'policies/b/notice.policy': quota,
};
const people = '编号,出生日期,本县户籍,月均收入\n甲,1950-01-01,是,100\n乙,1990-01-01,是,100\n';
const threshold = allowance.replace('2000 元 以下', '2500 元 以下');

describe('bangfu diff over git', () => {
  test('a revision against the working tree tells the changed policy only', async () => {
    const repo = repository(start);
    repo.write(notice, threshold);
    const { status, stdout } = await repo.run(['diff', 'HEAD']);
    expect(status).toBe(0);
    expect(stdout).toContain('HEAD:policies/a/notice.policy → policies/a/notice.policy');
    expect(stdout).toContain(
      '收入较低：界限移动：月均收入 2000 元 以下 → 月均收入 2500 元 以下（+500 元）  [依据 一.3；第 15 行]',
    );
    expect(stdout).not.toContain('名额示例');
    expect(stdout).toContain('比较了 1 个政策，1 个有改变');
  });

  test('two revisions, a renamed file followed, an untracked one new', async () => {
    const repo = repository(start);
    repo.git('mv', 'policies/a', 'policies/renamed');
    repo.write('policies/renamed/notice.policy', threshold);
    repo.git('add', '--all');
    repo.git('commit', '--quiet', '--message=second');
    const two = await repo.run(['diff', 'HEAD~1..HEAD', '--lang', 'en']);
    expect(two.stdout).toContain('HEAD~1:policies/a/notice.policy → HEAD:policies/renamed/notice.policy');
    expect(two.stdout).toContain(
      'threshold moved: monthlyIncome at most 2000 yuan → monthlyIncome at most 2500 yuan (+500 yuan)',
    );
    repo.write('policies/c/notice.policy', quota.replaceAll('quotaSample', 'another'));
    const fresh = await repo.run(['diff', 'HEAD']);
    expect(fresh.stdout).toContain('无 → policies/c/notice.policy');
    expect(fresh.stdout).toContain('名额示例：新政策');
  });

  test('REV:path on either side, from a folder below the top', async () => {
    const repo = repository(start);
    repo.write(notice, threshold);
    const { stdout } = await repo.run(['diff', `HEAD:${notice}`, notice]);
    expect(stdout).toContain('+500 元');
    const missing = await repo.run(['diff', 'HEAD:policies/none.policy', notice]);
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toContain('“HEAD:policies/none.policy”：这个版本里没有这个文件。');
  });

  test('a change in a file that others use is told of the policies that use it', async () => {
    const shared = `共用 类别 (categories)\n\n主体 人 (person)\n  年收入 (income): 金额 从 0 元\n\n定义 困难 (poor) = 年收入 3000 元 以下   依据 一\n`;
    const user = `方案 补助 (aidNotice)\n  引用 "../shared/categories.policy"\n\n项目 补 (aid) 对 人\n  资格 困难\n`;
    const repo = repository({
      'shared/categories.policy': shared,
      'a/notice.policy': user,
      'b/notice.policy': quota,
    });
    repo.write('shared/categories.policy', shared.replace('3000', '4000'));
    const { stdout } = await repo.run(['diff', 'HEAD']);
    expect(stdout).toContain('困难：定义改变：年收入 3000 元 以下 → 年收入 4000 元 以下（+1000 元）');
    expect(stdout).toContain('结果可能改变的：补');
    expect(stdout).toContain('比较了 1 个政策，1 个有改变');
  });

  test('parameters given beside a policy are told, decided by and proved about', async () => {
    const repo = repository({ ...start, 'people.csv': people });
    repo.write('policies/a/parameters.yaml', parameters.replace('300', '350'));
    const { stdout } = await repo.run(['diff', 'HEAD', '--population', 'people.csv', '--prove']);
    expect(stdout).toContain('月标准：给定值改变：300 元 → 350 元（+50 元）');
    expect(stdout).toContain('结果可能改变的：生活补助');
    expect(stdout).toContain('受益 1 人');
    expect(stdout).toContain('每人每月 +50 元');
    expect(stdout).toContain('其余的人已证明不变');
    expect(stdout).toContain('比较了 1 个政策，1 个有改变');
    repo.git('commit', '--quiet', '--all', '--message=second');
    const committed = await repo.run(['diff', 'HEAD~1..HEAD', '--lang', 'en']);
    expect(committed.stdout).toContain('monthlyRate: given value changed: 300 yuan → 350 yuan (+50 yuan)');
    repo.git('rm', '--quiet', 'policies/a/parameters.yaml');
    const gone = await repo.run(['diff', 'HEAD', '--lang', 'en']);
    expect(gone.stdout).toContain('monthlyRate: value no longer given: 350 yuan');
  });

  test('another decision date beside a policy changes nothing of it', async () => {
    const repo = repository(start);
    repo.write('policies/a/parameters.yaml', parameters.replace('2025', '2026'));
    expect((await repo.run(['diff', 'HEAD'])).stdout).toContain('生活补助示例：意思没有改变');
  });

  test('layout, comments and the order of lines change nothing', async () => {
    const repo = repository(start);
    repo.write(
      notice,
      `# 说明\n${allowance.replace('    户籍在本县 (isLocal): 本县户籍                                   依据 一.2\n', '').replace('  金额 每人每月', '    户籍在本县 (isLocal): 本县户籍   依据 一.2\n  金额 每人每月')}`,
    );
    const { stdout, status } = await repo.run(['diff', 'HEAD']);
    expect(status).toBe(0);
    expect(stdout).toContain('生活补助示例：意思没有改变');
  });

  test('what is not there is said in one line', async () => {
    const repo = repository(start);
    const revision = await repo.run(['diff', 'nowhere']);
    expect(revision).toMatchObject({ status: 2, stdout: '' });
    expect(revision.stderr).toContain('仓库里没有版本“nowhere”');
    const outside = new Folder({ 'a.policy': allowance });
    const { stderr, status } = await outside.run(['diff', 'HEAD'], { env: { GIT_CEILING_DIRECTORIES: '/' } });
    expect(status).toBe(2);
    expect(stderr).toContain('要在 git 仓库里才能比较');
  });
});

describe('bangfu diff of files', () => {
  test('files and folders; a version with errors shows them and fails', async () => {
    const folder = new Folder({
      'old/a.policy': allowance,
      'new/b.policy': threshold,
      'bad.policy': allowance.replace('2000 元', '2000 岁'),
    });
    const folders = await folder.run(['diff', 'old', 'new', '--format', 'json']);
    expect(JSON.parse(folders.stdout)).toMatchObject({
      schema: 'bangfu.diff/1',
      policies: [
        {
          policy: 'sampleAllowance',
          state: 'changed',
          changes: [{ kind: 'thresholdMoved', by: { zh: '+500 元' } }],
        },
      ],
    });
    const bad = await folder.run(['diff', 'old/a.policy', 'bad.policy']);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('有错误，无法比较');
    expect(bad.stdout).toMatch(/BF\d{4}/);
  });

  test('--out writes what the extension says; Markdown is a table', async () => {
    const folder = new Folder({ 'a.policy': allowance, 'b.policy': threshold });
    const { status } = await folder.run(['diff', 'a.policy', 'b.policy', '--out', 'review.md']);
    expect(status).toBe(0);
    expect(readFileSync(folder.at('review.md'), 'utf8')).toContain(
      '| ~ 生活补助 › 资格 › 收入较低：界限移动：月均收入 2000 元 以下 → 月均收入 2500 元 以下（+500 元） | 一.3 | 第 15 行 | 无须改 |',
    );
  });

  test('--fail-on breaking', async () => {
    const folder = new Folder({
      'a.policy': allowance,
      'b.policy': allowance.replaceAll('monthlyIncome', 'income'),
    });
    const { status, stdout } = await folder.run(['diff', 'a.policy', 'b.policy', '--fail-on', 'breaking']);
    expect(stdout).toContain('月均收入：事实改名：月均收入 (monthlyIncome) → 月均收入 (income)');
    expect(status).toBe(1);
    const wrong = await folder.run(['diff', 'a.policy', 'b.policy', '--fail-on', 'loose']);
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('bangfu diff --population', () => {
  const register =
    '编号,birthDate,localHukou,monthlyIncome\n甲,1960-01-01,是,1900\n乙,1960-01-01,是,2300\n丙,1990-01-01,是,100\n丁,1960-01-01,是,\n';

  test('who gains, who loses, money by month', async () => {
    const folder = new Folder({
      'parameters.yaml': parameters,
      'a.policy': allowance,
      'b.policy': threshold.replace('每人每月 月标准', '每人每月 200 元'),
      'people.csv': register,
    });
    const args = [
      'diff',
      'a.policy',
      'b.policy',
      '--population',
      'people.csv',
      '--period',
      '2025-07..2025-08',
    ];
    const { stdout, status } = await folder.run([...args, '--fail-on', 'lose']);
    expect(status).toBe(1);
    expect(stdout).toContain('受益 1 人；受损 1 人；其他变化 1 人；不变 1 人');
    expect(stdout).toContain('生活补助 › 金额减少：1 人；合计（每月） -100 元；甲');
    expect(stdout).toContain('生活补助 › 变为符合：1 人；乙');
    expect(stdout).toContain('生活补助 › 若符合，金额改变：1 人；合计（每月） -100 元；丁');
    expect(stdout).toContain('2025-07');
    expect(stdout).toMatch(
      /合计 +600 元（另有 2 笔未定） +800 元（另有 2 笔未定） +\+200 元（另有 2 笔未定）/,
    );
  });

  test('one who drops out because others rise is told apart', async () => {
    const folder = new Folder({
      'a.policy': quota,
      'b.policy': quota.replace('从高到低', '从低到高'),
      'people.csv': '编号,expense,posted\n甲,100,是\n乙,200,是\n丙,300,是\n',
    });
    const { stdout } = await folder.run([
      'diff',
      'a.policy',
      'b.policy',
      '--population',
      'people.csv',
      '--as-of',
      '2025-01-01',
    ]);
    expect(stdout).toContain('救助 › 因名次变化入选：1 人；甲');
    expect(stdout).toContain('救助 › 因名次变化落选：1 人；丙');
    expect(stdout).toContain('不变 1 人');
  });

  test('a register in the old names is read by both versions', async () => {
    const folder = new Folder({
      'parameters.yaml': parameters,
      'a.policy': allowance,
      'b.policy': allowance
        .replaceAll('月均收入 (monthlyIncome)', '家庭月收入 (income)')
        .replaceAll('月均收入 2000', '家庭月收入 2000'),
      'people.csv': register,
    });
    const { stdout } = await folder.run(['diff', 'a.policy', 'b.policy', '--population', 'people.csv']);
    expect(stdout).toContain('不变 4 人');
  });

  test('the page holds both languages, both lines, the chart, and needs nothing from outside', async () => {
    const folder = new Folder({
      'parameters.yaml': parameters,
      'a.policy': allowance,
      'b.policy': threshold.replace('每人每月 月标准', '每人每月 200 元'),
      'people.csv': register,
    });
    const args = ['diff', 'a.policy', 'b.policy', '--population', 'people.csv', '--out', 'review.html'];
    expect((await folder.run(args)).status).toBe(0);
    const page = folder.read('review.html');
    expect(page).toContain('<main class="zh" lang="zh-CN">');
    expect(page).toContain('threshold moved: monthlyIncome at most 2000 yuan');
    expect(page).toContain('收入较低 (lowIncome): 月均收入 2500 元 以下');
    expect(page).toContain('生活补助：金额随月均收入的变化');
    expect(page.match(/<path class="less" d="M[^"]+"/g)).not.toBeNull();
    expect(page).not.toMatch(/(src|href)="http/);
  });
});
