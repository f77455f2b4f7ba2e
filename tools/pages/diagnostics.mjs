/** docs/diagnostics.md: every finding of the compiler with its examples and what is said of them, from the catalogue. */

export function diagnosticsPage({ catalogue, examine }) {
  const opening = commonOpening(catalogue.flatMap(({ bad, good }) => [bad, good]));
  const parts = [
    intro(opening),
    table(catalogue),
    ...catalogue.map((definition) => section(definition, opening, said(definition, examine))),
  ];
  return parts.join('\n');
}

const intro = (opening) => `# 报错 · Diagnostics

<!-- Written by npm run docs from compiler/diagnostics/catalogue. Do not edit. -->

每一种报错：先举一个会报错的例子和报出的话，再写改好的几行。测试时逐个编译。
Every finding: an example that yields it, what is said, and the lines as they should be. The tests run all of them.

\`…\` 代表这个开头 · \`…\` stands for this beginning:

${fenced(opening)}`;

function table(catalogue) {
  const rows = catalogue.map(({ code, severity, zh, en }) =>
    ['', `[${code}](#${code.toLowerCase()})`, severities[severity], prose(zh.title), prose(en.title), '']
      .join(' | ')
      .trim(),
  );
  return ['', '| | | | |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const severities = { error: '错误 error', warning: '提醒 warning', note: '说明 note' };

function section({ code, severity, zh, en, bad, good, files = {} }, opening, { message, hint }) {
  return [
    `## ${code}`,
    '',
    `**${prose(zh.title)}** · ${prose(en.title)} · ${severities[severity]}`,
    '',
    fenced(shortened(bad, opening)),
    '',
    ...Object.entries(files).flatMap(([path, text]) => [`\`${path}\``, '', fenced(text), '']),
    `> ${prose(message.zh + hint.zh)}`,
    '>',
    `> ${prose(`${message.en} ${hint.en}`)}`,
    '',
    fenced(changed(bad, good) ?? shortened(good, opening)),
    '',
  ].join('\n');
}

/** The lines of the good example that the bad one has not; null if there are none. */
function changed(bad, good) {
  const before = new Set(bad.split('\n'));
  const lines = good.split('\n').filter((line) => !before.has(line));
  return lines.length > 0 ? lines.join('\n') : null;
}

/** Text without marks of Markdown. */
const prose = (text) => text.replace(/[*_<|]/g, '\\$&');

/** What the compiler says of the bad example. */
function said({ code, bad, files = {} }, examine) {
  const read = (path) => (path in files ? { text: files[path] } : { problem: 'missing' });
  const { diagnostics } = examine(
    { path: 'example.policy', text: bad },
    read,
    code === 'BF4061' ? { parameters: {}, circumstances: {} } : undefined,
  );
  const found = diagnostics.find((one) => one.code === code);
  if (!found) throw new Error(`the bad example of ${code} does not yield it`);
  const { zh, en } = found;
  return { message: { zh: zh.message, en: en.message }, hint: { zh: zh.hint, en: en.hint } };
}

const fence = '```';
const fenced = (text) => [fence, text.trimEnd(), fence].join('\n');

const paragraphs = (text) => text.split('\n\n');

/** The first two paragraphs that most examples share. */
function commonOpening(texts) {
  const counts = new Map();
  for (const text of texts) {
    const opening = paragraphs(text).slice(0, 2).join('\n\n');
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  }
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

const shortened = (text, opening) =>
  text.startsWith(`${opening}\n\n`) ? `…\n${text.slice(opening.length + 1)}` : text;
