import stringWidth from 'string-width';

/** Printable ASCII, Han characters, and the full-width marks of Chinese text. */
const plain = /^[\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff01-\uff60]*$/;
const wide = /[\u3000-\u303f\u4e00-\u9fff\uff01-\uff60]/g;

/**
 * Width in terminal cells; a Chinese character takes two. The general measure splits text into grapheme clusters,
 * which takes longer than deciding an applicant, so that plain Chinese and English are counted directly.
 */
export function cellWidth(text: string): number {
  if (!plain.test(text)) return stringWidth(text);
  return text.length + (text.match(wide)?.length ?? 0);
}
