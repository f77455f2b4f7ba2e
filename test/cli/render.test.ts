import { expect, test } from 'vitest';
import { PolicyNames } from '../../cli/policy/names.ts';
import { rangeText, yuanText } from '../../cli/render/amounts.ts';
import { dueDatesCalendar } from '../../cli/render/calendar.ts';
import { stepDues } from '../../cli/render/due-dates.ts';
import { percentText } from '../../cli/render/shares.ts';
import { TablePrinter, tableText } from '../../cli/render/table.ts';
import { textsIn } from '../../cli/texts/texts.ts';
import type { StepState } from '../../runtime/decision.ts';

test('Chinese columns line up: a Chinese character takes two cells', async () => {
  const columns = [{ title: '姓名' }, { title: 'id' }, { title: '金额', align: 'right' as const }];
  const rows = [
    ['欧阳修', 'a1', '800'],
    ['Li', 'b22', '1,200.50'],
  ];
  expect(`\n${await tableText(columns, rows)}`).toBe(`
姓名    id       金额
──────  ───  ────────
欧阳修  a1        800
Li      b22  1,200.50
`);
});

test('a table holds no more rows than its widths are taken from', async () => {
  const printed: string[] = [];
  const printer = new TablePrinter(
    [{ title: 'a' }, { title: 'b' }],
    async (text) => void printed.push(text),
    2,
  );
  await printer.row(['1', 'x']);
  expect(printed).toEqual([]);
  await printer.row(['22', 'y']);
  await printer.row(['333', 'z']);
  await printer.end();
  expect(printed).toEqual(['a   b\n──  ─\n1   x\n22  y\n', '333  z\n']);
});

test('a table without rows prints nothing', async () => {
  expect(await tableText([{ title: 'a' }], [])).toBe('');
});

test.each([
  [80_000, '800'],
  [80_050, '800.50'],
  [5, '0.05'],
  [-12_345, '-123.45'],
  ['123456789012345678901', '1234567890123456789.01'],
])('%s fen are %s yuan', (fen, yuan) => {
  expect(yuanText(fen)).toBe(yuan);
});

test.each([
  [{ min: 70_000, max: 90_000 }, '700–900'],
  [{ min: 0, max: null }, '≥ 0'],
  [{ min: null, max: 100 }, '≤ 1'],
  [{ min: null, max: null }, '?'],
  [{ min: 0, max: 0 }, '0'],
])('the range %j', (range, text) => {
  expect(rangeText(range, yuanText)).toBe(text);
});

test.each([
  ['1/2', '50%'],
  [1, '100%'],
  [0, '0%'],
  ['1/8', '12.5%'],
  ['1/3', '1/3'],
])('the share %s is %s', (share, text) => {
  expect(percentText({ min: share, max: share })).toBe(text);
});

test('due dates as iCalendar: folded by octets, escaped, the same bytes each time', () => {
  const meta = {
    id: 'p',
    version: 'v',
    names: { check: { zh: `初审${'很长'.repeat(12)}` } },
    subjects: [],
    circumstances: [],
    parameters: [],
    enums: [],
    units: [],
  };
  const step: StepState = {
    id: 'check',
    state: 'open',
    start: null,
    end: null,
    waitsFor: [],
    next: true,
    cites: [],
    reasons: [],
    due: [
      {
        id: 'check.due1',
        due: '2019-02-28',
        state: 'open',
        binds: true,
        cites: ['七.二.1', '七.二.3'],
        reasons: [],
      },
    ],
  };
  const of = { policy: meta.id, who: '', names: new PolicyNames(meta, 'zh'), texts: textsIn('zh') };
  const text = dueDatesCalendar(stepDues({ claim: { id: 'claim', steps: [step] } }, of));
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n ', '')).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//bangfu//timeline//EN',
      'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT',
      'UID:p.check.due1@bangfu',
      'DTSTAMP:20190228T000000Z',
      'DTSTART;VALUE=DATE:20190228',
      `SUMMARY:初审${'很长'.repeat(12)}：期限`,
      'DESCRIPTION:依据 七.二.1、七.二.3',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});
