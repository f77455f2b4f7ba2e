import { describe, expect, it } from 'vitest';
import { loadTypeScriptEmitter } from '../../compiler/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { everything } from '../ir/everything.ts';
import { FOLDER, RUNTIME, typeCheck } from './type-check.ts';

const { emitTypeScript } = await loadTypeScriptEmitter();

const policies = [everything(), ...projectPolicies()];
const modules = new Map(
  policies.map((policy) => [`${policy.id}.ts`, emitTypeScript(policy, { runtime: RUNTIME })]),
);

/** A developer's program over the made-up policy; lines marked `wrong` must not compile. */
const CLIENT = `
import { everything, type Person, type RuleId } from './everything.ts';
const applicant: Person = { birth: '1960-02-29', sex: 'male', debt: '12.50', death: null, 'half-year': '03-31', constructor: true };
const bound = everything.bind({ asOf: '2023-06-01', subject: 'person', parameters: { firstYear: 2019, rate: { 南城: 800 } } });
const decision = bound.decide(applicant, { claim: '2023-01-01', review: { start: '2023-01-02', end: null } });
export const outcome = decision.programmes.aid.outcome;
export const row: 'aid.tier.30' | 'aid.tier.over 30' | 'aid.tier.20 to 29' | 'aid.tier.under 20' | null = decision.programmes.aid.tier?.row ?? null;
export const missing: readonly string[] = decision.programmes.aid.missing;
export const rule: RuleId = 'aid.达到年龄';
export const state = decision.procedures.application?.steps;
export const kept: boolean = decision.duties?.['person.visit'].state === 'met';
`;
const WRONG = [
  `everything.bind({ asOf: '2023-06-01', subject: 'nobody' });`,
  `everything.bind({ asOf: '2023-06-01', subject: 'person', parameters: { firstYeer: 2019 } });`,
  `bound.decide({ sex: 'x' });`,
  `bound.decide({ birth: null });`,
  `bound.decide({ members: 3 });`,
  `bound.decide(applicant, { clame: '2023-01-01' });`,
  `export const a = decision.programmes.household;`,
  `export const b = decision.programmes.aid.outcome === 'maybe';`,
  `export const c: RuleId = 'aid.达到';`,
  `export const d = decision.duties?.['person.visits'];`,
];

describe('emitTypeScript', () => {
  it('gives modules that TypeScript accepts with every strict flag', () => {
    expect(typeCheck(modules)).toEqual([]);
  });

  it('gives the same text for the same policy', () => {
    for (const policy of policies) {
      expect(emitTypeScript(policy, { runtime: RUNTIME })).toBe(modules.get(`${policy.id}.ts`));
    }
  });

  it('names clause and line of every rule, and nothing of the machine it ran on', () => {
    const text = emitTypeScript(everything(), { file: 'notice.policy' });
    expect(text).toContain('/** 达到年龄. Line 48; 一.1. */\nfunction aid_达到年龄(c: Case): RuleNode {');
    expect(text).toContain("from 'bangfu/runtime';");
    expect(text).not.toContain(FOLDER.slice(0, 8));
  });

  it('types what goes in and what comes out', () => {
    const everythingModule = modules.get('everything.ts') ?? '';
    expect(
      typeCheck(
        new Map([
          ['everything.ts', everythingModule],
          ['client.ts', CLIENT],
        ]),
      ),
    ).toEqual([]);
  });

  it('refuses names that the policy does not have', () => {
    const files = new Map([['everything.ts', modules.get('everything.ts') ?? '']]);
    for (const [i, line] of WRONG.entries()) files.set(`wrong${i}.ts`, CLIENT + line);
    const found = new Set(typeCheck(files).map((problem) => problem.split(':')[0]));
    expect([...found]).toEqual(WRONG.map((_, i) => `wrong${i}.ts`));
  });
});
