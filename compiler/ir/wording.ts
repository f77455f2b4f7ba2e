import { KEYED_VALUE } from '../../runtime/elements.ts';
import type { Id, Name, Type } from '../../runtime/types.ts';
import { unitAfter } from '../../runtime/unit-names.ts';
import type { DateSpan, Expr } from './expressions.ts';

export type Names = { readonly [id: Id]: Name } | ReadonlyMap<Id, Name>;
type Lang = 'zh' | 'en';

const STATES = {
  eligible: '符合',
  selected: '入选',
  late: '逾期',
  done: '完成',
  met: '履行',
  breached: '违反',
} as const;

/**
 * A node in the notice's own words, in either language: for rules without a label, for table rows
 * and for comparisons of two policies. Short, unambiguous among its siblings, not meant to be parsed.
 */
export function wording(e: Expr, names: Names, lang: Lang): string {
  const w = (x: Expr): string => wording(x, names, lang);
  const zh = lang === 'zh';
  switch (e.k) {
    case 'lit':
      return literal(e.value, e.type, names, lang);
    case 'fact':
      return nameOf(names, e.fact, lang);
    case 'param':
      return nameOf(names, e.param, lang);
    case 'def':
      return nameOf(names, e.def, lang);
    case 'field':
      return fieldName(e.field, names, lang);
    case 'asOf':
      return zh ? '判定日' : 'the decision date';
    case 'roundYear':
      return zh ? '当年' : 'the year';
    case 'period':
      return zh ? '当期' : 'the period';
    case 'bound':
      return '';
    case 'self':
      return zh ? '本人' : 'self';
    case 'ofRecord':
      return ofRecord(e, names, lang);
    case 'hole':
      if (e.why === 'determination') return zh ? `由 ${e.by ?? ''} 确定` : `decided by ${e.by ?? ''}`;
      return e.text ?? (zh ? '未规定' : 'unspecified');
    case 'arith':
      return `${w(e.a)} ${{ '+': '+', '-': '-', '*': '×', '/': '÷' }[e.op]} ${w(e.b)}`;
    case 'addPeriod':
      return `${w(e.date)} ${e.sign > 0 ? '+' : '-'} ${w(e.n)}`;
    case 'round':
    case 'convert':
      return w(e.a);
    case 'if':
      return zh ? `若 ${w(e.c)} 则 ${w(e.a)} 否则 ${w(e.b)}` : `if ${w(e.c)} then ${w(e.a)} else ${w(e.b)}`;
    case 'calendar':
      return calendar(e, names, lang);
    case 'cmp':
      return comparison(e, names, lang);
    case 'within':
      return join(w(e.a), spanWording(e.span, names, lang));
    case 'member':
      return join(w(e.a), `${memberWord(e.mode, zh)} ${w(e.set)}`);
    case 'present':
      return join(w(e.a), zh ? '存在' : 'exists');
    case 'not':
      return e.a.k === 'fact' || e.a.k === 'def'
        ? `${zh ? '非' : 'not'} ${w(e.a)}`
        : `${zh ? '非' : 'not'} (${w(e.a)})`;
    case 'all':
      return rangeOf(e.parts, names, lang) ?? e.parts.map(w).join(zh ? ' 且 ' : ' and ');
    case 'any':
      return e.parts.map(w).join(zh ? ' 或 ' : ' or ');
    case 'atLeast':
      return zh ? `满足 ${e.n} 项 以上` : `at least ${e.n} of`;
    case 'guard':
      return zh ? `${w(e.then)} 当 ${w(e.when)}` : `${w(e.then)} when ${w(e.when)}`;
    case 'except':
      return w(e.rule);
    case 'rule':
      return nameOf(names, e.id, lang);
    case 'table':
      return e.keys.map(w).join(', ');
    case 'bands':
      return w(e.key);
    case 'aggregate':
      return aggregateWording(e, names, lang);
    case 'outcome':
      return `${nameOf(names, e.of, lang)} ${zh ? STATES[e.state] : e.state}`;
    case 'stepTime':
      return nameOf(names, e.step, lang);
    case 'tierOf': {
      const money = e.type.t === 'rate';
      const name = nameOf(names, e.programme, lang);
      return zh ? `${name} 的 ${money ? '金额' : '档次'}` : `${name}'s ${money ? 'amount' : 'tier'}`;
    }
  }
}

