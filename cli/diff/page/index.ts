import type { Session } from '../../console/session.ts';
import { around, element } from '../../letter/markup.ts';
import { textsIn } from '../../texts/texts.ts';
import { proofMarkup } from '../proof/text.ts';
import { countsOf, type PolicyReport, partNames, policyName } from '../report.ts';
import { changeMarkup } from './change.ts';
import { populationMarkup } from './population.ts';
import { style } from './style.ts';

const languages = ['zh', 'en'] as const;

/** A review page that needs nothing else: both languages, readable on a telephone and on paper. */
export function reportPage(reports: readonly PolicyReport[], session: Session): string {
  const { language, texts } = session;
  const choice = languages.map(
    (one) =>
      `<input type="radio" name="language" id="${one}"${one === language ? ' checked' : ''}><label for="${one}">${one === 'zh' ? '中文' : 'English'}</label>`,
  );
  const bodies = languages.map((one) => mainIn(one, reports, session));
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${element('title', texts.diff.pageTitle)}<style>${style}</style></head>
<body>
${choice.join('\n')}
${bodies.join('\n')}
</body>
</html>
`;
}

function mainIn(language: 'zh' | 'en', reports: readonly PolicyReport[], session: Session): string {
  const spoken: Session = { ...session, language, texts: textsIn(language) };
  const { diff } = spoken.texts;
  const changed = reports.filter(({ state }) => state !== 'same').length;
  const summary = reports.length === 0 ? diff.noPairs : diff.summary(reports.length, changed);
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<main class="${language}" lang="${lang}">${element('h1', diff.pageTitle)}${element('p', summary)}${reports.map((report) => policyMarkup(report, spoken)).join('')}</main>`;
}

function policyMarkup(report: PolicyReport, session: Session): string {
  const { texts, language } = session;
  const { diff } = texts;
  const shown = (side: PolicyReport['before']): string => side?.version.shown ?? diff.nothing;
  return around(
    'article',
    [
      element('h1', policyName(report, language)),
      element('p', diff.heading(shown(report.before), shown(report.after)), ' class="dim"'),
      counts(report, session),
      parts(report, session),
      changes(report, session),
      report.population ? populationMarkup(report.population, report, session) : '',
      report.proof ? proofMarkup(report.proof, session) : '',
      judgement(session),
    ].join(''),
  );
}

function counts(report: PolicyReport, { texts, language }: Session): string {
  if (report.changes.length === 0) {
    const found = [report.before, report.after].flatMap((side) =>
      side?.policy === null ? side.diagnostics : [],
    );
    const errors =
      report.state === 'broken'
        ? found.map((one) => element('li', `${one.code} ${one[language].message}`))
        : [];
    return element('p', texts.diff.state[report.state]) + around('ul', errors.join(''));
  }
  const { all, decisive, breaking } = countsOf(report.changes);
  return element('p', texts.diff.counts(all, decisive, breaking));
}

function parts(report: PolicyReport, { texts, language }: Session): string {
  if (report.state !== 'changed') return '';
  const line = (names: readonly string[], say: (names: readonly string[]) => string): string =>
    names.length === 0 ? '' : element('p', say(names), ' class="dim"');
  return `${line(partNames(report, 'changed', language), texts.diff.touched)}${line(partNames(report, 'same', language), texts.diff.untouched)}`;
}

function changes(report: PolicyReport, session: Session): string {
  const { diff } = session.texts;
  const section = (title: string, decides: boolean): string => {
    const list = report.changes.filter((change) => change.decides === decides);
    const items = list.map((change) => changeMarkup(change, report, session));
    return list.length === 0 ? '' : element('h2', title) + items.join('');
  };
  return section(diff.decisive, true) + section(diff.silent, false);
}

/** Room for what only a person can say; on paper, lines to sign. */
function judgement({ texts }: Session): string {
  const { judgement: say } = texts.diff;
  const blank = (label: string): string => `<span>${element('span', label)} <u>&nbsp;</u></span>`;
  return `<section class="judgement">${element('h2', say.title)}<textarea aria-label="${say.title}" placeholder="${say.hint}"></textarea><p>${[say.agree, say.name, say.date].map(blank).join('')}</p></section>`;
}
