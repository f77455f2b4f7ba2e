import { define } from '../diagnostic.ts';
import { dateDiagnostics } from './syntax-dates.ts';
import { layoutDiagnostics } from './syntax-layout.ts';
import { wordDiagnostics } from './syntax-words.ts';

const head = '方案 例 (example)\n';
const person = `${head}\n主体 人 (person)\n  甲 (a): 是否\n  乙 (b): 是否\n  丙 (c): 是否\n  成绩 (score): 分\n`;
const aid = `${person}\n项目 补助 (aid)\n`;

/** Findings of the lexer and the parser: one mistake in a line, one message. */
export const syntaxDiagnostics = {
  ...layoutDiagnostics,
  ...wordDiagnostics,
  ...dateDiagnostics,
  mixedJunction: define<{ first: string; second: string }>({
    code: 'BF1060',
    severity: 'error',
    zh: {
      title: '“且” 和 “或” 混在一起',
      message: () => '“且” 和 “或” 写在同一层，读法不止一种。',
      hint: ({ first, second }) =>
        `加括号：“${first}” 还是 “${second}”？也可以分成几行，用 “同时满足”“满足其一”。`,
    },
    en: {
      title: '"and" and "or" at one level',
      message: () => '"and" and "or" stand at one level and can be read in more than one way.',
      hint: ({ first, second }) =>
        `Put brackets: "${first}" or "${second}"? Or use lines below "all of" and "any of".`,
    },
    bad: `${aid}  资格 甲 或 乙 且 丙\n`,
    good: `${aid}  资格 甲 或 (乙 且 丙)\n`,
  }),
  clauseTwice: define<{ clause: string }>({
    code: 'BF1061',
    severity: 'error',
    zh: {
      title: '同一个从句写了两次',
      message: ({ clause }) => `这一行有两个 “${clause}”。`,
      hint: () => '合并成一个，或拆成两行。',
    },
    en: {
      title: 'A clause is written twice',
      message: ({ clause }) => `This line has "${clause}" twice.`,
      hint: () => 'Make them one, or make two lines.',
    },
    bad: `${aid}  资格 同时满足\n    甲 当 乙 当 丙\n`,
    good: `${aid}  资格 同时满足\n    甲 当 乙 且 丙\n`,
  }),
  orderDirection: define<{ key: string; examples: readonly [string, string] }>({
    code: 'BF1062',
    severity: 'error',
    zh: {
      title: '排序没有说从高到低还是从低到高',
      message: ({ key }) => `“${key}” 后面没有说谁在前。`,
      hint: ({ key, examples }) =>
        `写成 “${key} ${examples[0]}” 或 “${key} ${examples[1]}”；条件写 “… 优先”。`,
    },
    en: {
      title: 'A sort key without a direction',
      message: ({ key }) => `Nothing says who comes first by "${key}".`,
      hint: ({ key, examples }) =>
        `Write "${key} ${examples[0]}" or "${key} ${examples[1]}"; after a condition, "first".`,
    },
    bad: `${aid}  名额 3 人\n    排序 成绩\n    并列 全部进入\n`,
    good: `${aid}  名额 3 人\n    排序 成绩 从高到低\n    并列 全部进入\n`,
  }),
  sideBySide: define<{ left: string; right: string }>({
    code: 'BF1063',
    severity: 'error',
    zh: {
      title: '两个名称之间缺少比较或运算',
      message: ({ left, right }) => `“${left}” 和 “${right}” 之间缺少一个词。`,
      hint: ({ left, right }) => `例如 “${left} 不低于 ${right}” 或 “${left} 且 ${right}”。`,
    },
    en: {
      title: 'Two names with nothing between them',
      message: ({ left, right }) => `A word is missing between "${left}" and "${right}".`,
      hint: ({ left, right }) => `For example "${left} at least ${right}" or "${left} and ${right}".`,
    },
    bad: `${aid}  资格 甲 且 乙 丙\n`,
    good: `${aid}  资格 甲 且 乙 且 丙\n`,
  }),
  unfinished: define<{ after: string; expected: { zh: string; en: string }; example: string }>({
    code: 'BF1064',
    severity: 'error',
    zh: {
      title: '这一行没有写完',
      message: ({ after, expected }) => `“${after}” 之后还需要${expected.zh}。`,
      hint: ({ example }) => `这样的行写成 “${example}”。`,
    },
    en: {
      title: 'The line is not finished',
      message: ({ after, expected }) => `After "${after}" the line still needs ${expected.en}.`,
      hint: ({ example }) => `Such a line reads "${example}".`,
    },
    bad: `${aid}  资格 甲 且\n`,
    good: `${aid}  资格 甲 且 乙\n`,
  }),
  unexpected: define<{ found: string; expected: { zh: string; en: string }; example: string }>({
    code: 'BF1065',
    severity: 'error',
    zh: {
      title: '这里读不下去',
      message: ({ found, expected }) => `读到 “${found}” 读不下去，这里需要${expected.zh}。`,
      hint: ({ example }) => `这样的行写成 “${example}”。`,
    },
    en: {
      title: 'The line cannot be read from here',
      message: ({ found, expected }) => `"${found}" cannot stand here; what can is ${expected.en}.`,
      hint: ({ example }) => `Such a line reads "${example}".`,
    },
    bad: `${aid}  资格 甲 且 或 乙\n`,
    good: `${aid}  资格 甲 且 乙\n`,
  }),
  rangeStart: define({
    code: 'BF1066',
    severity: 'error',
    zh: {
      title: '区间的起点写法不对',
      message: () => '“… 至 …” 的前面只能写 “超过”（不含起点），或者什么也不写（含起点）。',
      hint: () => '写成 “10 元 至 20 元” 或 “超过 10 元 至 20 元”。',
    },
    en: {
      title: 'A range cannot begin like this',
      message: () => 'Before "… to …" only "over" may stand (start excluded), or nothing (start included).',
      hint: () => 'Write "10 yuan to 20 yuan" or "over 10 yuan to 20 yuan".',
    },
    bad: `${aid}  资格 成绩 低于 10 分 至 20 分\n`,
    good: `${aid}  资格 成绩 超过 10 分 至 20 分\n`,
  }),
};

/** No mistake of the author's, so no example can yield it. */
export const formatterFault = define({
  code: 'BF1090',
  severity: 'error',
  zh: {
    title: '排版器自身的错误',
    message: () => '排版后的文件和原文件意思不同，没有写出。',
    hint: () => '这是程序的错误，请把这个文件报告给维护者。',
  },
  en: {
    title: 'A fault of the formatter',
    message: () => 'The formatted text would not mean the same; it was not written.',
    hint: () => 'This is a fault of the program: please report the file to the maintainers.',
  },
  bad: '',
  good: '',
});
