import { compile, evaluator } from '../../compiler/index.ts';
import type { Decision, ProgrammeDecision } from '../../runtime/decision.ts';
import type { BoundPolicy, Events } from '../../runtime/evaluator.ts';

export interface Run {
  readonly asOf?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly circumstances?: Readonly<Record<string, unknown>>;
  readonly events?: Events;
}

type Facts = Readonly<Record<string, unknown>>;

/** The policy, bound; findings of the compiler are thrown with their text so that a test shows them. */
export function bind(text: string, run: Run = {}): BoundPolicy {
  const { policy, diagnostics } = compile({ path: 'test.policy', text });
  if (!policy)
    throw new Error(
      diagnostics.map((d) => `${d.code} ${text.slice(d.span.start, d.span.end)}: ${d.en.message}`).join('\n'),
    );
  const { asOf = '2024-06-01', parameters, circumstances } = run;
  return evaluator(policy).bind({
    asOf,
    ...(parameters && { parameters }),
    ...(circumstances && { circumstances }),
  });
}

export function decision(text: string, facts: Facts, run: Run = {}): Decision {
  return bind(text, run).decide(facts, run.events);
}

/** The only programme of a policy, decided. */
export function decided(text: string, facts: Facts, run: Run = {}): ProgrammeDecision {
  const [programme] = Object.values(decision(text, facts, run).programmes);
  if (!programme) throw new Error('the policy has no programme');
  return programme;
}

/** A policy whose subject has facts of every kind and whose only programme has this condition. */
export function condition(line: string, more = ''): string {
  return `${head}\n${more}\n项目 补助 (aid)\n  资格 ${line}\n`;
}

export const head = `方案 例 (example)
  参数 首年 (firstYear): 年份
  参数 截止日 (closing): 日期

单位 学期 (term) = 1/2 年

情境
  预警 (warnings): 列表
    日期 (date): 日期
    颜色 (colour): 橙 (orange) | 红 (red)

主体 人 (person)
  生日 (birthDate): 日期
  去世日期 (deathDate): 日期 可无
  性别 (sex): 男 (male) | 女 (female)
  负债 (debt): 金额 从 0 元
  学期数 (terms): 学期 从 0 至 120
  年限 (years): 年 从 0 至 60
  城市 (city): 文字
  在岗 (working): 是否
  有病 (ill): 是否
  级别 (grade): 低 (low) < 中 (middle) < 高 (high)
  受助日期 (aidDates): 日期 列表
  费用 (costs): 列表
    日期 (date): 日期
    金额 (amount): 金额 从 0 元
  材料 (papers): 多选
    身份证 (idCard) | 户口簿 (hukouBook) | 诊断 (diagnosis)
`;

export function outcome(line: string, facts: Facts, run: Run = {}): string {
  return decided(condition(line), facts, run).outcome;
}
