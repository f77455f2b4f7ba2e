import type { EffectKind, Group } from '../../../compiler/index.ts';
import { figure } from '../figure.ts';
import { comparison } from './comparison.ts';

const groups: { readonly [group in Group]: string } = {
  winner: '受益',
  loser: '受损',
  mixed: '有得有失',
  opened: '变为不能确定',
  other: '其他变化',
  unchanged: '不变',
};

const effects: { readonly [kind in EffectKind]: string } = {
  becomesEligible: '变为符合',
  becomesIneligible: '变为不符合',
  selected: '因名次变化入选',
  dropped: '因名次变化落选',
  opened: '变为不能确定',
  settledIn: '由不能确定变为符合',
  settledOut: '由不能确定变为不符合',
  moreMoney: '金额增加',
  lessMoney: '金额减少',
  otherMoney: '金额改变，增减不能确定',
  moneyIfEligible: '若符合，金额改变',
  otherTier: '档次改变',
  otherDates: '发放时间改变',
  otherRoute: '分流改变',
  otherPapers: '材料改变',
  otherDeadline: '期限改变',
  otherGrant: '其他待遇改变',
  otherDuty: '义务状态改变',
  begins: '新项目，得到',
  ends: '项目取消，失去',
};

export const diff = {
  heading: (before: string, after: string) => `${before} → ${after}`,
  nothing: '无',
  colon: '：',
  noPairs: '没有改变的政策文件。',
  state: {
    same: '意思没有改变',
    changed: '有改变',
    added: '新政策',
    removed: '政策删去',
    broken: '有错误，无法比较',
  },
  counts: (changes: number, decisive: number, breaking: number) =>
    `${changes} 处改变：影响结果 ${decisive} 处，影响接入程序 ${breaking} 处`,
  decisive: '影响结果的改变',
  silent: '不影响结果的改变',
  breaking: '须改接入程序',
  clause: (cites: string) => `依据 ${cites}`,
  line: (before: number | undefined, after: number | undefined) =>
    before === undefined || before === after
      ? `第 ${after} 行`
      : after === undefined
        ? `原第 ${before} 行`
        : `第 ${before} → ${after} 行`,
  untouched: (names: readonly string[]) => `意思不变的：${names.join('、')}`,
  touched: (names: readonly string[]) => `结果可能改变的：${names.join('、')}`,
  columns: {
    change: '改变',
    clause: '依据',
    line: '行',
    app: '接入程序',
    count: '人数',
    money: '金额',
    who: '何人',
  },
  app: { breaking: '须改', compatible: '兼容', invisible: '无须改' },
  summary: (policies: number, changed: number) => `比较了 ${policies} 个政策，${changed} 个有改变`,
  groups,
  effects,
  pageTitle: '政策改动审阅',
  judgement: { title: '审阅意见', hint: '写在这里，可打印', agree: '意见', name: '审阅人', date: '日期' },
  chart: {
    title: (programme: string, fact: string) => `${programme}：金额随${fact}的变化`,
    caption: (title: string, who: string) => `${title}（其余情况照 ${who}）`,
    money: (per: string) => `${per}（元）`,
    before: '改前',
    after: '改后',
    own: (who: string) => `${who} 的实际情况`,
  },
  population: {
    asOf: (date: string) => `判定日 ${date}`,
    title: (path: string, rows: number) => `按名册 ${path} 试算，共 ${figure(rows)} 人`,
    people: (count: number) => `${figure(count)} 人`,
    per: '每人',
    by: (amount: string, per: string) => `合计${per ? `（${per}）` : ''} ${amount}`,
    who: (ids: readonly string[], more: number) =>
      `${ids.join('、')}${more > 0 ? ` 等 ${figure(ids.length + more)} 人` : ''}`,
    row: (row: number) => `第 ${row} 行`,
    months: (from: string, to: string) => `${from} 至 ${to} 应发`,
    month: '月份',
    before: '改前',
    after: '改后',
    difference: '增减',
    andOpen: (count: number) => `（另有 ${figure(count)} 笔未定）`,
    total: '合计',
    unread: (rows: number) => `${rows} 行读不了，未计入`,
  },
  git: (said: string) => `git 说：${said}`,
  nothingThere: (argument: string) =>
    `“${argument}”既不是文件或文件夹，也不是 版本:路径（如 HEAD:policies/notice.policy）。`,
  notInRevision: (argument: string) => `“${argument}”：这个版本里没有这个文件。`,
  fileAgainstFolder: '一边是文件，一边是文件夹，不能比较；请两边都给文件，或都给文件夹。',
  noRepository: (argument: string) =>
    `“${argument}”要在 git 仓库里才能比较；不在仓库里时请给两个文件：bangfu diff 旧文件 新文件。`,
  noRevision: (revision: string) => `仓库里没有版本“${revision}”；可用的写法如 HEAD、HEAD~1、main、提交号。`,
  noRevisionShallow: (revision: string) =>
    `这个仓库只有最近的提交（浅克隆），没有版本“${revision}”；请取回全部历史：git fetch --unshallow，CI 里设 fetch-depth: 0 或 GIT_DEPTH: 0。`,
  noMergeBase: (a: string, b: string) => `“${a}”和“${b}”没有共同的来历，不能用“...”；请用“${a}..${b}”。`,
  noMergeBaseShallow: (a: string, b: string) =>
    `这个仓库只有最近的提交（浅克隆），找不到“${a}”和“${b}”分开的地方；请取回全部历史：git fetch --unshallow，CI 里设 fetch-depth: 0 或 GIT_DEPTH: 0。`,
  beforeOf: (path: string) => `${path}（改前）`,
  afterOf: (path: string) => `${path}（改后）`,
  usedAsNow: '引用的文件按现在的内容读；它们自己的改动用 bangfu diff 版本 才看得全。',
  onlyLibraries: '改动的只有共用的文件；要看它影响哪些政策，请用 bangfu diff 版本，如 bangfu diff HEAD。',
  comparison,
  breakdown: {
    titles: {
      fact: (name: string) => `按${name}`,
      tier: (name: string) => `${name}：按档次`,
      payer: (name: string) => `${name}：按负担者`,
    },
    columns: {
      fact: '',
      rows: '人数',
      winner: '受益',
      loser: '受损',
      eligibleBefore: '符合（改前）',
      eligibleAfter: '符合（改后）',
    },
    unknown: { fact: '未填', tier: '未定', payer: '未写明' },
    per: (from: string, to: string) => `金额为 ${from} 至 ${to} 应发`,
  },
  oneRegister: (given: readonly string[]) =>
    `${'--population 要一份名册（别的种类的记录写成 种类=文件），给的是：'}${given.join('、')}`,
  noSuchFact: (name: string, known: readonly string[]) =>
    `“${name}”不是名册里的事实；可用的：${known.join('、')}。`,
  populationNeedsOne: (count: number) =>
    `--population 一次只能试算一个政策，这里有 ${count} 个改变的政策；请用 旧文件 新文件 或 版本:路径 指明一个。`,
  populationNeedsBoth: '--population 要两个版本都能编译，且都在。',
  failNeedsPopulation: '--fail-on lose 要有 --population 名册，或 --prove。',
  notAFailure: (value: string) =>
    `“--fail-on”不能是“${value}”，可以是：lose、breaking、undecided（可用逗号连写）。`,
  notAPeriod: (value: string) => `“--period”的写法是 起月..止月，如 2025-01..2025-12；给的是“${value}”。`,
};
