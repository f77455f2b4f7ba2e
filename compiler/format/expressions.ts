import { lunarName, spellings } from '../../grammar/index.ts';
import type { Expression, ListExpression, MonthPart, NumberLiteral, UnitWord } from '../ast/expressions.ts';
import type { RateWord } from '../ast/types.ts';
import type { Pen } from './pen.ts';
import { countText, hintsOf, testText } from './predicates.ts';
import { spanText } from './spans.ts';

/** The one printed form of an expression. Brackets are where the author put them. */
export function expressionText(of: Expression, pen: Pen): string {
  switch (of.kind) {
    case 'number':
      return numberText(of, pen);
    case 'text':
      return of.value.includes('"') ? `“${of.value}”` : `"${of.value}"`;
    case 'name':
      return pen.name(of.name);
    case 'member':
      return `${expressionText(of.of, pen)}${ofText(pen)}${pen.ofRecord(of.of).field(of.field)}`;
    case 'set':
      return `{${of.items.map((item) => expressionText(item, pen)).join(', ')}}`;
    case 'bracketed':
      return `(${expressionText(of.of, pen)})`;
    case 'span':
      return spanText(of, pen, 'led');
    case 'test':
      return testText(of, pen);
    case 'not':
      return `${pen.word('not')} ${expressionText(of.of, pen)}`;
    case 'junction':
      return of.parts.map((part) => expressionText(part, pen)).join(` ${pen.word(of.op)} `);
    default:
      return dateText(of, pen) ?? computedText(of, pen) ?? ruleText(of, pen);
  }
}

export function ofText(pen: Pen): string {
  return pen.language === 'zh' ? ` ${pen.word('of')} ` : `${pen.word('of')} `;
}

