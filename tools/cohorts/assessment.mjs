import { Chance } from './random.mjs';

/** Grades by kind of staff: excellent ones first, above the places that the notice gives in one of the two. */
const kinds = [
  { type: '公务员', count: 9, excellent: 3, others: ['称职', '称职', '基本称职'] },
  { type: '事业单位人员', count: 110, excellent: 21, others: ['合格', '合格', '合格', '基本合格'] },
  { type: '工勤人员', count: 1, excellent: 1, others: ['合格'] },
];

/** Grades by year; of some people one year is not on file. */
function history(chance, good) {
  const years = chance.percent(5) ? [2019, 2021] : [2019, 2020, 2021];
  const grade = () => (good && chance.percent(45) ? '优秀' : chance.pick(['合格', '称职']));
  return Object.fromEntries(years.map((year) => [year, grade()]));
}

function member(chance, number, type, grade) {
  const excellent = grade === '优秀';
  const objected = excellent && chance.percent(8);
  return {
    编号: `职${String(number).padStart(3, '0')}`,
    姓名: chance.name(),
    人员身份: type,
    // The leading group has not graded everyone yet.
    ...(chance.percent(3) ? {} : { 考核等次: grade }),
    历年等次: history(chance, excellent),
    公示开始日期: excellent ? '2023-03-27' : null,
    异议日期: objected ? ['2023-03-30'] : [],
  };
}

/** Staff for notice 7, as records: grades of earlier years by year. */
export function assessedStaff() {
  const chance = new Chance(7);
  const rows = [];
  for (const { type, count, excellent, others } of kinds)
    for (let at = 0; at < count; at++)
      rows.push(member(chance, rows.length + 1, type, at < excellent ? '优秀' : chance.pick(others)));
  return rows;
}
