import type { Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';
import { syntaxDiagnostics } from '../diagnostics/catalogue/syntax.ts';
import { type Diagnostic, Reporter } from '../diagnostics/diagnostic.ts';
import { Places, type Stretch } from '../source/places.ts';
import type { SourceFile } from '../source/source.ts';
import { entriesOf, type Entry, entryTexts } from './entries.ts';
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
  /** Where its spans count from. */
  readonly stretches: readonly Stretch[];
  readonly language: Language;
  readonly header: Statement | null;
  readonly blocks: readonly Statement[];
  readonly trailing: readonly string[];
  /** Where it is one block that is a list. */
  readonly list?: List;
}

interface List {
  readonly text: string;
  /** Its own line. */
  readonly own: string;
  readonly entries: readonly Entry[];
  /** Offsets that entries read later may count from: behind those of the block and before those of any other. */
  readonly free: { from: number; readonly to: number };
}

/**
 * Reads one file again and again and keeps what has not changed: pieces of it, by their text, in which nothing was found. A piece
 * that is kept gives the very objects it gave before, wherever it now stands, since its spans count from a base of its own.
 */
export class Remembered {
  private language: Language | undefined;
  private pieces = new Map<string, Piece[]>();
  /** Of an entry of a list that has changed no more than that is read. */
  private lists: Piece[] = [];
  private listsBefore: Piece[] = [];

  constructor(private readonly offsets: Offsets) {}

  /** Null where the file has to be read as a whole: it has no header, or a cut fell where none is. */
  read(source: SourceFile): Read | null {
    const language = this.language ?? parse(source, new Reporter(''))?.language;
    if (!language) return null;
    const before = this.pieces;
    this.listsBefore = this.lists;
    this.pieces = new Map();
    this.lists = [];
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
    const texts = cuts.map((at, i) => source.text.slice(at, cuts[i + 1] ?? source.text.length));
    const still = new Set(texts);
    // Those that still stand as they were are kept as they are.
    this.listsBefore = this.listsBefore.filter(({ list }) => list && !still.has(list.text));
    for (const [i, at] of cuts.entries()) {
      const text = texts[i] ?? '';
      const piece =
        this.kept(text, before) ??
        this.patched(source, text, language) ??
        this.piece(source, text, at, i === 0, language, found);
      if (!piece || (piece.trailing.length > 0 && i < cuts.length - 1)) return null;
      read.push(piece);
      for (const each of piece.stretches) stretches.push({ ...each, at: at + each.at });
      if (piece.list) this.lists.push(piece);
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

  /**
   * A list of which some entries have changed: only these are read, the block's own line above each. Null where anything is
   * found in them, or where so much has changed that the block is read as a whole.
   */
  private patched(source: SourceFile, text: string, language: Language): Piece | null {
    const [own = '', ...texts] = entryTexts(text);
    const place = this.listsBefore.findIndex(({ list }) => list?.own === own);
    const [before] = place < 0 ? [] : this.listsBefore.splice(place, 1);
    if (!before?.list || before.language !== language || texts.length < 2) return null;
    const { entries, free } = before.list;
    const left = new Map<string, Entry[]>();
    for (const entry of [...entries].reverse())
      left.set(entry.text, [...(left.get(entry.text) ?? []), entry]);
    let changed = 0;
    const made: Entry[] = [];
    for (const each of texts) {
      const known = left.get(each)?.pop();
      changed += known ? 0 : each.length;
      const entry =
        known ?? (changed > text.length / 4 ? null : this.entry(source, own, each, language, free));
      if (!entry) return null;
      made.push(entry);
    }
    const [block] = before.blocks;
    if (!block) return null;
    const piece: Piece = {
      ...before,
      stretches: stretchesOf(own, made, before.stretches[0]?.base ?? 0),
      blocks: [{ ...block, children: made.map(({ statement }) => statement) }],
      list: { text, own, entries: made, free },
    };
    this.pieces.set(text, [...(this.pieces.get(text) ?? []), piece]);
    return piece;
  }

  private entry(
    source: SourceFile,
    own: string,
    text: string,
    language: Language,
    free: List['free'],
  ): Entry | null {
    const base = free.from;
    if (base + text.length + 1 > free.to) return null;
    const reporter = new Reporter('');
    const read = parseBlocks({ path: source.path, text: own + text }, language, reporter, source.text);
    const [block, ...others] = read?.blocks ?? [];
    const [statement, ...more] = block?.children ?? [];
    const isOne = statement && others.length === 0 && more.length === 0 && read?.trailing.length === 0;
    if (!isOne || reporter.found.length > 0 || statement.span.start < own.length) return null;
    free.from += text.length + 1;
    return { text, base, statement: moved(statement, base - own.length) };
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
    const stretches = [{ base, at: 0, length: text.length }];
    const tree = moved(made, base);
    const list = reporter.found.length === 0 ? listOf(text, tree, base) : undefined;
    this.offsets.next = list?.free.to ?? base + text.length + 1;
    const piece = { stretches, ...tree, ...(list && { list }) };
    if (reporter.found.length === 0) this.pieces.set(text, [...(this.pieces.get(text) ?? []), piece]);
    found.push(...reporter.found);
    return piece;
  }
}

/** Entries that lie as they did are one stretch. */
function stretchesOf(own: string, entries: readonly Entry[], base: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  let last = { base, at, length: 0 };
  for (const each of [{ text: own, base }, ...entries]) {
    const { length } = each.text;
    if (each.base === last.base + last.length) last = { ...last, length: last.length + length };
    else {
      stretches.push(last);
      last = { base: each.base, at, length };
    }
    at += length;
  }
  return [...stretches, last];
}

/** The entries, where all of the text is one block that is a list. */
function listOf(
  text: string,
  { header, blocks, trailing }: Omit<Notice, 'header'> & { readonly header: Statement | null },
  base: number,
): List | undefined {
  const [block, ...others] = blocks;
  if (header || !block || others.length > 0 || trailing.length > 0) return undefined;
  const entries = entriesOf(text, block, base);
  if (!entries || entries.length < 2) return undefined;
  const from = base + text.length + 1;
  return { text, own: entryTexts(text)[0] ?? '', entries, free: { from, to: from + 4 * text.length } };
}

/** Blanks of another kind are told once a file. */
function oneBlank(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const { code } = syntaxDiagnostics.indentBlank;
  const first = found.find((one) => one.code === code);
  return found.filter((one) => one.code !== code || one === first);
}
