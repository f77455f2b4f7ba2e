import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { command, Folder } from './harness.ts';
import { allowance, quota } from './policies.ts';

const outputs = [
  'sampleAllowance.applicant.schema.json',
  'sampleAllowance.circumstances.schema.json',
  'sampleAllowance.columns.d.ts',
  'sampleAllowance.columns.js',
  'sampleAllowance.direct.d.ts',
  'sampleAllowance.direct.js',
  'sampleAllowance.explain.d.ts',
  'sampleAllowance.explain.js',
  'sampleAllowance.parameters.schema.json',
  'sampleAllowance.ts',
];

test('a module and the schemas of its inputs', async () => {
  const folder = new Folder({ 'notice.policy': allowance });
  const { status, stdout, stderr } = await folder.run(['build', 'notice.policy', '--out', 'made']);
  expect([status, stderr]).toEqual([0, '已生成 1 个政策到 made\n']);
  expect(stdout.trim().split('\n').sort()).toEqual(outputs.map((name) => `made/${name}`));
  expect(folder.list('made')).toEqual(outputs);
  expect(folder.read('made/sampleAllowance.ts')).toContain("from 'bangfu/runtime'");
  expect(JSON.parse(folder.read('made/sampleAllowance.applicant.schema.json'))).toMatchObject({
    properties: { birthDate: { format: 'date' } },
  });
});

