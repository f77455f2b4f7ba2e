import { Chance, yesNo } from './random.mjs';

/** How many apply for each post, and the written marks that the ones around the cut have: ties are meant. */
const posts = [
  { unit: '教育社', post: '编辑', count: 22, marks: [88, 86.5, 85, 83, 82, 80, 80, 79.5] },
  {
    unit: '教学研究室',
    post: '语文',
    count: 30,
    marks: [91, 90, 88, 87, 86, 85, 84, 83, 82, 81, 80, 78, 77.5, 60],
  },
  { unit: '教学研究室', post: '数学', count: 18, marks: [93, 89, 87, 84, 81, 78, 72, 66, 61] },
];

const papers = ['学历证书', '学位证书', '身份证', '户口簿', '任职资格证书', '聘任证书', '单位同意证明'];
/** Those around the cut fail nothing else, so that ranks decide. */
const admitted = { 符合岗位条件: '是', 是否中小学教师: '否', 教育行政部门同意级别: '无' };
const teacherLevels = ['乡', '县', '县', '市'];

function candidate(chance, number, unit, post) {
  const teacher = chance.percent(40);
  const byMail = chance.percent(25);
  const missing = chance.percent(8) ? chance.pick(papers) : '';
  return {
    编号: `考${String(number).padStart(4, '0')}`,
    姓名: chance.name(),
    应聘单位: unit,
    应聘岗位: post,
    是否博士特殊岗位: yesNo(unit === '教育科学研究所'),
    符合岗位条件: yesNo(!chance.percent(6)),
    报名方式: byMail ? '邮寄' : '直接',
    报名日期: `2023-09-${chance.between(11, byMail ? 13 : 15)}`,
    是否提交原件: yesNo(!byMail || chance.percent(92)),
    材料清单: papers.filter((paper) => paper !== missing).join('；'),
    是否中小学教师: yesNo(teacher),
    教育行政部门同意级别: teacher ? chance.pick(teacherLevels) : '无',
    择业期内未就业博士毕业生: '否',
    笔试成绩: unit === '教育科学研究所' ? '无' : chance.between(96, 158) / 2,
    面试成绩: '无',
    考核结果: '',
    体检结果: '',
    体检医院级别: '',
  };
}

/** After the interviews: those called have marks, the best were assessed, one medical is still out. */
function interviewed(chance, person, place) {
  const mark = place < 2 ? 92 : Math.min(90, chance.between(70, 89));
  const assessed = place < 4;
  return {
    ...person,
    面试成绩: mark,
    考核结果: assessed ? yesNo(place !== 1) : '',
    体检结果: assessed ? chance.known('是', 30) : '',
    体检医院级别: assessed ? '省级' : '',
  };
}

/** Candidates for notice 19: three posts by examination, one for a doctor. */
export function candidates() {
  const chance = new Chance(19);
  const rows = [];
  for (const { unit, post, count, marks } of posts) {
    for (let at = 0; at < count; at++) {
      const mark = marks[at];
      const drawn = candidate(chance, rows.length + 1, unit, post);
      const person = mark === undefined ? drawn : { ...drawn, ...admitted };
      if (mark === undefined) rows.push({ ...person, 笔试成绩: Math.min(person.笔试成绩, 60) });
      else if (post === '编辑' && at < 6) rows.push(interviewed(chance, { ...person, 笔试成绩: mark }, at));
      else rows.push({ ...person, 笔试成绩: chance.known(mark, 7) });
    }
  }
  for (const passed of ['是', '是', '否']) {
    const doctor = candidate(chance, rows.length + 1, '教育科学研究所', '教育统计');
    rows.push({
      ...doctor,
      报名方式: '直接',
      符合岗位条件: '是',
      考核结果: passed,
      体检结果: '是',
      体检医院级别: '省级',
    });
  }
  return rows;
}
