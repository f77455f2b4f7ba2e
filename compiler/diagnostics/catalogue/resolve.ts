import { define } from '../diagnostic.ts';

const notice = '方案 例 (example)\n\n';
const person = `${notice}主体 人 (person)\n  生日 (birthDate): 日期\n`;

/** Findings about what a file declares and which names it uses. */
export const resolveDiagnostics = {
  duplicateName: define<{ name: string; line: number; file: string | undefined }>({
    code: 'BF2001',
    severity: 'error',
    zh: {
      title: '同一个名称声明了两次',
      message: ({ name, line, file }) =>
        `“${name}” 已在${file === undefined ? '' : ` ${file} `}第 ${line} 行声明过，同一范围内一个名称只能有一个意思。`,
      hint: () => '给其中一个换一个名称；如果是同一件事，删去其中一行。',
    },
    en: {
      title: 'A name is declared twice',
      message: ({ name, line, file }) =>
        `"${name}" is already declared on line ${line}${file === undefined ? '' : ` of ${file}`}; one name has one meaning in its scope.`,
      hint: () => 'Rename one of them, or delete one line if they are the same thing.',
    },
    bad: `${person}  生日 (dateOfBirth): 日期\n`,
    good: `${person}  去世日期 (deathDate): 日期 可无\n`,
  }),
  unknownType: define<{ name: string; nearest: string | undefined }>({
    code: 'BF2002',
    severity: 'error',
    zh: {
      title: '没有这种类型',
      message: ({ name }) => `“${name}” 不是类型、单位，也不是已声明的主体。`,
      hint: ({ nearest }) =>
        nearest
          ? `是不是 “${nearest}”？`
          : '可写：是否、整数、金额、比例、日期、月份、年份、文字，一个单位，或 “甲 (a) | 乙 (b)” 这样的选项。',
    },
    en: {
      title: 'There is no such type',
      message: ({ name }) => `"${name}" is no type, no unit and no declared subject.`,
      hint: ({ nearest }) =>
        nearest
          ? `Did you mean "${nearest}"?`
          : 'Write boolean, integer, money, ratio, date, month, year, text, a unit, or options such as "a (甲) | b (乙)".',
    },
    bad: `${notice}主体 人 (person)\n  任教 (taught): 学其\n`,
    good: `${notice}单位 学期 (term) = 1/2 年\n\n主体 人 (person)\n  任教 (taught): 学期\n`,
  }),
  unknownName: define<{ name: string; nearest: string | undefined; expected: { zh: string; en: string } }>({
    code: 'BF2003',
    severity: 'error',
    zh: {
      title: '没有声明过这个名称',
      message: ({ name, expected }) => `这里需要${expected.zh}，找不到 “${name}”。`,
      hint: ({ nearest }) =>
        nearest
          ? `是不是 “${nearest}”？`
          : '先在 “主体”“情境”“参数” 或 “定义” 里声明它，或改用已声明的名称。',
    },
    en: {
      title: 'A name is not declared',
      message: ({ name, expected }) => `"${name}" is not declared; ${expected.en} is needed here.`,
      hint: ({ nearest }) =>
        nearest
          ? `Did you mean "${nearest}"?`
          : 'Declare it under "subject", "circumstances", "parameter" or "define" first, or use a declared name.',
    },
    bad: `${person}\n项目 补助 (aid)\n  资格 出生日期 存在\n`,
    good: `${person}\n项目 补助 (aid)\n  资格 生日 存在\n`,
  }),
  glued: define<{ name: string; parts: readonly string[] }>({
    code: 'BF2004',
    severity: 'error',
    zh: {
      title: '词与词之间要空一格',
      message: ({ name }) => `“${name}” 不是已声明的名称，看起来是几个词连在了一起。`,
      hint: ({ parts }) => `词与词之间要空一格：写成 “${parts.join(' ')}”。`,
    },
    en: {
      title: 'Words need a space between them',
      message: ({ name }) => `"${name}" is not a declared name; it looks like several words run together.`,
      hint: ({ parts }) => `Put a space between words: "${parts.join(' ')}".`,
    },
    bad: `${person}\n项目 补助 (aid)\n  资格 生日存在\n`,
    good: `${person}\n项目 补助 (aid)\n  资格 生日 存在\n`,
  }),
  needsEnglishName: define<{ name: string; what: { zh: string; en: string } }>({
    code: 'BF2005',
    severity: 'error',
    zh: {
      title: '缺少英文名',
      message: ({ name, what }) => `${what.zh} “${name}” 没有英文名；程序和决定书要用它作不变的标识。`,
      hint: ({ name }) => `在名称后加括号写英文名，例如 “${name} (englishName)”。`,
    },
    en: {
      title: 'The English name is missing',
      message: ({ name, what }) =>
        `${what.en} "${name}" has no English name; decisions and programs use it as the lasting id.`,
      hint: ({ name }) => `Add it in brackets: "${name} (englishName)".`,
    },
    bad: `${person}\n项目 补助\n  资格 生日 存在\n`,
    good: `${person}\n项目 补助 (aid)\n  资格 生日 存在\n`,
  }),
  needsSubject: define<{ choices: readonly string[] }>({
    code: 'BF2006',
    severity: 'error',
    zh: {
      title: '没有说明对谁',
      message: ({ choices }) =>
        choices.length
          ? `本文件有多个主体（${choices.join('、')}），这里没有说是对哪一个。`
          : '本文件没有声明主体，这里不知道对谁作决定。',
      hint: ({ choices }) =>
        choices.length
          ? `在名称后写 “对 ${choices[0]}”。`
          : '先写一个主体，例如 “主体 申请人 (applicant)”，下一行缩进写它的事实。',
    },
    en: {
      title: 'It is not said for whom',
      message: ({ choices }) =>
        choices.length
          ? `This file has several subjects (${choices.join(', ')}); which one is meant is not said.`
          : 'This file declares no subject, so nobody can be decided.',
      hint: ({ choices }) =>
        choices.length
          ? `Write "for ${choices[0]}" after the name.`
          : 'Declare one first, such as "subject applicant", with its facts indented below.',
    },
    bad: `${notice}项目 补助 (aid)\n  给予 表扬\n`,
    good: `${person}\n项目 补助 (aid)\n  给予 表扬\n`,
  }),
  cycle: define<{ path: readonly string[] }>({
    code: 'BF2007',
    severity: 'error',
    zh: {
      title: '定义互相依赖',
      message: ({ path }) => `这些定义绕成了一圈：${path.join(' → ')}。`,
      hint: () => '断开其中一处，让每个定义只用它之前已能确定的内容。',
    },
    en: {
      title: 'Definitions depend on each other',
      message: ({ path }) => `These definitions form a circle: ${path.join(' → ')}.`,
      hint: () => 'Break it in one place, so that each definition rests only on what is settled before it.',
    },
    bad: `${notice}主体 人 (person)\n  岁数 (age): 整数\n\n定义 甲 (a) = 乙 + 1\n定义 乙 (b) = 甲 + 1\n`,
    good: `${notice}主体 人 (person)\n  岁数 (age): 整数\n\n定义 甲 (a) = 乙 + 1\n定义 乙 (b) = 岁数 + 1\n`,
  }),
  emptyOptions: define<{ name: string }>({
    code: 'BF2008',
    severity: 'error',
    zh: {
      title: '没有列出选项',
      message: ({ name }) => `“${name}” 是选择题，但没有列出任何选项。`,
      hint: () => '在同一行或下面缩进的行里列出选项，例如 “男 (male) | 女 (female)”。',
    },
    en: {
      title: 'No options are listed',
      message: ({ name }) => `"${name}" is a choice without any option.`,
      hint: () => 'List the options on the same line or on indented lines below: "male (男) | female (女)".',
    },
    bad: `${notice}主体 人 (person)\n  证件 (papers): 多选\n`,
    good: `${notice}主体 人 (person)\n  证件 (papers): 多选\n    身份证 (idCard) | 户口簿 (hukouBook)\n`,
  }),
  unitRatio: define<{ name: string }>({
    code: 'BF2009',
    severity: 'error',
    zh: {
      title: '单位的换算不成立',
      message: ({ name }) => `单位 “${name}” 要写成 “= 数 已有的单位”，并且大于零。`,
      hint: () => '例如 “单位 学期 (term) = 1/2 年”。',
    },
    en: {
      title: 'The unit is not defined by a ratio',
      message: ({ name }) => `Unit "${name}" must be "= number known-unit", above zero.`,
      hint: () => 'For example "unit term (学期) = 1/2 year".',
    },
    bad: `${notice}单位 学期 (term) = 0 年\n`,
    good: `${notice}单位 学期 (term) = 1/2 年\n`,
  }),
  needsName: define<{ what: { zh: string; en: string }; example: string }>({
    code: 'BF2010',
    severity: 'error',
    zh: {
      title: '没有名称',
      message: ({ what }) => `这个${what.zh}没有名称；决定书和别处的规则都要靠名称找到它。`,
      hint: ({ example }) => `在后面写上中英文名，例如 “${example}”。`,
    },
    en: {
      title: 'The name is missing',
      message: ({ what }) => `This ${what.en} has no name; decisions and other rules find it by its name.`,
      hint: ({ example }) => `Write its names after it, for example "${example}".`,
    },
    bad: `${person}\n项目\n  资格 生日 存在\n`,
    good: `${person}\n项目 补助 (aid)\n  资格 生日 存在\n`,
  }),
} as const;
