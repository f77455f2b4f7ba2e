import type { Language } from '../ast/names.ts';
import type { Head, Notice, Statement } from '../ast/statements.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import type { Places } from '../source/places.ts';
import type { Span } from '../source/source.ts';
import { Declarations } from './declarations.ts';
import type { Symbols } from './symbols.ts';

/** A parsed notice whose declarations are known; the checker gives meaning to the rest. */
export interface Resolved {
  readonly notice: Notice;
  /** Its blocks with one head, in the order of the file. */
  readonly blocks: (head: Head) => readonly Statement[];
  readonly symbols: Symbols;
  /** What is written there. */
  readonly textOf: (span: Span) => string;
  /** The order of two offsets in the files. */
  readonly compare: (a: number, b: number) => number;
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
    blocks: blocksByHead(notice),
    symbols,
    textOf: (span) => places.textOf(span),
    compare: (a, b) => places.compare(a, b),
    unitsByName: declarations.unitsByName,
    subjectOf: (block) => declarations.subjectOf(block),
    line: (offset) => places.lineAt(offset),
    languageAt,
  };
}

function blocksByHead({ blocks }: Notice): Resolved['blocks'] {
  const found = new Map<Head | null, Statement[]>();
  for (const block of blocks) {
    const same = found.get(block.head);
    if (same) same.push(block);
    else found.set(block.head, [block]);
  }
  return (head) => found.get(head) ?? [];
}

export type { Symbols, Entry, EnumInfo } from './symbols.ts';
