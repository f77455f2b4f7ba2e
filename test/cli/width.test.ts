import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cellWidth } from '../../cli/render/width.ts';

test.each([
  'plain ASCII, 123',
  '欧阳修',
  '（全角）：“引号”、《书名》；１２３％',
  '𠮷野家 𬱖',
  '繁體 ㄅㄆㄇ ひらがな カタカナ 한국어',
  'e\u0301 é ü ñ',
  '≥ 0 × – … │ ─ ✗ →',
  '\u001B[31m错误\u001B[39m',
  '👍 emoji',
  '\u200B零宽',
  '',
])('%j is as wide as string-width says', (text) => {
  expect(cellWidth(text)).toBe(stringWidth(text));
});