export function nameOf(names: Names, id: Id, lang: Lang): string {
  const name = names instanceof Map ? names.get(id) : (names as { readonly [id: Id]: Name })[id];
  return (lang === 'zh' ? (name?.zh ?? name?.en) : (name?.en ?? name?.zh)) ?? id;
}

/** `other` is nowhere declared: what an open enumeration (`等`) does not list. */
function optionName(names: Names, enumeration: Id, option: Id, lang: Lang): string {
  const id = `${enumeration}.${option}`;
  const name = nameOf(names, id, lang);
  return name === id && option === 'other' ? { zh: '其他', en: 'other' }[lang] : name;
}

/** A field is known only by its bare id here: the list it belongs to is not in reach. */
function fieldName(field: Id, names: Names, lang: Lang): string {
  // The value of a fact by years is what its line speaks of.
  if (field === KEYED_VALUE) return '';
  const ids = names instanceof Map ? [...names.keys()] : Object.keys(names);
  const full = ids.find((id) => id.endsWith(`.${field}`));
  return full ? nameOf(names, full, lang) : field;
}

/** Inside a filter the element has no name of its own. */
function ofRecord(e: Expr & { k: 'ofRecord' }, names: Names, lang: Lang): string {
  const [record, body] = [wording(e.record, names, lang), wording(e.body, names, lang)];
  if (record === '') return body;
  return lang === 'zh' ? `${record} 的 ${body}` : `${record}'s ${body}`;
}

function join(subject: string, rest: string): string {
  return subject === '' ? rest : `${subject} ${rest}`;
}

function memberWord(mode: 'in' | 'any' | 'all', zh: boolean): string {
  if (mode === 'in') return zh ? '属于' : 'one of';
  if (mode === 'any') return zh ? '含其一' : 'contains any of';
  return zh ? '含全部' : 'contains all of';
}

/** Money in yuan, ratios in per cent where that is exact, quantities with their unit. */
export function literal(
  value: string | boolean | readonly string[],
  type: Type,
  names: Names,
  lang: Lang,
): string {
  if (typeof value === 'boolean') return lang === 'zh' ? (value ? '是' : '否') : String(value);
  if (typeof value !== 'string') {
    const of: Type = type.t === 'set' ? { t: 'enum', enum: type.enum } : type.t === 'list' ? type.of : type;
    return `{${value.map((v) => literal(v, of, names, lang)).join(', ')}}`;
  }
  switch (type.t) {
    case 'money':
      return `${yuan(value)} ${lang === 'zh' ? '元' : 'yuan'}`;
    case 'rate':
      return literal(value, type.of, names, lang);
    case 'qty':
      return `${value} ${unitAfter(value, type.unit, nameOf(names, type.unit, lang), lang)}`;
    case 'ratio':
      return percent(value);
    case 'enum':
      return optionName(names, type.enum, value, lang);
    case 'text':
      return `"${value}"`;
    default:
      return value;
  }
}

export function yuan(fen: string): string {
  const negative = fen.startsWith('-') ? '-' : '';
  const digits = fen.replace('-', '').padStart(3, '0');
  const decimals = digits.slice(-2);
  return `${negative}${digits.slice(0, -2)}${decimals === '00' ? '' : `.${decimals}`}`;
}

function percent(value: string): string {
  const [n = '0', d = '1'] = value.split('/');
  const hundred = BigInt(n) * 100n;
  return hundred % BigInt(d) === 0n ? `${hundred / BigInt(d)}%` : value;
}

