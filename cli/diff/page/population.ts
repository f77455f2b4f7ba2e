import type { Session } from '../../console/session.ts';
import { around, element } from '../../letter/markup.ts';
import { figure } from '../../texts/figure.ts';
import type { Curve } from '../curves.ts';
import { type BreakdownTable, breakdownTables } from '../breakdown-parts.ts';
import { effectLines, groupOrder, monthRows, perText } from '../population-parts.ts';
import { nameIn, type PolicyReport, type PopulationReport } from '../report.ts';
import { chart } from './chart.ts';
import { groupsBar } from './groups.ts';

/** What a register says: how many gain and lose, by which effect, money by month, amounts drawn over a fact. */
export function populationMarkup(
  population: PopulationReport,
  report: PolicyReport,
  session: Session,
): string {
  const { diff } = session.texts;
  const say = diff.population;
  const { result, path, unread, asOf } = population;
  const groups = groupOrder.map(
    (group) =>
      `<li class="${group}">${element('b', figure(result.groups[group]))}${element('span', diff.groups[group])}</li>`,
  );
  return [
    element('h2', say.title(path, result.rows)),
    element(
      'p',
      [say.asOf(asOf), ...(unread > 0 ? [say.unread(unread)] : [])].join(session.texts.grounds.between),
      ' class="dim"',
    ),
    around('ul', groups.join(''), ' class="facts"'),
    groupsBar(result.groups, groupOrder, {
      title: say.title(path, result.rows),
      group: (group) => `${diff.groups[group]} ${say.people(result.groups[group])}`,
    }),
    effectTable(population, report, session),
    ...population.curves.map((curve) => curveMarkup(curve, report, session)),
    monthTable(population, session),
    ...breakdownTables(population, report, session).map(breakdownMarkup),
  ].join('');
}

function effectTable(population: PopulationReport, report: PolicyReport, session: Session): string {
  const { columns } = session.texts.diff;
  const rows = effectLines(population, report, session).map(
    ({ where, what, count, money, who, all }) =>
      `<tr>${element('td', `${where} › ${what}`)}${number(figure(count))}${element('td', money) || '<td></td>'}${whoCell(who, all, session)}</tr>`,
  );
  const head = [columns.change, columns.count, columns.money, columns.who]
    .map((name) => element('th', name))
    .join('');
  return rows.length === 0
    ? ''
    : `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A few names; all of them behind it, where there are more. */
function whoCell(who: string, all: readonly string[], { texts }: Session): string {
  if (who === texts.diff.population.who(all, 0)) return element('td', who);
  const listed = element('p', texts.diff.population.who(all, 0));
  return `<td><details>${element('summary', who)}${listed}</details></td>`;
}

const number = (text: string): string => element('td', text, ' class="number"');

function monthTable(population: PopulationReport, session: Session): string {
  const { population: say } = session.texts.diff;
  const rows = monthRows(population, session);
  if (rows.length === 0) return '';
  const head = [say.month, say.before, say.after, say.difference].map((name) => element('th', name)).join('');
  const body = rows.map(
    ([month = '', ...money]) => `<tr>${element('td', month)}${money.map(number).join('')}</tr>`,
  );
  const { from, to } = population.period;
  return `${element('h2', say.months(from, to))}<table class="months"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** Wide: on a narrow screen it moves sideways by itself. */
function breakdownMarkup({ title, head, rows }: BreakdownTable): string {
  const names = head.map((name) => element('th', name) || '<th></th>').join('');
  const body = rows.map(
    ([key = '', ...figures]) => `<tr>${element('td', key)}${figures.map(number).join('')}</tr>`,
  );
  const table = `<table><thead><tr>${names}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  return `${element('h2', title)}<div class="wide">${table}</div>`;
}

function curveMarkup(curve: Curve, report: PolicyReport, session: Session): string {
  const policy = report.after?.policy;
  if (!policy) return '';
  const { texts, language } = session;
  const { chart: say } = texts.diff;
  const name = (id: string): string => nameIn(policy, id, language);
  const words = {
    title: say.title(name(curve.programme), name(curve.fact)),
    x: name(curve.fact),
    y: say.money(perText(curve.per, texts)),
    before: say.before,
    after: say.after,
    own: say.own(curve.who),
  };
  return `<figure>${element('figcaption', say.caption(words.title, curve.who))}${chart(curve, words)}</figure>`;
}
