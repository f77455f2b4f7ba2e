import type { Notice } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { Declarations } from './declarations.ts';
import type { Symbols } from './symbols.ts';

/** A parsed notice whose declarations are known; the checker gives meaning to the rest. */
export interface Resolved {
  readonly notice: Notice;
  readonly symbols: Symbols;
  readonly text: string;
  /** Unit by declared name. */
  readonly unitsByName: ReadonlyMap<string, string>;
  /** The subject that a block is for: the one it names, else the file's only one. */
  readonly subjectOf: Declarations['subjectOf'];
  readonly line: (offset: number) => number;
}

export function resolve(notice: Notice, text: string, reporter: Reporter): Resolved {
  const declarations = new Declarations(notice, reporter, text);
  const symbols = declarations.collect();
  return {
    notice,
    symbols,
    text,
    unitsByName: declarations.unitsByName,
    subjectOf: (block) => declarations.subjectOf(block),
    line: (offset) => declarations.line(offset),
  };
}

export type { Symbols, Entry, EnumInfo } from './symbols.ts';
