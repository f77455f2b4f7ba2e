import type { Aside, DifferenceKind } from '../../../compiler/index.ts';
import type { TruthName } from '../../../runtime/decision.ts';
import { list } from './lists.ts';

const kinds: { readonly [kind in DifferenceKind]: string } = {
  becomesEligible: '变为符合',
  becomesIneligible: '变为不符合',
  moreMoney: '金额增加',
  lessMoney: '金额减少',
  otherUnit: '改按另一单位发放',
  preferred: '择一发放，改为享受这一项',
  passedOver: '择一发放，改为享受别的一项',
  otherTier: '档次改变，金额不变',
  otherDates: '起止月份或发放日期改变',
  opened: '变为不能确定',
  settledIn: '由不能确定变为符合',
  settledOut: '由不能确定变为不符合',
  moneyOpened: '金额变为不能确定',
  moneySettled: '金额由不能确定变为确定',
  choiceOpened: '择一发放，享受哪一项变为不能确定',
  choiceSettled: '择一发放，享受哪一项由不能确定变为确定',
  ifEligible: '能否符合仍不能确定的人：如符合，档次、金额或起止月份改变',
};

const asides: { readonly [aside in Aside]: string } = {
  ranking: '名额',
  routes: '分流',
  documents: '材料',
  deadlines: '只作记录的期限',
  shares: '分担',
  grants: '其他待遇',
  inForce: '施行期间',
};

const truths: { readonly [truth in TruthName]: string } = { yes: '是', no: '否', unknown: '不能确定' };

const parts = { from: '起发月', to: '止发月', on: '发放日期' };

/** What a proof says of two versions. */
export const comparison = {
  title: '逐人比较（证明）',
  kinds,
  same: '意思相同，不必比较：人人的资格、档次、金额和起止月份不变',
  unchanged: '已证明：人人的资格、档次、金额和起止月份不变',
  /** A line of the notice that decides otherwise; `null`: it is not there. */
  flip: (name: string, was: TruthName | null, is: TruthName | null): string =>
    was === null
      ? `新增的「${name}」：${is === null ? '' : truths[is]}`
      : is === null
        ? `删去的「${name}」：${truths[was]}`
        : `「${name}」：${truths[was]} → ${truths[is]}`,
  by: '由于',
  where: '都是这样',
  range: (min: string | null, max: string | null): string =>
    min === max
      ? (min ?? '')
      : max === null
        ? `${min} 起`
        : min === null
          ? `至多 ${max}`
          : `${min} 至 ${max}`,
  notReached: (end: string) => `${end}（不含）`,
  has: (options: string) => `含 ${options}`,
  lacks: (options: string) => `不含 ${options}`,
  or: ' 或 ',
  aside: (which: readonly Aside[]) => `改了而不在比较之列：${list(which.map((one) => asides[one]))}`,
  shift: (part: 'from' | 'to' | 'on', said: string) => `${parts[part]}${said}`,
  later: (by: string) => `推后 ${by}`,
  earlier: (by: string) => `提前 ${by}`,
  set: '从无到有',
  dropped: '不再有',
  others: '不同',
  monthCount: (count: string) => `${count} 个月`,
  dayCount: (count: string) => `${count} 日`,
  total: (sum: string) => `合计 ${sum}`,
  rest: '其余的人已证明不变',
  undecided: '不能判定有没有其他人受影响',
  undecidedAll: '不能判定',
  fault: '本程序出错：求解器与解释器不一致',
  tier: (before: string, after: string) =>
    before === after ? `档次 ${before}` : `档次 ${before} → ${after}`,
  noTier: '（无）',
  witness: (changed: number): string =>
    changed === 0 ? '这样的人：就是案例的基准记录' : '这样的人，与案例的基准记录相比',
  decided: (before: string, after: string) => `改前：${before}；改后：${after}`,
  months: (from: string | null, to: string | null): string =>
    `（${from === null ? '' : `${from} 起`}${to === null ? '' : `${from === null ? '' : '，'}${to} 止`}）`,
  notChosen: '另一项发放，这项不发',
  perFirst: true as boolean,
  between: (min: string, max: string) => `${min} 至 ${max}`,
  atLeast: (min: string) => `${min} 以上`,
  atMost: (max: string) => `${max} 以下`,
  someMoney: '差额没有界限',
  about: '（约）',
  because: (why: string) => `因为${why}`,
  version: { before: '旧版', after: '新版' },
  outside: (version: string, why: string, line: number) => `${version}第 ${line} 行：${why}`,
  time: '限时内没有结论（可用 --timeout 放宽）',
  incomparable: {
    fact: (name: string) => `「${name}」两版的类型不同，没有两版都读得了的资料`,
    total: (name: string) => `「${name}」是两个不定的数相乘，而人数、次数或封顶改了`,
    subject: (name: string) => `「${name}」两版的对象不同`,
  },
  many: '不同的情形太多，没有全部列出',
  doubt: '这一处是否留白，证明说不准',
  tried: (count: number) => `另取界线上下的 ${count} 人按两版各算一遍，结果都相同（不是证明）`,
  first: (count: number) => `另取界线上下的 ${count} 人按两版各算一遍，有结果不同的（不是全部）`,
  narrowed: (names: readonly string[]) => `只看两版都读得了的资料；所填的范围有改变的：${list(names)}`,
  ranking: '名额：只比较能否符合，没有分析名次',
  scope:
    '比较所及：资料齐全的人，判定日两版相同，参数各用各版给定的；比资格、档次、金额、起止月份，不比分流、材料、分担和其他待遇；两版都不能确定的，不比其可能的金额',
  lists: (count: number) => `列表不超过 ${count} 项`,
};
