import { type Document, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { Unusable } from '../console/failure.ts';
import type { Texts } from '../texts/texts.ts';

export type YamlPath = readonly (string | number)[];

/** A YAML file with the place of everything in it. Core schema, so that a date stays the text it is. */
export class YamlFile {
  readonly #document: Document.Parsed;
  readonly #lines = new LineCounter();
  readonly value: unknown;

  constructor(
    readonly path: string,
    readonly content: string,
    readonly texts: Texts,
  ) {
    this.#document = parseDocument(content, {
      schema: 'core',
      lineCounter: this.#lines,
      prettyErrors: false,
    });
    const [error] = this.#document.errors;
    if (error) throw new Unusable(texts.yaml.syntax(this.#at(error.pos[0]), error.message));
    this.value = this.#document.toJS() as unknown;
  }

  /** `file:line:column` of the value at a path; of its nearest holder where it is not there. */
  placeOf(path: YamlPath): string {
    for (let length = path.length; length > 0; length--) {
      const start = this.#startOf(path.slice(0, length));
      if (start !== undefined) return this.#at(start);
    }
    return this.#at(0);
  }

  /** For a mapping's entry the key, which is what a reader looks for; else the item itself. */
  #startOf(path: YamlPath): number | undefined {
    const holder =
      path.length === 1 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    const last = path.at(-1);
    const pair = isMap(holder)
      ? holder.items.find((item) => isPair(item) && keyOf(item.key) === String(last))
      : null;
    const node = pair ? pair.key : this.#document.getIn(path, true);
    return isNode(node) ? node.range?.[0] : undefined;
  }

  #at(offset: number): string {
    const { line, col } = this.#lines.linePos(offset);
    return `${this.path}:${line}:${col}`;
  }

  /** Where a block list ends and how far its items are indented; null for anything else. */
  listEnd(path: YamlPath): { readonly offset: number; readonly indent: string } | null {
    const list = this.#document.getIn(path, true);
    if (!isSeq(list) || list.flow === true || !list.range) return null;
    const [first] = list.items;
    if (!isNode(first) || !first.range) return null;
    const { col } = this.#lines.linePos(first.range[0]);
    return { offset: list.range[1], indent: ' '.repeat(Math.max(0, col - 3)) };
  }

  /** Stops with the place and what was expected there. */
  refuse(path: YamlPath, expected: string): never {
    throw new Unusable(this.texts.yaml.expected(this.placeOf(path), path.join('.'), expected));
  }

  /** Stops because an entry that must be there is not. */
  lacks(path: YamlPath, key: string): never {
    throw new Unusable(this.texts.yaml.missingKey(this.placeOf(path), key));
  }

  /** A mapping, empty if the entry is missing. */
  mapping(value: unknown, path: YamlPath): { readonly [key: string]: unknown } {
    if (value === undefined || value === null) return {};
    if (typeof value === 'object' && !Array.isArray(value))
      return value as { readonly [key: string]: unknown };
    return this.refuse(path, this.texts.yaml.aMapping);
  }

  list(value: unknown, path: YamlPath): readonly unknown[] {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : this.refuse(path, this.texts.yaml.aList);
  }

  /** Texts, one or several: `[a, b]` or `a`. */
  names(value: unknown, path: YamlPath): readonly string[] {
    const items = typeof value === 'string' || typeof value === 'number' ? [value] : this.list(value, path);
    const single = !Array.isArray(value);
    return items.map((item, at) => {
      const here = single ? path : [...path, at];
      return this.text(item, here) ?? this.refuse(here, this.texts.yaml.aText);
    });
  }

  text(value: unknown, path: YamlPath): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? this.#written(path, value) : this.refuse(path, this.texts.yaml.aText);
  }

  /** A number as its digits stand in the file: clause 1.10 is not clause 1.1. */
  #written(path: YamlPath, value: number): string {
    const node = this.#document.getIn(path, true);
    return isScalar(node) && typeof node.source === 'string' ? node.source : String(value);
  }

  /** A key that nothing reads is a slip of the pen, never a comment. */
  onlyKeys(value: { readonly [key: string]: unknown }, known: readonly string[], path: YamlPath): void {
    for (const key of Object.keys(value)) {
      if (!known.includes(key))
        throw new Unusable(this.texts.yaml.unknownKey(this.placeOf([...path, key]), key, known));
    }
  }
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));
