import type { Diagnostic } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { type Loaded, renderFor } from '../policy/load.ts';
import { findingsOf } from './findings.ts';

/** For people: each finding with its line, then a summary. What a policy explains is counted, and shown on request. */
export function textReport(session: Session, checked: readonly Loaded[], all: boolean): string {
  const each = findingsOf(checked);
  const shown = each
    .filter(({ found }) => all || found.kept === undefined)
    .map(({ found, sources }) => renderFor(session, found, sources, false));
  const found = each.map((one) => one.found);
  const open = (severity: Diagnostic['severity']): number =>
    found.filter((one) => one.severity === severity && one.kept === undefined).length;
  const kept = found.filter((one) => one.kept !== undefined).length;
  const { check } = session.texts;
  const summary = check.summary(checked.length, open('error'), open('warning'), kept);
  const line = `${summary}${kept > 0 && !all ? check.keptHint : ''}`;
  const more = shown.length > 0 ? [session.paintOut('dim', check.moreHint)] : [];
  return [...shown, session.paintOut(open('error') > 0 ? 'red' : 'green', line), ...more, ''].join('\n');
}
