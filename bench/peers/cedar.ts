import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { serve } from '../harness/engine.ts';
import { Outcomes } from '../rule/outcomes.ts';
import { LAST_DAY, numberedApplicant, TODAY } from './forms/numbered.ts';

// Cedar answers yes or no: eligible or not, no tier, no money, no first reason. The policy is read once and kept.

const policy = `
permit (principal, action, resource) when {
  (if context.sex == "male" then context.birthDate + 600000 else context.birthDate + 550000) <= ${TODAY} &&
  context.province == "广东省" &&
  ["publicSchool", "publicKindergarten", "publicPreschool"].contains(context.schoolKind) &&
  context.teachingPost &&
  context.continuousTerms >= 2 &&
  !(context.hiredByState || context.hiredBySoe) &&
  context.yearCompletedOn <= ${LAST_DAY}
};
forbid (principal, action, resource) when { context.teacherType == "minban" && context.plannedRetirement };
forbid (principal, action, resource) when { context.criminalRecord };
forbid (principal, action, resource) when { context.dismissed };
forbid (principal, action, resource) when { context.fraud };
`;

const read = cedar.preparsePolicySet('rule', { staticPolicies: policy });
if (read.type !== 'success') throw new Error(JSON.stringify(read.errors));

const asked = {
  principal: { type: 'Applicant', id: 'a' },
  action: { type: 'Action', id: 'apply' },
  resource: { type: 'Programme', id: 'allowance' },
  preparsedPolicySetId: 'rule',
  entities: [],
};

function isEligible(context: cedar.Context): boolean {
  const answer = cedar.statefulIsAuthorized({ ...asked, context });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision === 'allow';
}

await serve({
  rows: 2_048,
  prepare: (applicants) => {
    const contexts = applicants.map((applicant) => numberedApplicant(applicant) as cedar.Context);
    return {
      parts: ['outcome'],
      pass: () => {
        let eligible = 0;
        for (const context of contexts) if (isEligible(context)) eligible++;
        return eligible;
      },
      outcomes: () => {
        const outcomes = new Outcomes(contexts.length);
        for (const [row, context] of contexts.entries())
          outcomes.set('outcome', row, isEligible(context) ? 1 : 0);
        return outcomes;
      },
    };
  },
});
