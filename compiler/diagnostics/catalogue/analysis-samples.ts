import type { Words } from './samples.ts';

/** A finding that an applicant can show. */
export interface Shown {
  /** The smallest one, in words. */
  readonly example: Words | null;
}

/** Said at the end of a message. */
export const zhExample = ({ example }: Shown): string => (example ? `例如：${example.zh}。` : '');
export const enExample = ({ example }: Shown): string => (example ? ` For example: ${example.en}.` : '');

/** A notice with the facts that its lines use and no other: what is never used is itself a finding. */
export const notice = (
  facts: readonly string[],
  lines: readonly string[],
  header: readonly string[] = [],
): string =>
  [
    '方案 例 (example)',
    ...header.map((line) => `  ${line}`),
    '',
    '主体 人 (person)',
    ...facts.map((fact) => `  ${fact}`),
    '',
    ...lines,
    '',
  ].join('\n');

/** A programme for such a person. */
export const aid = (
  facts: readonly string[],
  lines: readonly string[],
  header: readonly string[] = [],
): string => notice(facts, ['项目 补助 (aid)', ...lines.map((line) => `  ${line}`)], header);

export const years = '年限 (years): 年 从 0 至 40';
export const debt = '负债 (debt): 金额 从 0 元';
export const ill = '有病 (ill): 是否';
export const birth = '生日 (birthDate): 日期';
