import type { Texts } from '../texts/texts.ts';
import { fails, type Proved } from './run.ts';
import { questionText } from './words.ts';

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** What fails, as annotations of a workflow at the line of the policy. */
export function proofAnnotations(all: readonly Proved[], texts: Texts): string {
  const lines = all.flatMap(({ source, beside, findings, seconds }) =>
    findings
      .filter((finding) => fails(finding, beside))
      .map(({ question, verdict }) => {
        const said = texts.prove.verdict(verdict, { vacuous: false, expected: false, seconds });
        const message = `${said}: ${questionText(question, beside.names, texts)}`;
        return `::error file=${source.path},line=${question.origin.line}::${escaped(message)}\n`;
      }),
  );
  return lines.join('');
}
