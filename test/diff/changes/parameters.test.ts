import { pairs } from '../kit.ts';

pairs('parameters', [
  {
    title: 'a dated value more',
    edits: [
      [
        '    自 2022-01-01(含): 2000 元\n',
        '    自 2022-01-01(含): 2000 元\n    自 2024-01-01(含): 2200 元\n',
      ],
    ],
    zh: ['parameterValueAdded | 最低工资：新增定值：自 2024-01-01: 2200 元'],
    en: ['minimumWage: dated value added: from 2024-01-01: 2200 yuan'],
  },
  {
    title: 'another value',
    edits: [['    自 2022-01-01(含): 2000 元\n', '    自 2022-01-01(含): 2100 元\n']],
    zh: ['parameterValueChanged | 最低工资：定值改变：2000 元 → 2100 元（+100 元）'],
    en: ['minimumWage: dated value changed: 2000 yuan → 2100 yuan (+100 yuan)'],
  },
  {
    title: 'a dated value less',
    edits: [['    自 2022-01-01(含): 2000 元\n', '']],
    zh: ['parameterValueRemoved | 最低工资：删去定值：自 2022-01-01: 2000 元'],
    en: ['minimumWage: dated value removed: from 2022-01-01: 2000 yuan'],
  },
  {
    title: 'taken out',
    edits: [['  参数 首年 (firstYear): 年份\n', '']],
    zh: ['parameterRemoved | 首年：删去参数：年份'],
    en: ['firstYear: parameter removed: year'],
  },
  {
    title: 'added',
    edits: [
      ['  参数 首年 (firstYear): 年份\n', '  参数 首年 (firstYear): 年份\n  参数 系数 (factor): 比例\n'],
    ],
    zh: ['parameterAdded | 系数：新增参数：比例'],
    en: ['factor: parameter added: ratio'],
  },
  {
    title: 'another type',
    edits: [['  参数 首年 (firstYear): 年份\n', '  参数 首年 (firstYear): 日期\n']],
    zh: ['parameterTypeChanged | 首年：参数类型改变：年份 → 日期'],
    en: ['firstYear: type of parameter changed: year → date'],
  },
  {
    title: 'set by a body',
    edits: [['  参数 首年 (firstYear): 年份\n', '  参数 首年 (firstYear): 年份   由 县 确定\n']],
    zh: ['parameterDeterminerChanged | 首年：确定机构改变：县'],
    en: ['firstYear: who sets it changed: 县'],
  },
]);
