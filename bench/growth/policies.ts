import { compile, type Policy } from '../../compiler/index.ts';

// Policies that grow: made from text, like any other.

const DIGITS = [...'甲乙丙丁戊己庚辛壬癸'];

/** A Chinese name with a number in it; digits do not end names. */
const named = (stem: string, n: number): string =>
  stem + [...String(n)].map((d) => DIGITS[Number(d)]).join('');

const FACTS = 16;

export interface Grown {
  readonly rules?: number;
  /** Every rule looks at two facts, so that none of them can be looked up. */
  readonly pairs?: boolean;
  readonly tiers?: number;
  readonly list?: boolean;
}

/** `rules` conditions over sixteen numbers, a table of `tiers` rows, and a sum over a list. */
export function grownText({ rules = 4, tiers = 3, list = false, pairs = false }: Grown): string {
  const facts = Array.from({ length: FACTS }, (_, n) => `  ${named('数', n)} (n${n}): 整数 从 0 至 1000\n`);
  const conditions = Array.from(
    { length: rules },
    (_, n) => `    ${named('规', n)} (r${n}): ${asked(n, pairs)} 不低于 ${1 + (n % 40)}\n`,
  );
  const width = Math.floor(1000 / tiers);
  const table = Array.from({ length: tiers }, (_, n) => {
    const end = n === tiers - 1 ? 1000 : (n + 1) * width - 1;
    return `    ${n * width} 至 ${end}: 每人每月 ${100 + n} 元\n`;
  });
  const lists = '  明细 (items): 列表\n    费用 (money): 金额 从 0 元 至 1000 元\n';
  const sum = '    费用足 (enough): 合计 明细 的 费用 不低于 1 元\n';
  return [
    '方案 增长 (growth)\n\n主体 申请人 (applicant)\n',
    ...facts,
    list ? lists : '',
    '\n项目 补助 (aid)\n  资格 同时满足\n',
    ...conditions,
    list ? sum : '',
    `  档次 按 ${named('数', 0)}\n`,
    ...table,
  ].join('');
}

const asked = (n: number, pairs: boolean): string =>
  pairs ? `${named('数', n % FACTS)} + ${named('数', (n * 7 + 1) % FACTS)}` : named('数', n % FACTS);

export function compiled(text: string): Policy {
  const { policy, diagnostics } = compile({ path: 'grown.policy', text });
  if (policy === null) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return policy;
}

/** Records that pass most conditions and spread over all tiers; `length`: of the list. */
export function grownRecords(rows: number, length?: number): { readonly [fact: string]: unknown }[] {
  return Array.from({ length: rows }, (_, row) => ({
    ...Object.fromEntries(
      Array.from({ length: FACTS }, (_, n) => [
        `n${n}`,
        (row * (37 + n) + n * 11) % 961 < 3 ? 2 : 40 + ((row * 53) % 960),
      ]),
    ),
    ...(length !== undefined && { items: Array.from({ length }, (_, n) => ({ money: (n % 90) + 1 })) }),
  }));
}