/** The forms that boundaries take in notices: inclusive with a literal, strict, or against another value. */
function comparison(e: Expr & { k: 'cmp' }, names: Names, lang: Lang): string {
  const w = (x: Expr): string => wording(x, names, lang);
  const zh = lang === 'zh';
  const elapsed = sinceForm(e, names, lang);
  if (elapsed) return elapsed;
  if (e.op === 'eq') return e.a.k === 'bound' ? w(e.b) : `${w(e.a)} ${zh ? '为' : 'is'} ${w(e.b)}`;
  const constantFirst = e.a.k === 'lit';
  const [subject, bound] = constantFirst ? [e.b, e.a] : [e.a, e.b];
  const words = zh
    ? { le: constantFirst ? '以上' : '以下', lt: constantFirst ? '超过' : '低于' }
    : { le: constantFirst ? 'at least' : 'at most', lt: constantFirst ? 'over' : 'under' };
  const phrase = zh && e.op === 'le' ? `${w(bound)} ${words.le}` : `${words[e.op]} ${w(bound)}`;
  return join(w(subject), phrase);
}

/** `D + P ≤ 判定日` is how "D 至今 满 P" arrives here. */
function sinceForm(e: Expr & { k: 'cmp' }, names: Names, lang: Lang): string | null {
  const reached = e.a.k === 'addPeriod' ? e.a : e.b.k === 'addPeriod' ? e.b : null;
  const other = reached === e.a ? e.b : e.a;
  if (!reached || reached.sign < 0 || other.k !== 'asOf' || e.op === 'eq') return null;
  const first = reached === e.a;
  const zh = lang === 'zh';
  const word = first
    ? e.op === 'le'
      ? zh
        ? '满'
        : 'at least'
      : zh
        ? '超过'
        : 'over'
    : e.op === 'le'
      ? zh
        ? '不超过'
        : 'at most'
      : zh
        ? '不满'
        : 'under';
  return `${wording(reached.date, names, lang)} ${zh ? '至今' : 'to now'} ${word} ${wording(reached.n, names, lang)}`;
}

/** `a 至 b`: two inclusive bounds on the same thing. */
function rangeOf(parts: readonly Expr[], names: Names, lang: Lang): string | null {
  const [low, high] = parts;
  if (parts.length !== 2 || low?.k !== 'cmp' || high?.k !== 'cmp') return null;
  if (low.op !== 'le' || high.op !== 'le' || low.a.k !== 'lit' || high.b.k !== 'lit') return null;
  const subject = wording(low.b, names, lang);
  if (subject !== wording(high.a, names, lang)) return null;
  return join(
    subject,
    `${wording(low.a, names, lang)} ${lang === 'zh' ? '至' : 'to'} ${wording(high.b, names, lang)}`,
  );
}

export function spanWording(span: DateSpan, names: Names, lang: Lang): string {
  const w = (x: Expr): string => wording(x, names, lang);
  const mark = (included: boolean): string =>
    lang === 'zh' ? (included ? '(含)' : '(不含)') : included ? '(incl)' : '(excl)';
  const zh = lang === 'zh';
  if (span.lo && span.hi) {
    const window = windowWording(span.lo, span.hi, span, names, lang);
    if (window) return window;
    return zh
      ? `在 ${w(span.lo)}${mark(span.loIn)} 至 ${w(span.hi)}${mark(span.hiIn)}`
      : `in ${w(span.lo)}${mark(span.loIn)} to ${w(span.hi)}${mark(span.hiIn)}`;
  }
  if (span.hi)
    return zh
      ? `在 ${w(span.hi)} 前${mark(span.hiIn)}`
      : `${span.hiIn ? 'on or before' : 'before'} ${w(span.hi)}`;
  if (span.lo)
    return zh
      ? `在 ${w(span.lo)} 后${mark(span.loIn)}`
      : `${span.loIn ? 'on or after' : 'after'} ${w(span.lo)}`;
  return zh ? '任何时候' : 'at any time';
}

