import { define } from '../diagnostic.ts';

const head = '方案 例 (example)\n';
const person = `${head}\n主体 人 (person)\n`;
const aid = `${person}  年龄 (age): 周岁\n  在编 (staff): 是否\n\n项目 补助 (aid)\n`;

/** Findings about the shape of a file: header, indentation, what stands below what. */
export const layoutDiagnostics = {
  noHeader: define<{ found: string | undefined }>({
    code: 'BF1001',
    severity: 'error',
    zh: {
      title: '文件没有以“方案”开头',
      message: ({ found }) =>
        found === undefined ? '文件是空的。' : `文件第一行要写方案的名称，这里是 “${found}”。`,
      hint: () => '第一行写 “方案 困难补助 (hardshipAid)”；英文文件写 “notice hardshipAid (困难补助)”。',
    },
    en: {
      title: 'The file does not begin with "notice"',
      message: ({ found }) =>
        found === undefined
          ? 'The file is empty.'
          : `The first line must name the notice; it begins with "${found}".`,
      hint: () =>
        'Begin with "notice hardshipAid (困难补助)", or "方案 困难补助 (hardshipAid)" in a Chinese file.',
    },
    bad: '主体 人 (person)\n  年龄 (age): 周岁\n',
    good: `${person}  年龄 (age): 周岁\n`,
  }),
  indentBlank: define<{ tab: boolean }>({
    code: 'BF1002',
    severity: 'error',
    zh: {
      title: '缩进用了制表符或全角空格',
      message: ({ tab }) => `这一行的缩进用了${tab ? '制表符（Tab 键）' : '全角空格'}。`,
      hint: () => '每深一层改用两个半角空格；文件里其他这样的行也一并改过来。',
    },
    en: {
      title: 'The indent holds a tab or a full-width space',
      message: ({ tab }) => `This line is indented with a ${tab ? 'tab' : 'full-width space'}.`,
      hint: () => 'Type two spaces for each level, here and on the other lines like it.',
    },
    bad: `${head}\n主体 人 (person)\n\t年龄 (age): 周岁\n`,
    good: `${person}  年龄 (age): 周岁\n`,
  }),
  indentWidth: define<{ found: number; expected: number }>({
    code: 'BF1003',
    severity: 'error',
    zh: {
      title: '缩进的宽度不对',
      message: ({ found, expected }) => `这一行前面有 ${found} 个空格，这里应当是 ${expected} 个。`,
      hint: ({ expected }) =>
        expected === 0 ? '删去行首的空格。' : `行首改为 ${expected} 个空格：每深一层两个。`,
    },
    en: {
      title: 'The indent has a width that fits no level',
      message: ({ found, expected }) =>
        `There are ${found} spaces before this line; ${expected} are expected here.`,
      hint: ({ expected }) =>
        expected === 0
          ? 'Delete the spaces before the line.'
          : `Type ${expected} spaces before it: two for each level.`,
    },
    bad: `${head}\n主体 人 (person)\n   年龄 (age): 周岁\n`,
    good: `${person}  年龄 (age): 周岁\n`,
  }),
  missingIndent: define<{ parent: string; expected: number }>({
    code: 'BF1004',
    severity: 'error',
    zh: {
      title: '这一行少了缩进',
      message: ({ parent }) => `这一行属于上面的 “${parent}”，要比它缩进一层。`,
      hint: ({ expected }) => `行首改为 ${expected} 个空格；后面同样的行也一并缩进。`,
    },
    en: {
      title: 'The line is not indented',
      message: ({ parent }) => `This line belongs to "${parent}" above and must be one level deeper.`,
      hint: ({ expected }) =>
        `Type ${expected} spaces before it, and before the lines after it that belong there too.`,
    },
    bad: `${aid}资格 在编\n`,
    good: `${aid}  资格 在编\n`,
  }),
  misplacedHead: define<{ head: string; homes: readonly string[] }>({
    code: 'BF1005',
    severity: 'error',
    zh: {
      title: '这一行放错了地方',
      message: ({ head, homes }) =>
        homes.length === 0
          ? `“${head}” 要写在最外层，这里不能写。`
          : `“${head}” 要写在 ${homes.map((home) => `“${home}”`).join(' 或 ')} 之下，这里不能写。`,
      hint: ({ homes }) =>
        homes.length === 0
          ? '把它移到行首，前面不留空格。'
          : `把它移到 “${homes[0]}” 之下，比 “${homes[0]}” 缩进一层。`,
    },
    en: {
      title: 'The line is in the wrong place',
      message: ({ head, homes }) =>
        homes.length === 0
          ? `"${head}" stands at the outermost level and cannot stand here.`
          : `"${head}" stands below ${homes.map((home) => `"${home}"`).join(' or ')} and cannot stand here.`,
      hint: ({ homes }) =>
        homes.length === 0
          ? 'Move it to the start of the line, with no spaces before it.'
          : `Move it below "${homes[0]}", one level deeper.`,
    },
    bad: `${aid}  资格 同时满足\n    在编\n    名额 3 人\n`,
    good: `${aid}  资格 同时满足\n    在编\n  名额 3 人\n`,
  }),
  misplacedItem: define<{ parent: string | undefined; allowed: readonly string[] }>({
    code: 'BF1006',
    severity: 'error',
    zh: {
      title: '这里不能写这样的行',
      message: ({ parent }) =>
        parent === undefined ? '最外层的每一行都要以关键词开头。' : `“${parent}” 之下不能再写这样的行。`,
      hint: ({ allowed }) =>
        allowed.length === 0
          ? '去掉这一行多余的缩进，或把它移到别处。'
          : `以关键词开头：${allowed.slice(0, 6).join('、')}${allowed.length > 6 ? ' 等' : ''}；或改正这一行的缩进。`,
    },
    en: {
      title: 'No such line can stand here',
      message: ({ parent }) =>
        parent === undefined
          ? 'At the outermost level every line begins with a keyword.'
          : `Nothing like this can stand below "${parent}".`,
      hint: ({ allowed }) =>
        allowed.length === 0
          ? 'Take the extra spaces off the line, or move it elsewhere.'
          : `Begin it with one of: ${allowed.slice(0, 6).join(', ')}${allowed.length > 6 ? ', …' : ''}; or correct its indent.`,
    },
    bad: `${person}  年龄 (age): 周岁\n    在编 (staff): 是否\n`,
    good: `${person}  年龄 (age): 周岁\n  在编 (staff): 是否\n`,
  }),
  headWithColon: define<{ head: string }>({
    code: 'BF1007',
    severity: 'error',
    zh: {
      title: '关键词后面不用冒号',
      message: ({ head }) => `“${head}” 是关键词，后面不用冒号；只有自己取的名称后面才用。`,
      hint: ({ head }) => `删去冒号，空一格再写：“${head} …”。`,
    },
    en: {
      title: 'A keyword takes no colon',
      message: ({ head }) => `"${head}" is a keyword and takes no colon; only names of your own do.`,
      hint: ({ head }) => `Delete the colon: "${head} …".`,
    },
    bad: `${aid}  资格: 在编\n`,
    good: `${aid}  资格 在编\n`,
  }),
  missingColon: define<{ label: string }>({
    code: 'BF1008',
    severity: 'error',
    zh: {
      title: '名称后面少了冒号',
      message: ({ label }) => `“${label}” 是这一行的名称，后面少了冒号。`,
      hint: ({ label }) => `写成 “${label}: …”。`,
    },
    en: {
      title: 'A colon is missing after a name',
      message: ({ label }) => `"${label}" names this line; the colon after it is missing.`,
      hint: ({ label }) => `Write "${label}: …".`,
    },
    bad: `${head}\n主体 人 (person)\n  年龄 (age) 周岁\n`,
    good: `${person}  年龄 (age): 周岁\n`,
  }),
  missingLabel: define<{ example: string }>({
    code: 'BF1009',
    severity: 'error',
    zh: {
      title: '这一行要先写名称',
      message: () => '这里的每一行都要有名称，名称后面写冒号。',
      hint: ({ example }) => `例如 “${example}”。`,
    },
    en: {
      title: 'The line needs a name first',
      message: () => 'Every line here begins with a name and a colon.',
      hint: ({ example }) => `For example "${example}".`,
    },
    bad: `${head}\n程序 申领 (claim)\n  由 乡镇\n`,
    good: `${head}\n程序 申领 (claim)\n  初审 (review): 由 乡镇\n`,
  }),
};
