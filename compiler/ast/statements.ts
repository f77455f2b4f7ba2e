import type { Span } from '../source/source.ts';
import type { Expression } from './expressions.ts';
import type { DeclaredName, Language, Word } from './names.ts';
import type { TypeNode } from './types.ts';

/** The canonical id of each word that may begin a line. */
export type Head =
  // notice
  | 'notice'
  | 'library'
  | 'source'
  | 'parameter'
  | 'inForce'
  | 'use'
  | 'transition'
  // blocks
  | 'unit'
  | 'enumeration'
  | 'circumstances'
  | 'subject'
  | 'define'
  | 'programme'
  | 'procedure'
  | 'duty'
  | 'target'
  | 'assert'
  | 'shares'
  // parts of a programme
  | 'eligible'
  | 'excluded'
  | 'tier'
  | 'amount'
  | 'grants'
  | 'payment'
  | 'route'
  | 'quota'
  | 'documents'
  | 'deadline'
  | 'chooseOne'
  | 'noDouble'
  // modifiers
  | 'cap'
  | 'floor'
  | 'from'
  | 'only'
  | 'group'
  | 'order'
  | 'limit'
  | 'mismatch'
  | 'ties'
  | 'must'
  | 'vacancy'
  | 'during'
  | 'lasting'
  | 'needs'
  | 'planned'
  | 'late'
  | 'notCounting'
  | 'except'
  | 'measuredOn'
  | 'when';

/**
 * One logical line with the lines indented below it. A line that begins with a keyword has
 * a `head`; a line that begins with the author's own name or a table case has none.
 */
export interface Statement {
  readonly span: Span;
  readonly head: Head | null;
  /** Name of a block, or the label of an item. */
  readonly name?: DeclaredName;
  /** `甲 或 乙: …` of documents: any of these will do instead. `给予 甲 (a), 乙 (b)`: further benefits. */
  readonly others?: readonly DeclaredName[];
  /** `name: type` of facts and parameters. */
  readonly type?: TypeNode;
  /** `对 X`; of a document the channel that it is for. */
  readonly subject?: Word;
  readonly mode?: Mode;
  /** `以 F 计` of a block or a step. */
  readonly countedBy?: Word;
  /** `按 k1, k2`. */
  readonly by: readonly Expression[];
  /** `排序 k1 从高到低, k2 从低到高, c 优先`. */
  readonly order?: readonly OrderKey[];
  /** Row of a table: one case a key; `otherwise` stands alone. */
  readonly cases?: readonly Case[];
  readonly body?: Expression;
  readonly clauses: readonly Clause[];
  readonly children: readonly Statement[];
  readonly comments: Comments;
  /** The line could not be read and was reported; only its head and its name are kept. */
  readonly broken?: true;
}

/** `依次 并列` after 分流; `依次` of tables and of 择一; `分段` of definitions; `首次 以后` after 期限; `出缺 递补`; `并列 全部进入 …`; `逾期 视为放弃 …`; `不一致 以 名额|上限 为准`. */
export type Mode =
  | 'inOrder'
  | 'allThatApply'
  | 'first'
  | 'later'
  | 'refill'
  | 'admitAll'
  | 'refuseAll'
  | 'forfeit'
  | 'refuse'
  | 'record'
  | 'quotaRules'
  | 'limitRules'
  | 'highest'
  | 'inBands';

/** `first`: those for whom the condition holds come first (`优先`). */
export interface OrderKey {
  readonly span: Span;
  readonly key: Expression;
  readonly direction: 'ascending' | 'descending' | 'first';
}

export type Case =
  | { readonly kind: 'otherwise'; readonly span: Span }
  /** A value (an option, a number with its unit, a date) or a predicate without subject. */
  | { readonly kind: 'test'; readonly test: Expression; readonly span: Span };

export type Clause =
  | { readonly kind: 'cite'; readonly ids: readonly string[]; readonly span: Span }
  | { readonly kind: 'when'; readonly condition: Expression; readonly span: Span }
  | { readonly kind: 'proof'; readonly document: Word; readonly span: Span }
  | {
      readonly kind: 'by';
      readonly actor: Word;
      readonly role: 'acts' | 'determines' | 'decides' | 'handles';
      readonly span: Span;
    }
  | { readonly kind: 'refer'; readonly to: Word; readonly span: Span }
  | { readonly kind: 'countedBy'; readonly fact: Word; readonly span: Span }
  | { readonly kind: 'fallback'; readonly value: Expression; readonly span: Span }
  /** `容许 "…"`: what is found on this line is the notice's own defect, kept for this reason. */
  | { readonly kind: 'accept'; readonly reason: string; readonly span: Span };

/** Comment texts with their `#`, kept to the letter. */
export interface Comments {
  readonly before: readonly string[];
  readonly after?: string;
}

/** A whole file. */
export interface Notice {
  readonly language: Language;
  /** The 方案 or 共用 line; its children are the header lines. */
  readonly header: Statement;
  readonly blocks: readonly Statement[];
  /** Comment lines after the last statement. */
  readonly trailing: readonly string[];
}
