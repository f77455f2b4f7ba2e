import { describe, expect, it } from 'vitest';
import { asNumber, read } from '../../runtime/access.ts';
import { date, month } from '../../runtime/dates.ts';
import type { Reason } from '../../runtime/decision.ts';
import { describe as describeDecision, describeText } from '../../runtime/describe/describe.ts';
import { en } from '../../runtime/describe/en.ts';
import { zh } from '../../runtime/describe/zh.ts';
import { exact } from '../../runtime/exact.ts';
import { condition, group } from '../../runtime/nodes.ts';
import { day, fact, holds, line, meta, policy, programme, rule } from './kit.ts';

const facts = [
  fact('local', 'bool'),
  fact('ill', 'bool', { determiner: '医院' }),
  fact('rich', 'bool'),
  fact('received', 'date', { optional: true }),
  fact('visits', { t: 'list', of: { t: 'date' } }),
];
const POLICY = meta(facts, {
  id: 'aid',
  version: 'sha256:0123456789abcdef',
  source: '帮扶方案',
  names: {
    aid: { zh: '困难帮扶', en: 'aid' },
    help: { zh: '生活补助', en: 'help' },
    eligible: { zh: '资格', en: 'eligible' },
    local: { zh: '本地户籍', en: 'local' },
    ill: { zh: '患病', en: 'ill' },
    rich: { zh: '有车', en: 'rich' },
    received: { zh: '收件日期', en: 'received' },
    visits: { zh: '走访', en: 'visits' },
    materials: { zh: '报送材料', en: 'materials' },
    rate: { zh: '标准', en: 'rate' },
    claim: { zh: '申领', en: 'claim' },
    check: { zh: '初审', en: 'check' },
    posting: { zh: '公示', en: 'posting' },
    idCard: { zh: '身份证', en: 'idCard' },
  },
  parameters: [{ id: 'rate', type: { t: 'money' }, determiner: '市' }],
});

const evaluator = policy(
  POLICY,
  [
    programme({
      eligible: (c) =>
        group(rule('eligible', ['一']), 'all', [
          line(c, 'local'),
          group(rule('nameless'), 'any', [
            line(c, 'ill'),
            condition({ id: 'x.1', cites: ['二'], reads: ['rich'] }, holds(c, 'rich')),
          ]),
        ]),
      excluded: [(c) => condition(rule('rich', ['三']), holds(c, 'rich'))],
      amounts: [
        {
          id: 'monthly',
          cites: ['四'],
          per: ['person', 'month'],
          base: (c) => asNumber(read(c.parameters, 'rate')),
          payFrom: () => month('2024-01'),
        },
        {
          id: 'visit',
          cites: [],
          per: ['person', 'event'],
          base: () => 123_450,
          events: { first: false, dates: (c) => read(c.facts, 'visits') as never },
        },
      ],
      documents: [{ id: 'idCard', cites: [], form: 'copy', copies: 2, submitted: () => false }],
      deadlines: [
        {
          id: 'materials',
          cites: ['五'],
          date: (c) => day(c, 'received'),
          span: () => ({ lo: null, loIn: true, hi: date('2024-10-31'), hiIn: true }),
          late: 'forfeit',
        },
      ],
      shares: () => ({
        parts: [
          { payer: '省', share: exact('1/3') },
          { payer: '市', share: exact('2/3') },
        ],
        reasons: [],
      }),
    }),
  ],
  {
    procedures: [
      {
        id: 'claim',
        steps: [
          { id: 'check', cites: [], actor: '乡镇', needsSteps: [], due: [], late: 'record' },
          {
            id: 'posting',
            cites: [],
            needs: (c) => c.outcome('check', 'done'),
            needsSteps: ['check'],
            due: [],
            late: 'record',
          },
        ],
      },
    ],
  },
);
const decide = (row: object, parameters: object = {}) =>
  evaluator.bind({ asOf: '2024-05-01', parameters: { ...parameters } }).decide({ ...row }, {});
const lines = (text: string) => text.split('\n').map((one) => one.trim());

