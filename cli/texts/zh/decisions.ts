import { list } from './lists.ts';

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
      `审核 ${rows.toLocaleString('en')} 人${unreadable > 0 ? `，另有 ${unreadable.toLocaleString('en')} 行读不了` : ''}`,
    programme: (name: string, eligible: number, ineligible: number, undetermined: number) =>
      `${name}：符合 ${eligible.toLocaleString('en')}，不符合 ${ineligible.toLocaleString('en')}，待定 ${undetermined.toLocaleString('en')}`,
    duty: (name: string, counts: string) => `${name}：${counts}`,
    people: (name: string, count: number) => `${name} ${count.toLocaleString('en')} 人`,
    tiers: '档次：',
    noTier: '档次未定',
    money: (amount: string, per: string) => `应发合计 ${amount}${per ? `（${per}）` : ''}`,
  },
  decide: {
    progress: (rows: number) => `已审核 ${rows.toLocaleString('en')} 人`,
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
    noRow: (row: number, count: number) => `文件里只有 ${count} 个人，没有第 ${row} 个。`,
    severalRows: (path: string) => `“${path}”里不止一个人，请用 --row 指明第几个。`,
    rowUnreadable: '这一行读不了：',
  },
};
