import { allowance, claim, parameters, quota, visits } from '../cli/policies.ts';

/** Policies, with one record each, that between them say everything a letter can say. */
export const files = {
  'notice.policy': allowance,
  'parameters.yaml': parameters,
  'eligible.json': '{"id": "A1", "birthDate": "1950-01-05", "localHukou": true, "monthlyIncome": 1200}',
  'ineligible.json': '{"id": "A2", "birthDate": "1970-01-05", "localHukou": true, "monthlyIncome": 2000.01}',
  'undetermined.json': '{"id": "A3", "localHukou": true, "monthlyIncome": 1200}',
  'quota/notice.policy': quota,
  'quota/one.json': '{"expense": 100, "posted": true}',
  'claim/notice.policy': claim,
  'claim/one.json': '{"listed": true}',
  'claim/events.yaml': '申请: 2024-02-27\n',
  'visits/notice.policy': visits,
  'visits/one.json': '{"visits": ["2024-01-10", "2024-03-05"], "filed": true, "paused": false}',
};

/** A policy whose every name and text means something to a browser. */
export const hostile = {
  'notice.policy': `方案 示例 (sample)
  出处 "<script>alert(1)</script> & 'x'"

主体 人 (person)
  在册 (listed): 是否

项目 补助 (aid)
  资格 同时满足
    在册条件 (onList): 在册                                          依据 一.1
  金额 每人一次性 100 元
`,
  'one.json': '{"id": "<img src=x onerror=alert(1)>\\u0007 & co", "listed": true}',
};

export type Case = readonly [name: string, ...args: string[]];

export const letters: readonly Case[] = [
  ['eligible', 'notice.policy', 'eligible.json'],
  ['ineligible', 'notice.policy', 'ineligible.json'],
  ['undetermined', 'notice.policy', 'undetermined.json'],
  ['places', 'quota', 'quota/one.json', '--as-of', '2024-03-01'],
  ['procedure', 'claim', 'claim/one.json', '--events', 'claim/events.yaml', '--as-of', '2024-03-01'],
  ['duties', 'visits', 'visits/one.json', '--as-of', '2024-04-10'],
];
