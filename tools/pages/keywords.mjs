/** docs/keywords.md: every word of the language in Chinese and English, from grammar/keywords. */

/** A heading for each group, in the order of the page. A group without one stops the run. */
const headings = {
  head: ['行首的词', 'Words that begin a line'],
  mode: ['行首第二个词', 'Words that follow one'],
  type: ['类型', 'Types'],
  shape: ['类型的写法', 'Shapes of types'],
  unit: ['单位（紧跟数字）', 'Units, after a number'],
  monthPart: ['月内的日子（紧跟数字）', 'Parts of a month, after a number'],
  rate: ['每多少', 'Rates'],
  word: ['条件、日期和算式里的词', 'Words of conditions, dates and sums'],
  aggregate: ['由列表算出', 'From lists'],
  state: ['结果和状态', 'Results and states'],
  paper: ['材料的形式', 'Forms of a document'],
  predeclared: ['现成的名称', 'Names that are there'],
  label: ['发放的起止', 'Ends of a payment'],
  mark: ['日期后的括号', 'Marks behind a date'],
  lunar: ['农历', 'Lunar calendar'],
};

export function keywordsPage({ spellings }) {
  const groups = Object.keys(spellings.zh);
  const unknown = groups.filter((group) => !(group in headings));
  if (unknown.length > 0)
    throw new Error(`tools/pages/keywords.mjs has no heading for ${unknown.join(', ')}`);
  return [intro, ...Object.keys(headings).map((group) => section(group, spellings))].join('\n');
}

const intro = `# 词汇 · Keywords

<!-- Written by npm run docs from grammar/keywords. Do not edit. -->

每个词的中文、英文写法；“也读作” 是读得懂的别的写法，整理格式时换成第一种。繁體字照样读。一种语言里空着的，由别的写法表达。
The spelling that the formatter writes in each language, and the others that are read. 繁體 is read too. Where a language has none, another form says it.
`;

function section(group, { zh, en }) {
  const [chinese, english] = headings[group];
  const rows = wordsOf(zh[group]).map(([id, words]) =>
    row(words, wordsOf(en[group]).find(([own]) => own === id)?.[1]),
  );
  const table = ['| 中文 | English | 也读作 · also read |', '| --- | --- | --- |', ...rows];
  return [`## ${chinese} · ${english}`, '', ...table, ''].join('\n');
}

/** `[id, spellings]`; a group of one word is its own entry. */
const wordsOf = (group) => (Array.isArray(group) ? [['', group]] : Object.entries(group));

function row(chinese, english = []) {
  const others = [...chinese.slice(1), ...english.slice(1)];
  return `| ${[chinese[0], english[0]].map((word) => (word ? code(word) : '')).join(' | ')} | ${others.map(code).join(' ')} |`;
}

const code = (word) => `\`${word}\``;
