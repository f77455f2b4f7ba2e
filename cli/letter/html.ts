import type { AnnexRow, Block, Letter, LetterSection } from '../../runtime/letter/letter.ts';
import type { Book } from './book.ts';
import { around, element, escaped } from './markup.ts';
import { style } from './style.ts';

const list = (items: readonly string[], plain: boolean): string =>
  around('ul', items.map((item) => element('li', item)).join('\n'), plain ? ' class="plain"' : '');

const blockHtml = ({ heading, lead, items }: Block): string =>
  [element('h3', heading), element('p', lead, ' class="lead"'), list(items, lead === '')]
    .filter((part) => part !== '')
    .join('\n');

const sectionHtml = ({ title, verdict, blocks }: LetterSection): string =>
  around('section', [element('h2', title), element('p', verdict), ...blocks.map(blockHtml)].join('\n'));

const aboutHtml = ({ about }: Letter): string =>
  around('dl', about.map(({ label, value }) => element('dt', label) + element('dd', value)).join('\n'));

/** How deep a rule stands is shown by where its text begins. On a narrow screen each cell says its column. */
function rowHtml({ depth, rule, clauses, result, truth, note }: AnnexRow, { annex, lang }: Letter): string {
  const colon = lang === 'zh' ? '：' : ': ';
  const labelled = (index: 1 | 2 | 3): string => ` data-label="${escaped(annex.columns[index] + colon)}"`;
  const cells = [
    `<td style="padding-left:${(0.5 + depth * 1.1).toFixed(1)}em">${escaped(rule)}</td>`,
    `<td${labelled(1)}>${escaped(clauses)}</td>`,
    `<td class="${truth}"${labelled(2)}>${escaped(result)}</td>`,
    `<td${labelled(3)}>${escaped(note)}</td>`,
  ];
  return `<tr>${cells.map((cell) => cell.replace(/ data-label="[^"]*"><\/td>$/, '></td>')).join('')}</tr>`;
}

function annexHtml(letter: Letter): string {
  const { title, columns, tables } = letter.annex;
  const head = around(
    'thead',
    around('tr', columns.map((column) => element('th', column, ' scope="col"')).join('')),
  );
  const parts = tables.map(({ title: of, rows }) => {
    const body = around('tbody', rows.map((row) => rowHtml(row, letter)).join('\n'));
    return `${element('h3', of)}\n<table>\n${head}\n${body}\n</table>`;
  });
  return around('section', [element('h2', title), ...parts].join('\n'), ' class="annex"');
}

function articleHtml(letter: Letter): string {
  const body = [
    element('h1', letter.title),
    element('p', letter.policy, ' class="policy"'),
    aboutHtml(letter),
    element('p', letter.addressee),
    element('p', letter.opening),
    list(letter.summary, false),
    ...letter.sections.map(sectionHtml),
    around('div', letter.closing.map((line) => element('p', line)).join('\n'), ' class="closing"'),
    around('div', letter.signature.map((line) => element('p', line)).join('\n'), ' class="signature"'),
    annexHtml(letter),
  ].filter((part) => part !== '');
  return `<article>\n${body.join('\n')}\n</article>\n`;
}

const pageStart = (letter: Letter): string => `<!DOCTYPE html>
<html lang="${letter.lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${letter.title} · ${letter.policy}`)}</title>
<style>${style}</style>
</head>
<body>
`;

/** Letters as one file that needs nothing else: no script, no picture, no font, no address. Each begins on a page of its own. */
export const htmlBook: Book = {
  first: (letter) => pageStart(letter) + articleHtml(letter),
  next: articleHtml,
  end: '</body>\n</html>\n',
};
