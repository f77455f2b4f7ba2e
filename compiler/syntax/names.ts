import type { CstNode } from '../../grammar/index.ts';
import { hasHan } from '../../grammar/index.ts';
import type { DeclaredName, Language, Word } from '../ast/names.ts';
import { spanOf, words } from './cst.ts';

/** Both halves of `中文名 (englishName)`, whichever comes first. */
export function declaredName(cst: CstNode, language: Language): DeclaredName {
  const [first, second] = words(cst, 'Name');
  return pairOf(first, second, language, spanOf(cst));
}

function pairOf(
  first: Word | undefined,
  second: Word | undefined,
  language: Language,
  span: DeclaredName['span'],
): DeclaredName {
  if (!first) return { span };
  const firstIsChinese =
    hasHan(first.text) || (second !== undefined && !hasHan(second.text) && language === 'zh');
  const [zh, en] = firstIsChinese ? [first, second] : [second, first];
  return { span, ...(zh ? { zh } : {}), ...(en ? { en } : {}) };
}
