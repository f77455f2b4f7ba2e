import { displayWidth, keywordsSpelt, spellings } from '../../grammar/index.ts';
import type { BuiltinUnit } from '../ast/expressions.ts';
import type { Word } from '../ast/names.ts';
import type { BuiltinType, TypeNode } from '../ast/types.ts';
import { expressionText, rateText } from './expressions.ts';
import type { Pen } from './pen.ts';
import { quoted } from './pen.ts';

/** Columns that options may take; longer lists go on lines of their own. */
const optionColumns = 110;

/** The type after the colon, and the option lines below it where the options do not stand on the line. */
export function typeText(type: TypeNode, pen: Pen, used: number): { text: string; below: readonly string[] } {
  const inline = inlineBase(type, pen);
  const fits = inline !== undefined && used + displayWidth(inline) <= optionColumns;
  const inLine = fits || (inline !== undefined && type.base.kind !== 'options');
  const below = inLine ? [] : optionLines(type, pen);
  const base = inLine ? inline : shapeOf(type.base, pen);
  return { text: [base, ...suffixes(type, pen)].filter((part) => part !== '').join(' '), below };
}

/** Undefined where the options have to go below: a choice of many, an open list. */
function inlineBase({ base, open }: TypeNode, pen: Pen): string | undefined {
  switch (base.kind) {
    case 'builtin':
      return pen.keyword('type', base.name);
    case 'named':
      return namedText(base.name, pen);
    case 'records':
      return pen.keyword('shape', 'list');
    case 'sameAs': {
      if (base.choice && base.extra.length > 0) return undefined;
      return `${shapeOf(base, pen)}${base.extra.map((option) => ` | ${pen.declared(option)}`).join('')}`;
    }
    case 'options': {
      if (base.choice === 'many' || open || base.options.length === 0) return undefined;
      return base.options.map((option) => pen.declared(option)).join(base.ordered ? ' < ' : ' | ');
    }
  }
}

/** `多选`, `单选`, `多选 同 X`, `同 X`. */
function shapeOf(base: TypeNode['base'], pen: Pen): string {
  const choice = 'choice' in base ? base.choice : undefined;
  const many = pen.keyword('shape', choice === 'many' ? 'manyOf' : 'oneOfMany');
  if (base.kind !== 'sameAs') return many;
  const same = `${pen.keyword('shape', 'sameAs')} ${pen.outside().name(base.of)}`;
  return choice ? `${many} ${same}` : same;
}

/** Options packed into lines; each line after the first begins with the bar. */
function optionLines({ base }: TypeNode, pen: Pen): readonly string[] {
  const options = base.kind === 'options' ? base.options : base.kind === 'sameAs' ? base.extra : [];
  const names = options.map((option) => pen.declared(option));
  if (names.length === 0) return [];
  if (base.kind === 'options' && base.ordered) return [names.join(' < ')];
  const lines: string[] = [];
  for (const name of names) {
    const last = lines[lines.length - 1];
    const joined = last === undefined ? name : `${last} | ${name}`;
    if (last === undefined || displayWidth(joined) <= optionColumns - 6)
      lines[Math.max(0, lines.length - 1)] = joined;
    else lines.push(`| ${name}`);
  }
  return lines;
}

function suffixes(type: TypeNode, pen: Pen): readonly string[] {
  const parts = [rateText(type.rate, pen)];
  if (type.list) parts.push(pen.keyword('shape', 'list'));
  if (type.from) parts.push(pen.keyword('shape', 'range'), expressionText(type.from, pen));
  if (type.to) parts.push(pen.word('to'), expressionText(type.to, pen));
  if (type.by.length > 0) parts.push(pen.word('by'), type.by.map((key) => keyText(key, pen)).join(', '));
  if (type.open) parts.push(pen.keyword('shape', 'open'));
  if (type.optional) parts.push(pen.keyword('shape', 'optional'));
  return parts.filter((part) => part !== '');
}

const TYPE_WORDS: ReadonlySet<string> = new Set(['type', 'shape', 'unit']);

/** A unit, built in or declared, or a kind of record; a name like a type word or a unit stands in quotes. */
function namedText(word: Word, pen: Pen): string {
  const unit = word.quoted ? undefined : keywordsSpelt(pen.source, word.text).find((k) => k.group === 'unit');
  if (unit) return unitName(unit.id as BuiltinUnit, pen);
  const name = pen.name(word, 'subject');
  const isType = keywordsSpelt(pen.language, name).some((k) => TYPE_WORDS.has(k.group));
  return isType ? `「${name}」` : name;
}

/** A unit as a type is one word, without the 个 that it takes after a number. */
function unitName(id: BuiltinUnit, pen: Pen): string {
  const words = spellings[pen.language].unit[id];
  return words.find((word) => !word.includes(' ') && !/^个./.test(word)) ?? '';
}

/** A key is a type word (年份) or a fact; a fact's name that would read as a type word is left as it is. */
function keyText(key: Word, pen: Pen): string {
  const type = keywordsSpelt(pen.source, key.text).find((k) => k.group === 'type');
  if (type) return pen.keyword('type', type.id as BuiltinType);
  const name = pen.translated(key);
  const isType = keywordsSpelt(pen.language, name).some((k) => k.group === 'type');
  return quoted(isType ? key.text : name, pen.language);
}
