/** docs/diagnostics.md: every finding of the compiler with its examples and what is said of them, from the catalogue. */

export function diagnosticsPage({ catalogue, referenceOf }) {
  const opening = commonOpening(catalogue.flatMap(({ bad, good }) => [bad, good]));
  const parts = [
    intro(opening),
    table(catalogue),
    ...catalogue.map((definition) => section(referenceOf(definition.code), opening)),
  ];
  return parts.join('\n');
}

const intro = (opening) => `# 报错 · Diagnostics

<!-- Written by npm run docs from compiler/diagnostics/catalogue. Do not edit. -->

命令行里用 \`bangfu explain BF4062\` 看其中一种。每一种报错：先举一个会报错的例子和报出的话，再写改好的几行。测试时逐个编译。
\`bangfu explain BF4062\` shows one of them. Every finding: an example that yields it, what is said, and the lines as they should be. The tests run all of them.

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

function section({ code, severity, title, bad, good, files, message, hint }, opening) {
  return [
    `## ${code}`,
    '',
    `**${prose(title.zh)}** · ${prose(title.en)} · ${severities[severity]}`,
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
