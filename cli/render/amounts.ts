import type { Range } from '../../runtime/decision.ts';
import type { Language } from '../console/language.ts';

/** Fen as yuan: `80050` → `800.50`, whole yuan without decimals. Exact: digits are moved, nothing is divided. */
export function yuanText(fen: number | string): string {
  const text = String(fen);
  // A fraction of a fen has no yuan form in decimals; it is shown as what it is.
  if (text.includes('/')) return `${text} 分`;
  const sign = text.startsWith('-') ? '-' : '';
  const digits = text.replace('-', '').padStart(3, '0');
  const cents = digits.slice(-2);
  return `${sign}${digits.slice(0, -2)}${cents === '00' ? '' : `.${cents}`}`;
}

/** `800`, `700–900`, `≥ 0`; open on both sides is `?`. */
export function rangeText(range: Range, one: (end: number | string) => string): string {
  const { min, max } = range;
  if (min !== null && max !== null) return String(min) === String(max) ? one(min) : `${one(min)}–${one(max)}`;
  if (min !== null) return `≥ ${one(min)}`;
  return max === null ? '?' : `≤ ${one(max)}`;
}

/** For totals: `5,999,400 元`. */
export function moneyText(range: Range, language: Language): string {
  return `${rangeText(range, (fen) => grouped(yuanText(fen)))} ${language === 'zh' ? '元' : 'yuan'}`;
}

const grouped = (yuan: string): string =>
  yuan.replace(/^-?\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
