import { NONE } from '../../runtime/columns/index.ts';
import { printMonth } from '../../runtime/dates.ts';
import { yuanText } from '../render/amounts.ts';
import { csvLine } from '../write/csv.ts';
import type { Brief, Codes } from './brief.ts';

/** The same names in every format and language. */
export const briefNames = [
  'row',
  'id',
  'programme',
  'outcome',
  'selection',
  'rule',
  'ruleName',
  'tier',
  'tierName',
  'amount',
  'minYuan',
  'maxYuan',
  'from',
  'to',
] as const;

export const briefHeader: string = csvLine(briefNames);

const csvText = (text: string): string => csvLine([text]).slice(0, -2);

/** Texts of codes, each made once. */
function lookup({ values, texts }: Codes, none: string, shown: (text: string) => string) {
  const made = texts.map(shown);
  return (line: number): string => made[values[line] as number] ?? none;
}

/** Few different amounts and months are said of many: each is put into words once. */
function once(shown: (value: number) => string): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      text = shown(value);
      if (known.size < 100_000) known.set(value, text);
    }
    return text;
  };
}

const yuanOr = (none: string) => once((fen) => (Number.isNaN(fen) ? none : yuanText(fen)));
const csvMonth = once((month) => (month === NONE ? '' : printMonth(month)));
const jsonMonth = once((month) => (month === NONE ? 'null' : `"${printMonth(month)}"`));
const csvYuan = yuanOr('');
const jsonYuan = yuanOr('null');

/** Lines of CSV, without a header. */
export function briefCsv(brief: Brief): string {
  const codes = [
    brief.programme,
    brief.outcome,
    brief.selection,
    brief.rule,
    brief.ruleName,
    brief.tier,
    brief.tierName,
    brief.amount,
  ].map((one) => lookup(one, '', csvText));
  let text = '';
  for (let line = 0; line < brief.lines; line++) {
    text += `${brief.row[line]},${csvText(brief.id(line))}`;
    for (const code of codes) text += `,${code(line)}`;
    const { min, max, from, to } = brief;
    text += `,${csvYuan(min[line] as number)},${csvYuan(max[line] as number)}`;
    text += `,${csvMonth(from[line] as number)},${csvMonth(to[line] as number)}\r\n`;
  }
  return text;
}

/** Lines of NDJSON. What there is not, and what is open, is `null`. */
export function briefNdjson(brief: Brief): string {
  const { programme, outcome, selection, rule, ruleName, tier, tierName, amount } = brief;
  const columns = { programme, outcome, selection, rule, ruleName, tier, tierName, amount };
  const codes = Object.entries(columns).map(([name, one]) => {
    const said = lookup(one, `,"${name}":null`, (text) => `,"${name}":${JSON.stringify(text)}`);
    return said;
  });
  let text = '';
  for (let line = 0; line < brief.lines; line++) {
    text += `{"row":${brief.row[line]},"id":${JSON.stringify(brief.id(line))}`;
    for (const code of codes) text += code(line);
    const { min, max, from, to } = brief;
    text += `,"minYuan":${jsonYuan(min[line] as number)},"maxYuan":${jsonYuan(max[line] as number)}`;
    text += `,"from":${jsonMonth(from[line] as number)},"to":${jsonMonth(to[line] as number)}}\n`;
  }
  return text;
}
