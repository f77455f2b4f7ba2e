import type { OutsideWhy, Verdict } from '../../../compiler/index.ts';
import { list } from './lists.ts';

export interface Nuance {
  readonly vacuous: boolean;
  readonly expected: boolean;
  /** What each question was given. */
  readonly seconds: number;
}

const words: { readonly [verdict in Verdict]: string } = {
  proved: '已证明',
  refuted: '已推翻',
  open: '原文留白，不能证明',
  notAnalysed: '不在能证明的范围',
  undecided: '限时内没有结论',
  fault: '本程序出错：求解器与解释器不一致',
};

const outside: { readonly [why in OutsideWhy]: string } = {
  population: '要看全体记录',
  procedure: '要看程序各步骤的日期',
  duty: '要看义务是否履行',
  product: '两个不定的数相乘',
  quotient: '除以一个不定的数',
  varyingWorkdays: '工作日数或农历日期不是定数',
  yearlyDay: '每年的某日不是定数',
  keyedFact: '按键取值的资料',
  severalKeys: '按几个键取值的参数',
  reference: '要看别人的记录',
  distinct: '这类值的种数',
  years: '日期可能超出公元 1 至 9999 年',
  fractionOfPeriod: '天数或月数可能不是整数',
  payments: '按次发放的次数和总额',
  pauses: '扣除不计期间的期限',
  type: '这种类型的值',
};

export const prove = {
  prove: {
    badData: (path: string) => `${path} 旁边的 parameters.yaml 或 cases.yaml 的 base 与政策不符：`,
    questions: {
      tier: (name: string) => `「${name}」的符合者都有档次`,
      reachable: (name: string) => `有人能够符合「${name}」`,
      rows: (name: string) => `「${name}」不会有两行同时适用`,
      exceptions: (name: string) => `「${name}」的例外不会同时适用`,
      useful: (name: string) => `「${name}」的例外用得上`,
    },
    verdict: (verdict: Verdict, { vacuous, expected, seconds }: Nuance) => {
      if (verdict === 'undecided') return `${seconds} 秒内没有结论`;
      if (verdict === 'proved' && vacuous) return '已证明，但前提无人满足';
      if (verdict === 'refuted' && expected) return '已推翻，政策或案例已写明原因';
      return words[verdict];
    },
    outside,
    unasked: {
      periods: (named: string) => `没有分析，因为要对照记录逐期判断：${named}`,
      current: (named: string) => `没有分析，因为不看记录，只能判断当期：${named}`,
      once: (named: string) => `没有分析，因为义务连同期限、例外一起判断：${named}`,
      steps: (named: string) => `没有分析，因为步骤要看别的步骤的日期：${named}`,
    },
    because: (why: string, line: number, cites: readonly string[]) =>
      `没有分析：${why}（第 ${line} 行${cites.length > 0 ? `，${list(cites)}` : ''}）`,
    place: (line: number, cites: readonly string[]) =>
      `（第 ${line} 行${cites.length > 0 ? `，依据 ${list(cites)}` : ''}）`,
    tried: (count: number) =>
      `另试了 ${count} 个在界线上下的人，没有发现不成立的，或发现即列于下（不是证明）`,
    record: (number: number, changed: number) =>
      `${number > 0 ? `第 ${number} 人` : '这样的人'}：${changed === 0 ? '就是案例的基准记录' : '与案例的基准记录相比'}`,
    asCase: '可直接放进 cases.yaml：',
    asOf: '判定日',
    yes: '是',
    no: '否',
    nothing: '无',
    empty: '（空）',
    separator: '、',
    yuan: (value: string) => `${value} 元`,
    scope: (lists: number) =>
      `证明所及：资料齐全的人，日期在 1900 至 2100 年之间，参数如 parameters.yaml 所定（未定的取任何值）${lists > 0 ? `，列表不超过 ${lists} 项` : ''}`,
    summary: (counts: ReadonlyMap<Verdict, number>) =>
      [...counts].map(([verdict, count]) => `${words[verdict]} ${count} 项`).join('，') || '没有可证明的',
  },
};
