import type { Session } from '../console/session.ts';
import { tableText } from '../render/table.ts';
import { type BreakdownTable, breakdownTables } from './breakdown-parts.ts';
import { effectLines, groupOrder, monthRows } from './population-parts.ts';
import type { PolicyReport, PopulationReport } from './report.ts';

/** Winners, losers, unchanged; each effect with its people; money month by month. */
export async function populationText(
  population: PopulationReport,
  report: PolicyReport,
  session: Session,
): Promise<string> {
  const { diff, grounds } = session.texts;
  const { result, path, unread, period } = population;
  const say = diff.population;
  const groups = groupOrder
    .filter((group) => result.groups[group] > 0)
    .map((group) => `${diff.groups[group]} ${say.people(result.groups[group])}`);
  const lines = effectLines(population, report, session).map(
    ({ where, what, count, money, who }) =>
      `    ${where} › ${what}${diff.colon}${[say.people(count), money, who].filter((part) => part !== '').join(grounds.between)}`,
  );
  const months = monthRows(population, session);
  const tables = breakdownTables(population, report, session);
  return [
    `  ${say.title(path, result.rows)}`,
    ...(unread > 0 ? [`  ${say.unread(unread)}`] : []),
    `  ${groups.join(grounds.between)}`,
    ...lines,
    ...(months.length > 0
      ? [`  ${say.months(period.from, period.to)}`, indented(await table(months, session))]
      : []),
    ...(await Promise.all(tables.map(breakdownText))),
  ].join('\n');
}

async function breakdownText({ title, head, rows }: BreakdownTable): Promise<string> {
  const columns = head.map((name, i) =>
    i === 0 ? { title: name } : { title: name, align: 'right' as const },
  );
  return `  ${title}\n${indented(await tableText(columns, rows))}`;
}

function table(rows: readonly (readonly string[])[], { texts }: Session): Promise<string> {
  const { month, before, after, difference } = texts.diff.population;
  const columns = [
    { title: month },
    { title: before, align: 'right' as const },
    { title: after, align: 'right' as const },
    { title: difference, align: 'right' as const },
  ];
  return tableText(columns, rows);
}

const indented = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
