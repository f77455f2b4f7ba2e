import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile, type Finding, type Given, openZ3, prove, type Solver } from '../../compiler/index.ts';

let solver: Awaited<ReturnType<typeof openZ3>>;
beforeAll(async () => {
  solver = await openZ3();
});
afterAll(() => solver.close());

const head = `方案 例 (example)
  参数 首年 (firstYear): 年份
  参数 标准 (rate): 金额 从 0 元

单位 学期 (term) = 1/2 年

主体 人 (person)
  生日 (birthDate): 日期
  去世日期 (deathDate): 日期 可无
  申请日期 (appliedOn): 日期
  性别 (sex): 男 (male) | 女 (female)
  级别 (grade): 低 (low) < 中 (middle) < 高 (high)
  收入 (income): 金额 从 0 元
  负债 (debt): 金额 从 0 元
  年限 (years): 整数 从 0 至 60
  学期数 (terms): 学期 从 0 至 120
  城市 (city): 文字
  在岗 (working): 是否
  有病 (ill): 是否
  已认定 (found): 是否                                             由 街道 认定
  受助日期 (aidDates): 日期 列表
  材料 (papers): 多选
    身份证 (idCard) | 户口簿 (hukouBook)
`;

/** What differs from the plainest record, as data has it. */
function shown({ records }: Finding): string {
  return records
    .map(
      ({ changed, raw }) => changed.map((key) => `${key}=${JSON.stringify(raw.get(key))}`).join(' ') || '-',
    )
    .join(' | ');
}

function line(finding: Finding): string {
  const { verdict, vacuous, beyond, reasons, tried, detail } = finding;
  const why = [...beyond.map((one) => one.why), ...reasons.map((one) => one.kind)].join(' ');
  const parts = [verdict, vacuous ? 'vacuous' : '', shown(finding), why, tried ? 'tried' : '', detail ?? ''];
  return parts.filter((part) => part !== '').join(' ');
}

const plain: Given = { binding: { asOf: '2024-06-01', parameters: { firstYear: 2020 } }, bases: {} };

async function findings(text: string, given: Given = plain, by: Solver = solver, timeout = 10_000) {
  const { policy, diagnostics } = compile({ path: 'test.policy', text });
  if (!policy) throw new Error(diagnostics.map((d) => `${d.code} ${d.en.message}`).join('\n'));
  const found: Finding[] = [];
  for await (const finding of prove(policy, given, by, timeout)) found.push(finding);
  return found;
}

/** What comes of the one assertion of a policy with these lines. */
async function asked(claim: string, more = '', given: Given = plain): Promise<string> {
  const all = await findings(`${head}${more}\n断言\n  断 (claimed): ${claim}\n`, given);
  const found = all.find(({ question }) => question.k === 'assertion');
  return found ? line(found) : 'nothing asked';
}

const aid = `
项目 补助 (aid)
  资格 同时满足
    达到年龄 (ageReached): 生日 至今 满 60 周岁
    收入较低 (lowIncome): 收入 2000 元 以下
  排除
    在岗者 (atWork): 在岗
  档次 按 年限
    超过 30: 每人每月 900 元
    其余: 每人每月 800 元
`;

const tiers = `
项目 补助 (aid)
  资格 非 在岗
  档次 按 年限
    31 以上: 每人每月 900 元
    30: 未规定 "恰三十年没有标准"
    10 至 29: 每人每月 800 元
    其余: 每人每月 700 元
`;

describe('proved', () => {
  it.each([
    ['有病 或 非 有病', ''],
    ['凡 收入 3000 元 以上 则 收入 超过 2000 元', ''],
    ['凡 生日 至今 满 61 周岁 则 生日 至今 满 60 周岁', ''],
    ['凡 级别 为 高 则 级别 不低于 中', ''],
    ['凡 学期数 59 学期 以上 则 (学期数 折合 年 进位) 不低于 30 年', ''],
    ['凡 材料 含全部 {身份证, 户口簿} 则 材料 含 身份证', ''],
    ['凡 (次数 受助日期) 2 次 以上 则 有 受助日期', ''],
    ['(申请日期 + 1 个月) 不低于 申请日期', ''],
    ['凡 补助 符合 则 非 在岗', aid],
    ['补助 的 金额 随 年限 不减 当 年限 31 以上', tiers],
    ['凡 生日 为 1964-02-29 且 生日 至今 满 60 周岁 则 申请日期 在 1900-01-01 后(含)', ''],
    ['凡 城市 为 "甲市" 则 城市 不为 "乙市"', ''],
  ])('%s', async (claim, more) => {
    expect(await asked(claim, more)).toBe('proved');
  });

  it('of nobody, and says so', async () => {
    expect(await asked('凡 收入 低于 0 元 则 有病')).toBe('proved vacuous');
  });
});

