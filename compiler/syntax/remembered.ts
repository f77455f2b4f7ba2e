import type { Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import { Places, type Stretch } from '../source/places.ts';
import type { SourceFile } from '../source/source.ts';
import { parse, parseBlocks } from './index.ts';
import { moved } from './moved.ts';
import { cutsOf } from './pieces.ts';

/** Offsets that no span has counted from yet, for all files of one policy. 0 stays free: it is where nothing is said to lie. */
export interface Offsets {
  next: number;
}

/** A file as read, in stretches. */
export interface Read {
  readonly notice: Notice;
  readonly stretches: readonly Stretch[];
  readonly found: readonly Diagnostic[];
}

/** A piece of the file that was read, its spans counted from `base`. */
interface Piece {
  readonly base: number;
  readonly length: number;
  readonly language: Language;
  readonly header: Statement | null;
  readonly blocks: readonly Statement[];
  readonly trailing: readonly string[];
}

/**
 * Reads one file again and again and keeps what has not changed: pieces of it, by their text, in which nothing was found. A piece
 * that is kept gives the very objects it gave before, wherever it now stands, since its spans count from a base of its own.
 */
export class Remembered {
  private language: Language | undefined;
  private pieces = new Map<string, Piece[]>();

  constructor(private readonly offsets: Offsets) {}

  /** Null where the file has to be read as a whole: it has no header, or a cut fell where none is. */
  read(source: SourceFile): Read | null {
    const language = this.language ?? parse(source, new Reporter(''))?.language;
    if (!language) return null;
    const before = this.pieces;
    this.pieces = new Map();
    const read = this.all(source, language, before);
    // A header in the other language is told by what it makes of the rest.
    this.language = read?.notice.language;
    return read && read.notice.language === language ? read : null;
  }

  private all(source: SourceFile, language: Language, before: ReadonlyMap<string, Piece[]>): Read | null {
    const cuts = cutsOf(source.text, language);
    const found: Diagnostic[] = [];
    const read: Piece[] = [];
    const stretches: Stretch[] = [];
    for (const [i, at] of cuts.entries()) {
      const text = source.text.slice(at, cuts[i + 1] ?? source.text.length);
      const piece = this.kept(text, before) ?? this.piece(source, text, at, i === 0, language, found);
      if (!piece || (piece.trailing.length > 0 && i < cuts.length - 1)) return null;
      read.push(piece);
      stretches.push({ base: piece.base, at, length: piece.length });
    }
    const header = read[0]?.header;
    if (!header) return null;
    const blocks = read.flatMap((piece) => piece.blocks);
    const trailing = read[read.length - 1]?.trailing ?? [];
    const notice = { language: read[0]?.language ?? language, header, blocks, trailing };
    return { notice, stretches, found: oneBlank(found) };
  }

  /** The same text may stand in a file several times: each has objects of its own. */
  private kept(text: string, before: ReadonlyMap<string, Piece[]>): Piece | undefined {
    const mine = this.pieces.get(text) ?? [];
    const piece = before.get(text)?.[mine.length];
    if (piece) this.pieces.set(text, [...mine, piece]);
    return piece;
  }

  private piece(
    source: SourceFile,
    text: string,
    at: number,
    first: boolean,
    language: Language,
    found: Diagnostic[],
  ): Piece | null {
    const places = new Places([{ ...source, base: 0, stretches: [{ base: 0, at, length: text.length }] }]);
    const reporter = new Reporter(places);
    const file = { path: source.path, text };
    const made = first
      ? parse(file, reporter, source.text)
      : parseBlocks(file, language, reporter, source.text);
    if (!made) return null;
    const base = this.offsets.next;
    this.offsets.next += text.length + 1;
    const piece = { base, length: text.length, ...moved(made, base) };
    if (reporter.found.length === 0) this.pieces.set(text, [...(this.pieces.get(text) ?? []), piece]);
    found.push(...reporter.found);
    return piece;
  }
}

/** Blanks of another kind are told once a file. */
function oneBlank(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { code } = syntaxDiagnostics.indentBlank;
  const first = found.find((one) => one.code === code);
  return found.filter((one) => one.code !== code || one === first);
}
