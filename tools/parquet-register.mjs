/**
 * `node tools/parquet-register.mjs [ROWS] [FILE]`: writes a register of invented applicants for notice 15 as Parquet,
 * a million by default. Seeded: the same rows every time. About one in ten does not know one of the facts.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { seeded } from './cohorts/random.mjs';

const GROUP = 131_072;
const FIRST_DAY = Date.UTC(1970, 0, 1) / 86_400_000;
const dayOf = (year, month, day) => Date.UTC(year, month - 1, day) / 86_400_000 - FIRST_DAY;

const CITIES = [
  ['梅州市', '兴宁市', '梅县区', '五华县'],
  ['湛江市', '雷州市', '廉江市', '徐闻县'],
  ['韶关市', '乐昌市', '始兴县'],
  ['江门市', '恩平市', '开平市', '台山市', '新会区'],
  ['云浮市', '罗定市', '郁南县'],
  ['惠州市', '博罗县', '惠东县'],
  ['广州市', '增城区', '从化区'],
];

const text = (name) => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
});
const flag = (name) => ({ name, type: 'BOOLEAN' });
const date = (name) => ({ name, type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } });
const count = (name) => ({ name, type: 'INT32' });
const yuan = (name) => ({
  name,
  type: 'INT64',
  converted_type: 'DECIMAL',
  precision: 15,
  scale: 2,
  logical_type: { type: 'DECIMAL', precision: 15, scale: 2 },
});

/** `NAME.无` says in which rows there surely is no such date; a null alone says that it is not known. */
const COLUMNS = [
  text('编号'),
  text('性别'),
  date('出生日期'),
  date('去世日期'),
  flag('去世日期.无'),
  text('现户籍省份'),
  text('现户籍地级市'),
  text('现户籍县市区'),
  text('教师类别'),
  text('任教学校类别'),
  text('任教学校所在省'),
  flag('是否教学岗位'),
  date('连续满一学年完成日'),
  flag('连续满一学年完成日.无'),
  date('代课合同签订日期'),
  flag('代课合同签订日期.无'),
  flag('合同已备案'),
  count('核定累计任教学期数'),
  count('最长连续任教学期数'),
  flag('录用为编制内人员'),
  flag('录用为国企正式工作人员'),
  flag('纳入计划内离岗退养'),
  flag('有刑事犯罪记录'),
  flag('违规被解聘'),
  flag('在固化名单内'),
  flag('骗取补助经查实'),
  yuan('已发放金额'),
  text('已出示证件'),
  count('申请表份数'),
];
const MAY_BE_UNKNOWN = [
  '性别',
  '出生日期',
  '核定累计任教学期数',
  '有刑事犯罪记录',
  '违规被解聘',
  '合同已备案',
];

function maker(seed) {
  const random = seeded(seed);
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const chance = (percent) => random() * 100 < percent;
  const pick = (items) => items[between(0, items.length - 1)];
  const termEnd = (year) => (chance(50) ? dayOf(year, 1, between(12, 24)) : dayOf(year, 7, between(5, 15)));

  return function applicant(number) {
    const minban = chance(62);
    const start = minban ? between(1958, 1990) : between(1993, 2006);
    const signed = minban ? null : dayOf(start, 9, 1);
    const dead = chance(7);
    const terms = between(2, minban ? 62 : 30);
    const city = pick(CITIES);
    const person = {
      编号: `A${String(number).padStart(8, '0')}`,
      性别: chance(52) ? '男' : '女',
      出生日期: dayOf(start - between(17, minban ? 24 : 48), between(1, 12), between(1, 28)),
      去世日期: dead ? dayOf(between(2010, 2022), between(1, 12), between(1, 28)) : null,
      '去世日期.无': !dead,
      现户籍省份: chance(97) ? '广东省' : '湖南省',
      现户籍地级市: city[0],
      现户籍县市区: city[between(1, city.length - 1)],
      教师类别: minban ? '原民办教师' : '原代课教师',
      任教学校类别: chance(90) ? '公办中小学' : pick(['公办幼儿园', '公办附属学前班', '民办学校']),
      任教学校所在省: chance(98) ? '广东省' : '广西壮族自治区',
      是否教学岗位: chance(98),
      连续满一学年完成日: termEnd(Math.max(start, minban ? 0 : 1994) + 1),
      '连续满一学年完成日.无': false,
      代课合同签订日期: signed,
      '代课合同签订日期.无': minban,
      合同已备案: !minban && chance(92),
      核定累计任教学期数: terms,
      最长连续任教学期数: between(2, terms),
      录用为编制内人员: chance(3),
      录用为国企正式工作人员: chance(2),
      纳入计划内离岗退养: chance(3),
      有刑事犯罪记录: chance(2),
      违规被解聘: chance(2),
      在固化名单内: chance(97),
      骗取补助经查实: false,
      已发放金额: BigInt(between(0, 40) * 35_050),
      已出示证件: chance(93) ? '身份证；户口簿' : '身份证',
      申请表份数: chance(96) ? 3 : 2,
    };
    if (chance(10)) person[pick(MAY_BE_UNKNOWN)] = null;
    return person;
  };
}

/** Rows `from` to `to` as they are handed to the writer, a column an array. */
function columnsOf(applicant, from, to) {
  const data = new Map(COLUMNS.map(({ name }) => [name, new Array(to - from)]));
  for (let at = from; at < to; at++) {
    const person = applicant(at + 1);
    for (const [name, values] of data) values[at - from] = person[name];
  }
  return [...data].map(([name, values]) => ({ name, data: values }));
}

export function writeParquetRegister(path, rows, { seed = 15, group = GROUP } = {}) {
  mkdirSync(dirname(path), { recursive: true });
  const writer = fileWriter(path);
  const fields = COLUMNS.map((column) => ({ ...column, repetition_type: 'OPTIONAL' }));
  const schema = [{ name: 'schema', num_children: fields.length }, ...fields];
  const parquet = new ParquetWriter({ writer, schema });
  const applicant = maker(seed);
  for (let from = 0; from < rows; from += group) {
    const columnData = columnsOf(applicant, from, Math.min(rows, from + group));
    parquet.write({ columnData, rowGroupSize: group });
  }
  parquet.finish();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [rows = '1000000', path = 'build/measure/register.parquet'] = process.argv.slice(2);
  writeParquetRegister(path, Number(rows));
  console.log(`${path}: ${rows} rows`);
}