describe('refuted by the smallest record', () => {
  it.each([
    ['收入 2000 元 以下', '', 'refuted income=2000.01'],
    ['凡 收入 2000 元 以上 则 有病', '', 'refuted income=2000'],
    ['非 (有病 且 在岗)', '', 'refuted working=true ill=true'],
    ['生日 至今 不满 60 周岁', '', 'refuted birthDate="1964-06-01"'],
    ['凡 生日 至今 满 60 周岁 则 生日 至今 满 61 周岁', '', 'refuted birthDate="1964-06-01"'],
    ['去世日期 不存在 或 去世日期 在 生日 后(含)', '', 'refuted deathDate="2024-05-31"'],
    ['级别 低于 高', '', 'refuted grade="high"'],
    ['没有 受助日期', '', 'refuted aidDates=["2024-06-01"]'],
    ['非 (材料 含全部 {身份证, 户口簿})', '', 'refuted papers=["idCard","hukouBook"]'],
    ['城市 不为 "甲市"', '', 'refuted city="甲市"'],
    ['凡 补助 符合 则 收入 低于 2000 元', aid, 'refuted birthDate="1964-06-01" income=2000'],
    ['补助 的 金额 随 年限 不增', tiers, 'refuted - | years=10'],
  ])('%s', async (claim, more, expected) => {
    expect(await asked(claim, more)).toBe(expected);
  });

  it('beside a base record only what has to differ is changed', async () => {
    const base = { person: { birthDate: '1950-01-01', income: 5000, years: 12, sex: 'female' } };
    expect(await asked('凡 补助 符合 则 收入 低于 2000 元', aid, { ...plain, bases: base })).toBe(
      'refuted income=2000',
    );
  });
});

describe('left open by the notice', () => {
  it.each([
    ['补助 的 金额 随 年限 不减', tiers, 'open - | years=30 unspecified'],
    ['凡 补助 符合 则 (补助 的 金额) 700 元 以上', tiers, 'open years=30 unspecified'],
    ['有病 或 未规定 "没有说"', '', 'open - unspecified'],
  ])('%s', async (claim, more, expected) => {
    expect(await asked(claim, more)).toBe(expected);
  });
});

describe('outside what can be proved', () => {
  it.each([
    ['(收入 × 年限) 不低于 0 元', 'notAnalysed product tried'],
    ['凡 负债 超过 0 元 则 (收入 ÷ 负债) 0% 以上', 'notAnalysed quotient tried'],
    ['凡 有病 则 (收入 × 年限) 不低于 0 元', 'notAnalysed product tried'],
  ])('%s', async (claim, expected) => {
    expect(await asked(claim)).toContain(expected);
  });

  it('is refuted all the same where a record beside a boundary shows it', async () => {
    expect(await asked('(负债 × 年限) 低于 100 元 或 年限 低于 2')).toContain('refuted');
  });
});

describe('asked of every programme', () => {
  const ofAll = async (text: string) =>
    (await findings(`${head}${text}`)).map((finding) => `${finding.question.id} ${line(finding)}`);

  it('every eligible applicant has a row, or the notice says that there is none', async () => {
    expect(await ofAll(tiers)).toEqual(['aid.reachable proved', 'aid.tier proved']);
  });

  it('an applicant without a row is shown', async () => {
    const optional = `
项目 补助 (aid)
  资格 非 在岗
  档次 按 去世日期
    在 2000-01-01 后(含): 每人每月 900 元
    在 2000-01-01 前(不含): 每人每月 800 元
`;
    expect(await ofAll(optional)).toContain('aid.tier refuted -');
  });

  it('contradictory conditions leave nobody eligible', async () => {
    const none = '\n项目 补助 (aid)\n  资格 年限 超过 30 且 年限 低于 20\n';
    expect(await ofAll(none)).toEqual(['aid.reachable refuted']);
  });
});

describe('the solver', () => {
  it('gives up when its time is over', { timeout: 10_000 }, async () => {
    const session = solver.session(300);
    session.tell(
      '(declare-const a Int)(declare-const b Int)(declare-const c Int)\n(assert (and (> a 2) (> b 2) (> c 2)))',
    );
    expect((await session.check('(assert (= (+ (* a a a) (* b b b)) (* c c c)))')).k).toBe('undecided');
    expect((await session.check('(assert (= (+ a b) c))')).k).toBe('sat');
    session.close();
  });

  it('is not asked what it cannot read', () => {
    const session = solver.session(300);
    expect(() => session.tell('(assert (= missing 1))')).toThrow(/missing/);
    session.close();
  });

  it('that does not answer in time decides nothing, and what is near the boundaries is tried', async () => {
    const slow: Solver = {
      session: () => ({
        tell: () => undefined,
        check: async () => ({ k: 'undecided' }),
        close: () => undefined,
      }),
    };
    const [found] = await findings(`${head}\n断言\n  断 (claimed): 有病 或 非 有病\n`, plain, slow);
    expect(found && line(found)).toBe('undecided tried');
  });

  it('that claims what the interpreter denies is a fault, and refutes nothing', async () => {
    const wrong: Solver = {
      session: () => ({
        tell: () => undefined,
        check: async () => ({ k: 'sat', model: new Map() }),
        close: () => undefined,
      }),
    };
    const [found] = await findings(`${head}\n断言\n  断 (claimed): 有病 或 非 有病\n`, plain, wrong);
    expect(found?.verdict).toBe('fault');
  });
});
