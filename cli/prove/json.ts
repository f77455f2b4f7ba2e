import type { Finding } from '../../compiler/index.ts';
import type { Texts } from '../texts/texts.ts';
import { casesOf } from './case.ts';
import { unasked } from './outside.ts';
import { fails, type Proved } from './run.ts';
import { beyondText, questionText, shownOf } from './words.ts';

/** The report of findings with `proofs` beside them. */
export function withProofs(report: string, all: readonly Proved[], texts: Texts): string {
  const whole = { ...(JSON.parse(report) as object), proofs: proofJson(all, texts) };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** `bangfu.proofs/1`: one entry a question. Records are as `decide` reads them; `case` is ready for `cases.yaml`. */
export function proofJson(all: readonly Proved[], texts: Texts): object {
  return {
    schema: 'bangfu.proofs/1',
    files: all.map(({ source }) => source.path),
    proofs: all.flatMap((proved) => proved.findings.map((finding) => findingJson(finding, proved, texts))),
    // What no question is asked about.
    unasked: all.flatMap(({ source, policy }) =>
      unasked(policy).map((one) => ({ path: source.path, ...one })),
    ),
  };
}

function findingJson(finding: Finding, proved: Proved, texts: Texts): object {
  const { question, verdict, records, reasons, smallest, tried, lists, vacuous, detail } = finding;
  const { beside, source } = proved;
  return {
    path: source.path,
    question: question.k,
    id: question.id,
    text: questionText(question, beside.names, texts),
    line: question.origin.line,
    clauses: question.origin.cites,
    verdict,
    fails: fails(finding, beside),
    ...(vacuous && { vacuous }),
    ...(verdict === 'refuted' && { expected: beside.expected.has(question.id) }),
    records: records.map((record) => ({
      binding: record.binding,
      facts: record.facts,
      changed: record.changed,
      shown: shownOf(record, beside.names, texts),
    })),
    ...(records.length > 0 && { smallest }),
    ...(verdict === 'refuted' && records.length > 0 && { case: casesOf(finding, proved, texts) }),
    reasons: reasons.map((reason) => ({
      ...reason,
      text: beside.names.voice.words.reason(reason, beside.names.voice.nameOf),
    })),
    because: beyondText(finding, texts),
    ...(tried !== undefined && { tried }),
    ...(lists !== undefined && { lists }),
    ...(detail !== undefined && { detail }),
  };
}
