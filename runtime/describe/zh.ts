import type { Range } from '../decision.ts';
import type { Per } from '../types.ts';
import { reasonZh, warningZh } from './reasons-zh.ts';
import type { Words } from './words.ts';
import { yuan } from './yuan.ts';

const PER: { readonly [per in Per]: string } = {
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
};

const range = (low: string | null, high: string | null): string => {
  if (low === null && high === null) return '未定';
  if (low === null) return `${high} 以下`;
  if (high === null) return `${low} 以上`;
  return low === high ? low : `${low}–${high}`;
};

function money({ min, max }: Range): string {
  const [low, high] = [yuan(min), yuan(max)];
  if (low === null && high === null) return '金额未定';
  if (low === null) return `${high} 元以下`;
  return high === null ? `${low} 元以上` : `${range(low, high)} 元`;
}

const count = (end: Range['min']): string | null => (end === null ? null : String(end));

export const zh: Words = {
  outcome: { eligible: '符合', ineligible: '不符合', undetermined: '尚不能确定' },
  truth: { yes: '是', no: '否', unknown: '未知' },
  heading: {
    why: '逐条依据',
    exclusions: '排除情形',
    selection: '名额',
    amount: '档次和金额',
    choice: '择一',
    grants: '其他待遇',
    shares: '经费分担',
    routes: '转办',
    documents: '材料',
    deadlines: '期限',
    open: '还缺什么',
    change: '怎样会改变',
    procedures: '办理进度',
    duty: '义务',
    target: '指标',
    warnings: '数据提示',
  },
  title: (policy) => policy,
  decidedFor: (date, version) => `判定日 ${date}，方案版本 ${version}`,
  inForce: { yes: '方案在有效期内', no: '判定日不在方案有效期内', unknown: '不能确定方案是否在有效期内' },
  programme: (name, outcome) => `${name}：${outcome}`,
  group: (op, n) => ({ all: '同时满足', any: '满足其一', none: '均不满足', atLeast: `满足 ${n} 项以上` })[op],
  unnamed: (facts) => (facts.length === 0 ? '本条' : `关于${facts.join('、')}`),
  cites: (cites) => `（依据 ${cites.join('、')}）`,
  mark: (text, truth) => `[${truth}] ${text}`,
  notApplicable: '不适用',
  liftedBy: (exception) => `因例外“${exception}”免除`,
  noExclusion: '没有排除情形',
  money,
  rate: (amount, per) => `${per.map((each) => PER[each]).join('')} ${amount}`.trim(),
  times: (amount, { min, max }) =>
    max === null && min === 0 ? `${amount} × 次数未知` : `${amount} × ${range(count(min), count(max))} 次`,
  total: (amount) => `合计 ${amount}`,
  absent: { yes: '所依据的数额不存在，所以没有金额', perhaps: '所依据的数额可能不存在' },
  months: (from, to, settled) => {
    const start = from === undefined ? '' : from === null ? '起始月未定' : `自 ${from} 起`;
    const end = to !== null ? `至 ${to} 止` : settled ? '持续发放' : '终止月未定';
    return [start, end].filter((part) => part !== '').join('，');
  },
  on: (dates) => `发放于 ${dates.join('、')}`,
  tier: (row, possible) =>
    row !== null
      ? `档次：${row}`
      : possible.length === 0
        ? '没有适用的档次'
        : `可能的档次：${possible.join('、')}`,
  choice: (by, others, outcome) =>
    `与${others}${{ highest: '择一取高', inOrder: '按先后择一', unspecified: '不得重复享受' }[by]}：${outcome}`,
  paid: { yes: '发本项', no: '不发本项', unknown: '发哪一项尚不能确定' },
  notPaid: (kind, paid) =>
    `发“${paid}”，${{ lower: '它的金额较高', equal: '金额相等，它写在前面', later: '它排在前面' }[kind]}，本项不发`,
  benefit: (name, source) => `已享受“${name}”${source === undefined ? '' : `（${source}）`}，不得重复`,
  worth: (name, amount, source) => {
    const about = [amount, source].filter((part) => part !== null && part !== undefined);
    return `“${name}”${about.length === 0 ? '' : `（${about.join('，')}）`}`;
  },
  share: (payer, share) => `${payer} ${share}`,
  selected: { selected: '入选', notSelected: '未入选', undetermined: '是否入选尚不能确定' },
  stage: (stage, result) => `${stage}：${result}`,
  stageResult: { in: '在名额内', out: '在名额外', undetermined: '尚不能确定', notInPool: '不参加排名' },
  rank: (best, worst) => (best === worst ? `第 ${best} 名` : `第 ${best} 至 ${worst} 名之间`),
  places: ({ min, max }) => `名额 ${range(count(min), count(max))}`,
  cutOff: (keys) => `入选末位 ${keys.join('、')}`,
  refer: (to) => `转${to}`,
  paper: (name, form, copies) =>
    `${name}${{ original: '原件', copy: '复印件', both: '原件和复印件', held: '' }[form]}${copies === 1 ? '' : ` ${copies} 份`}`,
  byChannel: (paper, channel) => `${paper}（${channel}的）`,
  held: (paper, by) => `${paper}：不必提交${by === undefined ? '' : `，由${by}提供`}`,
  paperState: { missing: '未交', unsure: '是否已交不明' },
  allPapers: '应交材料已齐',
  deadline: (name, due) => (due === null ? name : `${name}：最后一日 ${due}`),
  deadlineState: { met: '已按期', missed: '已逾期', open: '尚在期内', undetermined: '尚不能确定' },
  late: { forfeit: '逾期视为放弃', refuse: '逾期不予受理', record: '' },
  ask: (facts) => `请申请人提供：${facts.join('、')}`,
  reason: reasonZh,
  because: (reasons) => `（${reasons.join('；')}）`,
  change: (rule, to) => `“${rule}”变为${to === 'yes' ? '是' : '否'}`,
  step: (name, state, actor) => `${name}${actor === undefined ? '' : `（${actor}）`}：${state}`,
  stepState: {
    done: '已完成',
    late: '逾期完成',
    open: '待办',
    overdue: '已逾期未办',
    waiting: '等待前一步',
    undetermined: '尚不能确定',
    notApplicable: '不适用',
  },
  due: (date) => `期限 ${date}`,
  done: (start, end) => (start === end || start === null ? `${end}` : `${start} 至 ${end ?? '今'}`),
  waitsFor: (steps) => `须先完成 ${steps.join('、')}`,
  next: '下一步',
  dutyState: {
    met: '已履行',
    breached: '违反',
    notDue: '未到期',
    notApplicable: '不适用',
    undetermined: '尚不能确定',
  },
  periods: (state, named, more) => `${state}：${named.join('、')}${more === 0 ? '' : `，另有 ${more} 期`}`,
  fromTo: (from, to) => `${from} 至 ${to}`,
  excusedBy: (exception) => `因“${exception}”免除`,
  warning: warningZh,
  list: (items) => items.join('，'),
};
