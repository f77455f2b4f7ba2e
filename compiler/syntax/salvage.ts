import type { LineToken, LogicalLine } from '../../grammar/index.ts';
import { isName, tokens as T } from '../../grammar/index.ts';
import type { DeclaredName, Language, Word } from '../ast/names.ts';
import type { Head, Statement } from '../ast/statements.ts';
import { hasHan } from '../../grammar/index.ts';
import { commentsOf } from './statement.ts';
import { tokenSpan, wordOf } from './cst.ts';
import { join } from '../source/source.ts';

/** What is left of a line that could not be read: its head and its name, so that the rest of the file still resolves. */
export function salvage(
  line: LogicalLine,
  tokens: readonly LineToken[],
  head: Head | null,
  language: Language,
): Statement {
  const name = leadingName(head ? tokens.slice(1) : tokens, language);
  return {
    span: line.span,
    head,
    ...(name ? { name } : {}),
    by: [],
    clauses: [],
    children: [],
    comments: commentsOf(line),
    broken: true,
  };
}

function leadingName(tokens: readonly LineToken[], language: Language): DeclaredName | undefined {
  const [first, open, second, close] = tokens;
  if (!first || !isName(first)) return undefined;
  const paired = open?.tokenType === T.symbols['('] && second && isName(second) && close?.tokenType === T.symbols[')'];
  const words: readonly Word[] = paired ? [wordOf(first), wordOf(second)] : [wordOf(first)];
  const span = paired && close ? join(tokenSpan(first), tokenSpan(close)) : tokenSpan(first);
  const zh = words.find((word) => hasHan(word.text)) ?? (language === 'zh' ? words[0] : undefined);
  const en = words.find((word) => word !== zh);
  return { span, ...(zh ? { zh } : {}), ...(en ? { en } : {}) };
}
