import { type RawRecord, type Records, UnreadableData } from './record.ts';

/**
 * JSON: an array of objects, read element by element so that the whole is never held; one object; or objects
 * one after another, as NDJSON on standard input has them.
 * `row` is the line on which the object begins.
 */
export async function readJson(text: AsyncIterable<string>): Promise<Records> {
  return { rows: elements(text) };
}

async function* elements(text: AsyncIterable<string>): AsyncGenerator<RawRecord> {
  const splitter = new ElementSplitter();
  for await (const part of text) for (const piece of splitter.feed(part)) yield parsed(piece);
  for (const piece of splitter.end()) yield parsed(piece);
}

interface Piece {
  readonly line: number;
  readonly text: string;
}

export function parsed({ line, text }: Piece): RawRecord {
  try {
    return { kind: 'object', row: line, value: JSON.parse(text) as unknown };
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    return { kind: 'broken', row: line, problem: { why: 'notJson', detail } };
  }
}

/**
 * Cuts a top-level array into the texts of its elements by following brackets and strings only; what an element
 * says is left to JSON.parse. Outside an array each bracketed value is a piece.
 */
class ElementSplitter {
  #inArray: boolean | undefined;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #closed = false;
  #line = 1;
  #column = 0;
  #pieceLine = 1;
  #piece = '';
  #begun = false;

  *feed(part: string): Generator<Piece> {
    let from = 0;
    for (let at = 0; at < part.length; at++) {
      const char = part.charAt(at);
      const boundary = this.#step(char);
      if (boundary === 'skip') from = at + 1;
      if (boundary === 'cut' || boundary === 'cutAfter') {
        yield* this.#cut(part.slice(from, boundary === 'cut' ? at : at + 1));
        from = at + 1;
      }
      if (char === '\n') {
        this.#line++;
        this.#column = 0;
      } else this.#column++;
    }
    this.#piece += part.slice(from);
  }

  *end(): Generator<Piece> {
    if (this.#inArray === undefined) throw new UnreadableData({ why: 'empty' });
    if (this.#inArray && !this.#closed) this.#fail('[ … ]');
    yield* this.#cut('');
  }

  *#cut(last: string): Generator<Piece> {
    const text = this.#piece + last;
    this.#piece = '';
    this.#begun = false;
    if (text.trim() !== '') yield { line: this.#pieceLine, text };
  }

  /** What a character means for the cutting: part of a piece, left out, or the end of one. */
  #step(char: string): 'keep' | 'skip' | 'cut' | 'cutAfter' {
    if (this.#inString) return this.#stepString(char);
    if (!this.#begun) {
      if (/[\s\uFEFF]/.test(char)) return 'skip';
      if (this.#closed) this.#fail(char);
      if (this.#inArray === undefined) {
        this.#inArray = char === '[';
        if (this.#inArray) return 'skip';
      }
      this.#begun = true;
      this.#pieceLine = this.#line;
    }
    return this.#stepOutside(char);
  }

  #stepString(char: string): 'keep' {
    if (this.#escaped) this.#escaped = false;
    else if (char === '\\') this.#escaped = true;
    else if (char === '"') this.#inString = false;
    return 'keep';
  }

  #stepOutside(char: string): 'keep' | 'cut' | 'cutAfter' {
    if (char === '"') this.#inString = true;
    if (char === '{' || char === '[') this.#depth++;
    else if (char === '}' || char === ']') {
      if (this.#depth === 0) return this.#close(char);
      this.#depth--;
      if (this.#depth === 0 && !this.#inArray) return 'cutAfter';
    } else if (char === ',' && this.#depth === 0 && this.#inArray) return 'cut';
    return 'keep';
  }

  #close(char: string): 'cut' {
    if (char !== ']' || !this.#inArray) this.#fail(char);
    this.#closed = true;
    return 'cut';
  }

  #fail(detail: string): never {
    throw new UnreadableData({ why: 'syntax', line: this.#line, column: this.#column + 1, detail });
  }
}
