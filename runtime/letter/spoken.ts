import type { Lang } from '../describe/words.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const chinese = (year: string, month: string, day: string | undefined): string =>
  `${Number(year)}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;

const english = (year: string, month: string, day: string | undefined): string => {
  const words = `${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
  return day === undefined ? words : `${Number(day)} ${words}`;
};

/** `2023-06-01` and `2023-06` as people write them; anything else unchanged. */
export function dateText(text: string, lang: Lang): string {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (found === null) return text;
  const [, year = '', month = '', day] = found;
  return lang === 'zh' ? chinese(year, month, day) : english(year, month, day);
}

const HAN = '\\p{Script=Han}“”（）、，：';
const BETWEEN_HAN = new RegExp(`(?<=[${HAN}]) (?=[${HAN}])`, 'gu');

/** A sentence with all dates in it as people write them; Chinese stands without spaces between characters. */
export function datesIn(text: string, lang: Lang): string {
  const dated = text.replace(/(?<![\d-])\d{4}-\d\d(?:-\d\d)?(?![\d-])/g, (date) => dateText(date, lang));
  return lang === 'zh' ? dated.replace(BETWEEN_HAN, '') : dated;
}

/** An English name of the policy's (`ageReached`) in words: `age reached`. Names that are words already stay. */
export function inWords(name: string): string {
  const [, base, key = ''] = /^([a-z][A-Za-z0-9]*)( \([\d-]+\))?$/.exec(name) ?? [];
  if (base === undefined) return name;
  const parts = base.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]/g) ?? [name];
  return parts.map((part) => (/^[A-Z]{2,}$/.test(part) ? part : part.toLowerCase())).join(' ') + key;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
