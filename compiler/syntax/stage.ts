import type { CstNode } from '../../grammar/index.ts';
import type { Expression } from '../ast/expressions.ts';
import type { Language } from '../ast/names.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';

/** What the functions of this stage need to know of the file they work on. */
export interface Stage {
  readonly language: Language;
  readonly text: string;
  /** All of the file, where `text` is a piece of it. */
  readonly whole: string;
  readonly reporter: Reporter;
  /** Conditions stand inside values (brackets, filters) and values inside conditions: the way back up. */
  readonly read: Readers;
}

export interface Readers {
  readonly expression: (cst: CstNode, stage: Stage) => Expression;
  readonly condition: (cst: CstNode, stage: Stage) => Expression;
}