test('standalone output runs by itself and decides like the command', async () => {
  const folder = new Folder({
    'notice.policy': allowance,
    'one.json': '{"birthDate": "1950-01-05", "localHukou": true, "monthlyIncome": 1}',
  });
  expect((await folder.run(['build', '.', '--out', 'made', '--standalone'])).status).toBe(0);
  const module = ts.transpileModule(folder.read('made/sampleAllowance.ts'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  folder.write('made/sampleAllowance.mjs', module.outputText);
  const made = (await import(pathToFileURL(folder.at('made/sampleAllowance.mjs')).href)) as Record<
    string,
    unknown
  >;
  const policy = Object.values(made).find(isEvaluator);
  const bound = policy?.bind({ asOf: '2025-06-30', parameters: { monthlyRate: 300 } });
  const own = bound?.decide(JSON.parse(folder.read('one.json')) as object);
  const args = [
    'explain',
    '.',
    'one.json',
    '--format',
    'json',
    '--as-of',
    '2025-06-30',
    '--set',
    'monthlyRate=300',
  ];
  const { decision } = JSON.parse((await folder.run(args)).stdout) as { decision: object };
  expect(JSON.parse(JSON.stringify(own))).toEqual(decision);
});

interface Deciding {
  bind(binding: object): { decide(facts: object): object };
}

const isEvaluator = (value: unknown): value is Deciding =>
  typeof value === 'object' && value !== null && 'bind' in value && 'meta' in value;

test('a policy with errors builds nothing of its own; the others are built', async () => {
  const folder = new Folder({
    'a/bad.policy': allowance.replace('2000 元', '2000 天'),
    'b/good.policy': quota,
  });
  const { status, stderr } = await folder.run(['build', '--out', 'made']);
  expect(status).toBe(1);
  expect(stderr).toContain('a/bad.policy:15:');
  expect(folder.list('made').filter((name) => name.endsWith('.ts'))).toEqual([
    'quotaSample.columns.d.ts',
    'quotaSample.direct.d.ts',
    'quotaSample.explain.d.ts',
    'quotaSample.ts',
  ]);
});

test('two policies of one name are refused before anything is written', async () => {
  const folder = new Folder({ 'a.policy': quota, 'b.policy': quota });
  const { status, stderr } = await folder.run(['build', '--out', 'made']);
  expect([status, stderr]).toEqual([
    2,
    'bangfu: “a.policy”和“b.policy”都会生成 quotaSample.ts，请分到不同的文件夹。\n',
  ]);
  expect(folder.list()).toEqual(['a.policy', 'b.policy']);
});

/** Builds, makes the change once the build waits, and ends it when a later build has written it. */
async function rebuilt(
  folder: Folder,
  policy: string,
  change: () => void,
  isWritten: () => boolean,
): Promise<void> {
  const child = spawn(process.execPath, [command, 'build', policy, '--out', 'made', '--watch'], {
    cwd: folder.path,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  let wake: () => void = () => undefined;
  const ended = new Promise((done) => child.on('close', done)).finally(() => wake());
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    wake();
  });
  const waits = async (times: number): Promise<void> => {
    while (child.exitCode === null && said.split('Ctrl-C').length <= times)
      await new Promise<void>((heard) => (wake = heard));
  };
  await waits(1);
  change();
  // A build may have begun when half of the change was on the disk: the next one has all of it.
  for (let times = 2; times === 2 || (child.exitCode === null && !isWritten()); times++) await waits(times);
  child.kill('SIGINT');
  expect([await ended, said]).toEqual([130, said]);
  expect(isWritten()).toBe(true);
}

const patient = { timeout: 300_000 };

test('--watch builds again after a change', patient, async () => {
  const folder = new Folder({ 'notice.policy': quota });
  await rebuilt(
    folder,
    '.',
    () => folder.write('notice.policy', quota.replace('4000 元', '5000 元')),
    () => folder.read('made/quotaSample.ts').includes('500000'),
  );
});

test('--watch builds again after a change of a file that is used', patient, async () => {
  const library = '共用 标准 (standards)\n\n定义 月标准 (monthly) = 4321 元\n';
  const folder = new Folder({
    'package.json': '{}',
    'one/notice.policy':
      '方案 例 (example)\n  引用 "../shared/standards.policy"\n主体 人 (person)\n  本地 (local): 是否\n' +
      '项目 补贴 (allowance)\n  资格 本地\n  金额 每人每月 月标准\n',
    'shared/standards.policy': library,
  });
  await rebuilt(
    folder,
    'one/notice.policy',
    () => folder.write('shared/standards.policy', library.replace('4321', '9876')),
    () => folder.read('made/example.ts').includes('987600'),
  );
});

test('emit: schemas, the intermediate form as JSON and as text, into a file', async () => {
  const folder = new Folder({ 'notice.policy': allowance });
  const emit = async (...args: string[]) => (await folder.run(['emit', ...args])).stdout;
  expect(JSON.parse(await emit('json-schema', 'notice.policy'))).toMatchObject({
    subjects: { applicant: { properties: { birthDate: { format: 'date' } } } },
  });
  expect(JSON.parse(await emit('ir', '.'))).toMatchObject({ id: 'sampleAllowance' });
  expect(await emit('ir', '.', '--format', 'text')).toContain('sampleAllowance');
  expect(await emit('ir', '.', '--out', 'ir.json')).toBe('');
  expect(JSON.parse(folder.read('ir.json'))).toMatchObject({ id: 'sampleAllowance' });
});

test.each(['zh', 'en'])(
  'new (%s): what it makes checks, is in canonical form, tests and traces cleanly',
  async (language) => {
    const folder = new Folder();
    const run = (...args: string[]) => folder.run([...args, '--lang', language]);
    expect((await run('new', 'town/allowance')).status).toBe(0);
    expect(folder.list('town/allowance')).toEqual([
      'cases.yaml',
      'clauses.yaml',
      'notice.policy',
      'parameters.yaml',
    ]);
    for (const name of ['check', 'test', 'trace'])
      expect([name, (await run(name)).status]).toEqual([name, 0]);
    const { status, stderr } = await folder.run(['format', '--check']);
    expect({ status, stderr }).toMatchObject({ status: 0 });
  },
);

test('new never overwrites', async () => {
  const folder = new Folder({ 'full/notice.policy': 'mine', file: 'mine' });
  for (const name of ['full', 'file']) {
    expect(await folder.run(['new', name])).toMatchObject({
      status: 2,
      stderr: `bangfu: “${name}”已存在，不覆盖。请换一个文件夹。\n`,
    });
  }
  expect([folder.read('full/notice.policy'), folder.read('file')]).toEqual(['mine', 'mine']);
});
