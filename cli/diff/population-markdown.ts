import type { Session } from '../console/session.ts';
import { folded, markdownTable } from './markdown-table.ts';
import { breakdownTables } from './breakdown-parts.ts';
import { effectLines, groupOrder, monthRows } from './population-parts.ts';
import type { PolicyReport, PopulationReport } from './report.ts';

export function populationMarkdown(
  population: PopulationReport,
  report: PolicyReport,
  session: Session,
): string {
  const { diff } = session.texts;
  const { result, path, unread, period } = population;
  const say = diff.population;
  const groups = groupOrder.map((group) => [diff.groups[group], say.people(result.groups[group])]);
  const effects = effectLines(population, report, session).map(({ where, what, count, money, who }) => [
    `${where} › ${what}`,
    say.people(count),
    money,
    who,
  ]);
  const months = monthRows(population, session);
  return [
    `### ${say.title(path, result.rows)}`,
    ...(unread > 0 ? [say.unread(unread)] : []),
    markdownTable(
      groups.map(([group]) => group ?? ''),
      [groups.map(([, count]) => count ?? '')],
    ),
    ...(effects.length > 0 ? [markdownTable([diff.columns.change, '', '', ''], effects)] : []),
    ...(months.length > 0
      ? [
          folded(
            say.months(period.from, period.to),
            markdownTable([say.month, say.before, say.after, say.difference], months),
          ),
        ]
      : []),
    ...breakdownTables(population, report, session).map(({ title, head, rows }) =>
      folded(title, markdownTable(head, rows)),
    ),
  ].join('\n\n');
}
