// Writes examples/register-15/applicants.csv and .xlsx: 200 invented applicants for notice 15.
// Seeded, so that every run gives the same people; none of them is real.
//   node tools/make-register.mjs
import { writeFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import { seeded } from './cohorts/random.mjs';

const OUT = new URL('../examples/register-15/', import.meta.url);
const ROWS = 200;
const NONE = '无';
const UNKNOWN = '';

const random = seeded(15);
const between = (low, high) => low + Math.floor(random() * (high - low + 1));
const chance = (percent) => random() * 100 < percent;
const pick = (items) => items[between(0, items.length - 1)];
const yesNo = (value) => (value ? '是' : '否');
const two = (n) => String(n).padStart(2, '0');
const day = (year) => `${year}-${two(between(1, 12))}-${two(between(1, 28))}`;
/** Terms end in the middle of January and of July. */
const termEnd = (year) =>
  chance(50) ? `${year}-01-${two(between(12, 24))}` : `${year}-07-${two(between(5, 15))}`;

const places = [
  ['梅州市', ['兴宁市', '梅县区', '五华县', '大埔县']],
  ['湛江市', ['雷州市', '廉江市', '徐闻县']],
  ['茂名市', ['高州市', '化州市', '信宜市']],
  ['揭阳市', ['普宁市', '惠来县']],
  ['韶关市', ['乐昌市', '始兴县']],
  ['江门市', ['恩平市', '开平市', '台山市', '新会区', '蓬江区']],
  ['云浮市', ['罗定市', '郁南县']],
  ['惠州市', ['博罗县', '惠东县']],
  ['广州市', ['增城区', '从化区']],
  ['佛山市', ['三水区', '高明区']],
];

function minban() {
  const start = between(1958, 1990);
  const totalTerms = between(2, 62);
  return {
    教师类别: '原民办教师',
    出生日期: day(start - between(17, 24)),
    连续满一学年完成日: termEnd(start + 1),
    代课合同签订日期: NONE,
    合同已备案: '否',
    核定累计任教学期数: totalTerms,
    最长连续任教学期数: between(2, totalTerms),
  };
}

function daike() {
  const signed = between(1993, 2006);
  const totalTerms = between(2, 30);
  return {
    教师类别: '原代课教师',
    出生日期: day(signed - between(26, 48)),
    连续满一学年完成日: termEnd(Math.max(signed, 1994) + 1),
    代课合同签订日期: `${signed}-09-01`,
    合同已备案: yesNo(chance(92)),
    核定累计任教学期数: totalTerms,
    最长连续任教学期数: between(2, totalTerms),
  };
}

/** One applicant with the columns in the order in which they are written. */
function applicant(number) {
  const [city, counties] = pick(places);
  const person = {
    编号: `示例${String(number).padStart(3, '0')}`,
    性别: chance(52) ? '男' : '女',
    出生日期: UNKNOWN,
    去世日期: chance(7) ? day(between(2019, 2022)) : NONE,
    现户籍省份: chance(97) ? '广东省' : '湖南省',
    现户籍地级市: city,
    现户籍县市区: pick(counties),
    教师类别: UNKNOWN,
    任教学校类别: chance(90) ? '公办中小学' : pick(['公办幼儿园', '公办附属学前班', '民办学校']),
    任教学校所在省: chance(98) ? '广东省' : '广西壮族自治区',
    是否教学岗位: yesNo(chance(98)),
    ...(chance(62) ? minban() : daike()),
    录用为编制内人员: yesNo(chance(3)),
    录用为国企正式工作人员: yesNo(chance(2)),
    纳入计划内离岗退养: yesNo(chance(3)),
    有刑事犯罪记录: yesNo(chance(2)),
    违规被解聘: yesNo(chance(2)),
    在固化名单内: yesNo(chance(97)),
    骗取补助经查实: '否',
    已发放金额: 0,
    已出示证件: chance(93) ? '身份证；户口簿' : '身份证',
    申请表份数: chance(96) ? 3 : 2,
  };
  return chance(10) ? { ...person, [pick(mayBeBlank)]: UNKNOWN } : person;
}

const mayBeBlank = [
  '性别',
  '出生日期',
  '去世日期',
  '核定累计任教学期数',
  '有刑事犯罪记录',
  '违规被解聘',
  '合同已备案',
];

const sound = {
  性别: '男',
  出生日期: '1955-03-02',
  去世日期: NONE,
  现户籍省份: '广东省',
  现户籍地级市: '梅州市',
  现户籍县市区: '兴宁市',
  教师类别: '原民办教师',
  任教学校类别: '公办中小学',
  任教学校所在省: '广东省',
  是否教学岗位: '是',
  连续满一学年完成日: '1976-07-15',
  代课合同签订日期: NONE,
  合同已备案: '否',
  核定累计任教学期数: 44,
  最长连续任教学期数: 2,
  录用为编制内人员: '否',
  录用为国企正式工作人员: '否',
  纳入计划内离岗退养: '否',
  有刑事犯罪记录: '否',
  违规被解聘: '否',
  在固化名单内: '是',
  骗取补助经查实: '否',
  已发放金额: 0,
  已出示证件: '身份证；户口簿',
  申请表份数: 3,
};
const substitute = {
  教师类别: '原代课教师',
  合同已备案: '是',
  连续满一学年完成日: '2000-07-10',
  核定累计任教学期数: 24,
};

/** What stands on a boundary of the notice, one applicant each; the date decided for is 2023-06-01. */
const boundaries = [
  ...[18, 19, 20, 38, 39, 58, 59, 60, 61].map((terms) => ({ 核定累计任教学期数: terms })),
  ...['1963-05-31', '1963-06-01', '1963-06-02'].map((born) => ({ 出生日期: born })),
  ...['1968-05-31', '1968-06-01', '1968-06-02'].map((born) => ({ 性别: '女', 出生日期: born })),
  ...['2018-12-30', '2018-12-31', '2019-01-01'].map((died) => ({ 去世日期: died })),
  ...['1993-03-27', '1993-03-28', '1993-09-28'].map((done) => ({ 连续满一学年完成日: done })),
  ...['1993-03-27', '1993-03-28', '2008-08-30', '2008-08-31', '2008-09-01'].map((signed) => ({
    ...substitute,
    代课合同签订日期: signed,
  })),
  { 最长连续任教学期数: 1, 连续满一学年完成日: NONE, 核定累计任教学期数: 20 },
  { 在固化名单内: '否' },
  { 性别: UNKNOWN },
  { 现户籍地级市: '江门市', 现户籍县市区: '台山市' },
  { 现户籍地级市: '江门市', 现户籍县市区: '蓬江区' },
];

function register() {
  const people = Array.from({ length: ROWS }, (_, at) => applicant(at + 1));
  return people.map((person, at) => {
    const boundary = boundaries[(at - 2) / 6];
    return boundary ? { ...person, ...sound, ...boundary } : person;
  });
}

/** UTF-8 with its mark, so that spreadsheet programs read it as such. */
function csv(rows) {
  const header = Object.keys(rows[0]);
  const lines = [header, ...rows.map((row) => header.map((name) => row[name]))];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\n')}\n`;
}

const isDate = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The same rows with dates as dates and numbers as numbers; an unknown cell stays empty. */
async function workbook(rows) {
  const book = new exceljs.Workbook();
  book.created = book.modified = new Date('2024-01-01T00:00:00Z');
  const sheet = book.addWorksheet('申请人', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = Object.keys(rows[0]).map((name) => ({
    header: name,
    key: name,
    width: Math.max(12, name.length * 2 + 2),
  }));
  for (const row of rows) {
    const cells = Object.entries(row).filter(([, value]) => value !== UNKNOWN);
    const added = sheet.addRow(
      Object.fromEntries(cells.map(([k, v]) => [k, isDate(v) ? new Date(`${v}T00:00:00Z`) : v])),
    );
    for (const [name, value] of cells) if (isDate(value)) added.getCell(name).numFmt = 'yyyy-mm-dd';
  }
  return book.xlsx.writeBuffer();
}

const rows = register();
await writeFile(new URL('applicants.csv', OUT), csv(rows));
await writeFile(new URL('applicants.xlsx', OUT), Buffer.from(await workbook(rows)));
