/** The table of docs/diff.md: every kind of change, by what an app sees of it. */
export function withChangeKinds(page, kinds) {
  const rows = Object.entries(kinds).map(
    ([kind, { app, decides, title }]) =>
      `| \`${kind}\` | ${title.en || '–'} | ${title.zh || '–'} | ${app} | ${decides ? 'yes' : 'no'} |`,
  );
  const table = [
    '| kind | | | app | may change decisions |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return page.replace(
    /(<!-- kinds -->\n)[\s\S]*?(<!-- \/kinds -->)/,
    (_, start, end) => `${start}${table}\n${end}`,
  );
}
