import type { Session } from '../../console/session.ts';
import { around, element } from '../../letter/markup.ts';
import { escaped } from '../markdown-table.ts';
import type { ProofReport } from '../report.ts';
import { proofLines } from './lines.ts';

export function proofText(proof: ProofReport, session: Session): readonly string[] {
  const { paintOut, texts } = session;
  return [
    paintOut('bold', texts.diff.comparison.title),
    ...proofLines(proof, session).flatMap(({ title, lines }) => [
      `  ${title}`,
      ...lines.map(({ depth, text }) => `${'  '.repeat(depth + 2)}${text}`),
    ]),
  ];
}

export function proofMarkdown(proof: ProofReport, session: Session): string {
  const parts = proofLines(proof, session).map(({ title, lines }) =>
    [
      `**${escaped(title)}**`,
      '',
      ...lines.map(({ depth, text }) => `${'  '.repeat(depth)}- ${escaped(text)}`),
    ]
      .join('\n')
      .trimEnd(),
  );
  return [`### ${session.texts.diff.comparison.title}`, ...parts].join('\n\n');
}

export function proofMarkup(proof: ProofReport, session: Session): string {
  const parts = proofLines(proof, session).map(({ title, lines }) => {
    const items = lines.map(({ depth, text }) =>
      element('li', text, depth === 0 ? '' : ` style="margin-left: ${depth * 1.2}em"`),
    );
    return element('h3', title) + around('ul', items.join(''));
  });
  return element('h2', session.texts.diff.comparison.title) + parts.join('');
}
