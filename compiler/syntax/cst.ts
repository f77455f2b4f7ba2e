import type { CstNode, IToken } from '../../grammar/index.ts';
import { dataOf, endOf } from '../../grammar/index.ts';
import type { Word } from '../ast/names.ts';
import type { Span } from '../source/source.ts';

/** Children of a syntax node by the name of their rule or label; absent ones are simply not there. */
export function nodes(cst: CstNode, name: string): readonly CstNode[] {
  return (cst.children[name] ?? []).filter((child): child is CstNode => 'children' in child);
}

export function node(cst: CstNode, name: string): CstNode | undefined {
  return nodes(cst, name)[0];
}

export function tokens(cst: CstNode, name: string): readonly IToken[] {
  return (cst.children[name] ?? []).filter((child): child is IToken => 'image' in child);
}

export function token(cst: CstNode, name: string): IToken | undefined {
  return tokens(cst, name)[0];
}

/** Which of the keywords named stands in the node: `word_and` is given as `and`. */
export function which<K extends string>(cst: CstNode, ids: readonly K[]): K | undefined {
  return ids.find(
    (id) => cst.children[`word_${id}`] !== undefined || cst.children[`shape_${id}`] !== undefined,
  );
}

/** The span of the source that a node covers. */
export function spanOf(cst: CstNode): Span {
  const { startOffset = 0, endOffset = startOffset - 1 } = cst.location ?? {};
  return { start: startOffset, end: endOffset + 1 };
}

export function tokenSpan(of: IToken): Span {
  return { start: of.startOffset, end: endOf(of) };
}

export function wordOf(of: IToken): Word {
  const { text, quoted } = dataOf(of);
  return { span: tokenSpan(of), text, quoted: quoted === true };
}

/** Words of all tokens filed under `name`, in the order of the source. */
export function words(cst: CstNode, name: string): readonly Word[] {
  return tokens(cst, name).map(wordOf);
}
