import type { PlaceCounts } from '../shapes.ts';
import { list } from './lists.ts';

const figure = (count: number): string => count.toLocaleString('en');

export const decisions = {
  outcome: { eligible: '符合', ineligible: '不符合', undetermined: '待定' },
  selection: { selected: '入选', notSelected: '未入选', undetermined: '入选待定' },
  truth: { yes: '是', no: '否', unknown: '未知' },
  per: {
    person: '每人',
    household: '每户',
    item: '每个',
    once: '一次性',
    day: '每日',
    week: '每周',
    tenDays: '每旬',
    month: '每月',
    quarter: '每季度',
    halfYear: '每半年',
    year: '每年',
    event: '每次',
  },
  possibleTiers: (count: number) => `${count} 档都有可能`,
  columns: {
    sheet: '审核结果',
    row: '行',
    id: '编号',
    programme: '项目',
    outcome: '结果',
    selection: '入选',
    stage: '环节',
    rank: '名次',
    rankBest: '最好名次',
    rankWorst: '最差名次',
    places: '名额',
    cutOff: '入选末位',
    tier: '档次',
    tierShort: '档次',
    amount: '金额（元）',
    amountMin: '金额下限（元）',
    amountMax: '金额上限（元）',
    per: '发放单位',
    from: '起',
    to: '止',
    grounds: '理由',
  },
  grounds: {
    between: '；',
    cited: (label: string, cites: readonly string[]) =>
      cites.length > 0 ? `${label}（${list(cites)}）` : label,
    notMet: (labels: readonly string[]) => `不满足 ${list(labels)}`,
    excluded: (labels: readonly string[]) => `排除 ${list(labels)}`,
  },
  summary: {
    rows: (rows: number, unreadable: number) =>
      `审核 ${figure(rows)} 条${unreadable > 0 ? `，另有 ${unreadable.toLocaleString('en')} 行读不了` : ''}`,
    programme: (name: string, eligible: number, ineligible: number, undetermined: number) =>
      `${name}：符合 ${eligible.toLocaleString('en')}，不符合 ${ineligible.toLocaleString('en')}，待定 ${undetermined.toLocaleString('en')}`,
    duty: (name: string, counts: string) => `${name}：${counts}`,
    people: (name: string, count: number) => `${name}：${figure(count)}`,
    tiers: '档次：',
    noTier: '档次未定',
    money: (amount: string, per: string) => `应发合计 ${amount}${per ? `（${per}）` : ''}`,
    overEvents: '各次相加',
    byAmount: '其中：',
    byTier: '按档次：',
    byPayer: '按负担者：',
    noPayer: '分担未定',
    byStage: (stage: string) => `按${stage}：`,
    group: (stage: string, group: string) => (group ? `${stage}（${group}）` : stage),
    noGroup: '组别未定',
    places: (name: string, places: string, free: string, { used, open, out }: PlaceCounts) =>
      `${name}：共 ${places} 个，已用 ${figure(used)}，空余 ${free}；待定 ${figure(open)}，未入围 ${figure(out)}`,
    moreGroups: (count: number) => `……另有 ${figure(count)} 组；用 --format json 可看到全部`,
  },
  totals: {
    sheet: '合计',
    kind: '统计',
    name: '名称',
    count: '数量',
    min: '下限（元）',
    max: '上限（元）',
    placesMin: '名额下限',
    placesMax: '名额上限',
    all: '合计',
    money: '应发',
    free: '空余名额',
    amount: '应发（按金额）',
    payer: '应发（按负担者）',
    stage: '应发（按环节）',
  },
  decide: {
    progress: (rows: number) => `已审核 ${figure(rows)} 条`,
    problem: (place: string, column: string, message: string) =>
      `${place}${column ? `，“${column}”` : ''}：${message}`,
    moreProblems: (count: number) =>
      `……另有 ${count.toLocaleString('en')} 处问题未列出；用 --format ndjson 可看到全部`,
    parametersFrom: (path: string) => `参数取自 ${path}`,
    asOfToday: (date: string) => `判定日没有给出，按今天 ${date}`,
    xlsxNeedsOut: 'XLSX 是二进制文件，请用 --out 指明写到哪个文件。',
    noSubjects: (subjects: readonly string[]) =>
      `这个政策有多种主体，请用 --subject 指明：${list(subjects)}。`,
    noSuchSubject: (name: string, subjects: readonly string[]) =>
      `没有主体“${name}”，可以是：${list(subjects)}。`,
    needsData: '请给出申请人数据文件。',
    badBinding: '参数、情境或判定日有误：',
    unknownSetting: (name: string, near: string | undefined) =>
      `政策里没有参数或情境“${name}”${near ? `，是不是“${near}”？` : '。'}`,
    noOne: (who: string) => `文件里没有编号为“${who}”的人。`,
    severalOnes: (who: string) => `文件里不止一个编号为“${who}”的人，请用 --row 指明第几个。`,
    lettersProgress: (count: number) => `已写 ${figure(count)} 份`,
    letters: (count: number, path: string) => `已写 ${figure(count)} 份告知书：${path}`,
    noRow: (row: number, count: number) => `文件里只有 ${count} 个人，没有第 ${row} 个。`,
    severalRows: (path: string) =>
      `“${path}”里不止一个人，请用 --row 指明第几个，或用 --who 指明编号；要给每人一份告知书，用 --format letter、html 或 docx，并用 --out 指明文件或文件夹。`,
    rowUnreadable: '这一行读不了：',
  },
};
