import exceljs from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Folder } from './harness.ts';
import { allowance, parameters, quota } from './policies.ts';

const register = [
  '编号,姓名,出生日期,本县户籍,月均收入,历年考核.2024',
  'A1,欧阳修,1950/1/5,是,"1,200.50",合格',
  'A2,李四,1970-01-05,是,100,',
  'A3,王五,1950年1月5日,,100元,',
  'A4,赵六,1950-02-30,也许,100.001,优',
  'A5,Li,1950-02-03,是,3万元,合格',
  '',
].join('\n');

const folder = new Folder({
  'notice.policy': allowance,
  'parameters.yaml': parameters,
  'people.csv': register,
  'quota/notice.policy': quota,
});

const decide = (...args: string[]) => folder.run(['decide', 'notice.policy', ...args]);

describe('what is printed', () => {
  test('a table, the bad row, and the summary, in both languages', async () => {
    const zh = await decide('people.csv');
    const en = await decide('people.csv', '--lang', 'en');
    expect([zh.status, en.status]).toEqual([1, 1]);
    expect([zh.stdout, zh.stderr, en.stdout, en.stderr].join('\n')).toMatchSnapshot();
  });

  test('CSV', async () => {
    const { stdout } = await decide('people.csv', '--format', 'csv');
    expect(stdout).toMatchSnapshot();
    expect(stdout.startsWith('\uFEFF')).toBe(false);
  });

  test('JSON: one document; NDJSON: the same entries, one a line', async () => {
    const json = JSON.parse((await decide('people.csv', '--format', 'json')).stdout) as {
      schema: string;
      entries: {
        row: number;
        id: string;
        decision?: { programmes: object };
        problems?: { path: string }[];
      }[];
      summary: object;
    };
    const lines = (await decide('people.csv', '--format', 'ndjson')).stdout.trim().split('\n');
    expect(json.schema).toBe('bangfu.decisions/1');
    const read = lines.map((line) => JSON.parse(line) as object);
    expect(read.slice(0, -1)).toEqual(json.entries);
    expect(read.at(-1)).toEqual({ schema: 'bangfu.decisions/1', summary: json.summary });
    expect(json.entries.map(({ row, id }) => [row, id])).toEqual([
      [2, 'A1'],
      [3, 'A2'],
      [4, 'A3'],
      [5, 'A4'],
      [6, 'A5'],
    ]);
    expect(json.entries[3]?.problems?.map(({ path }) => path)).toEqual([
      '出生日期',
      '本县户籍',
      '月均收入',
      '历年考核.2024',
    ]);
    expect(json.entries[0]?.decision).toMatchObject({
      schema: 'bangfu.decision/1',
      asOf: '2025-06-30',
      parameters: { monthlyRate: 300 },
      programmes: { allowance: { outcome: 'eligible', amounts: [{ amount: { min: 30000, max: 30000 } }] } },
    });
    expect(json.summary).toMatchObject({
      rows: 4,
      unreadable: 1,
      programmes: { allowance: { eligible: 1, ineligible: 2, undetermined: 1 } },
    });
  });

  test('an empty array of applicants is still a document', async () => {
    const { status, stdout } = await folder.run(['decide', 'notice.policy', '-', '--format', 'json'], {
      input: '[]',
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ entries: [], summary: { rows: 0 } });
  });

  test('a workbook, with amounts as numbers', async () => {
    expect((await decide('people.csv', '--out', 'out.xlsx')).status).toBe(1);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(folder.at('out.xlsx'));
    const sheet = book.getWorksheet(1);
    const values = (row: number) => ((sheet?.getRow(row).values ?? []) as unknown[]).slice(1);
    expect(values(1)).toEqual([
      '行',
      '编号',
      '项目',
      '结果',
      '入选',
      '环节',
      '最好名次',
      '最差名次',
      '名额',
      '入选末位',
      '档次',
      '金额下限（元）',
      '金额上限（元）',
      '发放单位',
      '起',
      '止',
      '理由',
    ]);
    const nothing: undefined[] = new Array(7).fill(undefined);
    expect(values(2)).toEqual([2, 'A1', '生活补助', '符合', ...nothing, 300, 300, '每人每月']);
    expect(sheet?.rowCount).toBe(5);
  });
});

