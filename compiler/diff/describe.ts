import type { Change, Side } from './change.ts';
import { kinds } from './kinds.ts';

type Lang = 'zh' | 'en';

/** One line that a reviewer reads: where, what, from what to what, how far. */
export function describeChange(change: Change, lang: Lang): string {
  const title = kinds[change.kind].title[lang];
  const [colon, arrow] = lang === 'zh' ? ['：', ' → '] : [': ', ' → '];
  const place = change.place[lang];
  const sides = sidesOf(change.before, change.after, lang, arrow);
  const by = change.by ? (lang === 'zh' ? `（${change.by.zh}）` : ` (${change.by.en})`) : '';
  const said = [title, sides].filter((part) => part !== '').join(colon);
  return `${place === '' ? '' : `${place}${colon}`}${said}${by}`;
}

function sidesOf(before: Side | null, after: Side | null, lang: Lang, arrow: string): string {
  if (before && after) return `${before.text[lang]}${arrow}${after.text[lang]}`;
  return (before ?? after)?.text[lang] ?? '';
}
