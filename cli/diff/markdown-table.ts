/** A part that is opened on demand. */
export const folded = (title: string, content: string): string =>
  `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;

export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [row(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(row)].join('\n');
}

/** Text that Markdown is to show as it is. */
export const escaped = (text: string): string => text.replaceAll(/[|\\<>*_`[\]]/g, (mark) => `\\${mark}`);
