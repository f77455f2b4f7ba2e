import type { Finding, Witness } from '../../compiler/index.ts';
import { evaluator } from '../../compiler/index.ts';
import { caseFields, caseYaml } from '../suggest/yaml.ts';
import type { Texts } from '../texts/texts.ts';
import type { Proved } from './run.ts';
import { questionText } from './words.ts';

/** The records of a finding as cases for `cases.yaml`, ready to be put in. */
export function casesOf(finding: Finding, proved: Proved, texts: Texts): string {
  const { names, ground } = proved.beside;
  const about = questionText(finding.question, names, texts);
  const several = finding.records.length > 1;
  return finding.records
    .map((record, at) => {
      const { asOf, parameters = {}, circumstances = {}, subject = '' } = record.binding;
      const applicant = { subject, asOf, facts: record.facts, parameters, circumstances, events: {} };
      const name = several ? `${about} ${at + 1}` : about;
      const expect = expectation(finding, record, proved);
      return caseYaml(
        caseFields({ name, clauses: finding.question.origin.cites, applicant, expect }, ground),
        '  ',
      );
    })
    .join('');
}

/** What the case expects: the assertion refuted, else what the record comes to. */
function expectation(
  { question, verdict }: Finding,
  record: Witness,
  { policy, beside }: Proved,
): { readonly [key: string]: unknown } {
  const { programmes } = evaluator(policy).bind(record.binding).decide(record.facts);
  const decided = Object.entries(programmes).map(([id, { outcome, tier }]) => {
    const row = tier?.row === null || tier === undefined ? null : beside.names.label(tier.row);
    return [id, { outcome, ...(tier && outcome !== 'ineligible' && { tier: row }) }] as const;
  });
  const [only] = question.k === 'tier' ? decided.filter(([id]) => id === question.programme) : decided;
  const isOne =
    question.k === 'assertion' && verdict === 'refuted' && recordRefutes(record, question.id, policy);
  return {
    ...Object.fromEntries(question.k === 'tier' && only ? [only] : decided),
    ...(isOne && { refuted: [beside.names.label(question.id)] }),
  };
}

/** A claim about one record; one about two is refuted by neither alone. */
function recordRefutes({ binding, facts }: Witness, assertion: string, policy: Proved['policy']): boolean {
  return evaluator(policy)
    .bind(binding)
    .check(facts)
    .some(({ id, truth }) => id === assertion && truth === 'no');
}
