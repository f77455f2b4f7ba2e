import { type Coverage, type Covered, percentOf } from '../../compiler/index.ts';
import { around, element, escaped } from '../letter/markup.ts';
import { type Texts, textsIn } from '../texts/texts.ts';
import { style } from './style.ts';
import { headline, resultsText, standing } from './text.ts';

/** A policy's coverage with the text that is coloured. */
export interface CoveredPolicy {
  readonly path: string;
  readonly text: string;
  readonly cases: number;
  readonly failed: number;
  readonly coverage: Coverage;
}

type Say = (texts: Texts) => string;
const languages = ['zh', 'en'] as const;

/** The same in both languages; the reader's choice at the top of the page shows one. */
const spoken = (name: string, say: Say, attributes = ''): string =>
  languages
    .map((language) => element(name, say(textsIn(language)), `${attributes} class="${language}"`))
    .join('');

const itemHtml = (item: Covered): string => {
  const parts = languages.map((language) => {
    const texts = textsIn(language);
    const { coverage: say } = texts;
    const found = [
      `${say.kinds[item.kind]} ${item.text[language]}`,
      item.seen.length > 0 ? `${say.columns.seen} ${resultsText(item.seen, texts)}` : '',
      item.missing.length > 0 ? `${say.columns.missing} ${resultsText(item.missing, texts)}` : '',
      ...item.excused.map(({ result, why }) => say.excuse(resultsText([result], texts), why)),
    ];
    return element('span', found.filter((part) => part !== '').join(' · '), ` class="${language}"`);
  });
  return around('li', parts.join(''), ` class="${standing(item)}"`);
};

/** A line of the policy; one that cases can try opens to show what they did. */
function lineHtml(text: string, number: number, items: readonly Covered[]): string {
  const code = `<b>${number}</b><code>${escaped(text) || ' '}</code>`;
  if (items.length === 0) return `<li class="plain">${code}</li>`;
  const list = around('ul', items.map(itemHtml).join(''));
  return `<li class="${worst(items)}"><details><summary>${code}</summary>${list}</details></li>`;
}

function worst(items: readonly Covered[]): string {
  const standings = items.map(standing);
  if (standings.every((one) => one === 'full')) return 'full';
  return standings.every((one) => one === 'none') ? 'none' : 'part';
}

function policyHtml({ path, text, cases, failed, coverage }: CoveredPolicy): string {
  const byLine = new Map<number, Covered[]>();
  for (const item of coverage.items) byLine.set(item.line, [...(byLine.get(item.line) ?? []), item]);
  const lines = text.replace(/\n$/, '').split('\n');
  const rows = lines.map((line, at) => lineHtml(line.replace(/\r$/, ''), at + 1, byLine.get(at + 1) ?? []));
  const percent = percentOf(coverage.seen, coverage.wanted);
  const inner = [
    element('h2', path),
    spoken(
      'p',
      (texts) => `${texts.test.summary(cases, failed)}${texts.coverage.stop}${headline(coverage, texts)}`,
    ),
    `<meter min="0" max="100" value="${percent}">${percent}%</meter>`,
    around('ol', rows.join('\n')),
  ];
  return around('section', inner.join('\n'));
}

const choice = (one: 'zh' | 'en', shown: 'zh' | 'en'): string =>
  `<input type="radio" name="language" id="${one}"${one === shown ? ' checked' : ''}><label for="${one}">${one === 'zh' ? '中文' : 'English'}</label>`;

/** One page that needs nothing else, in both languages; `language` is the one that it opens with. */
export function coveragePage(policies: readonly CoveredPolicy[], language: 'zh' | 'en'): string {
  const title = `${textsIn('zh').coverage.title} · ${textsIn('en').coverage.title}`;
  const legend = (['full', 'part', 'none'] as const).map((one) =>
    around(
      'li',
      spoken('span', ({ coverage }) => coverage.legend[one]),
      ` class="${one}"`,
    ),
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${languages.map((one) => choice(one, language)).join('\n')}
<main>
${spoken('h1', ({ coverage }) => coverage.title)}
<ul class="legend">${legend.join('')}</ul>
${policies.map(policyHtml).join('\n')}
</main>
</body>
</html>
`;
}
