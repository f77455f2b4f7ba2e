import type { Per } from '../../runtime/types.ts';
import type { DateSpan, Expr, Origin } from '../ir/expressions.ts';
import { groupOf, isLine } from '../ir/lines.ts';
import type { Hole, Policy } from '../ir/policy.ts';
import { perWords } from '../ir/per.ts';
import { literal, nameOf, spanWording, wording } from '../ir/wording.ts';
import type { Side } from './change.ts';
import type { Text } from './text.ts';

export const text = (zh: string, en: string): Text => ({ zh, en });
export const same = (words: string): Text => ({ zh: words, en: words });

/** `a › b › c`, without the empty ones and without saying one twice. */
export function path(...parts: readonly Text[]): Text {
  const joined = (lang: 'zh' | 'en'): string =>
    parts
      .flatMap((part) => part[lang].split(' › '))
      .filter((part, i, all) => part !== '' && part !== all[i - 1])
      .join(' › ');
  return { zh: joined('zh'), en: joined('en') };
}

export function label(policy: Policy, id: string): Text {
  return { zh: nameOf(policy.names, id, 'zh'), en: nameOf(policy.names, id, 'en') };
}

/** A name with the id that programs know it by. */
export function named(policy: Policy, id: string): Text {
  const words = label(policy, id);
  return { zh: words.zh === id ? id : `${words.zh} (${id})`, en: id };
}

export function side(words: Text, origin?: Origin): Side {
  return origin ? { text: words, origin } : { text: words };
}

/** An expression as the notice would say it; of a labelled line, what it says. */
export function said(policy: Policy, e: Expr): Text {
  return { zh: saidIn(policy, e, 'zh'), en: saidIn(policy, e, 'en') };
}

function saidIn(policy: Policy, e: Expr, lang: 'zh' | 'en'): string {
  if (e.k === 'rule') return saidIn(policy, e.body, lang);
  const group = isLine(e) ? null : groupOf(e);
  if (group) {
    const lines = group.lines.map((line) => lineName(policy, line, lang));
    return `${GROUPS[group.op][lang](group.n ?? 0)}: ${lines.join(lang === 'zh' ? '、' : ', ')}`;
  }
  if (e.k === 'guard')
    return `${saidIn(policy, e.then, lang)} ${lang === 'zh' ? '当' : 'when'} ${saidIn(policy, e.when, lang)}`;
  if (e.k === 'except') return saidIn(policy, e.rule, lang);
  if (e.k === 'hole') return holeIn(e, lang);
  const turned = turnedRound(policy, e, lang);
  if (turned !== null) return turned;
  const rate = e.type.t === 'rate' && e.k !== 'tierOf' ? per(e.type.per)[lang] : '';
  const words = wording(e, policy.names, lang);
  return lang === 'zh' ? `${rate}${rate ? ' ' : ''}${words}` : `${words}${rate}`;
}

/** `x 不低于 y` arrives as y ≤ x: the fact comes first, whatever it is held against. */
function turnedRound(policy: Policy, e: Expr, lang: 'zh' | 'en'): string | null {
  if (e.k !== 'cmp' || e.op === 'eq' || e.b.k !== 'fact') return null;
  if (!['arith', 'def', 'param', 'round', 'tierOf'].includes(e.a.k)) return null;
  const words = { le: { zh: '不低于', en: 'at least' }, lt: { zh: '超过', en: 'over' } }[e.op];
  return `${wording(e.b, policy.names, lang)} ${words[lang]} ${wording(e.a, policy.names, lang)}`;
}

function lineName(policy: Policy, line: Expr, lang: 'zh' | 'en'): string {
  if (line.k === 'guard') return lineName(policy, line.then, lang);
  if (line.k === 'except') return lineName(policy, line.rule, lang);
  return nameOf(policy.names, line.id, lang);
}

type GroupOp = 'all' | 'any' | 'none' | 'atLeast';
const GROUPS: { readonly [op in GroupOp]: { readonly [lang in 'zh' | 'en']: (n: number) => string } } = {
  all: { zh: () => '同时满足', en: () => 'all of' },
  any: { zh: () => '满足其一', en: () => 'any of' },
  none: { zh: () => '均不满足', en: () => 'none of' },
  atLeast: { zh: (n) => `满足 ${n} 项以上`, en: (n) => `at least ${n} of` },
};

/** How a group combines its lines. */
export function groupWord(op: GroupOp, n: number): Text {
  return { zh: GROUPS[op].zh(n), en: GROUPS[op].en(n) };
}

export function hole(item: Pick<Hole, 'why' | 'by' | 'text'>): Text {
  return { zh: holeIn(item, 'zh'), en: holeIn(item, 'en') };
}

function holeIn(item: Pick<Hole, 'why' | 'by' | 'text'>, lang: 'zh' | 'en'): string {
  if (item.why === 'determination') return lang === 'zh' ? `由 ${item.by} 确定` : `decided by ${item.by}`;
  const words = lang === 'zh' ? '未规定' : 'unspecified';
  return item.text === undefined ? words : `${words} "${item.text}"`;
}

export function span(policy: Policy, item: DateSpan): Text {
  return { zh: spanWording(item, policy.names, 'zh'), en: spanWording(item, policy.names, 'en') };
}

/** As it stands beside an amount: before it in Chinese, after it in English. */
export function per(list: readonly Per[]): Text {
  return {
    zh: list.map((one) => perWords[one].zh).join(''),
    en: list.map((one) => ` ${perWords[one].en}`).join(''),
  };
}

export function figure(policy: Policy, e: Expr & { readonly k: 'lit' }, value: string): Text {
  return { zh: literal(value, e.type, policy.names, 'zh'), en: literal(value, e.type, policy.names, 'en') };
}
