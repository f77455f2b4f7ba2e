import { define } from '../diagnostic.ts';

const using = (path: string): string =>
  `方案 例 (example)\n  引用 "${path}"\n\n主体 人 (person)\n  有病 (ill): 是否\n\n项目 补助 (aid)\n  资格 有病\n`;
const library =
  '共用 类别 (categories)\n\n枚举 特困供养 (support): 分散 (dispersed) | 集中 (institutional)\n';
const files = { 'categories.policy': library };

const pathProblems = {
  absolute: {
    zh: ['不是从这个文件所在的文件夹写起的路径', '从这个文件所在的文件夹写起'],
    en: ['does not start from the folder of this file', 'Start from the folder of this file'],
  },
  ending: {
    zh: ['不是政策文件的名称', '写出完整的文件名，连同 “.policy”'],
    en: ['is not the name of a policy file', 'Write the whole file name, ".policy" included'],
  },
} as const;

const readProblems = {
  missing: {
    zh: ['找不到这个文件', '看看文件夹和文件名有没有写错；路径从写着 “引用” 的文件所在的文件夹算起。'],
    en: [
      'There is no such file',
      'Check the folders and the name; the path starts from the folder of the file that says "use".',
    ],
  },
  outside: {
    zh: ['这个文件在本项目的文件夹以外', '把要共用的文件放进本项目的文件夹，再改路径。'],
    en: [
      'This file lies outside the folder of the project',
      'Put the file into the project and name it there.',
    ],
  },
  unreadable: {
    zh: ['这个文件读不了', '检查它能不能打开，并把它存成 UTF-8 编码。'],
    en: ['This file cannot be read', 'See whether it opens, and save it as UTF-8.'],
  },
} as const;

/** Findings about what one file uses of another. */
export const sharingDiagnostics = {
  unusablePath: define<{ written: string; why: keyof typeof pathProblems }>({
    code: 'BF2101',
    severity: 'error',
    zh: {
      title: '“引用” 的路径不能用',
      message: ({ written, why }) => `“${written}” ${pathProblems[why].zh[0]}。`,
      hint: ({ why }) => `${pathProblems[why].zh[1]}，例如 “引用 "../shared/categories.policy"”。`,
    },
    en: {
      title: 'The path after "use" cannot be used',
      message: ({ written, why }) => `"${written}" ${pathProblems[why].en[0]}.`,
      hint: ({ why }) => `${pathProblems[why].en[1]}: use "../shared/categories.policy", for example.`,
    },
    bad: using('/shared/categories.policy'),
    good: using('categories.policy'),
    files,
  }),
  noSuchFile: define<{ path: string; why: keyof typeof readProblems }>({
    code: 'BF2102',
    severity: 'error',
    zh: {
      title: '引用的文件打不开',
      message: ({ path, why }) => `${readProblems[why].zh[0]}：${path}。`,
      hint: ({ why }) => readProblems[why].zh[1],
    },
    en: {
      title: 'A file that is used cannot be opened',
      message: ({ path, why }) => `${readProblems[why].en[0]}: ${path}.`,
      hint: ({ why }) => readProblems[why].en[1],
    },
    bad: using('catagories.policy'),
    good: using('categories.policy'),
    files,
  }),
  notShared: define<{ path: string }>({
    code: 'BF2103',
    severity: 'error',
    zh: {
      title: '引用的不是共用文件',
      message: ({ path }) => `${path} 是一份方案，不是共用文件；方案里的规则只属于它自己。`,
      hint: () => '把两边都要用的单位、枚举、主体和定义移到一个以 “共用” 开头的文件里，两边都引用它。',
    },
    en: {
      title: 'The file that is used is no library',
      message: ({ path }) => `${path} is a notice and no library; the rules of a notice are its own.`,
      hint: () =>
        'Move the units, enumerations, subjects and definitions that both need to a file that begins with "library", and use it in both.',
    },
    bad: using('other.policy'),
    good: using('categories.policy'),
    files: { ...files, 'other.policy': '方案 别的 (other)\n\n主体 人 (person)\n  有病 (ill): 是否\n' },
  }),
  useCircle: define<{ circle: readonly string[] }>({
    code: 'BF2104',
    severity: 'error',
    zh: {
      title: '文件互相引用',
      message: ({ circle }) => `这些文件引用成了一圈：${circle.join(' → ')}。`,
      hint: () => '去掉其中一处 “引用”；互相要用的内容移到第三个共用文件里。',
    },
    en: {
      title: 'Files use each other',
      message: ({ circle }) => `These files use each other in a circle: ${circle.join(' → ')}.`,
      hint: () => 'Take out one "use"; move what both need to a third library.',
    },
    bad: using('first.policy'),
    good: using('categories.policy'),
    files: {
      ...files,
      'first.policy': '共用 甲 (first)\n  引用 "second.policy"\n',
      'second.policy': '共用 乙 (second)\n  引用 "first.policy"\n',
    },
  }),
  notSharable: define<{ word: string }>({
    code: 'BF2105',
    severity: 'error',
    zh: {
      title: '共用文件里不能有规则',
      message: ({ word }) => `“${word}” 不能写在共用文件里，那里只有单位、枚举、主体和定义。`,
      hint: () => '把这一段移到要用它的方案里。',
    },
    en: {
      title: 'A library holds no rules',
      message: ({ word }) =>
        `"${word}" cannot stand in a library, which holds units, enumerations, subjects and definitions only.`,
      hint: () => 'Move this block to the notice that needs it.',
    },
    bad: `${library}\n主体 人 (person)\n  有病 (ill): 是否\n\n项目 补助 (aid)\n  资格 有病\n`,
    good: `${library}\n主体 人 (person)\n  有病 (ill): 是否\n\n定义 要补助 (needsAid) = 有病\n`,
  }),
  notOptions: define<{ name: string }>({
    code: 'BF2106',
    severity: 'error',
    zh: {
      title: '枚举只列选项',
      message: ({ name }) => `枚举 “${name}” 后面要列选项，别的都不写。`,
      hint: () =>
        '例如 “枚举 供养方式 (support): 分散 (dispersed) | 集中 (institutional)”；选几个由用它的事实来写。',
    },
    en: {
      title: 'An enumeration lists options only',
      message: ({ name }) => `Enumeration "${name}" must list options and nothing else.`,
      hint: () =>
        'For example "enumeration support (供养方式): dispersed (分散) | institutional (集中)"; the facts that use it say how many are chosen.',
    },
    bad: '共用 类别 (categories)\n\n枚举 供养方式 (support): 文字\n',
    good: '共用 类别 (categories)\n\n枚举 供养方式 (support): 分散 (dispersed) | 集中 (institutional)\n',
  }),
} as const;
