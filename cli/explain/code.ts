import { formatSource, mended, type Reference, referenceOf } from '../../compiler/index.ts';
import { type ExitStatus, exitStatus, Unusable } from '../console/failure.ts';
import type { Session } from '../console/session.ts';

/** Whether what stands in place of a policy is the code of a finding. */
export const isCode = (text: string): boolean => /^bf\d{4}$/i.test(text);

/** What a code means: an example that yields it, what is said, and the lines as they should be. */
export async function explainCode(session: Session, text: string): Promise<ExitStatus> {
  const reference = referenceOf(text.toUpperCase());
  if (!reference) throw new Unusable(session.texts.explainCode.unknown(text));
  await session.out.write(page(reference, session));
  return exitStatus.fine;
}

function page(reference: Reference, { language, texts, paintOut }: Session): string {
  const { code, severity, title, files, message, hint } = reference;
  const say = texts.explainCode;
  const spoken = (policy: string): string => inLanguage(policy, language);
  const [bad, good] = [spoken(reference.bad), spoken(reference.good)];
  const used = Object.entries(files).flatMap(([path, of]) => [`  # ${path}`, indented(of)]);
  return [
    paintOut('bold', `${code} ${title[language]} (${texts.severity[severity]})`),
    '',
    say.found,
    '',
    indented(bad),
    ...used,
    '',
    `${message[language]}`,
    `${texts.hint}${hint[language]}`,
    '',
    say.mended,
    '',
    indented(mended({ bad, good })),
    '',
  ].join('\n');
}

/** Examples that can be read are shown in the language of the reader. */
function inLanguage(policy: string, language: Session['language']): string {
  return formatSource({ path: 'example.policy', text: policy }, { language }).text ?? policy;
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? line : `  ${line}`))
    .join('\n');
