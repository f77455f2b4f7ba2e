import type { HoleRules } from '../rules.ts';

/** Whether a place of a policy holds a hole (`未规定`, `由 X 确定`) and no rule. */
export const isHole = (rules: unknown): rules is HoleRules =>
  typeof rules === 'object' && rules !== null && 'hole' in rules;
