import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { Folder } from './harness.ts';

const policy = `方案 例 (example)

主体 人 (person)
  年限 (years): 年 从 0 至 40

项目 补助 (aid)
  资格 同时满足
    年限 20 年 以上
    年限 10 年 以上   容许 "原文重复"
    年限 低于 50 年                                                  依据 一.3
`;

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Rule[] } };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly Result[];
  }[];
}

interface Rule {
  readonly id: string;
  readonly help: { readonly markdown: string };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
}

it('SARIF: rules, places, what is kept', async () => {
  const folder = new Folder({ '甲 一/notice.policy': policy });
  const { status, stdout } = await folder.run(['check', '--format', 'sarif']);
  const log = JSON.parse(stdout) as Log;
  const [run] = log.runs;
  expect([status, log.version, log.runs.length]).toEqual([0, '2.1.0', 1]);
  const uri = `${encodeURI('甲 一')}/notice.policy`;
  expect(run?.artifacts.map(({ location }) => location.uri)).toEqual([uri]);
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['BF4002', 'BF4004']);
  // The page of the code comes along: what is found, what is said, the lines as they should be.
  expect(run?.tool.driver.rules[0]?.help.markdown).toMatch(
    /^```[\s\S]*资格 负债 0 元 以上[\s\S]*```[\s\S]*```[\s\S]*1 元 以上/,
  );
  const shown = run?.results.map(({ ruleId, ruleIndex, level, locations: [at], suppressions }) => [
    run.tool.driver.rules[ruleIndex]?.id === ruleId,
    level,
    at?.physicalLocation.artifactLocation.uri,
    at?.physicalLocation.region.startLine,
    at?.physicalLocation.region.startColumn,
    suppressions?.map(({ kind, justification }) => `${kind} ${justification}`),
  ]);
  expect(shown).toEqual([
    [true, 'warning', uri, 9, 5, ['inSource 原文重复']],
    [true, 'warning', uri, 10, 5, undefined],
  ]);
});

/** The schema of OASIS, as the package of its authors carries it; written in draft 4, read as what draft 7 makes of it. */
function sarifSchema(): object {
  const path = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(path, 'utf8')) as { [key: string]: unknown };
  return schema;
}

/** The formats that the schema names. */
const formats = {
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
};

it('SARIF: keeps to the schema', async () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, formats });
  const valid = ajv.compile(sarifSchema());
  const folder = new Folder({ 'notice.policy': policy, 'b/wrong.policy': policy.replace('至 40', '至 甲') });
  const { stdout } = await folder.run(['check', '--format', 'sarif']);
  const log = JSON.parse(stdout) as { runs: { results: { level: string }[] }[] };
  expect([valid(log), valid.errors]).toEqual([true, null]);
  for (const result of log.runs.flatMap(({ results }) => results)) result.level = 'fatal';
  expect(valid(log)).toBe(false);
});

it('GitHub: one workflow command a finding, what is kept as a notice on request', async () => {
  const folder = new Folder({ 'a/notice.policy': policy });
  const short = await folder.run(['check', '--format', 'github']);
  const all = await folder.run(['check', '--format', 'github', '--all']);
  const heads = (text: string): readonly (string | undefined)[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => /^(::.*?)::/.exec(line)?.[1]);
  const last = '::warning file=a/notice.policy,line=10,endLine=10,col=5,endColumn=15,title=BF4002';
  expect(heads(short.stdout)).toEqual([last]);
  expect(heads(all.stdout)).toEqual([
    '::notice file=a/notice.policy,line=9,endLine=9,col=5,endColumn=27,title=BF4004',
    last,
  ]);
  expect(short.stdout).toContain('%0Abangfu explain BF4002');
});

it('text: what is kept is counted, and listed with its reason on request', async () => {
  const folder = new Folder({ 'notice.policy': policy });
  const short = await folder.run(['check']);
  const all = await folder.run(['check', '--all']);
  expect(short.stdout).not.toContain('BF4004');
  expect(short.stdout).toContain('原文自身的问题 1 处，已写明原因（--all 列出）');
  expect(all.stdout).toContain('BF4004 · 原文如此 notice.policy:9:5');
  expect(all.stdout).toContain('原因：原文重复');
});

it('a reason for nothing is taken out by its fix', async () => {
  const idle = policy.replace('年限 10 年 以上', '有病').replace('40\n', '40\n  有病 (ill): 是否\n');
  const folder = new Folder({ 'notice.policy': idle });
  const { stdout } = await folder.run(['check', '--format', 'json']);
  const { findings } = JSON.parse(stdout) as {
    findings: { code: string; fix?: { span: { start: number; end: number }; text: string }[] }[];
  };
  const [edit] = findings.find(({ code }) => code === 'BF4091')?.fix ?? [];
  const mended = edit ? idle.slice(0, edit.span.start) + edit.text + idle.slice(edit.span.end) : '';
  expect(mended).toBe(idle.replace('   容许 "原文重复"', ''));
});

it('a parameter that parameters.yaml leaves out', async () => {
  const open = policy
    .replace(
      '方案 例 (example)',
      '方案 例 (example)\n  参数 界线 (limit): 年\n  参数 上限 (cap): 年 由 县 确定',
    )
    .replace('低于 50 年', '低于 界线 + 上限');
  const folder = new Folder({
    'a/notice.policy': open,
    'a/parameters.yaml': 'parameters: {}\n',
    'b/notice.policy': open,
  });
  const { stdout } = await folder.run(['check', '--format', 'json']);
  const { findings } = JSON.parse(stdout) as {
    findings: { code: string; path: string; from: { line: number } }[];
  };
  const unbound = findings.filter(({ code }) => code === 'BF4061');
  expect(unbound.map(({ path, from }) => `${path}:${from.line}`)).toEqual(['a/notice.policy:2']);
});

it('a new policy has nothing to find', async () => {
  const folder = new Folder({});
  await folder.run(['new', 'mine']);
  expect((await folder.run(['check', 'mine'])).stdout).toBe('检查了 1 个政策文件：0 个错误，0 个警告\n');
});
