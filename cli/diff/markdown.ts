import { type Change, describeChange } from '../../compiler/index.ts';
import type { Session } from '../console/session.ts';
import { escaped, folded, markdownTable } from './markdown-table.ts';
import { populationMarkdown } from './population-markdown.ts';
import { proofMarkdown } from './proof/text.ts';
import { citesOf, countsOf, type PolicyReport, partNames, policyName } from './report.ts';
import { lineOf, markOf } from './text.ts';

/** For a comment on a pull request: facts first, tables, long lists folded. */
export function reportMarkdown(reports: readonly PolicyReport[], session: Session): string {
  const { diff } = session.texts;
  if (reports.length === 0) return `${diff.noPairs}\n`;
  const changed = reports.filter(({ state }) => state !== 'same').length;
  return `${reports.map((report) => policyMarkdown(report, session)).join('\n\n')}\n\n${diff.summary(reports.length, changed)}\n`;
}

function policyMarkdown(report: PolicyReport, session: Session): string {
  const { texts, language } = session;
  const { diff } = texts;
  const shown = (side: PolicyReport['before']): string => (side ? `\`${side.version.shown}\`` : diff.nothing);
  const parts = [
    `## ${escaped(policyName(report, language))}`,
    diff.heading(shown(report.before), shown(report.after)),
    ...(report.changes.length === 0 ? [`**${diff.state[report.state]}**`] : changesMarkdown(report, session)),
    ...broken(report, language),
    ...partLines(report, session),
    ...(report.population ? [populationMarkdown(report.population, report, session)] : []),
    ...(report.proof ? [proofMarkdown(report.proof, session)] : []),
  ];
  return parts.join('\n\n');
}

function changesMarkdown(report: PolicyReport, session: Session): readonly string[] {
  const { diff } = session.texts;
  const { all, decisive, breaking } = countsOf(report.changes);
  const silent = report.changes.filter(({ decides }) => !decides);
  const loud = report.changes.filter(({ decides }) => decides);
  return [
    `**${diff.counts(all, decisive, breaking)}**`,
    ...(loud.length > 0 ? [table(loud, session)] : []),
    ...(silent.length > 0 ? [folded(`${diff.silent} (${silent.length})`, table(silent, session))] : []),
  ];
}

function table(changes: readonly Change[], { texts, language }: Session): string {
  const { columns, app, line } = texts.diff;
  const rows = changes.map((change) => [
    `${markOf(change)[0]} ${describeChange(change, language)}`,
    citesOf(change),
    lineOf(change, line).join(''),
    app[change.app],
  ]);
  return markdownTable([columns.change, columns.clause, columns.line, columns.app], rows);
}

function broken({ before, after, state }: PolicyReport, language: Session['language']): readonly string[] {
  if (state !== 'broken') return [];
  const found = [before, after].flatMap((side) => (side?.policy === null ? side.diagnostics : []));
  return [found.map((one) => `- ${one.code} ${escaped(one[language].message)}`).join('\n')];
}

function partLines(report: PolicyReport, { texts, language }: Session): readonly string[] {
  if (report.state !== 'changed') return [];
  const [touched, untouched] = [partNames(report, 'changed', language), partNames(report, 'same', language)];
  const lines = [
    ...(touched.length > 0 ? [`- ${escaped(texts.diff.touched(touched))}`] : []),
    ...(untouched.length > 0 ? [`- ${escaped(texts.diff.untouched(untouched))}`] : []),
  ];
  return lines.length > 0 ? [lines.join('\n')] : [];
}