describe('what is read', () => {
  const expected = async () => (await decide('people.csv', '--format', 'csv')).stdout;
  const same = async (name: string, ...args: string[]) => {
    expect((await decide(name, '--format', 'csv', ...args)).stdout).toBe(await expected());
  };

  test('GB18030', async () => {
    folder.write('gb.csv', iconv.encode(register, 'gb18030'));
    await same('gb.csv');
  });

  test('UTF-8 with its mark, and CRLF', async () => {
    folder.write('bom.csv', `\uFEFF${register.replaceAll('\n', '\r\n')}`);
    await same('bom.csv');
  });

  test('semicolons, tabs, English names', async () => {
    const cells = register.replace('"1,200.50"', '1200.50');
    folder.write('semicolon.csv', cells.replaceAll(',', ';'));
    folder.write('tab.tsv', cells.replaceAll(',', '\t'));
    folder.write(
      'english.csv',
      register.replace('出生日期', 'birthDate').replace('历年考核.2024', 'grades.2024'),
    );
    await same('semicolon.csv');
    await same('tab.tsv');
    await same('english.csv');
  });

  test('standard input', async () => {
    const { stdout } = await folder.run(['decide', 'notice.policy', '-', '--format', 'csv'], {
      input: register,
    });
    expect(stdout).toBe(await expected());
  });

  test('XLSX with real dates', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('名册');
    const [header = '', ...rows] = register.trim().replace('"1,200.50"', '1200.5').split('\n');
    sheet.addRow(header.split(','));
    for (const row of rows) sheet.addRow(row.split(',').map((cell) => cell || null));
    sheet.getCell('C2').value = new Date('1950-01-05');
    sheet.getCell('E2').value = 1200.5;
    sheet.getCell('D2').value = true;
    await book.xlsx.writeFile(folder.at('people.xlsx'));
    await same('people.xlsx');
  });

  const person = { 出生日期: '1950-01-05', localHukou: true, monthlyIncome: 1200.5 };

  test.each([
    ['one.json', JSON.stringify(person)],
    ['many.json', JSON.stringify([person])],
    ['lines.ndjson', `${JSON.stringify(person)}\n`],
    ['one.yaml', '出生日期: 1950-01-05\nlocalHukou: true\nmonthlyIncome: 1200.5\n'],
    ['many.yaml', '- { 出生日期: 1950-01-05, localHukou: true, monthlyIncome: "1200.50" }\n'],
  ])('%s', async (name, text) => {
    folder.write(name, text);
    const { status, stdout } = await decide(name, '--format', 'csv');
    expect([status, stdout.split('\r\n')[1]]).toEqual([0, '1,,生活补助,符合,,,,,,,,300,300,每人每月,,,']);
  });

  test('objects: unknown names and wrong values are the row’s own problem', async () => {
    const rows = [{ ...person, 出身日期: '1950-01-05' }, { ...person, localHukou: 'ja' }, 7, person];
    folder.write('bad.json', `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);
    const { status, stdout, stderr } = await decide('bad.json', '--format', 'csv');
    expect([status, stdout.trim().split('\r\n').length]).toEqual([1, 2]);
    expect(stderr).toMatchSnapshot();
  });
});

describe('columns', () => {
  const withHeader = (header: string) => {
    folder.write('columns.csv', `${header}\n1950-01-05,是,100,x\n`);
    return decide('columns.csv', '--format', 'csv');
  };

  test('one that resembles a fact that is not there stops the run', async () => {
    const { status, stdout, stderr } = await withHeader('出身日期,本县户籍,月均收入,备注');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('“columns.csv”的“出身日期”列不是这个政策的事实，是不是“出生日期”？');
  });

  test('--ignore leaves it unread', async () => {
    folder.write('columns.csv', '出身日期,本县户籍,月均收入\nx,是,100\n');
    const { status, stdout } = await decide('columns.csv', '--ignore', '出身日期', '--format', 'csv');
    expect(status).toBe(0);
    expect(stdout).toContain('缺 出生日期');
  });

  test('the same fact twice stops the run', async () => {
    const { status, stderr } = await withHeader('出生日期,本县户籍,月均收入,birthDate');
    expect(status).toBe(2);
    expect(stderr).toContain('都是“birthDate”');
  });

  test('no fact at all stops the run', async () => {
    const { status, stderr } = await withHeader('a,b,c,d');
    expect(status).toBe(2);
    expect(stderr).toContain('没有一列是这个政策的事实');
  });

  test('another one is named and left unread; --id makes it the identification', async () => {
    expect((await withHeader('出生日期,本县户籍,月均收入,备注')).stderr).toContain('没有读：备注');
    const { stdout, stderr } = await decide('columns.csv', '--format', 'csv', '--id', '备注');
    expect(stderr).not.toContain('没有读');
    expect(stdout).toContain('\n2,x,生活补助,符合');
  });
});

describe('binding', () => {
  const one = { input: '{"birthDate": "1950-01-05", "localHukou": true, "monthlyIncome": 1}' };
  const amountWith = async (...args: string[]) => {
    const { stdout } = await folder.run(['decide', 'notice.policy', '-', '--format', 'csv', ...args], one);
    const [header = [], row = []] = stdout.split('\r\n').map((line) => line.split(','));
    return row[header.indexOf('金额下限（元）')];
  };

  test('parameters.yaml beside the policy, another file, a setting', async () => {
    folder.write('other.yaml', 'asOf: 2025-06-30\nparameters: { 月标准: 450.5 }\n');
    expect(await amountWith()).toBe('300');
    expect(await amountWith('--parameters', 'other.yaml')).toBe('450.50');
    expect(await amountWith('--set', '月标准=5百元'.replace('5百', '500'))).toBe('500');
    expect(await amountWith('--parameters', 'other.yaml', '--set', 'monthlyRate=1')).toBe('1');
  });

  test('the decision date', async () => {
    const outcomeAt = async (date: string) => {
      const { stdout } = await folder.run(
        ['decide', 'notice.policy', '-', '--format', 'csv', '--as-of', date],
        one,
      );
      return stdout.split('\r\n')[1]?.split(',')[3];
    };
    expect([await outcomeAt('2010-01-04'), await outcomeAt('2010-01-05')]).toEqual(['不符合', '符合']);
  });

  test('without any date it is today, and that is said', async () => {
    const { stderr } = await folder.run(['decide', 'quota/notice.policy', '-'], { input: '[]' });
    expect(stderr).toMatch(/判定日没有给出，按今天 \d{4}-\d{2}-\d{2}/);
  });

  test('a misspelt section of parameters.yaml has its place', async () => {
    folder.write('slip.yaml', 'asOf: 2025-06-30\nparameter:\n  monthlyRate: 1\n');
    const { status, stderr } = await decide('people.csv', '--parameters', 'slip.yaml');
    expect([status, stderr]).toEqual([
      2,
      'bangfu: slip.yaml:2:1 没有“parameter”这一项。可用：asOf、parameters、circumstances。\n',
    ]);
  });
});

describe('places for few', () => {
  const rows = '编号,医疗费用,在岗\n甲,3000,是\n乙,x,是\n丙,9000,是\n丁,1000,是\n戊,8000,否\n己,3000,是\n';
  const selected = (stdout: string) =>
    Object.fromEntries(
      stdout
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => [line.split(',')[1], line.split(',')[4]]),
    );

  test('the register is ranked as a whole, whatever its order and wherever it comes from', async () => {
    const expected = { 甲: '入选', 丙: '入选', 丁: '未入选', 戊: '未入选', 己: '入选' };
    folder.write('quota/r.csv', rows);
    const [header = '', ...lines] = rows.trim().split('\n');
    folder.write('quota/reversed.csv', [header, ...lines.reverse()].join('\n'));
    const run = (data: string, input?: string) =>
      folder.run(
        ['decide', 'quota', data, '--as-of', '2025-01-01', '--format', 'csv'],
        input === undefined ? {} : { input },
      );
    expect(selected((await run('quota/r.csv')).stdout)).toEqual(expected);
    expect(selected((await run('quota/reversed.csv')).stdout)).toEqual(expected);
    const piped = await run('-', rows);
    expect(selected(piped.stdout)).toEqual(expected);
    expect(piped.stderr).toMatchInlineSnapshot(`
      "标准输入 第 3 行 医疗费用：应为金额（元），如 30000 或 "30000.50"，实为 "x"
      审核 5 条，另有 1 行读不了
      救助：符合 4，不符合 1，待定 0
        入选：3；未入选：2；入选待定：0
        名额：共 2 个，已用 3，空余 0；待定 0，未入围 1
        应发合计 12,000 元（一次性）
      "
    `);
  });
});
