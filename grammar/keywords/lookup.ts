import type { Language } from '../../compiler/ast/names.ts';
import { en } from './en.ts';
import type { Group, Spellings } from './vocabulary.ts';
import { reach } from './vocabulary.ts';
import { traditional, zh } from './zh.ts';

/** The spellings of each language. */
export const spellings: Readonly<Record<Language, Spellings>> = { zh, en };

/** One spelling of one keyword: the words it is made of and the id it stands for. */
export interface Keyword {
  readonly group: Group;
  readonly id: string;
  readonly words: readonly string[];
  readonly spelling: string;
}

export const groups = Object.keys(reach) as Group[];

/** `[id, spellings]` of every keyword of a group. */
export function entries(language: Language, group: Group): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(spellings[language][group]);
}

/** The spelling that the formatter prints; empty where the language has no such word. */
export function spelling<G extends Group>(
  language: Language,
  group: G,
  id: keyof Spellings[G] & string,
): string {
  return entries(language, group).find(([key]) => key === id)?.[1][0] ?? '';
}

/** A character that 繁體 writes in another way. */
const changed = new RegExp(`[${Object.keys(traditional).join('')}]`);

/** Every way to write a spelling in 繁體, the 简体 one first. */
export function variants(word: string): readonly string[] {
  if (!changed.test(word)) return [word];
  let forms = [''];
  for (const c of word) {
    const choices = [c, ...(traditional[c] ?? '')];
    forms = forms.flatMap((form) => choices.map((choice) => form + choice));
  }
  return forms;
}

function readKeywords(language: Language): readonly Keyword[] {
  const found: Keyword[] = [];
  for (const group of groups) {
    for (const [id, list] of entries(language, group)) {
      for (const word of list) {
        const forms = language === 'zh' ? variants(word) : [word];
        for (const form of forms) found.push({ group, id, words: form.split(' '), spelling: form });
      }
    }
  }
  return found;
}

function index(keywords: readonly Keyword[]): ReadonlyMap<string, readonly Keyword[]> {
  const table = new Map<string, Keyword[]>();
  for (const keyword of keywords) {
    const first = keyword.words[0] ?? '';
    const list = table.get(first) ?? [];
    list.push(keyword);
    table.set(first, list);
  }
  for (const list of table.values()) list.sort((a, b) => b.words.length - a.words.length);
  return table;
}

/** The keywords of a language, all and by their first word. */
interface Table {
  readonly all: readonly Keyword[];
  readonly byFirstWord: ReadonlyMap<string, readonly Keyword[]>;
}

const tables: Partial<Record<Language, Table>> = {};

/** Made when a language is first read: most files are in one. */
function tableOf(language: Language): Table {
  const ready = tables[language];
  if (ready) return ready;
  const all = readKeywords(language);
  const made = { all, byFirstWord: index(all) };
  tables[language] = made;
  return made;
}

/** Every spelling that a language reads, for completion, highlighting and suggestions. */
export function keywordsOf(language: Language): readonly Keyword[] {
  return tableOf(language).all;
}

/** Keywords that begin with `word`, those of more words first. */
export function keywordsFrom(language: Language, word: string): readonly Keyword[] {
  return tableOf(language).byFirstWord.get(word) ?? [];
}

/** Keywords that are exactly `text`. */
export function keywordsSpelt(language: Language, text: string): readonly Keyword[] {
  const words = text.split(' ');
  return keywordsFrom(language, words[0] ?? '').filter(
    (k) => k.words.length === words.length && k.words.every((w, i) => w === words[i]),
  );
}

/** The id of a predeclared name (本年, nextMonth, 春节 …), in either language. */
export function predeclared(name: string): string | undefined {
  for (const language of ['zh', 'en'] as const) {
    const found = entries(language, 'predeclared').find(([, list]) => list.includes(name));
    if (found) return found[0];
  }
  return undefined;
}
