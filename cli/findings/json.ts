import { lineStarts, positionAt } from '../../compiler/index.ts';
import type { Language } from '../console/language.ts';
import type { Session } from '../console/session.ts';
import type { Loaded } from '../policy/load.ts';
import { type Finding, findingsOf, textAt } from './findings.ts';

/** For programs: every finding, those that a policy explains with their reason under `kept`. */
export function jsonReport(session: Session, checked: readonly Loaded[]): string {
  const findings = findingsOf(checked).map((each) => findingJson(each, session.language));
  const report = { schema: 'bangfu.findings/1', files: checked.map(({ source }) => source.path), findings };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Lines and columns count from one, offsets from nought, both in UTF-16 units. */
function findingJson({ found, sources }: Finding, language: Language): object {
  const starts = lineStarts(textAt(found.path, sources));
  const { code, severity, path, span, related, fix, cites, example, kept } = found;
  return {
    path,
    code,
    severity,
    from: positionAt(starts, span.start),
    to: positionAt(starts, span.end),
    span,
    ...found[language],
    related: related.map((other) => ({ path: other.path, span: other.span, message: other[language] })),
    ...(fix ? { fix } : {}),
    ...(cites && cites.length > 0 ? { cites } : {}),
    ...(example ? { example: { ...example, words: example.words[language] } } : {}),
    ...(kept === undefined ? {} : { kept }),
  };
}
