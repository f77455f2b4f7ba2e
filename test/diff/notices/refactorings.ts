import { formatSource } from '../../../compiler/index.ts';
import { fromDisk } from '../../policies/reading.ts';
import { type NoticePair, pathOf, textOf } from './kit.ts';

function inEnglish(notice: string): string {
  const { text } = formatSource(
    { path: pathOf(notice), text: textOf(notice) },
    { language: 'en', read: fromDisk },
  );
  if (text === null) throw new Error(`${notice} has no English form`);
  return text;
}

/** The blocks of a notice that begin with a word, the other way round. */
function turned(notice: string, word: string): readonly [string, string] {
  const blocks = textOf(notice).split(/\n\n(?=\S)/);
  const own = blocks.filter((block) => block.startsWith(word)).reverse();
  const made = blocks.map((block) => (block.startsWith(word) ? (own.shift() ?? block) : block));
  return [textOf(notice), made.join('\n\n')];
}

/** Nothing that decides is told of these, and every part means the same. */
export const refactorings: readonly NoticePair[] = [
  ...['03', '07', '10', '15', '19'].map((notice) => ({
    notice,
    title: 'in English',
    edits: [[textOf(notice), inEnglish(notice)] as const],
    zh: [],
    changed: [],
  })),
  {
    notice: '02',
    title: 'programmes in another order',
    edits: [turned('02', '项目')],
    zh: [],
    changed: [],
  },
  {
    notice: '11',
    title: 'duties in another order',
    edits: [turned('11', '义务')],
    zh: [],
    changed: [],
  },
  {
    notice: '17',
    title: 'procedures in another order',
    edits: [turned('17', '程序')],
    zh: [],
    changed: [],
  },
  {
    notice: '19',
    title: 'lines in another order',
    edits: [
      [
        '    招考单位 (recruitsByExam): 笔试单位                              依据 二.三.2\n    岗位条件 (postConditions): 符合岗位条件                          依据 一.2, 二.二.1\n',
        '    岗位条件 (postConditions): 符合岗位条件                          依据 一.2, 二.二.1\n    招考单位 (recruitsByExam): 笔试单位                              依据 二.三.2\n',
      ],
    ],
    zh: [],
    changed: [],
  },
  {
    notice: '15',
    title: 'rows in another order',
    edits: [
      [
        '    20 年 至 29 年: 每人每月 800 元                                  依据 四.5\n    10 年 至 19 年: 每人每月 700 元                                  依据 四.6\n',
        '    10 年 至 19 年: 每人每月 700 元                                  依据 四.6\n    20 年 至 29 年: 每人每月 800 元                                  依据 四.5\n',
      ],
    ],
    zh: [],
    changed: [],
  },
  {
    notice: '18',
    title: 'lines of a count in another order',
    edits: [
      [
        '  列省级大病 (onIllnessList): 帮扶类别 含 省级大病帮扶\n  列省级温暖 (onWarmthList): 帮扶类别 含 省级送温暖\n',
        '  列省级温暖 (onWarmthList): 帮扶类别 含 省级送温暖\n  列省级大病 (onIllnessList): 帮扶类别 含 省级大病帮扶\n',
      ],
    ],
    zh: [],
    changed: [],
  },
  {
    notice: '01',
    title: 'a bound in other words',
    edits: [['负债金额 30000 元 以上', '负债金额 不低于 3 万元']],
    zh: [],
    changed: [],
  },
  {
    notice: '04',
    title: 'a definition written out',
    edits: [
      ['定义 帮扶资金 (fund) = 3000 元                                       依据 三.2a\n', ''],
      ['每户一次性 帮扶资金 ', '每户一次性 3000 元 '],
      ['每户每年 帮扶资金 ', '每户每年 3000 元 '],
      ['(fundDelivered): 已提供帮扶资金 不低于 帮扶资金', '(fundDelivered): 已提供帮扶资金 不低于 3000 元'],
      ['每年 已提供帮扶资金 不低于 帮扶资金', '每年 已提供帮扶资金 不低于 3000 元'],
    ],
    zh: [
      'definitionRemoved | 帮扶资金：删去定义：3000 元',
      'amountChanged | 结对帮扶 › 一次给付：金额：帮扶资金 → 3000 元',
      'amountChanged | 结对帮扶 › 每年给付：金额：帮扶资金 → 3000 元',
      'conditionRestated | 资金到位：换一种写法，意思不变：已提供帮扶资金 不低于 帮扶资金 → 已提供帮扶资金 3000 元 以上',
      'conditionRestated | 每年资金到位：换一种写法，意思不变：已提供帮扶资金 不低于 帮扶资金 → 已提供帮扶资金 3000 元 以上',
    ],
    changed: [],
  },
  {
    notice: '11',
    title: 'a definition taken out of two lines',
    edits: [
      ['定义 较轻 (lightEnough)', '定义 抗管 (defiant) = 违反规定 不为 不服从管理\n定义 较轻 (lightEnough)'],
      ['        当 违反规定 不为 不服从管理 ', '        当 抗管 '],
    ],
    zh: [
      'definitionAdded | 抗管：新增定义：非 (违反规定 为 不服从管理)',
      'whenChanged | 派出所处置 › 资格 › 违规或不服从：适用情形改变：非 (违反规定 为 不服从管理) → 抗管',
    ],
    changed: [],
  },
  {
    notice: '06',
    title: 'comments and blank lines',
    edits: [['# 没有种类、数额，也没有由谁决定\n', '# 种类另定\n\n\n']],
    zh: [],
    changed: [],
  },
  {
    notice: '16',
    title: 'another Chinese name of a fact',
    edits: [
      ['  是否暂缺资金 (lacksFunds)', '  缺少资金 (lacksFunds)'],
      ['(shortOfFunds): 是否暂缺资金', '(shortOfFunds): 缺少资金'],
    ],
    zh: ['labelChanged | 名称改变：是否暂缺资金 → 缺少资金'],
    changed: [],
  },
  {
    notice: '13',
    title: 'what is kept as it is',
    edits: [
      [
        '定义 高温作业 (heatWork) = 作业环境 属于 {室外露天作业, 室内高温岗位}',
        '定义 高温作业 (heatWork) = 作业环境 属于 {室内高温岗位, 室外露天作业}',
      ],
    ],
    zh: [],
    changed: [],
  },
];
