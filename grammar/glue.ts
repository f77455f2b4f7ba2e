import type { Language } from '../compiler/ast/names.ts';
import { keywordsOf } from './keywords/lookup.ts';
import type { HardWord } from './keywords/vocabulary.ts';

/** Part of a run that was glued to a number. */
export interface Piece {
  readonly text: string;
  readonly kind: 'magnitude' | 'unit' | 'monthPart' | 'bound' | 'declared';
  readonly id: string;
}

const boundIds: readonly HardWord[] = [
  'orMore',
  'orLess',
  'orWithin',
  'beyond',
  'inside',
  'before',
  'after',
  'to',
  'bareFrom',
];

const magnitudes: readonly (readonly [string, number])[] = [
  ['万亿', 12],
  ['亿', 8],
  ['億', 8],
  ['万', 4],
  ['萬', 4],
];

interface Entry {
  readonly text: string;
  readonly kind: 'unit' | 'monthPart' | 'bound';
  readonly id: string;
}

function entriesOf(language: Language, wanted: 'measure' | 'bound'): readonly Entry[] {
  const found: Entry[] = [];
  for (const k of keywordsOf(language)) {
    if (wanted === 'measure' && (k.group === 'unit' || k.group === 'monthPart')) {
      found.push({ text: k.spelling, kind: k.group, id: k.id });
    }
    if (wanted === 'bound' && k.group === 'word' && boundIds.some((id) => id === k.id)) {
      found.push({ text: k.spelling, kind: 'bound', id: k.id });
    }
  }
  return found.sort((a, b) => b.text.length - a.text.length);
}

interface Table {
  readonly measure: readonly Entry[];
  readonly bound: readonly Entry[];
}

const tables: Partial<Record<Language, Table>> = {};

function tableOf(language: Language): Table {
  tables[language] ??= { measure: entriesOf(language, 'measure'), bound: entriesOf(language, 'bound') };
  return tables[language];
}

/** A unit and what may follow it, or null where the run is not made of these. */
function measured(run: string, language: Language): readonly Piece[] | null {
  const { measure, bound } = tableOf(language);
  for (const unit of measure) {
    if (!run.startsWith(unit.text)) continue;
    const rest = run.slice(unit.text.length);
    if (rest === '') return [unit];
    const after = bound.find((b) => b.text === rest);
    if (after) return [unit, after];
  }
  return null;
}

/**
 * Cuts the run after a number: a magnitude (万), a unit, a bound word; only closed lists, longest
 * first. What is left is a declared unit when the run is glued to the number, else null: a word.
 */
export function unglue(run: string, language: Language, glued: boolean): readonly Piece[] | null {
  const magnitude = magnitudes.find(([word]) => run.startsWith(word));
  if (magnitude) {
    const head: Piece = { text: magnitude[0], kind: 'magnitude', id: String(magnitude[1]) };
    const rest = run.slice(magnitude[0].length);
    if (rest === '') return [head];
    const tail = unglue(rest, language, glued);
    return tail && [head, ...tail];
  }
  const known = measured(run, language);
  if (known) return known;
  const bound = tableOf(language).bound.find((b) => run.endsWith(b.text));
  if (bound && bound.text === run) return glued || language === 'zh' ? [bound] : null;
  if (!glued) return null;
  if (!bound) return [{ text: run, kind: 'declared', id: run }];
  const name = run.slice(0, -bound.text.length);
  return [{ text: name, kind: 'declared', id: name }, bound];
}

/** Places by which a magnitude moves the decimal point. */
export function placesOf(piece: Piece): number {
  return piece.kind === 'magnitude' ? Number(piece.id) : 0;
}

/** A measure word, a bound and more after it: `岁以下儿童` is part of a name, not of a number. */
export function runsOn(run: string, language: Language): boolean {
  const { measure, bound } = tableOf(language);
  return measure.some((unit) => {
    const rest = run.startsWith(unit.text) ? run.slice(unit.text.length) : '';
    return bound.some((b) => b.text.length > 1 && rest.startsWith(b.text) && rest.length > b.text.length);
  });
}
