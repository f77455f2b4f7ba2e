import { asNumber, asText, read } from '../../runtime/access.ts';
import { definePolicy } from '../../runtime/evaluator/policy.ts';
import type { Evaluator } from '../../runtime/evaluator.ts';
import { condition, group } from '../../runtime/nodes.ts';
import type { Case, Implementation, ProgrammeRules, RuleMeta, RuleNode } from '../../runtime/rules.ts';
import { truthOf } from '../../runtime/truth.ts';
import type { FactMeta, PolicyMeta, Type } from '../../runtime/types.ts';
import type { Exact, Maybe, Truth } from '../../runtime/value.ts';

// Policies written by hand as closures: what the evaluator makes of rules, whoever made the rules.

export const fact = (
  id: string,
  t: Type | 'bool' | 'int' | 'date' | 'money',
  more: Partial<FactMeta> = {},
): FactMeta => ({
  id,
  type: typeof t === 'string' ? { t } : t,
  optional: false,
  ...more,
});

export const meta = (facts: readonly FactMeta[], more: Partial<PolicyMeta> = {}): PolicyMeta => ({
  id: 'aid',
  names: {},
  version: 'v1',
  subjects: [{ id: 'person', facts }],
  circumstances: [],
  parameters: [],
  enums: [],
  units: [],
  ...more,
});

export const rule = (id: string, cites: readonly string[] = []): RuleMeta => ({ id, cites, reads: [id] });

/** The truth of a fact of type 是否. */
export const holds = (c: Case, id: string): Truth => truthOf(read(c.facts, id), id);
export const number = (c: Case, id: string): Maybe<Exact> => asNumber(read(c.facts, id));
export const text = (c: Case, id: string): Maybe<string> => asText(read(c.facts, id));
export const day = (c: Case, id: string): Maybe<number> => number(c, id) as Maybe<number>;

/** A line that is the truth of a fact of the same name. */
export const line = (c: Case, id: string): RuleNode => condition(rule(id), holds(c, id));
export const allOf = (c: Case, ...ids: readonly string[]): RuleNode =>
  group(
    rule('eligible'),
    'all',
    ids.map((id) => line(c, id)),
  );

export const programme = (more: Partial<ProgrammeRules>): ProgrammeRules => ({
  id: 'help',
  subject: 'person',
  eligible: (c) => condition(rule('eligible'), c.asOf > -1e6),
  excluded: [],
  amounts: [],
  grants: [],
  routes: [],
  documents: [],
  deadlines: [],
  ...more,
});

export const policy = (
  policyMeta: PolicyMeta,
  programmes: readonly ProgrammeRules[],
  more: Partial<Implementation> = {},
): Evaluator =>
  definePolicy({
    meta: policyMeta,
    fallbacks: {},
    parameterRows: {},
    programmes,
    procedures: [],
    assertions: [],
    ...more,
  });
