/** Full-width forms that mean the same as one ASCII character; the length is kept so that offsets stay true. */
const folds: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '｛': '{',
  '｝': '}',
  '％': '%',
  '＋': '+',
  '－': '-',
  '＝': '=',
  '＜': '<',
  '＞': '>',
  '｜': '|',
  '／': '/',
  '．': '.',
  '＃': '#',
  '’': "'",
  '\u3000': ' ',
  '\u00a0': ' ',
  '\ufeff': ' ',
};

const foldable = /[，、：；（）｛｝％＋－＝＜＞｜／．＃’\u3000\u00a0\ufeff０-９]/g;

/** The text the lexer reads: punctuation and digits in their ASCII forms, every offset unchanged. */
export function fold(text: string): string {
  return text.replace(foldable, (c) => folds[c] ?? String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Names are compared in this form. */
export function normalise(name: string): string {
  return name.normalize('NFC');
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u2460-\u24ff\u3200-\u32ff]|[\ud840-\ud87f][\udc00-\udfff]/u;

/** Columns that `text` takes in a fixed-width font with Chinese characters two columns wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const c of text) width += wide.test(c) || (c.codePointAt(0) ?? 0) >= 0x20000 ? 2 : 1;
  return width;
}

/** Whether a word is written in Chinese characters, at least in part. */
export function hasHan(word: string): boolean {
  return /\p{Script=Han}/u.test(word);
}
