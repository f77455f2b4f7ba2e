import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiled, grownRecords, grownText } from '../../bench/growth/policies.ts';
import {
  columnsOf,
  compile,
  decider,
  emitDirect,
  evaluator,
  lower,
  type Policy,
  policyMeta,
} from '../../compiler/index.ts';
import { columnsCode, LIMITS, makeKernel } from '../../compiler/testkit.ts';
import { chinaCalendar } from '../../runtime/calendar/china.ts';
import { BatchBuilder, resultAt } from '../../runtime/columns/index.ts';
import { projected } from '../../runtime/index.ts';
import { seed } from './seed.ts';

const FACTS = 8;
const NUMBERS = [...'甲乙丙丁戊己庚辛壬癸'];
const AS_OF = '2023-06-01';

/** A name with a number in it. */
const named = (stem: string, n: number): string =>
  stem + [...String(n)].map((digit) => NUMBERS[Number(digit)]).join('');

/** Lines of one fact, of two, of flags and of a choice, in turn. */
function lineOf(n: number, rare: number): string {
  const number = (k: number) => named('数', k % FACTS);
  const flag = (k: number) => named('旗', k % FACTS);
  const kinds = [
    `${number(n)} 不低于 ${n % rare}`,
    `${number(n)} + ${number(n * 3 + 1)} 不低于 ${n % rare}`,
    `${flag(n)} 或 ${number(n * 5)} 高于 ${n % rare}`,
    `类别 不为 甲类 或 ${flag(n)}`,
    `(类别 为 甲类 且 ${number(n)} 低于 ${900 - (n % rare)}) 或 ${flag(n)} 或 ${flag(n + 1)} 或 ${flag(n + 2)}`,
  ];
  return kinds[n % kinds.length] ?? '';
}

/** A programme of as many conditions and half as many exclusions. `rare`: how large the numbers are that they ask for. */
function policyOf(conditions: number, rare: number): Policy {
  const each = (count: number, of: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => of(n)).join('');
  const text = [
    '方案 多条 (many)\n\n主体 申请人 (applicant)\n',
    each(FACTS, (n) => `  ${named('数', n)} (n${n}): 整数 从 0 至 1000\n`),
    each(FACTS, (n) => `  ${named('旗', n)} (f${n}): 是否\n`),
    '  类别 (kind): 甲类 (a) | 乙类 (b) | 丙类 (c)\n',
    '\n项目 补助 (aid)\n  资格 同时满足\n',
    each(conditions, (n) => `    ${named('规', n)} (r${n}): ${lineOf(n, rare)}\n`),
    '  排除\n',
    each(conditions >> 1, (n) => `    ${named('除', n)} (x${n}): 非 (${lineOf(n + 1, rare)})\n`),
    `  档次 按 ${named('数', 0)}\n    500 至 1000: 每人每月 200 元\n    0 至 499: 每人每月 100 元\n`,
  ].join('');
  const { policy, diagnostics } = compile({ path: 'many.policy', text });
  if (policy === null) throw new Error(JSON.stringify(diagnostics.slice(0, 3)));
  return policy;
}

/** The functions of a kernel, as text. */
function kernelFunctions(policy: Policy): readonly string[] {
  const { subjects, programmes } = columnsCode(lower(policy));
  const [programme, subject] = [programmes[0], subjects[0]];
  if (!programme || 'outside' in programme || !subject) throw new Error('not straight');
  const nothing = () => null;
  const around = { asOf: 19_509, yearNow: 2023, calendar: chinaCalendar, given: nothing, bind: nothing };
  const setting = {
    subject,
    binds: [],
    around,
    keysOf: () => [],
    missing: new Set<number>(),
    limits: LIMITS,
  };
  return makeKernel(programme, setting)
    .text.split(/^const \w+ = \(m/m)
    .slice(1);
}

/** Those of a decider about one record that are asked line by line. */
const deciderFunctions = (policy: Policy): readonly string[] =>
  emitDirect(policy)
    .decide.code.split(/^const (?=\w+=\(r)/m)
    .filter((text) => /^[do]0/.test(text));

const largest = (functions: readonly string[]): number => Math.max(...functions.map((text) => text.length));

const number = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1000 }));

