import { parseExact, printExact, times } from '../exact.ts';
import type { FactMeta, Id, PolicyMeta, Type } from '../types.ts';
import { enumOf, type Index, indexOfAll, normal, optionIndex } from './names.ts';

// Cells of tables of data (CSV, XLSX) into the JSON-like form that `readRow` reads. What is not understood is handed
// on as it is, so that `readRow` reports it. Nothing is decided here: a cell is read by its declared type only.

const NOTHING = new Set(['无', '没有', 'none', '-', '—', '——', '/']);
const YES_NO = new Map([
  ['是', true],
  ['否', false],
  ['true', true],
  ['false', false],
  ['yes', true],
  ['no', false],
]);

/** `1,234.5` and `1，234.5` without their separators; other text as it is. */
const withoutSeparators = (text: string): string =>
  /^-?\d{1,3}([,，]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[,，]/g, '') : text;

/** `text` × `factor` as plain decimal text in whole hundredths; as it is where it is no number. */
const decimalText = (text: string, factor: number): string => {
  const value = parseExact(text);
  const scaled = value === null ? null : times(value, factor);
  if (scaled === null) return text;
  if (typeof scaled === 'number') return String(scaled);
  const hundredths = times(scaled, 100);
  if (typeof hundredths !== 'number') return printExact(scaled);
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const FACTORS: { readonly [unit: string]: number } = { 万: 10_000, 亿: 100_000_000 };

/** `3万元`, `30,000.50元`, `800` → yuan as plain decimal text. */
const money = (text: string): string => {
  const parts = /^(.*?)\s*(万|亿)?\s*元?$/.exec(text);
  const amount = withoutSeparators(parts?.[1] ?? text);
  const factor = parts?.[2] === undefined ? undefined : FACTORS[parts[2]];
  return factor === undefined ? amount : decimalText(amount, factor);
};

const padded = (text: string | undefined): string => (text ?? '').padStart(2, '0');

/** `2019-01-05`, `2019/1/5`, `2019年1月5日`, and the midnight that spreadsheets add. */
const date = (text: string): string => {
  const midnight = text.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(midnight);
  return parts === null ? text : `${parts[1]}-${padded(parts[2])}-${padded(parts[3])}`;
};

const month = (text: string): string => {
  const parts = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text);
  return parts === null ? text : `${parts[1]}-${padded(parts[2])}`;
};

/** `30 学期` → `30`: the unit's own name after the number is taken off. */
const quantity = (meta: PolicyMeta, unit: Id, text: string): string => {
  const name = Object.hasOwn(meta.names, unit) ? meta.names[unit] : undefined;
  const suffix = [unit, name?.zh, name?.en].find((s) => s !== undefined && text.endsWith(s)) ?? '';
  return withoutSeparators(text.slice(0, text.length - suffix.length).trim());
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const isMany = (type: Type): boolean => type.t === 'list' || type.t === 'set';

/** An option may itself be spelt 无 or none (`有人 | 无`): then it is the option that is meant. */
const isOption = (meta: PolicyMeta, type: Type, text: string): boolean =>
  (type.t === 'enum' || type.t === 'set') && optionIndex(meta, enumOf(meta, type.enum)).has(normal(text));

const elementOf = (type: Type): Type => {
  if (type.t === 'set') return { t: 'enum', enum: type.enum };
  return type.t === 'list' ? type.of : { t: 'text' };
};

const scalar = (meta: PolicyMeta, type: Type, text: string): unknown => {
  switch (type.t) {
    case 'bool':
      return YES_NO.get(text.toLowerCase()) ?? text;
    case 'money':
      return money(text);
    case 'qty':
      return quantity(meta, type.unit, text);
    case 'int':
      return withoutSeparators(text);
    case 'date':
      return date(text);
    case 'month':
      return month(text);
    case 'year':
      return text.replace(/年$/, '');
    default:
      return text;
  }
};

/** Full-width digits, letters and marks as ordinary ones; texts and names stay as they are. */
const narrowed = (type: Type, text: string): string =>
  type.t === 'text' || type.t === 'ref' || type.t === 'enum' || isMany(type)
    ? text
    : text.normalize('NFKC').trim();

/**
 * One cell: empty → `undefined` (not known); 无, none, - → `null` (there is none; of lists: empty) unless an option is spelt so; 是/否/true/false;
 * lists parted by `;`, `；` or `、`; records and keyed values as JSON; thousands separators, 元, 万元 and a unit's name are taken off.
 */
export const readText = (meta: PolicyMeta, type: Type, cell: string): unknown => {
  const text = cell.trim();
  if (text === '') return undefined;
  if (type.t === 'rate') return readText(meta, type.of, text);
  if (NOTHING.has(text.toLowerCase()) && !isOption(meta, type, text)) return isMany(type) ? [] : null;
  if (/^[[{]/.test(text) && (isMany(type) || type.t === 'record' || type.t === 'keyed')) return json(text);
  if (isMany(type)) {
    const element = elementOf(type);
    const parts = text.split(/[;；、]/).filter((part) => part.trim() !== '');
    return parts.map((part) => readText(meta, element, part));
  }
  return scalar(meta, type, narrowed(type, text));
};

/** The fact that a column holds, and its key where the fact is keyed: `历年等次.2021`. */
export interface Column {
  readonly fact: FactMeta;
  readonly key?: string;
}

/** Which fact the columns of a table hold, by its names; `null` for a column that is no fact. */
export const readColumns = (
  meta: PolicyMeta,
  facts: readonly FactMeta[],
  headings: readonly string[],
): readonly (Column | null)[] => {
  const index = indexOfAll(meta, facts);
  return headings.map((heading) => columnOf(facts, index, normal(heading.trim())));
};

const columnOf = (facts: readonly FactMeta[], index: Index, heading: string): Column | null => {
  const dot = heading.indexOf('.');
  const whole = facts.find((fact) => fact.id === index.get(heading));
  if (whole !== undefined) return { fact: whole };
  const keyed = dot < 0 ? undefined : facts.find((fact) => fact.id === index.get(heading.slice(0, dot)));
  return keyed?.type.t === 'keyed' ? { fact: keyed, key: heading.slice(dot + 1) } : null;
};

/** One row of a table as the record that `readRow` reads; two columns of one fact: the later one that is not empty. */
export const readCells = (
  meta: PolicyMeta,
  columns: readonly (Column | null)[],
  cells: readonly string[],
): { readonly [fact: string]: unknown } => {
  const record = Object.create(null) as { [fact: string]: unknown };
  columns.forEach((column, i) => {
    if (column === null) return;
    const { fact, key } = column;
    const type = key !== undefined && fact.type.t === 'keyed' ? fact.type.of : fact.type;
    const value = readText(meta, type, cells[i] ?? '');
    if (value === undefined) return;
    record[fact.id] = key === undefined ? value : withKey(record[fact.id], key, value);
  });
  return record;
};

const withKey = (before: unknown, key: string, value: unknown): unknown => {
  const keyed = Object.assign(Object.create(null), before) as { [key: string]: unknown };
  keyed[key] = value;
  return keyed;
};
