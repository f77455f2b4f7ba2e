import { spawn } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { commandNames } from '../../cli/commands/names.ts';
import { command, Folder } from './harness.ts';
import { allowance, parameters } from './policies.ts';

const folder = new Folder({ 'notice.policy': allowance, 'parameters.yaml': parameters });

describe('help', () => {
  test('in Chinese', async () => {
    const { status, stdout } = await folder.run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toMatchSnapshot();
  });

  test('in English, by option or by locale', async () => {
    const asked = await folder.run(['--help', '--lang', 'en']);
    const located = await folder.run(['--help'], { env: { LC_ALL: 'en_GB.UTF-8' } });
    expect(asked.stdout).toMatchSnapshot();
    expect(located.stdout).toBe(asked.stdout);
  });

  test('every command has its own', async () => {
    for (const name of commandNames) {
      const { status, stdout, stderr } = await folder.run([name, '--help']);
      expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
      expect(stdout).toContain(`bangfu ${name}`);
      expect(stdout).not.toMatch(/Options:|undefined/);
    }
  });

  test('without a command it goes to standard error', async () => {
    const { status, stdout, stderr } = await folder.run([]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('用法');
  });
});

describe('wrong usage is said in the language of the user and exits with 2', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['unknown command', ['chek']],
    ['unknown option', ['check', '--fromat', 'json']],
    ['missing argument', ['decide']],
    ['missing value', ['check', '--format']],
    ['missing option', ['build']],
    ['too many arguments', ['emit', 'ir', 'a', 'b']],
    ['not a choice', ['check', '--format', 'xml']],
    ['not a language', ['check', '--lang', 'fr']],
    ['no such file', ['check', 'nowhere.policy']],
    ['a folder without policies', ['check', 'empty']],
    ['not a date', ['decide', 'notice.policy', 'x.csv', '--as-of', '2025-02-30']],
    ['not a setting', ['decide', 'notice.policy', 'x.csv', '--set', 'monthlyRate']],
    ['unknown parameter', ['decide', 'notice.policy', 'x.csv', '--set', '月标凖=3']],
    ['a parameter that does not fit', ['decide', 'notice.policy', 'x.csv', '--set', '月标准=很多']],
    ['no data', ['decide', 'notice.policy']],
    ['no such data', ['decide', 'notice.policy', 'x.csv']],
    ['a format nobody can guess', ['decide', 'notice.policy', 'data.bin']],
    ['a workbook to the terminal', ['decide', 'notice.policy', 'one.json', '--format', 'xlsx']],
    ['no such target', ['emit', 'pdf', 'notice.policy']],
  ];
  folder.write('empty/readme.txt', '');
  folder.write('data.bin', 'x');
  folder.write('one.json', '{}');

  test.each(cases)('%s', async (_, args) => {
    const zh = await folder.run(args);
    const en = await folder.run(['--lang', 'en', ...args]);
    expect([zh.status, zh.stdout, en.status, en.stdout]).toEqual([2, '', 2, '']);
    expect(`${zh.stderr}\n${en.stderr}`).toMatchSnapshot();
  });
});

describe('a fault of ours', () => {
  const plant = `const print = JSON.stringify;
JSON.stringify = (...args) => { if (args.length === 3) throw new TypeError('planted'); return print(...args); };`;
  const planted = `data:text/javascript,${encodeURIComponent(plant)}`;

  test('exits with 3, says what to report and shows no stack', async () => {
    const run = await folder.run(['emit', 'ir', 'notice.policy'], {
      env: { NODE_OPTIONS: `--import=${planted}` },
    });
    expect([run.status, run.stdout]).toEqual([3, '']);
    expect(run.stderr).toContain('程序自身出错');
    expect(run.stderr).toContain('bangfu emit ir notice.policy');
    expect(run.stderr).toContain('TypeError: planted');
    expect(run.stderr.split('\n').length).toBeLessThan(8);
    expect(run.stderr).not.toMatch(/^\s+at /m);
  });
});

test('colour only on a terminal: none in a pipe', async () => {
  const { stdout, stderr } = await folder.run(['check', 'notice.policy']);
  expect(stdout + stderr).not.toContain('\u001B');
});

test('a reader that goes away ends the work quietly', async () => {
  const rows = Array.from({ length: 20_000 }, () => '1950-01-01,是,100');
  folder.write('many.csv', `出生日期,本县户籍,月均收入\n${rows.join('\n')}\n`);
  const child = spawn(
    process.execPath,
    [command, 'decide', 'notice.policy', 'many.csv', '--format', 'ndjson'],
    {
      cwd: folder.path,
    },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((done) => child.on('close', done));
  expect(status).toBe(0);
  expect(said).not.toMatch(/EPIPE|Error|错误/);
});
