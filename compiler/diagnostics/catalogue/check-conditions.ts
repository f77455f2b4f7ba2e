import { define } from '../diagnostic.ts';
import { eligible, head, money, type Words } from './samples.ts';

/** Findings about conditions and groups of them. */
export const checkConditions = {
  notYet: define<{ what: Words }>({
    code: 'BF3015',
    severity: 'error',
    zh: {
      title: '这一版还不支持',
      message: ({ what }) => `这一版还不能处理${what.zh}。`,
      hint: () => '先去掉这一行，并在 clauses.yaml 里写明该条款未编入的理由。',
    },
    en: {
      title: 'Not supported in this version',
      message: ({ what }) => `This version cannot handle ${what.en} yet.`,
      hint: () => 'Leave the line out and give the reason in clauses.yaml.',
    },
    bad: `${eligible('生日 存在')}  名额 3 人\n    从 受助日期\n    排序 年限 从高到低\n    并列 全部进入\n`,
    good: eligible('生日 存在'),
  }),
  noSubject: define<{ what: string }>({
    code: 'BF3016',
    severity: 'error',
    zh: {
      title: '没有说是谁',
      message: ({ what }) => `“${what}” 前面缺少比较的对象。`,
      hint: ({ what }) => `写明是哪一项，例如 “负债 ${what}”。`,
    },
    en: {
      title: 'There is nothing to compare',
      message: ({ what }) => `"${what}" has nothing before it to compare.`,
      hint: ({ what }) => `Say which fact is meant, such as "debt ${what}".`,
    },
    bad: eligible('3 元 以上'),
    good: eligible('负债 3 元 以上'),
  }),
  stateOfWhat: define<{ what: string }>({
    code: 'BF3017',
    severity: 'error',
    zh: {
      title: '这个状态用在了别处',
      message: ({ what }) => `“${what}” 里的状态前面不是合适的名称。`,
      hint: () => '“符合”“入选” 用于项目，“完成”“逾期” 用于程序的步骤。',
    },
    en: {
      title: 'This state belongs to something else',
      message: ({ what }) => `In "${what}" the state does not follow a fitting name.`,
      hint: () => 'eligible and selected are asked of programmes, done and late of steps.',
    },
    bad: eligible('生日 完成'),
    good: `${eligible('生日 存在')}\n项目 续补 (more)\n  资格 补助 符合\n`,
  }),
  notOrdered: define<{ type: Words }>({
    code: 'BF3018',
    severity: 'error',
    zh: {
      title: '没有大小先后可比',
      message: ({ type }) => `${type.zh}没有大小或先后，不能这样比较或排序。`,
      hint: () => '用 “为”“属于” 比较；有先后的选项在声明时用 “<” 连接。',
    },
    en: {
      title: 'There is no order to compare by',
      message: ({ type }) => `${type.en} has no order and cannot be compared or ranked so.`,
      hint: () => 'Compare with "is" or "one of"; declare ordered options with "<".',
    },
    bad: eligible('级别 不低于 一级'),
    good: eligible('级别 为 一级'),
  }),
  cannotCompare: define<{ left: Words; right: Words; what: string; value: string }>({
    code: 'BF3019',
    severity: 'error',
    zh: {
      title: '两样东西不能比较',
      message: ({ left, right, what, value }) =>
        `${what ? `“${what}” 是` : '前面是'}${left.zh}，“${value}” 是${right.zh}，两者不能比较。`,
      hint: ({ left }) => `把后面的改成${left.zh}，或检查单位是不是写错了。`,
    },
    en: {
      title: 'Two things cannot be compared',
      message: ({ left, right, what, value }) =>
        `${what ? `"${what}"` : 'The first'} is ${left.en}, "${value}" is ${right.en}; they cannot be compared.`,
      hint: ({ left }) => `Make the second ${left.en}, or check the unit.`,
    },
    bad: eligible('负债 3 年 以上'),
    good: eligible('负债 3 元 以上'),
  }),
  elapsedNeedsBound: define<{ what: string }>({
    code: 'BF3020',
    severity: 'error',
    zh: {
      title: '“至今” 后面要写满多久',
      message: ({ what }) => `“${what} 至今” 后面没有说多久。`,
      hint: ({ what }) => `例如 “${what} 至今 满 60 周岁”“${what} 至今 不满 1 年”。`,
    },
    en: {
      title: '"to now" needs a length of time',
      message: ({ what }) => `How long "${what} to now" must be is not said.`,
      hint: ({ what }) => `For example "${what} to now at least 60 years of age".`,
    },
    bad: eligible('生日 至今 为 生日'),
    good: eligible('生日 至今 满 60 周岁'),
  }),
  notACondition: define<{ what: string; found: Words }>({
    code: 'BF3021',
    severity: 'error',
    zh: {
      title: '这里需要一个条件',
      message: ({ what, found }) => `“${what}” 是${found.zh}，不是能回答是或否的条件。`,
      hint: ({ what }) => `写完整，例如 “${what} 存在”“${what} 为 …”“${what} 3 年 以上”。`,
    },
    en: {
      title: 'A condition is needed here',
      message: ({ what, found }) => `"${what}" is ${found.en}, not something that is yes or no.`,
      hint: ({ what }) =>
        `Complete it, such as "${what} exists", "${what} is …" or "${what} at least 3 years".`,
    },
    bad: eligible('年限'),
    good: eligible('年限 3 年 以上'),
  }),
  misplaced: define<{ what: string }>({
    code: 'BF3022',
    severity: 'error',
    zh: {
      title: '这种写法不能放在这里',
      message: ({ what }) => `“${what}” 不能放在这里。`,
      hint: () => '看一看这一行的关键词后面应当写什么；集合里只能写确定的值。',
    },
    en: {
      title: 'This form does not belong here',
      message: ({ what }) => `"${what}" does not belong here.`,
      hint: () => 'See what the keyword of this line takes; sets hold fixed values only.',
    },
    bad: `${head}定义 甲 (a) = {生日}\n`,
    good: `${head}定义 甲 (a) = {"广州市"}\n`,
  }),
  emptyRule: define({
    code: 'BF3023',
    severity: 'error',
    zh: {
      title: '这一行没有内容',
      message: () => '这一行只有名称，没有写条件、金额或期限。',
      hint: () => '在冒号后写上内容，或删去这一行。',
    },
    en: {
      title: 'The line says nothing',
      message: () => 'This line has a name but no condition, amount or deadline.',
      hint: () => 'Write it after the colon, or delete the line.',
    },
    bad: `${eligible('生日 存在')}  金额\n    甲:\n`,
    good: money('每人 3 元'),
  }),
  emptyGroup: define({
    code: 'BF3024',
    severity: 'error',
    zh: {
      title: '下面没有列出条件',
      message: () => '这里说要看下面各项，下面却没有缩进的条件。',
      hint: () => '在下一行多空两格，逐行写出条件。',
    },
    en: {
      title: 'No conditions are listed below',
      message: () => 'This line points to conditions below it, but none is indented under it.',
      hint: () => 'Indent the next lines by two more spaces, one condition a line.',
    },
    bad: eligible('同时满足'),
    good: `${eligible('同时满足')}    生日 存在\n`,
  }),
  groupCount: define<{ parts: number }>({
    code: 'BF3025',
    severity: 'error',
    zh: {
      title: '要满足的项数不对',
      message: ({ parts }) => `下面共 ${parts} 项，要满足的项数应在 1 至 ${parts} 之间。`,
      hint: ({ parts }) => `改成 “满足 ${Math.max(1, parts - 1)} 项 以上” 这样的写法。`,
    },
    en: {
      title: 'The number of conditions is off',
      message: ({ parts }) => `There are ${parts} conditions; the number must be from 1 to ${parts}.`,
      hint: ({ parts }) => `Write "at least ${Math.max(1, parts - 1)} of", for example.`,
    },
    bad: `${eligible('满足 3 项 以上')}    生日 存在\n    负债 3 元 以上\n`,
    good: `${eligible('满足 1 项 以上')}    生日 存在\n    负债 3 元 以上\n`,
  }),
} as const;
