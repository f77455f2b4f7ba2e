import { define } from '../diagnostic.ts';
import { head } from './samples.ts';

const programmes = `${head}项目 甲补 (first)\n  金额 每人每月 300 元\n\n项目 乙补 (second)\n  金额 每人每月 200 元\n\n项目 丙补 (third)\n  金额 每人一次性 500 元\n\n`;
const choose = (mode: string, ...lines: readonly string[]): string =>
  `${programmes}择一${mode}\n${lines.map((line) => `  ${line}\n`).join('')}`;

const shared = (parameter: string): string =>
  `方案 例 (example)\n  参数 ${parameter}: 日期\n\n主体 人 (person)\n  费用 (costs): 列表\n    日期 (date): 日期\n    金额 (amount): 金额\n\n项目 补助 (aid)\n  资格 有 费用 其中 日期 在 截止日 前(含)\n`;

/** Findings about choosing between programmes and about double benefits. */
export const checkChoices = {
  choiceTooFew: define({
    code: 'BF3110',
    severity: 'error',
    zh: {
      title: '没有可择的几项',
      message: () => '这里要写几项，其中至少一项是本方案的项目。',
      hint: () => '一行一项：本方案的项目只写名称，别的待遇写 “名称 (name): 金额或条件”。',
    },
    en: {
      title: 'Nothing to choose between',
      message: () => 'Several benefits belong here, at least one of them a programme of this notice.',
      hint: () =>
        'One a line: a programme by its bare name, a benefit of another notice as "name: its amount or condition".',
    },
    bad: choose(' 取高', '甲补'),
    good: choose(' 取高', '甲补', '乙补'),
  }),
  choiceMode: define({
    code: 'BF3111',
    severity: 'error',
    zh: {
      title: '没有说择哪一项',
      message: () => '“择一” 没有说按什么择。',
      hint: () => '金额高的写 “择一 取高”，按先后的写 “择一 依次”；原文没有说的，写 “不得重复”。',
    },
    en: {
      title: 'How to choose is missing',
      message: () => '"choose one" does not say how.',
      hint: () =>
        'Write "choose one highest" or "choose one in order"; where the notice does not say, "no double benefit".',
    },
    bad: choose('', '甲补', '乙补'),
    good: choose(' 依次', '甲补', '乙补'),
  }),
  choiceTwice: define<{ name: string; line: number }>({
    code: 'BF3112',
    severity: 'error',
    zh: {
      title: '一个项目写在两处择一里',
      message: ({ name, line }) => `“${name}” 已经写在第 ${line} 行的择一或不得重复里。`,
      hint: () => '把要互相比较的都写在一处。',
    },
    en: {
      title: 'A programme in two choices',
      message: ({ name, line }) => `"${name}" stands in the choice on line ${line} already.`,
      hint: () => 'Put all that are chosen between into one block.',
    },
    bad: choose(' 取高', '甲补', '乙补', '甲补'),
    good: choose(' 取高', '甲补', '乙补'),
  }),
  choiceSubjects: define({
    code: 'BF3113',
    severity: 'error',
    zh: {
      title: '几项的对象不同',
      message: () => '择一的项目要针对同一种主体，这一项针对的是别的主体。',
      hint: () => '只在同一种主体的项目之间择一。',
    },
    en: {
      title: 'The programmes are for different subjects',
      message: () => 'A choice is between programmes for one kind of record; this one is for another.',
      hint: () => 'Choose between programmes for the same subject only.',
    },
    bad: `方案 例 (example)\n\n主体 人 (person)\n  甲 (a): 是否\n\n主体 户 (family)\n  乙 (b): 是否\n\n项目 甲补 (first) 对 人\n  金额 每人 3 元\n\n项目 乙补 (second) 对 户\n  金额 每户 3 元\n\n择一 取高\n  甲补\n  乙补\n`,
    good: choose(' 取高', '甲补', '乙补'),
  }),
  choiceNoAmount: define({
    code: 'BF3114',
    severity: 'error',
    zh: {
      title: '这一项没有金额可比',
      message: () => '取高要比金额，这一项没有金额。',
      hint: () => '按先后择的，写 “择一 依次”。',
    },
    en: {
      title: 'There is no amount to compare',
      message: () => 'The highest is found by amounts, and this one has none.',
      hint: () => 'To choose by their order write "choose one in order".',
    },
    bad: `${programmes}项目 丁 (fourth)\n  给予 慰问 (visit)\n\n择一 取高\n  甲补\n  丁\n`,
    good: `${programmes}项目 丁 (fourth)\n  给予 慰问 (visit)\n\n择一 依次\n  甲补\n  丁\n`,
  }),
  choicePeriods: define({
    code: 'BF3115',
    severity: 'error',
    zh: {
      title: '金额的周期不同，不能比高低',
      message: () => '取高的各项要按同一个周期计（都按月、都按次等），这一项不是。',
      hint: () => '按先后择的，写 “择一 依次”；周期不同的，原文要说怎样折算。',
    },
    en: {
      title: 'Amounts of different periods',
      message: () => 'Amounts are compared over one period (all monthly, all paid once …); this one is not.',
      hint: () =>
        'To choose by their order write "choose one in order"; else the notice must say how they compare.',
    },
    bad: choose(' 取高', '甲补', '丙补'),
    good: choose(' 依次', '甲补', '丙补'),
  }),
  wordOutOfPlace: define<{ word: string }>({
    code: 'BF3120',
    severity: 'error',
    zh: {
      title: '这个词不能单独用在这里',
      message: ({ word }) => `“${word}” 在这里没有所指。`,
      hint: () =>
        '“当期”“当日” 只用在 “每…” 的义务里，“当月”“次月”“当年” 跟在 “日期 的” 后面，节日跟在 “年度 的” 或 “每年” 后面。',
    },
    en: {
      title: 'This word means nothing by itself here',
      message: ({ word }) => `"${word}" has nothing to refer to here.`,
      hint: () =>
        'day and currentPeriod belong into duties that fall again and again; month, nextMonth and year follow "date\'s"; a festival follows "year\'s" or "every year".',
    },
    bad: `${head}项目 补助 (aid)\n  资格 有 受助日期 在 当月\n`,
    good: `${head}项目 补助 (aid)\n  资格 有 受助日期 在 本月\n`,
  }),
  sharedName: define<{ name: string; half: string }>({
    code: 'BF3121',
    severity: 'error',
    zh: {
      title: '与列表的字段共用一半名称',
      message: ({ name, half }) =>
        `“${name}” 的另一半名称 “${half}” 也是这个列表一个字段的名称，译成另一种语言就分不清了。`,
      hint: () => '给其中一个另起名称。',
    },
    en: {
      title: 'Half of the name is a field of the list',
      message: ({ name, half }) =>
        `"${name}" is also called "${half}", as is a field of this list: in the other language it could not be told apart.`,
      hint: () => 'Give one of them another name.',
    },
    bad: shared('截止日 (date)'),
    good: shared('截止日 (closing)'),
  }),
} as const;