const two = (n: number) => String(n).padStart(2, '0');
const tail = (month: number, day: number | undefined) =>
  `-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;

function dateText(of: Expression, pen: Pen): string | undefined {
  switch (of.kind) {
    case 'date':
      return `${String(of.year).padStart(4, '0')}${tail(of.month, of.day)}`;
    case 'yearlyDay':
      return `${two(of.month)}-${two(of.day)}`;
    case 'tailDate':
      return `${expressionText(of.year, pen)}${tail(of.month, of.day)}`;
    case 'monthPart':
      return monthText(of, pen);
    case 'lunarDay': {
      const day = pen.language === 'zh' ? lunarName(of.month, of.day) : `${two(of.month)}-${two(of.day)}`;
      return `${spellings[pen.language].lunar[0]} ${day}`;
    }
    case 'everyYear':
      return `${everyWord('year', pen)} ${expressionText(of.day, pen)}`;
    default:
      return undefined;
  }
}

function monthText(of: MonthPart, pen: Pen): string {
  const month = of.year ? `${expressionText(of.year, pen)}-${two(of.month)}` : String(of.month);
  if (of.part === 'whole') return `${month} ${pen.language === 'zh' ? '月' : 'month'}`;
  return `${month} ${pen.keyword('monthPart', of.part)}`;
}

const signs = { '+': '+', '-': '-', '*': '×', '/': '÷' } as const;
const rounding = { up: 'roundedUp', down: 'roundedDown', half: 'roundedHalf' } as const;

function computedText(of: Expression, pen: Pen): string | undefined {
  switch (of.kind) {
    case 'arithmetic':
      return `${expressionText(of.left, pen)} ${signs[of.op]} ${expressionText(of.right, pen)}`;
    case 'rounded': {
      const to = of.to ? ` ${pen.word('roundedTo')} ${roundedTo(of.to, pen)}` : '';
      return `${expressionText(of.of, pen)} ${pen.word(rounding[of.mode])}${to}`;
    }
    case 'converted':
      return `${expressionText(of.of, pen)} ${pen.word('convertedTo')} ${unitText(of.unit, '', pen)}`;
    case 'elapsed':
      return `${expressionText(of.since, pen)} ${pen.word('toNow')}`;
    case 'aggregate':
      return `${pen.keyword('aggregate', of.op)} ${listText(of.list, pen)}`;
    case 'if': {
      const [when, then, otherwise] = [of.when, of.then, of.otherwise].map((part) =>
        expressionText(part, pen),
      );
      return `${pen.word('if')} ${when} ${pen.word('then')} ${then} ${pen.word('otherwiseThen')} ${otherwise}`;
    }
    default:
      return undefined;
  }
}

function roundedTo(of: NumberLiteral, pen: Pen): string {
  return of.value === '1' && of.unit ? unitText(of.unit, '1', pen) : numberText(of, pen);
}

function ruleText(of: Expression, pen: Pen): string {
  switch (of.kind) {
    case 'exists': {
      const word = pen.word(of.negated ? 'none' : 'any');
      const count = of.bound ? `${countText(of.bound, pen)} ` : '';
      const rest = of.predicate
        ? ` ${testText({ kind: 'test', span: of.span, predicate: of.predicate }, pen)}`
        : '';
      return `${word} ${count}${listText(of.list, pen)}${rest}`;
    }
    case 'every': {
      const rest = of.predicate
        ? ` ${testText({ kind: 'test', span: of.span, predicate: of.predicate }, pen)}`
        : '';
      const element = insideOf(of.list, pen).within({ options: namesOf(of.list) });
      const must = expressionText(of.satisfies, element);
      return `${pen.word('every')} ${listText(of.list, pen)}${rest} ${pen.word('satisfy')} ${must}`;
    }
    case 'implies':
      return `${pen.word('whenever')} ${expressionText(of.when, pen)} ${pen.word('then')} ${expressionText(of.then, pen)}`;
    case 'monotone': {
      const by = expressionText(of.by, pen.within({ options: hintsOf(of.of) }));
      return `${expressionText(of.of, pen)} ${pen.word('with')} ${by} ${pen.word(of.direction)}`;
    }
    default:
      return bodyText(of, pen);
  }
}

function bodyText(of: Expression, pen: Pen): string {
  switch (of.kind) {
    case 'group':
      return groupText(of.op, of.count, pen);
    case 'amount':
      return amountText(of, pen);
    case 'periodic': {
      const { count, unit } = of.every;
      const value: NumberLiteral = { kind: 'number', span: of.span, value: String(count), percent: false };
      const measure = numberText({ ...value, unit: { kind: 'builtin', id: unit, span: of.span } }, pen);
      const rate = isRate(unit) && count === 1 ? everyWord(unit, pen) : `${pen.word('every1')} ${measure}`;
      return `${rate} ${expressionText(of.body, pen)}`;
    }
    case 'hole':
      return holeText(of, pen);
    case 'shares':
      return of.parts.map((part) => `${pen.asWritten(part.payer)} ${numberText(part.share, pen)}`).join(', ');
    case 'paper': {
      const unit = of.copies === 1 && pen.language === 'en' ? 'copy' : pen.keyword('unit', 'copy');
      const copies = of.copies === undefined ? '' : ` ${of.copies} ${unit}`;
      return `${pen.keyword('paper', of.form)}${copies}`;
    }
    default:
      return '';
  }
}

function holeText(of: Expression & { kind: 'hole' }, pen: Pen): string {
  if (of.why === 'unspecified') {
    const reason = of.text === undefined ? '' : of.text.includes('"') ? ` “${of.text}”` : ` "${of.text}"`;
    return `${pen.word('unspecified')}${reason}`;
  }
  const by = of.by ? pen.asWritten(of.by) : '';
  return pen.language === 'zh'
    ? `${pen.word('actedBy')} ${by} ${pen.word('decides')}`
    : `${pen.word('decidedBy')} ${by}`;
}

function groupText(op: 'all' | 'any' | 'none' | 'atLeast', count: Expression | undefined, pen: Pen): string {
  if (op !== 'atLeast') return pen.word(op === 'all' ? 'allOf' : op === 'any' ? 'anyOf' : 'noneOf');
  const n = count?.kind === 'number' ? count.value : '1';
  if (pen.language === 'en') return `${pen.word('notBelow')} ${n} ${pen.word('ofGroup')}`;
  return `${pen.word('satisfying')} ${n} ${pen.keyword('unit', 'article')} ${pen.word('orMore')}`;
}

/** Rates stand before the money in Chinese, after it in English. */
function amountText(of: Expression & { kind: 'amount' }, pen: Pen): string {
  const value = expressionText(of.value, pen);
  const rate = rateText(of.rate, pen);
  const priced = [rate, value].filter((part) => part !== '');
  const order = pen.language === 'zh' ? priced : priced.reverse();
  return [...order, ...eventsText(of.events, pen)].join(' ');
}

function eventsText(events: (Expression & { kind: 'amount' })['events'], pen: Pen): readonly string[] {
  if (!events) return [];
  const word = pen.word(events.mode === 'each' ? 'eachTime' : 'firstTime');
  const inner = pen.within({ list: events.list.name.text });
  const by = events.by ? [pen.word('by'), events.by.map((key) => inner.name(key)).join(', ')] : [];
  return [word, listText(events.list, pen), ...by];
}

/** `每人每月`, `per person per month`. */
export function rateText(rate: readonly RateWord[], pen: Pen): string {
  return rate.map((word) => pen.keyword('rate', word)).join(pen.language === 'zh' ? '' : ' ');
}

function isRate(unit: string): unit is RateWord {
  return ['day', 'week', 'tenDays', 'month', 'quarter', 'halfYear', 'year'].includes(unit);
}

/** `每月` as a period; English has a word of its own for it. */
function everyWord(unit: RateWord, pen: Pen): string {
  return pen.language === 'zh'
    ? pen.keyword('rate', unit)
    : pen.keyword('rate', unit).replace(/^per/, pen.word('every1'));
}

/** `30000 元`, `20%`, `1/2 year`. */
export function numberText(of: NumberLiteral, pen: Pen): string {
  if (of.percent) return `${of.value}%`;
  return of.unit ? `${of.value} ${unitText(of.unit, of.value, pen)}` : of.value;
}

function unitText(unit: UnitWord, value: string, pen: Pen): string {
  if (unit.kind === 'declared') return pen.name(unit.name, 'subject');
  const isOne = value === '1' || /^1\/\d+$/.test(value);
  const singular = pen.language === 'en' && isOne ? spellings.en.unit[unit.id][1] : undefined;
  return singular ?? pen.keyword('unit', unit.id);
}

/** `全体 K 的 F 其中 c`; inside the filter the fields of the list are nearest. */
export function listText(list: ListExpression, pen: Pen): string {
  const path = fieldsText(list, pen);
  const population = list.population ? `${pen.word('population')} ` : '';
  const where = list.where ? ` ${pen.word('where')} ${expressionText(list.where, insideOf(list, pen))}` : '';
  return `${population}${pen.name(list.name, list.population ? 'subject' : 'value')}${path}${where}`;
}

/** Fields of the element, each of what the one before refers to. */
function fieldsText(list: ListExpression, pen: Pen): string {
  const start: Expression = { kind: 'name', name: list.name, span: list.name.span };
  let inner = list.population
    ? pen.overAll(list.name.text)
    : pen.ofRecord(start).within({ list: list.name.text });
  return list.fields
    .map((field) => {
      const text = `${ofText(pen)}${inner.field(field)}`;
      inner = inner.ofRecord({ kind: 'name', name: field, span: field.span });
      return text;
    })
    .join('');
}

/** What a filter sees: the fields of a list's elements, or the facts of a kind of record. */
function insideOf(list: ListExpression, pen: Pen): Pen {
  return list.population ? pen.overAll(list.name.text) : pen.within({ list: list.name.text });
}

function namesOf(list: ListExpression): readonly string[] {
  const last = list.fields[list.fields.length - 1];
  return [last?.text ?? list.name.text];
}
