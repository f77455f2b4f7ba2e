import type { Session } from '../console/session.ts';
import type { Loaded } from '../policy/load.ts';
import { type Finding, findingsOf } from './findings.ts';
import { regionOf, reportPath } from './places.ts';

const levels = { error: 'error', warning: 'warning', note: 'notice' } as const;

/** Workflow commands of GitHub Actions, one line a finding: https://docs.github.com/actions (workflow commands). */
export function githubAnnotations(session: Session, checked: readonly Loaded[], all: boolean): string {
  return findingsOf(checked)
    .filter(({ found }) => all || found.kept === undefined)
    .map((each) => annotation(each, session))
    .join('');
}

function annotation({ found, sources }: Finding, { language, texts }: Session): string {
  const { from, to } = regionOf(found.path, found.span, sources);
  const level = found.kept === undefined ? levels[found.severity] : 'notice';
  const properties = {
    file: reportPath(found.path),
    line: from.line,
    endLine: to.line,
    ...(from.line === to.line ? { col: from.column, endColumn: to.column } : {}),
    title: found.code,
  };
  const last = found.kept === undefined ? found[language].hint : texts.check.reason(found.kept);
  const message = [found[language].message, last, `bangfu explain ${found.code}`].join('\n');
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${level} ${listed.join(',')}::${escaped(message)}\n`;
}

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
