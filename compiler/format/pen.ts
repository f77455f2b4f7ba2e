import type { Group, Spellings } from '../../grammar/index.ts';
import {
  classify,
  fold,
  keywordsOf,
  keywordsSpelt,
  reach,
  scan,
  spelling,
  tokens as T,
} from '../../grammar/index.ts';
import type { Expression } from '../ast/expressions.ts';
import type { DeclaredName, Language, Word } from '../ast/names.ts';
import type { Glossary, Scope, Wanted } from './glossary.ts';

/** How expressions are written; predicates and spans are parts of them and hold them again. */
export type Writer = (of: Expression, pen: Pen) => string;

/** Writes single words in one language. Scopes are passed along by making a new pen. */
export class Pen {
  constructor(
    readonly language: Language,
    private readonly glossary: Glossary,
    private readonly writer: Writer,
    readonly scope: Scope = { options: [] },
  ) {}

  within(scope: Partial<Scope>): Pen {
    return new Pen(this.language, this.glossary, this.writer, { ...this.scope, ...scope });
  }

  /** Where the fields of the record that a reference names are written: those of its kind are meant. */
  ofRecord(reference: Expression): Pen {
    const kind = this.kindOf(reference);
    return kind === undefined
      ? this
      : this.outside().within({ subject: kind, self: this.selfKind, options: [] });
  }

  /** In the filter over all records of a kind their facts are nearest; the record itself is still that of the block. */
  overAll(kind: string): Pen {
    return this.outside().within({ subject: kind, self: this.selfKind });
  }

  private get selfKind(): string {
    return this.scope.self ?? this.scope.subject ?? '';
  }

  private kindOf(of: Expression): string | undefined {
    if (of.kind === 'name') return this.glossary.kindOf(of.name.text, this.scope);
    if (of.kind === 'bracketed') return this.kindOf(of.of);
    if (of.kind === 'member')
      return this.ofRecord(of.of).glossary.kindOf(of.field.text, this.ofRecord(of.of).scope);
    if (of.kind !== 'aggregate' || !of.list.population) return undefined;
    const [field] = of.list.fields.slice(-1);
    return field
      ? this.overAll(of.list.name.text).kindOf({ kind: 'name', name: field, span: field.span })
      : of.list.name.text;
  }

  /** A pen that does not look at the fields of the list around it first. */
  outside(): Pen {
    const { list: _list, ...scope } = this.scope;
    return new Pen(this.language, this.glossary, this.writer, scope);
  }

  expression(of: Expression): string {
    return this.writer(of, this);
  }

  /** The printed spelling of a keyword. */
  keyword<G extends Group>(group: G, id: keyof Spellings[G] & string): string {
    return spelling(this.language, group, id);
  }

  word(id: keyof Spellings['word'] & string): string {
    return spelling(this.language, 'word', id);
  }

  /** The language in which the file is written. */
  get source(): Language {
    return this.glossary.source;
  }

  /** A word that refers to something. */
  name(word: Word, wanted: Wanted = 'value'): string {
    return quoted(this.translated(word, wanted), this.language);
  }

  /** A body or a paper: known to the world, not declared in the file, and the same in either language. */
  asWritten(word: Word): string {
    return quoted(word.text, this.language);
  }

  translated(word: Word, wanted: Wanted = 'value'): string {
    return this.glossary.translate(word.text, this.language, this.scope, wanted);
  }

  /** A field after `的`: any word is a name there. */
  field(word: Word): string {
    const text = this.translated(word);
    return isOneWord(text, this.language) ? text : `「${text}」`;
  }

  /** Both halves, the half in this language first. */
  declared(name: DeclaredName): string {
    const [first, second] = this.language === 'zh' ? [name.zh, name.en] : [name.en, name.zh];
    const main = first ?? second;
    if (!main) return '';
    if (first && first.span === second?.span) return first.text;
    const printed = quoted(main.text, this.language);
    return first && second ? `${printed} (${inBrackets(second.text, this.language)})` : printed;
  }
}

/** A name that would not be read as one stands in quotes. */
export function quoted(text: string, language: Language): string {
  return isPlainName(text, language) ? text : `「${text}」`;
}

function inBrackets(text: string, language: Language): string {
  return isOneWord(text, language) ? text : `「${text}」`;
}

function isOneWord(text: string, language: Language): boolean {
  const tokens = scan(fold(text), language);
  const [only] = tokens;
  return tokens.length === 1 && only?.kind === 'word' && only.image.length === text.length;
}

function isPlainName(text: string, language: Language): boolean {
  const tokens = scan(fold(text), language);
  if (!isOneWord(text, language) || partsOfPhrases(language).has(text)) return false;
  if (keywordsSpelt(language, text).some((k) => reach[k.group] === 'hard')) return false;
  const [, read] = classify([...scan(fold('甲'), language), ...tokens], `甲${text}`, language);
  return read !== undefined && (read.tokenType.CATEGORIES ?? []).includes(T.Name);
}

const phrases: Partial<Record<Language, ReadonlySet<string>>> = {};

/** Words that would make a keyword with the hard word beside them: `more` after `or`, `up` before `to`. */
function partsOfPhrases(language: Language): ReadonlySet<string> {
  const ready = phrases[language];
  if (ready) return ready;
  const isHard = (word: string) =>
    keywordsSpelt(language, word).some((k) => reach[k.group] === 'hard' && k.id !== 'ofGroup');
  const parts = keywordsOf(language).flatMap((k) => {
    const [first = '', second, ...rest] = k.words;
    if (reach[k.group] !== 'hard' || second === undefined) return [];
    return [...(isHard(first) ? [second, ...rest] : []), ...(isHard(second) ? [first] : [])];
  });
  const made = new Set(parts);
  phrases[language] = made;
  return made;
}

/** Whether a word is the first of a line's keywords, so that a name like it cannot begin a line. */
export function beginsLine(word: string, language: Language): boolean {
  return keywordsOf(language).some((k) => k.group === 'head' && k.spelling === word);
}
