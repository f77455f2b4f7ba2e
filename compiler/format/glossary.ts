import { predeclared, spellings } from '../../grammar/index.ts';
import type { DeclaredName, Language } from '../ast/names.ts';
import type { Notice, Statement } from '../ast/statements.ts';

/** A name with both its halves, where it was declared and whose it is. */
interface Entry {
  readonly zh?: string;
  readonly en?: string;
  readonly kind: 'subject' | 'global' | 'fact' | 'field' | 'option';
  /** The fact that an option or a field belongs to; the subject of a fact. */
  readonly owner?: DeclaredName;
  /** The kind of record that a fact or a field refers to. */
  readonly refers?: string;
}

/** What stands around a word and tells which of several declarations it means. */
export interface Scope {
  /** `对 X` of the block. */
  readonly subject?: string;
  /** The kind of 本人, in the filter of a population of another kind. */
  readonly self?: string;
  /** Facts whose options may be meant: the subject of a comparison, the keys of a table. */
  readonly options: readonly string[];
  /** The list whose fields may be meant. */
  readonly list?: string;
}

/** What a place wants a name of: a kind of record (or a unit), or anything that has a value. */
export type Wanted = 'subject' | 'value';

/** The names that a file declares, and those that it may use of other files, for translating the words that refer to them. */
export class Glossary {
  private readonly entries: Entry[] = [];
  /** Facts typed `同 X`, under both halves of their names. */
  private readonly sameAs = new Map<string, string>();

  /** What a fact is keyed by (`按 年份`), under both halves of its name: its filters speak of the key by that word. */
  private readonly keys = new Map<string, 'year' | 'month'>();

  /** The language in which the file is written. */
  readonly source: Language;

  /** `notice` with what it uses of other files merged into it. */
  constructor(notice: Notice) {
    this.source = notice.language;
    for (const statement of [notice.header, ...notice.blocks]) this.declare(statement, undefined);
  }

  /** The word in `language`; unchanged where it is not declared, has no other half or could mean two things. */
  translate(word: string, language: Language, scope: Scope, wanted: Wanted): string {
    const key = scope.list === undefined ? undefined : this.keys.get(scope.list);
    if (key !== undefined && spellings[this.source].type[key].includes(word))
      return spellings[language].type[key][0] ?? word;
    for (const candidates of this.ranked(word, scope, wanted)) {
      const found = new Set(candidates.map((entry) => entry[language]));
      const [only] = found;
      if (found.size === 1) return only ?? word;
      if (found.size > 1) return word;
    }
    return this.ownWord(word, language);
  }

  declares(word: string): boolean {
    return this.entries.some((entry) => entry.zh === word || entry.en === word);
  }

  /** The kind of record that a name refers to, where it is one and no other. */
  kindOf(word: string, scope: Scope): string | undefined {
    if (predeclared(word) === 'self' && !this.declares(word)) return scope.self ?? scope.subject;
    const [meant] = this.ranked(word, scope, 'value').filter((group) => group.length > 0);
    const kinds = new Set(meant?.map((entry) => entry.refers));
    return kinds.size === 1 ? [...kinds][0] : undefined;
  }

  private ranked(word: string, scope: Scope, wanted: Wanted): readonly (readonly Entry[])[] {
    const meant = this.entries.filter((entry) => entry.zh === word || entry.en === word);
    const owned = (kind: Entry['kind'], names: readonly string[]) =>
      meant.filter((entry) => entry.kind === kind && names.some((name) => isNamed(entry.owner, name)));
    const facts = scope.options.flatMap((name) => [name, ...this.alias(name)]);
    const subjects = meant.filter((entry) => entry.kind === 'subject');
    return [
      wanted === 'subject' ? subjects : [],
      owned('option', facts),
      scope.list === undefined ? [] : owned('field', [scope.list]),
      scope.subject === undefined ? [] : owned('fact', [scope.subject]),
      meant.filter((entry) => entry.kind === 'global' || entry.kind === 'fact'),
      meant.filter((entry) => entry.kind === 'field'),
      meant.filter((entry) => entry.kind === 'option'),
      subjects,
    ];
  }

  /** What `name` is declared to be the same as, and what that is the same as. */
  private alias(name: string): readonly string[] {
    const found: string[] = [];
    let same = this.sameAs.get(name);
    while (same !== undefined && same !== name && !found.includes(same)) {
      found.push(same);
      same = this.sameAs.get(same);
    }
    return found;
  }

  /** Predeclared words (本年, nextMonth) keep their own translation unless a declared name would take it over. */
  private ownWord(word: string, language: Language): string {
    const id = predeclared(word);
    const own = Object.entries(spellings[language].predeclared).find(([key]) => key === id)?.[1][0];
    if (own === undefined) return word;
    return this.declares(own) ? word : own;
  }

  private declare(statement: Statement, parent: Statement | undefined): void {
    const { name, type, head } = statement;
    const refers = type?.base.kind === 'named' ? type.base.name.text : undefined;
    for (const each of [...(name ? [name] : []), ...(statement.others ?? [])])
      this.add(each, kindOf(statement, parent), parent?.name, refers);
    if (type?.base.kind === 'options')
      for (const option of type.base.options) this.add(option, 'option', name);
    if (type?.base.kind === 'sameAs') {
      for (const extra of type.base.extra) this.add(extra, 'option', name);
      for (const half of [name?.zh, name?.en]) if (half) this.sameAs.set(half.text, type.base.of.text);
    }
    const by = type?.by[0]?.text;
    for (const id of ['year', 'month'] as const)
      if (by !== undefined && spellings[this.source].type[id].includes(by))
        for (const half of [name?.zh, name?.en]) if (half) this.keys.set(half.text, id);
    for (const child of statement.children) this.declare(child, head || name ? statement : parent);
  }

  private add(
    name: DeclaredName,
    kind: Entry['kind'],
    owner: DeclaredName | undefined,
    refers?: string,
  ): void {
    const isLabel = kind === 'global' && !(name.zh && name.en);
    const isKeyword = name.zh && name.en && name.zh.span === name.en.span;
    if (isLabel || isKeyword) return;
    const halves = { ...(name.zh ? { zh: name.zh.text } : {}), ...(name.en ? { en: name.en.text } : {}) };
    this.entries.push({ ...halves, kind, ...(owner ? { owner } : {}), ...(refers ? { refers } : {}) });
  }
}

function isNamed(name: DeclaredName | undefined, word: string): boolean {
  return name?.zh?.text === word || name?.en?.text === word;
}

function kindOf(statement: Statement, parent: Statement | undefined): Entry['kind'] {
  if (statement.head === 'subject' || statement.head === 'unit') return 'subject';
  if (!statement.type || statement.head) return 'global';
  return parent?.type?.base.kind === 'records' ? 'field' : 'fact';
}
