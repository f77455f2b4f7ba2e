import type { Language } from '../ast/names.ts';
import type { Notice } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Places } from '../source/places.ts';
import { Declarations } from './declarations.ts';
import type { Symbols } from './symbols.ts';

/** A parsed notice whose declarations are known; the checker gives meaning to the rest. */
export interface Resolved {
  readonly notice: Notice;
  readonly symbols: Symbols;
  /** All files end to end, as spans count. */
  readonly text: string;
  /** Unit by declared name. */
  readonly unitsByName: ReadonlyMap<string, string>;
  /** The subject that a block is for: the one it names, else the file's only one. */
  readonly subjectOf: Declarations['subjectOf'];
  /** One-based, in the file that the offset lies in. */
  readonly line: (offset: number) => number;
  /** Language of the file that the offset lies in. */
  readonly languageAt: (offset: number) => Language;
}

/** `notice` with what it uses merged into it; spans count in `places`. */
export function resolve(
  notice: Notice,
  languageAt: Resolved['languageAt'],
  places: Places,
  reporter: Reporter,
): Resolved {
  const declarations = new Declarations(notice, languageAt, places, reporter);
  const symbols = declarations.collect();
  return {
    notice,
    symbols,
    text: places.text,
    unitsByName: declarations.unitsByName,
    subjectOf: (block) => declarations.subjectOf(block),
    line: (offset) => places.lineAt(offset),
    languageAt,
  };
}

export type { Symbols, Entry, EnumInfo } from './symbols.ts';
