import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchOfRows } from '../../cli/brief/rows.ts';
import { Explainer } from '../../cli/decide/explained.ts';
import { summaryText } from '../../cli/decide/summary.ts';
import { Tally } from '../../cli/decide/tally.ts';
import type { TabledEntry } from '../../cli/decide/entry.ts';
import { PolicyNames } from '../../cli/policy/names.ts';
import { textsIn } from '../../cli/texts/texts.ts';
import { cellsOf, dataColumns } from '../../cli/write/columns.ts';
import { csvLine } from '../../cli/write/csv.ts';
import { rowsOf } from '../../cli/write/rows.ts';
import { evaluator, type Policy, policyMeta, sharesReads } from '../../compiler/index.ts';
import { BatchBuilder } from '../../runtime/columns/index.ts';
import { InputErrors } from '../../runtime/index.ts';
import { projectPolicies } from '../agree/policies.ts';
import { randomPolicy } from '../agree/random-policy.ts';
import { seed } from '../agree/seed.ts';
import { straightened } from '../agree/straightened.ts';
import { type Register, registers } from '../columns/records.ts';

const policies = projectPolicies();

/** What stands in the file, and the totals after it. */
function written(entries: Iterable<TabledEntry>, names: PolicyNames): string {
  const texts = textsIn(names.language);
  const columns = dataColumns(texts);
  const tally = new Tally();
  let said = '';
  for (const entry of entries) {
    for (const row of rowsOf(entry, names, texts)) said += csvLine(cellsOf(row, columns));
    if (entry.kind === 'decided') tally.add(entry.decision);
  }
  return said + summaryText(tally, names, texts);
}

/** The rows that can be read, as a batch and as they were given. */
function readable(policy: Policy, subject: string, { rows }: Register) {
  const builder = new BatchBuilder(policyMeta(policy), subject, rows.length);
  const kept = rows.flatMap((facts) => {
    try {
      builder.addFacts(facts);
      return [facts];
    } catch (error) {
      if (error instanceof InputErrors) return [];
      throw error;
    }
  });
  const row = (at: number): number => at + 2;
  const batch: BatchOfRows = {
    batch: builder.take(),
    row,
    id: (at) => `n${at}`,
    left: new Map(),
    unread: [],
  };
  return { kept, batch };
}

/** Whether the register was explained by deciders at all; fails where that says anything else than the evaluator does. */
function agrees(policy: Policy, register: Register): boolean {
  const { binding } = register;
  const meta = policyMeta(policy);
  const subject = binding.subject ?? meta.subjects[0]?.id;
  let bound: ReturnType<ReturnType<typeof evaluator>['bind']>;
  try {
    bound = evaluator(policy).bind(binding);
  } catch (error) {
    if (error instanceof InputErrors) return false;
    throw error;
  }
  const explainer = Explainer.of(policy, bound, binding, subject);
  if (explainer === null || subject === undefined) return false;
  const { kept, batch } = readable(policy, subject, register);
  for (const language of ['zh', 'en'] as const) {
    const names = new PolicyNames(meta, language);
    const whole = kept.map((facts, at): TabledEntry => {
      const decision = bound.decide(facts);
      return { kind: 'decided', row: at + 2, id: `n${at}`, decision };
    });
    expect(written(explainer.entries(batch), names)).toBe(written(whole, names));
  }
  return true;
}

function tryAll(policy: Policy, rows: number, runs: number): number {
  let explained = 0;
  const tried = fc.property(registers(policy, rows, seed), (register) => {
    if (agrees(policy, register)) explained++;
  });
  fc.assert(tried, { seed, numRuns: runs, endOnFailure: true });
  return explained;
}

/** They select, look at other records or judge duties: registers of all or some of their kinds are decided by the evaluator. */
const WHOLE: ReadonlySet<string> = new Set([
  'annualAssessment',
  'cadrePairing',
  'contactAndPairing',
  'disasterRelief',
  'householdPlan',
  'provincialRecruitment',
  'specialGroupCare',
  'springFestivalVisits',
  'summerCooling',
  'teacherRelief',
  'unitPairing',
]);

describe(`tables explained by deciders say what the evaluator says (seed ${seed})`, () => {
  it.each(policies.map((policy) => [policy.id, policy] as const))(
    '%s',
    { timeout: 120_000 },
    (id, policy) => {
      const explained = tryAll(policy, 30, 10);
      if (!WHOLE.has(id)) expect(explained).toBeGreaterThan(0);
    },
  );

  it('60 random policies made straight', { timeout: 300_000 }, () => {
    const made = Array.from({ length: 60 }, (_, i) => straightened(randomPolicy(seed + i)));
    expect(made.reduce((sum, policy) => sum + tryAll(policy, 20, 2), 0)).toBeGreaterThan(60);
  });
});

describe('shares by the facts that they rest on', () => {
  it('are there for the notices that share the cost', () => {
    const shared = policies.flatMap((policy) =>
      policy.programmes.flatMap(({ id, shares }) =>
        shares ? [[id, sharesReads(policy, shares)] as const] : [],
      ),
    );
    expect(shared.length).toBeGreaterThan(0);
    expect(Object.fromEntries(shared)).toMatchInlineSnapshot(`
      {
        "allowance": [
          "hukouCity",
          "hukouCounty",
          "totalTerms",
        ],
        "doubleNinth": [],
        "epidemic": [],
        "keyHelp": [],
        "medicalTreatment": [],
        "shortfall": [],
        "summer": [],
        "weather": [],
      }
    `);
  });
});