/** `D 后 n 内` and `D 前 n 内`, as they arrive here. */
function windowWording(lo: Expr, hi: Expr, span: DateSpan, names: Names, lang: Lang): string | null {
  const w = (x: Expr): string => wording(x, names, lang);
  const zh = lang === 'zh';
  const after = hi.k === 'addPeriod' && hi.sign > 0 && !span.loIn && span.hiIn && w(hi.date) === w(lo);
  if (after) return zh ? `${w(lo)} 后 ${w(hi.n)} 内` : `within ${w(hi.n)} after ${w(lo)}`;
  const before = lo.k === 'addPeriod' && lo.sign < 0 && span.loIn && !span.hiIn && w(lo.date) === w(hi);
  if (before) return zh ? `${w(hi)} 前 ${w(lo.n)} 内` : `within ${w(lo.n)} before ${w(hi)}`;
  return null;
}

function calendar(e: Expr & { k: 'calendar' }, names: Names, lang: Lang): string {
  const args = e.args.map((a) => {
    const said = wording(a, names, lang);
    return a.k === 'arith' || a.k === 'addPeriod' ? `(${said})` : said;
  });
  const zh = lang === 'zh';
  const pad = (text: string | undefined): string => (text ?? '').padStart(2, '0');
  switch (e.fn) {
    case 'date':
      return `${args[0]}-${pad(args[1])}-${pad(args[2])}`;
    case 'month':
      return `${args[0]}-${pad(args[1])}`;
    case 'inYear':
      return `${args[0]}-${args[1]}`;
    case 'lunar':
      return zh ? `农历 ${args[1]} 月 ${args[2]} 日` : `lunar ${args[1]}/${args[2]}`;
    case 'festival':
      return `${args[0]} ${args[1]}`;
    default: {
      const words = {
        startOf: ['起始日', 'first day'],
        endOf: ['末日', 'last day'],
        monthOf: ['当月', 'month'],
        yearOf: ['当年', 'year'],
        nextMonth: ['次月', 'next month'],
        weekday: ['星期', 'weekday'],
      }[e.fn];
      return zh ? `${args[0]} 的 ${words[0]}` : `${args[0]}'s ${words[1]}`;
    }
  }
}

function aggregateWording(e: Expr & { k: 'aggregate' }, names: Names, lang: Lang): string {
  const zh = lang === 'zh';
  const list =
    e.source.k === 'population'
      ? `${zh ? '全体' : 'population'} ${nameOf(names, e.source.subject, lang)}`
      : wording(e.source.of, names, lang);
  const words = {
    exists: ['有', 'any'],
    none: ['没有', 'no'],
    every: ['全部', 'all'],
    count: ['个数', 'number of'],
    distinct: ['种数', 'kinds of'],
    sum: ['合计', 'sum of'],
    min: ['最小', 'least of'],
    max: ['最大', 'greatest of'],
    only: ['唯一', 'the only'],
  }[e.op];
  const filter = [e.source.where, e.test].filter((x) => x !== undefined).map((x) => wording(x, names, lang));
  return [zh ? words[0] : words[1], ...countWording(e, names, lang), list, ...filter].join(' ');
}

/** `有 2 以上 …`, `有 1 至 3 …`. */
function countWording(e: Expr & { k: 'aggregate' }, names: Names, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const [low, high] = [e.atLeast, e.atMost].map((bound) => bound && wording(bound, names, lang));
  if (low !== undefined && high !== undefined) return [`${low} ${zh ? '至' : 'to'} ${high}`];
  if (low !== undefined) return [zh ? `${low} 以上` : `at least ${low}`];
  return high === undefined ? [] : [zh ? `${high} 以下` : `at most ${high}`];
}
