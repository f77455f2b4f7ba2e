import { describe, expect, it } from 'vitest';
import { Folder } from './harness.ts';

const library = `共用 类别 (categories)

枚举 供养方式 (support): 分散 (dispersed) | 集中 (institutional)

主体 人 (person)
  本地户籍 (localHukou): 是否
`;
const notice = `方案 例 (example)
  引用 "../shared/categories.policy"

主体 申请人 (person)
  方式 (kind): 同 供养方式

项目 补贴 (allowance)
  资格 同时满足
    户籍 (hukou): 本地户籍                                           依据 一
    分散的 (scattered): 方式 为 分散                                 依据 二
`;
const folder = new Folder({
  'package.json': '{}',
  'policies/01/notice.policy': notice,
  'policies/01/cases.yaml':
    'asOf: 2024-01-01\nbase:\n  person: { localHukou: true, kind: dispersed }\ncases:\n  - name: 都够\n    expect: { allowance: { outcome: eligible } }\n',
  'policies/01/clauses.yaml': 'clauses:\n  一: { encoded: true }\n  二: { encoded: true }\n',
  'policies/shared/categories.policy': library,
  'inner/package.json': '{}',
  'inner/policies/01/notice.policy': notice.replace('../shared', '../../..'),
  'categories.policy': library,
  'one.json': '{ "本地户籍": true, "方式": "集中" }',
});
folder.write('wrong/shared/categories.policy', library.replace('是否', '是非'));
folder.write('wrong/01/notice.policy', notice);

const run = (...args: string[]) => folder.run([...args, '--lang', 'en']);

describe('commands on a policy that uses a library', () => {
  it('check, test, trace and build take both', async () => {
    const checked = await run('check', 'policies/01', 'policies/shared');
    expect(checked).toMatchObject({ status: 0, stdout: 'Checked 2 policies: 0 errors, 0 warnings\n' });
    expect((await run('test', 'policies/01', 'policies/shared')).status).toBe(0);
    expect((await run('trace', 'policies/01', 'policies/shared')).status).toBe(0);
    expect((await run('build', 'policies/01', 'policies/shared', '--out', 'made')).status).toBe(0);
    const made = folder.read('made/example.ts');
    expect(made).toContain("type Support = 'dispersed' | 'institutional'");
  });

  it('decide and explain read the facts of both', async () => {
    const { status, stdout } = await run('explain', 'policies/01', 'one.json', '--as-of', '2024-06-01');
    expect(status).toBe(0);
    expect(stdout).toContain('not eligible');
  });

  it('format leaves a canonical file alone and translates names of the library', async () => {
    expect((await folder.run(['format', '--check', 'policies/01', 'policies/shared'])).status).toBe(0);
    const { stdout } = await folder.run(['format', '--stdout', '--lang', 'en', 'policies/01']);
    expect(stdout).toContain('hukou (户籍): localHukou');
    expect(stdout).toContain('kind is dispersed');
  });

  it('a mistake in the library is told once, with its place', async () => {
    const { status, stdout } = await run('check', 'wrong');
    expect(status).toBe(1);
    expect(stdout.match(/BF2002/g)).toHaveLength(1);
    expect(stdout).toContain('wrong/shared/categories.policy:6:');
    expect(stdout).toContain('本地户籍 (localHukou): 是非');
  });

  it('a library decides nothing', async () => {
    const { status, stderr } = await run('explain', 'policies/shared', 'one.json');
    expect(status).toBe(2);
    expect(stderr).toContain('is a library');
  });

  it('reads nothing outside the project', async () => {
    const { status, stdout } = await run('check', 'inner');
    expect(status).toBe(1);
    expect(stdout).toContain('outside the folder of the project');
    expect(stdout.match(/error BF/g)).toHaveLength(1);
  });
});
