import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bangfu, command, Folder } from '../harness.ts';
import { allowance, parameters } from '../policies.ts';
import { Comments } from './platform.ts';
import { policy, Repository } from './repository.ts';

const run = promisify(execFile);

/** Runs a step as a pipeline does, with the command of this checkout in place of the one on the registry. */
async function step(script: string, cwd: string, env: NodeJS.ProcessEnv) {
  const here = script.replaceAll(/npx --yes bangfu@\S+/g, `'${process.execPath}' '${command}'`);
  const clean = { PATH: process.env.PATH, HOME: cwd, ...env };
  return run('bash', ['-e', '-c', here], { cwd, env: clean }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({
      status: code as number,
      stdout: stdout as string,
      stderr: stderr as string,
    }),
  );
}

/** A change on a branch of its own that takes help from those above 1,500 yuan, and one on main that it knows nothing of. */
function branched(): Repository & { readonly base: string } {
  const repo = new Repository({ [policy]: allowance, '政策 夹/parameters.yaml': parameters });
  repo.git('switch', '--quiet', '--create', 'change');
  repo.change('2000 元 以下', '1500 元 以下');
  repo.commit('less');
  repo.git('switch', '--quiet', 'main');
  repo.write('other.txt', 'else');
  repo.commit('else');
  const base = repo.git('rev-parse', 'main').trim();
  repo.git('switch', '--quiet', 'change');
  return Object.assign(repo, { base });
}

describe('GitHub Actions', () => {
  const comments = new Comments();
  let api = '';
  beforeAll(async () => {
    api = await comments.listen();
  });

  interface GitHubWorkflow {
    readonly on: { readonly pull_request: { readonly paths: readonly string[] } };
    readonly permissions: { readonly [scope: string]: string };
    readonly jobs: {
      readonly review: {
        readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly if?: string }[];
      };
    };
  }

  test('the report is posted, renewed by a second run, and the check fails where somebody loses', async () => {
    const repo = branched();
    const written = await repo.run(['git', 'workflow', 'github']);
    expect(written.stdout).toContain('已写入 .github/workflows/bangfu.yml');
    const workflow: GitHubWorkflow = parse(repo.read('.github/workflows/bangfu.yml'));
    expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
    const { steps } = workflow.jobs.review;
    const [compare = '', comment = ''] = steps.flatMap((one) => one.run ?? []);
    const event = new Folder({ 'event.json': JSON.stringify({ pull_request: { number: 7 } }) });
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_EVENT_PATH: event.at('event.json'),
      GITHUB_STEP_SUMMARY: event.at('summary.md'),
      GITHUB_TOKEN: 'secret',
      BASE: repo.base,
    };
    const compared = await step(compare, repo.path, env);
    expect(compared.status).toBe(1);
    comments.stored.push(...Array.from({ length: 150 }, (_, i) => ({ id: i + 1, body: 'talk' })));
    expect((await step(comment, repo.path, env)).stdout).toContain('报告已发到');
    expect(comments.stored).toHaveLength(151);
    expect(comments.stored.at(-1)?.body).toMatch(/收入较低：界限移动.*变为不符合/s);
    expect(event.read('summary.md')).toContain('收入较低');
    expect((await step(comment, repo.path, env)).stdout).toContain('已更新');
    expect(comments.stored).toHaveLength(151);
    expect(comments.asked.at(-1)).toBe('PATCH /repos/a/b/issues/comments/151');
    expect([...comments.tokens]).toEqual(['Bearer secret']);
  });

  test('a fork whose token only reads gets the report in the log; other refusals fail', async () => {
    const folder = new Folder({
      'event.json': '{"pull_request":{"number":7}}',
      'report.md': '## 报告',
    });
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_EVENT_PATH: folder.at('event.json'),
      GITHUB_TOKEN: 'reads',
    };
    comments.refuse = 403;
    const fork = await folder.run(['git', 'comment', 'report.md'], { env });
    expect(fork).toMatchObject({ status: 0, stdout: '## 报告\n' });
    expect(fork.stderr).toContain('403');
    comments.refuse = 500;
    const broken = await folder.run(['git', 'comment', 'report.md'], { env });
    expect(broken).toMatchObject({ status: 2, stdout: '' });
    expect(broken.stderr).toContain('报告没有发出：500');
    comments.refuse = null;
    const { GITHUB_TOKEN: _, ...without } = env;
    expect((await folder.run(['git', 'comment', 'report.md'], { env: without })).stderr).toContain(
      'GITHUB_TOKEN',
    );
    const gone = await folder.run(['git', 'comment', 'report.md'], {
      env: { ...env, GITHUB_API_URL: 'http://127.0.0.1:9' },
    });
    expect(gone.status).toBe(2);
    expect(gone.stderr).toContain('报告没有发出');
  });

  test('a report longer than a comment may be is cut at a line, and says so', async () => {
    const folder = new Folder({
      'event.json': '{"pull_request":{"number":7}}',
      'report.md': `${'一行报告\n'.repeat(20_000)}`,
    });
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: 'a/b',
      GITHUB_EVENT_PATH: folder.at('event.json'),
      GITHUB_TOKEN: 'secret',
    };
    await folder.run(['git', 'comment', 'report.md'], { env });
    const { body = '' } = comments.stored.find((one) => one.body.startsWith('<!-- bangfu diff -->')) ?? {};
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/一行报告\n\n_报告太长/);
  });
});

