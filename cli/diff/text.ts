import { type Change, describeChange } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { renderFor } from '../policy/load.ts';
import { populationText } from './population-text.ts';
import { proofText } from './proof/text.ts';
import { citesOf, countsOf, type PolicyReport, partNames, policyName } from './report.ts';

/** What a reviewer reads on a terminal: policy by policy, first what decides. */
export async function reportText(reports: readonly PolicyReport[], session: Session): Promise<string> {
  const { diff } = session.texts;
  if (reports.length === 0) return `${diff.noPairs}\n`;
  const changed = reports.filter(({ state }) => state !== 'same').length;
  const parts = await Promise.all(reports.map((report) => policyText(report, session)));
  return `${parts.join('\n')}\n${diff.summary(reports.length, changed)}\n`;
}

async function policyText(report: PolicyReport, session: Session): Promise<string> {
  const { texts, paintOut } = session;
  const { diff } = texts;
  const shown = (side: PolicyReport['before']): string => side?.version.shown ?? diff.nothing;
  const title = `${policyName(report, session.language)}${diff.colon}${diff.state[report.state]}`;
  const lines = [
    paintOut('dim', diff.heading(shown(report.before), shown(report.after))),
    paintOut('bold', title),
    ...brokenLines(report, session),
    ...changeLines(report, session),
    ...partLines(report, session),
    ...(report.population ? [await populationText(report.population, report, session)] : []),
    ...(report.proof ? proofText(report.proof, session) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function brokenLines({ before, after, state }: PolicyReport, session: Session): readonly string[] {
  if (state !== 'broken') return [];
  return [before, after].flatMap((side) =>
    side === null || side.policy !== null
      ? []
      : side.diagnostics.map((found) => renderFor(session, found, side.sources, false)),
  );
}

function changeLines(report: PolicyReport, session: Session): readonly string[] {
  const { diff } = session.texts;
  if (report.changes.length === 0) return [];
  const { all, decisive, breaking } = countsOf(report.changes);
  const section = (title: string, list: readonly Change[]): readonly string[] =>
    list.length === 0 ? [] : [`${title}:`, ...list.map((change) => changeLine(change, session))];
  return [
    diff.counts(all, decisive, breaking),
    ...section(
      `  ${diff.decisive}`,
      report.changes.filter(({ decides }) => decides),
    ),
    ...section(
      `  ${diff.silent}`,
      report.changes.filter(({ decides }) => !decides),
    ),
  ];
}

function changeLine(change: Change, { texts, language, paintOut }: Session): string {
  const { diff } = texts;
  const [mark, hue] = markOf(change);
  const cites = citesOf(change);
  const where = [
    ...(cites === '' ? [] : [diff.clause(cites)]),
    ...lineOf(change, diff.line),
    ...(change.app === 'breaking' ? [diff.breaking] : []),
  ];
  const aside = where.length > 0 ? `  ${paintOut('dim', `[${where.join(texts.grounds.between)}]`)}` : '';
  return `    ${paintOut(hue, mark)} ${describeChange(change, language)}${aside}`;
}

export function markOf({ before, after }: Change): readonly ['+' | '-' | '~', 'green' | 'red' | 'yellow'] {
  if (!before && after) return ['+', 'green'];
  return before && !after ? ['-', 'red'] : ['~', 'yellow'];
}

/** Lines of the two files; none for what no line says by itself. */
export function lineOf(
  { before, after }: Change,
  say: (before: number | undefined, after: number | undefined) => string,
): readonly string[] {
  const [a, b] = [before?.origin?.line, after?.origin?.line];
  return a === undefined && b === undefined ? [] : [say(a, b)];
}

function partLines(report: PolicyReport, { texts, language }: Session): readonly string[] {
  if (report.state !== 'changed') return [];
  const { diff } = texts;
  const named = (state: 'same' | 'changed'): readonly string[] => partNames(report, state, language);
  const line = (say: (names: readonly string[]) => string, names: readonly string[]): readonly string[] =>
    names.length === 0 ? [] : [`  ${say(names)}`];
  return [...line(diff.touched, named('changed')), ...line(diff.untouched, named('same'))];
}
