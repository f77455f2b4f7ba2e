import type { Type } from '../../runtime/types.ts';
import { perWords } from '../ir/per.ts';
import type { Symbols } from '../resolve/index.ts';

/** A type in both languages, as messages name it. */
export interface TypeWords {
  readonly zh: string;
  readonly en: string;
}

const plain: { readonly [t: string]: TypeWords } = {
  bool: { zh: '是否', en: 'yes or no' },
  int: { zh: '整数', en: 'a number' },
  money: { zh: '金额（元）', en: 'money (yuan)' },
  ratio: { zh: '比例', en: 'a ratio' },
  date: { zh: '日期', en: 'a date' },
  month: { zh: '月份', en: 'a month' },
  year: { zh: '年份', en: 'a year' },
  yearlyDay: { zh: '每年的某日', en: 'a day of every year' },
  text: { zh: '文字', en: 'text' },
};

export function typeWords(type: Type, symbols: Symbols): TypeWords {
  switch (type.t) {
    case 'qty': {
      const name = symbols.names.get(type.unit);
      const zh = (name?.zh ?? name?.en ?? type.unit).replace(/^个(?=.)/u, '');
      return { zh: `数量（${zh}）`, en: `a quantity (${name?.en ?? type.unit})` };
    }
    case 'rate': {
      const of = typeWords(type.of, symbols);
      return {
        zh: `${type.per.map((p) => perWords[p].zh).join('')}${of.zh}`,
        en: `${of.en} ${type.per.map((p) => perWords[p].en).join(' ')}`,
      };
    }
    case 'enum':
    case 'set': {
      const name = symbols.names.get(type.enum);
      const many = type.t === 'set';
      return {
        zh: `${name?.zh ?? type.enum}的选项${many ? '（多选）' : ''}`,
        en: `${many ? 'options' : 'an option'} of ${name?.en ?? type.enum}`,
      };
    }
    case 'list':
      return { zh: '列表', en: 'a list' };
    case 'record':
      return { zh: '列表中的一条', en: 'an element of a list' };
    case 'ref':
      return {
        zh: `对${symbols.names.get(type.subject)?.zh ?? type.subject}的引用`,
        en: `a reference to ${type.subject}`,
      };
    case 'keyed':
      return { zh: '按键取值的表', en: 'a keyed table' };
    default:
      return plain[type.t] ?? { zh: type.t, en: type.t };
  }
}

export function sameType(a: Type, b: Type): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function isNumeric(type: Type): boolean {
  return type.t === 'int' || type.t === 'ratio';
}

/** The dimension a unit counts in: units of one dimension convert into each other. */
export function dimension(unit: string, symbols: Symbols): string {
  return symbols.units.get(unit)?.base ?? unit;
}

/** Quantities of time that may be added to a date. */
export function isTime(type: Type, symbols: Symbols): boolean {
  return type.t === 'qty' && ['month', 'day', 'workday'].includes(dimension(type.unit, symbols));
}

/** Heads and things: money times such a count stays money. */
export function isCount(type: Type, symbols: Symbols): boolean {
  return type.t === 'qty' && !['month', 'day', 'workday', 'minute'].includes(dimension(type.unit, symbols));
}

/** How two values may be compared: as they are, or with the second turned into the unit of the first. */
export function comparable(a: Type, b: Type, symbols: Symbols): 'same' | 'convert' | 'no' {
  if (isNumeric(a) && isNumeric(b)) return 'same';
  if (a.t === 'qty' && b.t === 'qty') {
    if (a.unit === b.unit) return 'same';
    return dimension(a.unit, symbols) === dimension(b.unit, symbols) ? 'convert' : 'no';
  }
  if (a.t === 'enum' && b.t === 'enum') return 'same';
  return sameType(a, b) ? 'same' : 'no';
}

/** Types whose values have an order. */
export function isOrdered(type: Type, symbols: Symbols): boolean {
  switch (type.t) {
    case 'enum':
      return symbols.enums.get(type.enum)?.ordered ?? false;
    case 'int':
    case 'ratio':
    case 'money':
    case 'date':
    case 'month':
    case 'year':
    case 'qty':
    case 'rate':
      return true;
    default:
      return false;
  }
}
