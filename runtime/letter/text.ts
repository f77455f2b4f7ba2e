import type { Block, Letter, LetterSection } from './letter.ts';

const blockText = ({ heading, lead, items }: Block): string => {
  const begun = [heading, lead].filter((line) => line !== '').map((line) => `  ${line}`);
  return [...begun, ...items.map((item) => `    ${lead === '' ? '' : '· '}${item}`)].join('\n');
};

const sectionText = ({ title, verdict, blocks }: LetterSection): string =>
  [title, ...(verdict === '' ? [] : [`  ${verdict}`]), ...blocks.map(blockText)].join('\n');

function annexText({ annex }: Letter): string {
  const tables = annex.tables.map(({ title, rows }) => {
    const lines = rows.map(({ depth, rule, clauses, result, note }) => {
      const cells = [rule, clauses, result, note].filter((cell) => cell !== '');
      return `${'  '.repeat(depth + 1)}${cells.join(' | ')}`;
    });
    return [title, ...lines].join('\n');
  });
  return [annex.title, ...tables].join('\n\n');
}

/** The letter as plain text. Ends with a line break. */
export function letterText(letter: Letter): string {
  const head = [
    letter.title,
    ...letter.about.map(({ label, value }) =>
      `${label}: ${value}`.replace(/: /, letter.lang === 'zh' ? '：' : ': '),
    ),
  ].join('\n');
  const opening = [letter.addressee, `  ${letter.opening}`, ...letter.summary.map((line) => `    · ${line}`)];
  const parts = [head, opening.join('\n'), ...letter.sections.map(sectionText), letter.closing.join('\n')];
  return `${[...parts, letter.signature.join('\n'), annexText(letter)].join('\n\n')}\n`;
}