test('GitLab: script, comment and token of the project', async () => {
  const comments = new Comments();
  const repo = branched();
  await repo.run(['git', 'workflow', 'gitlab']);
  const { bangfu }: { bangfu: { script: string[]; after_script: string[]; variables: object } } = parse(
    repo.read('.gitlab/bangfu.yml'),
  );
  expect(bangfu.variables).toEqual({ GIT_DEPTH: '0' });
  const env = {
    GITLAB_CI: 'true',
    CI_API_V4_URL: await comments.listen(),
    CI_PROJECT_ID: '42',
    CI_MERGE_REQUEST_IID: '3',
    CI_MERGE_REQUEST_DIFF_BASE_SHA: repo.base,
    BANGFU_TOKEN: 'token',
  };
  expect((await step(bangfu.script.join('\n'), repo.path, env)).status).toBe(1);
  await step(bangfu.after_script.join('\n'), repo.path, env);
  await step(bangfu.after_script.join('\n'), repo.path, env);
  expect(comments.stored).toHaveLength(1);
  expect(comments.asked).toContain('PUT /projects/42/merge_requests/3/notes/1');
  expect([...comments.tokens]).toEqual(['token']);
});

test('Gitee Go: the commands in one shell, the status of the comparison last', async () => {
  const comments = new Comments();
  const repo = branched();
  repo.git('remote', 'add', 'origin', 'https://gitee.com/county/policies.git');
  await repo.run(['git', 'workflow', 'gitee']);
  const workflow: { stages: { steps: { commands: string[] }[] }[] } = parse(
    repo.read('.workflow/bangfu.yml'),
  );
  const commands = workflow.stages[0]?.steps[0]?.commands ?? [];
  // The remote is not to be reached from here; the repository is whole already.
  const offline = commands.filter((one) => !one.startsWith('git fetch'));
  expect(offline).toHaveLength(commands.length - 1);
  const env = {
    GITEE_PULL_ID: '5',
    GITEE_COMMIT: repo.base,
    BANGFU_API_URL: await comments.listen(),
    BANGFU_TOKEN: 'token',
  };
  const { status, stderr } = await step(offline.join('\n'), repo.path, env);
  expect({ status, posted: comments.stored.length }, stderr).toEqual({ status: 1, posted: 1 });
  expect(comments.asked[0]).toBe('GET /repos/county/policies/pulls/5/comments?per_page=100&page=1');
});

test('in a shallow clone the way on is said', async () => {
  const repo = branched();
  const clone = new Folder();
  await step(`git clone --quiet --depth 1 --branch change 'file://${repo.path}' here`, clone.path, {});
  const { status, stderr } = await bangfu(['diff', `${repo.base}...HEAD`], { cwd: clone.at('here') });
  expect(status).toBe(2);
  expect(stderr).toContain('fetch-depth: 0');
});

test('a file that is there is left; outside of a pipeline nothing is posted; platforms are named', async () => {
  const repo = new Repository({ [policy]: allowance, '.github/workflows/bangfu.yml': 'mine\n', 'a.md': '' });
  const left = await repo.run(['git', 'workflow', 'github']);
  expect(left.status).toBe(1);
  expect(repo.read('.github/workflows/bangfu.yml')).toBe('mine\n');
  const outside = await repo.run(['git', 'comment', 'a.md']);
  expect(outside.status).toBe(2);
  expect(outside.stderr).toContain('不是合并请求的流水线');
  const unknown = await repo.run(['git', 'workflow', 'gitea']);
  expect(unknown.stderr).toContain('gitee');
});
