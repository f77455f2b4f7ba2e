import type { LineToken, LogicalLine } from '../../grammar/index.ts';
import { hasHan, isName, tokens as T } from '../../grammar/index.ts';
import type { DeclaredName, Language, Word } from '../ast/names.ts';
import type { Head, Statement } from '../ast/statements.ts';
import type { TypeNode } from '../ast/types.ts';
import { join } from '../source/source.ts';
import { tokenSpan, wordOf } from './cst.ts';
import type { Item } from './placement.ts';
import { commentsOf } from './statement.ts';

/**
 * What is left of a line that could not be read: its head, its name and the kind of lines it
 * opens, so that those lines are still read and the rest of the file still resolves.
 */
export function salvage(
  line: LogicalLine,
  tokens: readonly LineToken[],
  head: Head | null,
  item: Item | null,
  language: Language,
): Statement {
  const name = leadingName(head ? tokens.slice(1) : tokens, language);
  const type = item === 'fact' ? openType(tokens, line) : undefined;
  const opens = tokens.some((token) => groups.includes(token.tokenType));
  return {
    span: line.span,
    head,
    ...(name ? { name } : {}),
    ...(type ? { type } : {}),
    ...(opens ? { body: { kind: 'group', span: line.span, op: 'all' } } : {}),
    by: [],
    clauses: [],
    children: [],
    comments: commentsOf(line),
    broken: true,
  };
}

const { allOf, anyOf, noneOf, satisfying } = T.keyword.word;
const groups = [allOf, anyOf, noneOf, satisfying];

/** A list of records or of options whose fields stand on the lines below. */
function openType(tokens: readonly LineToken[], line: LogicalLine): TypeNode | undefined {
  const { list, manyOf, oneOfMany } = T.keyword.shape;
  const has = (type: LineToken['tokenType']) => tokens.some((token) => token.tokenType === type);
  const blank = { span: line.span, rate: [], by: [], open: false, optional: false, list: false };
  if (has(manyOf) || has(oneOfMany)) {
    const choice = has(manyOf) ? ('many' as const) : ('one' as const);
    return { ...blank, base: { kind: 'options', choice, ordered: false, options: [] } };
  }
  return has(list) ? { ...blank, base: { kind: 'records' } } : undefined;
}

function leadingName(tokens: readonly LineToken[], language: Language): DeclaredName | undefined {
  const [first, open, second, close] = tokens;
  if (!first || !isName(first)) return undefined;
  const isPair = open?.tokenType === T.symbols['('] && close?.tokenType === T.symbols[')'];
  const other = isPair && second && isName(second) ? wordOf(second) : undefined;
  const words: readonly Word[] = other ? [wordOf(first), other] : [wordOf(first)];
  const span = other && close ? join(tokenSpan(first), tokenSpan(close)) : tokenSpan(first);
  const zh = words.find((word) => hasHan(word.text)) ?? (language === 'zh' ? words[0] : undefined);
  const en = words.find((word) => word !== zh);
  return { span, ...(zh ? { zh } : {}), ...(en ? { en } : {}) };
}