describe('a description', () => {
  it('is a whole text in Chinese', () => {
    const decision = decide(
      { local: true, rich: false, received: null, visits: ['2024-03-01'] },
      { rate: 800 },
    );
    expect(describeText(decision, POLICY, 'zh')).toBe(`困难帮扶
判定日 2024-05-01，方案版本 0123456789ab
方案在有效期内
帮扶方案

生活补助：尚不能确定
  逐条依据
    [未知] 资格 · 同时满足（依据 一）
      [是] 本地户籍
      [未知] 满足其一
        [未知] 患病（待 医院 认定或确定：患病）
        [否] 关于有车（依据 二）
  排除情形
    没有排除情形
  档次和金额
    每人每月 800 元，自 2024-01 起，持续发放（依据 四）
    每人每次 1,234.5 元 × 1 次，合计 1,234.5 元，发放于 2024-03-01
  经费分担
    省 1/3，市 2/3
  材料
    [未交] 身份证复印件 2 份
  期限
    报送材料：最后一日 2024-10-31，尚在期内，逾期视为放弃（依据 五）
  还缺什么
    待 医院 认定或确定：患病
    等待 报送材料，至 2024-10-31 为止

  办理进度 · 申领
    初审（乡镇）：待办，下一步
    公示：等待前一步，须先完成 初审
`);
  });

  it('is the same in English', () => {
    const decision = decide({ ill: true, rich: false, received: '2024-04-01' });
    expect(describeText(decision, POLICY, 'en')).toBe(`aid
Decided for 2024-05-01, policy version 0123456789ab
The policy is in force
帮扶方案

help: cannot be determined yet
  Rule by rule
    [unknown] eligible · all of (clause 一)
      [unknown] local (local is missing)
      [yes] any of
        [yes] ill
        [no] about rich (clause 二)
  Exclusions
    none applies
  Tier and amount
    an amount not settled per person per month, from 2024-01, without end (clause 四) (to be determined by 市: rate)
    1,234.5 yuan per person each time × an unknown number of times (visits is missing)
  Who pays
    省 1/3, 市 2/3
  Documents
    [not handed in] idCard, copy × 2
  Deadlines
    materials: last day 2024-10-31, met, late means forfeited (clause 五)
  What is missing
    Ask the applicant for: local

  Progress · claim
    check (乡镇): open, next
    posting: waiting, first needs check
`);
  });

  it('says what would change a refusal, by the names of the rules', () => {
    const text = describeText(
      decide({ local: false, ill: false, rich: true, received: '2024-04-01', visits: [] }),
      POLICY,
      'zh',
    );
    expect(lines(text)).toContain('“本地户籍”变为是');
    expect(lines(text)).toContain('“有车”变为否');
    expect(lines(text)).toContain('[是] 有车（依据 三）');
    expect(text).not.toContain('档次和金额');
  });

  it('comes in sections too', () => {
    const { title, sections } = describeDecision(decide({ local: true }), POLICY, 'zh');
    expect(title).toBe('困难帮扶');
    expect(sections.map((section) => section.title)).toEqual(['生活补助：尚不能确定', '']);
  });
});

describe('the words', () => {
  const range = (min: number | null, max: number | null) => ({ min, max });

  it('print money in yuan, exact, ranges and open ends', () => {
    expect(zh.money(range(80_000, 80_000))).toBe('800 元');
    expect(zh.money(range(70_000, 90_000))).toBe('700–900 元');
    expect(zh.money(range(5, null))).toBe('0.05 元以上');
    expect(zh.money(range(null, 100))).toBe('1 元以下');
    expect(zh.money({ min: '90071992547409910001', max: '90071992547409910001' })).toBe(
      '900,719,925,474,099,100.01 元',
    );
    expect(en.money(range(80_000, 80_000))).toBe('800 yuan');
    expect(en.money(range(70_000, null))).toBe('at least 700 yuan');
    expect(en.months('2024-01', null, false)).toBe('from 2024-01, last month not settled');
    expect(zh.months(null, '2024-05', true)).toBe('起始月未定，至 2024-05 止');
    expect(zh.times('200 元', range(0, null))).toBe('200 元 × 次数未知');
    expect(zh.times('200 元', range(1, 2))).toBe('200 元 × 1–2 次');
  });

  it('say every kind of reason in both languages', () => {
    const reasons: readonly Reason[] = [
      { kind: 'missing', fact: 'f' },
      { kind: 'determination', by: 'b', fact: 'f' },
      { kind: 'determination', by: 'b', parameter: 'p', key: 'k' },
      { kind: 'determination', by: 'b', what: 'w' },
      { kind: 'parameter', parameter: 'p', key: 'k' },
      { kind: 'waiting', step: 's', until: '2024-01-01' },
      { kind: 'waiting', step: 's', until: null },
      { kind: 'unspecified', at: 'a', text: 't' },
      { kind: 'contradiction', at: 'a', text: 't' },
      { kind: 'calendar', through: '2026-12-27' },
      { kind: 'population', stage: 's' },
      { kind: 'data', problem: 'divisionByZero', at: 'a' },
    ];
    const named = (id: string) => `<${id}>`;
    expect(reasons.map((reason) => zh.reason(reason, named))).toEqual([
      '缺 <f>',
      '待 b 认定或确定：<f>',
      '待 b 认定或确定：<p>（k）',
      '待 b 认定或确定：<w>',
      '参数尚未给定：<p>（k）',
      '等待 <s>，至 2024-01-01 为止',
      '等待 <s>',
      '原文未规定：t',
      '原文自相矛盾：t',
      '历表和放假安排只公布到 2026-12-27',
      '取决于其他申请人，须全部申请人一并排定',
      '数据有误：分母为零',
    ]);
    const english = reasons.map((reason) => en.reason(reason, named));
    expect(new Set(english).size).toBe(reasons.length);
    expect(english[0]).toBe('<f> is missing');
    expect(english[4]).toBe('parameter not given: <p> (k)');
  });

  it('name the day, the rank and the places of a selection', () => {
    expect(zh.rank(3, 3)).toBe('第 3 名');
    expect(zh.rank(2, 5)).toBe('第 2 至 5 名之间');
    expect(en.places({ min: 2, max: null })).toBe('places: at least 2');
    expect(
      zh.warning({ path: 'visits[1]', problem: 'afterDecisionDate', detail: '2024-06-01' }, (id) => id),
    ).toBe('visits[1] 的日期 2024-06-01 在判定日之后，未计入');
  });
});
