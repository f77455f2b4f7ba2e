import fc from 'fast-check';
import ical from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type DueDate, dueDatesCalendar } from '../../cli/render/calendar.ts';
import { Folder } from './harness.ts';
import { claim } from './policies.ts';

const read = (text: string) =>
  new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map((event) => new ical.Event(event));

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[;,\\n"：期限\n ]{0,120}$/),
  fc.string({ unit: fc.constantFrom('期', '限', '𠮷', '👨‍👩‍👧', 'a', ' ', ',', '\\', '\n'), maxLength: 200 }),
);
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');

const due: fc.Arbitrary<DueDate> = fc.record({
  uid: fc.uuid().map((id) => `${id}@bangfu`),
  date: fc
    .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  summary: texts,
  description: texts,
});

describe('a calendar file', () => {
  it('is read back by another program as it was written', () => {
    fc.assert(
      fc.property(fc.array(due, { minLength: 1, maxLength: 5 }), (dues) => {
        const events = read(dueDatesCalendar(dues));
        const found = events.map(({ uid, summary, description, startDate }) => ({
          uid,
          summary,
          description: description ?? '',
          date: startDate.toString(),
        }));
        expect(found).toEqual(
          dues.map((one) => ({ ...one, summary: plain(one.summary), description: plain(one.description) })),
        );
        expect(events.every(({ startDate }) => startDate.isDate)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('has no line over 75 octets, and each ends in CR LF', () => {
    fc.assert(
      fc.property(due, (one) => {
        const text = dueDatesCalendar([one]);
        expect(text.endsWith('\r\n')).toBe(true);
        const lines = text.split('\r\n');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const folder = new Folder({
  'claim/notice.policy': claim,
  'claim/events.yaml': '申请: 2024-02-27\n',
  'aid/notice.policy': `方案 例 (example)
  参数 年度 (year): 年份

主体 人 (person)
  有病 (ill): 是否
  送达日期 (receivedOn): 日期 可无

项目 救助 (aid)
  资格 有病
  期限
    报送 (filing): 送达日期 在 年度-10 月底 前(含)                    依据 三
      逾期 视为放弃
`,
  'one.json': '{ "id": "A1", "ill": true, "receivedOn": null }',
  'well.json': '{ "id": "A1", "ill": false, "receivedOn": null }',
});

it('timeline writes the last days of the steps; the same step keeps its id when its day moves', async () => {
  const timeline = (asOf: string) =>
    folder.run(['timeline', 'claim', 'claim/events.yaml', '--as-of', asOf, '--ics', 'due.ics']);
  await timeline('2024-03-01');
  const first = read(folder.read('due.ics'));
  expect(first.map(({ summary, startDate }) => [summary, startDate.toString()])).toContainEqual([
    '初审：期限',
    '2024-03-05',
  ]);
  folder.write('claim/events.yaml', '申请: 2024-02-28\n');
  await timeline('2024-03-01');
  expect(read(folder.read('due.ics')).map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
});

it('explain writes what one applicant has to keep', async () => {
  const explain = (file: string, ...more: string[]) =>
    folder.run(['explain', 'aid', file, '--as-of', '2024-06-01', '--set', 'year=2024', ...more]);
  expect((await explain('one.json', '--out', 'mine.ics')).status).toBe(0);
  const [event, ...others] = read(folder.read('mine.ics'));
  expect(others).toEqual([]);
  expect([event?.uid, event?.summary, event?.description, event?.startDate.toString()]).toEqual([
    'example.aid.filing.A1@bangfu',
    '救助 · 报送：期限',
    '依据 三',
    '2024-10-31',
  ]);
  const none = await explain('well.json', '--format', 'ics');
  expect([none.status, none.stdout]).toEqual([2, '']);
});
