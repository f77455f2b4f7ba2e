const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Whole number up to 999 in Chinese numerals, as after 百分之. */
function wholeNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const c of text) {
    if (c === '百' || c === '十') {
      total += (digit || 1) * (c === '百' ? 100 : 10);
      digit = 0;
    } else digit = digits[c] ?? 0;
  }
  return total + digit;
}

/** `二十`, `二点五`, `20` → `20`, `2.5`, `20`. */
export function chineseNumber(text: string): string {
  if (/^[\d.]+$/.test(text)) return text;
  const [whole = '', fraction] = text.split('点');
  const decimals = fraction ? `.${[...fraction].map((c) => digits[c] ?? 0).join('')}` : '';
  return `${wholeNumber(whole)}${decimals}`;
}

/** Drops separators and leading zeros: `1,000.50` → `1000.50`. */
export function plainNumber(text: string): string {
  const [above = '', below] = text.replaceAll(',', '').split('/');
  const strip = (n: string) => n.replace(/^0+(?=\d)/, '');
  return below === undefined ? strip(above) : `${strip(above)}/${strip(below)}`;
}

/** Moves the decimal point `places` to the right: `3.5` by 4 → `35000`; of a fraction the numerator. */
export function scale(value: string, places: number): string {
  const [above = '', below] = value.split('/');
  const [whole = '', fraction = ''] = above.split('.');
  const moved = fraction.padEnd(places, '0');
  const rest = moved.slice(places);
  const scaled = plainNumber(whole + moved.slice(0, places)) + (rest ? `.${rest}` : '');
  return below === undefined ? scaled : `${scaled}/${below}`;
}

const lunarMonths = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const monthSynonyms: Readonly<Record<string, number>> = { 一: 1, 十一: 11, 十二: 12, 臘: 12 };
const tens = ['初', '十', '廿', '三'];

/** `九月初九` → month 9, day 9; null where it is no lunar day. */
export function lunarDay(text: string): { month: number; day: number } | null {
  const found =
    /^(十[一二]|[正一二三四五六七八九十冬腊臘])月(初|十|廿|二十|三)?([一二三四五六七八九十])?$/.exec(text);
  if (!found) return null;
  const name = found[1] ?? '';
  const month = monthSynonyms[name] ?? lunarMonths.indexOf(name) + 1;
  const day = dayOf(found[2] ?? '', found[3] ?? '');
  return month > 0 && day > 0 ? { month, day } : null;
}

function dayOf(ten: string, unit: string): number {
  if (ten === '初') return unit === '十' ? 10 : (digits[unit] ?? 0);
  if (ten === '三') return unit === '十' ? 30 : 0;
  if (unit === '十') return 0;
  if (ten === '十') return 10 + (digits[unit] ?? 0);
  return ten === '' ? 0 : 20 + (digits[unit] ?? 0);
}

/** The day as the formatter prints it: `九月初九`. */
export function lunarName(month: number, day: number): string {
  const unit = '十一二三四五六七八九'[day % 10] ?? '';
  if (day === 10) return `${lunarMonths[month - 1]}月初十`;
  if (day === 20) return `${lunarMonths[month - 1]}月二十`;
  if (day === 30) return `${lunarMonths[month - 1]}月三十`;
  return `${lunarMonths[month - 1]}月${tens[Math.floor(day / 10)]}${unit}`;
}
