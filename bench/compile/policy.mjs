/**
 * A policy of about so many lines: one kind of record and many programmes, each with facts, definitions, conditions, exclusions,
 * tiers, steps and duties of its own, and figures that differ from one to the next.
 */
export function policyOf(lines) {
  const perPart = [factsOf, definitionsOf, programmeOf, procedureOf, dutyOf].flatMap((of) => of(0)).length;
  const parts = Array.from({ length: Math.max(1, Math.round(lines / perPart)) }, (_, i) => i);
  return [
    '方案 合成方案 (synthetic)',
    '  出处 "合成"',
    '主体 申请人 (applicant)',
    ...parts.flatMap(factsOf),
    ...parts.flatMap(definitionsOf),
    ...parts.flatMap(programmeOf),
    ...parts.flatMap(procedureOf),
    '义务 对 申请人',
    ...parts.flatMap(dutyOf),
    '',
  ].join('\n');
}

const factsOf = (i) => [
  `  性别${name(i)} (sex${i}): 男${name(i)} (male${i}) | 女${name(i)} (female${i})`,
  `  出生日期${name(i)} (birthDate${i}): 日期`,
  `  工龄${name(i)} (service${i}): 年 从 0 至 60   依据 二.${i + 1}`,
  `  月收入${name(i)} (income${i}): 金额 从 0 元   由 县民政局 认定`,
  `  户籍在本市${name(i)} (resident${i}): 是否`,
];

const definitionsOf = (i) => [
  `定义 限龄${name(i)} (ageLimit${i}) = 若 性别${name(i)} 为 男${name(i)} 则 ${55 + (i % 10)} 周岁 否则 ${50 + (i % 7)} 周岁`,
  `定义 困难${name(i)} (poor${i}) = 月收入${name(i)} ${800 + (i % 400)} 元 以下   依据 三.${i + 1}`,
];

const programmeOf = (i) => [
  `项目 补助${name(i)} (aid${i}) 对 申请人`,
  '  资格 同时满足',
  `    达龄${name(i)} (old${i}): 出生日期${name(i)} 至今 满 限龄${name(i)}   依据 一.${i + 1}`,
  `    贫困${name(i)} (inNeed${i}): 满足其一`,
  `      收入低${name(i)} (lowIncome${i}): 困难${name(i)}   依据 三.${i + 1}`,
  `      工龄长${name(i)} (longService${i}): 工龄${name(i)} ${20 + (i % 9)} 年 以上`,
  `    本市户籍${name(i)} (local${i}): 户籍在本市${name(i)}`,
  '  排除',
  `    高收入${name(i)} (rich${i}): 月收入${name(i)} 超过 ${9000 + (i % 900)} 元   依据 四.${i + 1}`,
  `  档次 按 工龄${name(i)}`,
  `    ${30 + (i % 5)} 年 以上: 每人每月 ${900 + (i % 90)} 元   依据 五.${i + 1}`,
  `    10 年 至 ${29 + (i % 5)} 年: 每人每月 ${600 + (i % 90)} 元   依据 五.${i + 1}`,
  `    其余: 每人每月 ${300 + (i % 90)} 元   依据 五.${i + 1}`,
];

const procedureOf = (i) => [
  `程序 申领${name(i)} (claim${i}) 对 申请人`,
  `  申请${name(i)} (apply${i}): 由 申请人   当 补助${name(i)} 符合   依据 六.${i + 1}`,
  `    期限 ${2024 + (i % 5)}-0${1 + (i % 9)}-15 前(含)`,
  `  公示${name(i)} (notice${i}): 由 县民政局`,
  `    前提 申请${name(i)} 完成`,
];

const dutyOf = (i) => [
  `  报告${name(i)} (report${i}): 户籍在本市${name(i)} 且 工龄${name(i)} ${1 + (i % 5)} 年 以上   当 困难${name(i)}   依据 七.${i + 1}`,
];

const digits = '甲乙丙丁戊己庚辛壬癸';

/** The number in Chinese characters, since a digit ends a name. */
const name = (i) => [...String(i).padStart(5, '0')].map((digit) => digits[Number(digit)]).join('');