const record = fc
  .tuple(
    fc.array(number, { minLength: FACTS, maxLength: FACTS }),
    fc.array(fc.boolean(), { minLength: FACTS, maxLength: FACTS }),
    fc.constantFrom('甲类', '乙类', '丙类'),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([numbers, flags, kind, left]) => {
    const all: { [fact: string]: unknown } = { kind };
    for (const [n, value] of numbers.entries()) all[`n${n}`] = value;
    for (const [n, value] of flags.entries()) all[`f${n}`] = value;
    // One record in four lacks a fact.
    if (left < FACTS) delete all[`n${left}`];
    else if (left < 2 * FACTS) delete all[`f${left - FACTS}`];
    return all;
  });

describe(`programmes of many lines (seed ${seed})`, () => {
  it.each([
    [40, 50],
    [120, 4],
    [400, 2],
  ])('%i conditions decide as the evaluator does', (conditions, rare) => {
    const policy = policyOf(conditions, rare);
    const one = evaluator(policy).bind({ asOf: AS_OF });
    const columns = columnsOf(policy).at({ asOf: AS_OF });
    expect(columns.byRow).toEqual([]);
    const direct = decider(policy).at(AS_OF);
    const reasons = new Set<string | null>();
    const check = (records: readonly { readonly [fact: string]: unknown }[]) => {
      const builder = new BatchBuilder(policyMeta(policy), 'applicant', records.length);
      for (const facts of records) builder.addFacts(facts);
      const found = columns.columns(builder.take()).programmes['aid'];
      if (found === undefined) throw new Error('nothing was decided');
      for (const [row, facts] of records.entries()) {
        const decision = one.decide(facts).programmes['aid'];
        if (decision === undefined) throw new Error('nothing was decided');
        const { branch: _, ...wanted } = projected(decision, Object.keys(found.amounts));
        expect(resultAt(found, row), JSON.stringify(facts)).toEqual(wanted);
        const { branch: __, ...own } = direct.programmes['aid']?.decide(direct.read(facts)) ?? { branch: 0 };
        expect(own, JSON.stringify(facts)).toEqual(wanted);
        reasons.add(wanted.reason);
      }
    };
    fc.assert(fc.property(fc.array(record, { minLength: 1, maxLength: 40 }), check), { seed, numRuns: 8 });
    expect(reasons.size).toBeGreaterThan(5);
  });

  it('more tiers, and more reasons, than a byte counts', () => {
    const policy = compiled(grownText({ rules: 300, tiers: 300 }));
    const one = evaluator(policy).bind({ asOf: AS_OF });
    const records = grownRecords(1200);
    const builder = new BatchBuilder(policyMeta(policy), 'applicant', records.length);
    for (const facts of records) builder.addFacts(facts);
    const found = columnsOf(policy).at({ asOf: AS_OF }).columns(builder.take()).programmes['aid'];
    const tiers = records.map((facts, row) => {
      const decision = one.decide(facts).programmes['aid'];
      if (decision === undefined || found === undefined) throw new Error('nothing was decided');
      const { branch: _, ...wanted } = projected(decision, Object.keys(found.amounts));
      expect(resultAt(found, row)).toEqual(wanted);
      return wanted.tier;
    });
    expect(new Set(tiers).size).toBeGreaterThan(256);
  });

  const few = policyOf(150, 50);
  const many = policyOf(1200, 50);

  it.each([
    ['kernels', kernelFunctions],
    ['deciders', deciderFunctions],
  ])('no function of %s grows with the policy, and their number grows as the lines do', (_, functionsOf) => {
    const [little, much] = [functionsOf(few), functionsOf(many)];
    expect(little.length).toBeGreaterThan(2);
    expect(largest(little)).toBeGreaterThan(1000);
    expect(largest(much)).toBeLessThan(largest(little) * 1.5);
    expect(much.length / little.length).toBeLessThan(8 * 1.3);
  });
});
