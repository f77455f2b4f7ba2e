import { amountCode, tierCode } from './amounts.ts';
import type { Draft, KernelText } from './draft.ts';
import type { Layout } from './layout.ts';
import { asBit, type ComputedText, computedText, exclusionsIn, joined, openPlace } from './lines.ts';
import { flagRoom, overRows, readNames, rowText, taken, turning, writtenNames } from './loop.ts';
import { and, NO, or } from './text.ts';

/** One loop over the rows: a bit a line in a word, and the lowest one set is the reason. */
export function together(draft: Draft, tables: readonly string[]): KernelText {
  const { programme, deciding, lines, layout, code } = draft;
  const computed = lines.computed.map((line) => computedText(code, line));
  const exclusions = exclusionsIn(deciding);
  const open = joined(
    computed
      .filter((one) => one.open !== NO)
      .map((one) => asBit(one.open, openPlace(one.line, exclusions, deciding.length))),
  );
  const tier = programme.tier ? tierCode(programme.tier, code) : null;
  const amounts = programme.amounts.map((amount) => amountCode(amount, code));
  const looked = lines.lookups();
  const outside = layout.outside();
  const hard = or(
    outside.test,
    ...computed.flatMap((one) => one.hard),
    tier?.hard ?? NO,
    ...amounts.map((amount) => and('on', amount.hard)),
  );
  const body = [
    `const against = ${joined([...looked, ...computed.flatMap(bitsOf)])};`,
    'const no = (against | -against) >> 31;',
    'const on = no + 1;',
    ...settled(open, exclusions, deciding.length - exclusions),
    ...(tier ? [`tier[k] = ${tier.code} & -on;`] : []),
    ...amounts.flatMap((amount, i) => amount.statements(i)),
    ...(outside.sign === null ? [] : [`far |= ${outside.sign};`]),
    ...(hard === NO ? [] : [`const odd = ${hard};`, 'odds[k] = odd;', 'far |= -odd;']),
  ];
  const row = rowText(layout, { statements: code.statements, body });
  const about = amounts.map((amount) => amount.about);
  const left = leftRows(layout, outside.sign, hard !== NO);
  return {
    text: functionText(draft, row, left, [...readNames(layout, tables), ...writtenNames(about)]),
    amounts: about,
    size: row.length,
  };
}

const bitsOf = ({ line, decided }: ComputedText): readonly string[] =>
  decided.map((test) => asBit(test, line));

/** Outcome and reason, the place of a line from 1. Open conditions come before open exclusions. */
function settled(open: string, exclusions: number, conditions: number): readonly string[] {
  const decides = '32 - Math.clz32(against & -against)';
  if (open === '0') return ['outcome[k] = on;', `reason[k] = ${decides};`];
  const place = '32 - Math.clz32(open & -open)';
  return [
    `const open = (${open}) & ~no;`,
    'const isOpen = (open | -open) >>> 31;',
    `const at = ${place};`,
    'outcome[k] = on << isOpen;',
    `reason[k] = ${decides} + (at + (at > ${conditions} ? ${-conditions} : ${exclusions})) * isOpen;`,
  ];
}

/** Rows that are decided by themselves are looked for only in a chunk that has some. */
function leftRows(layout: Layout, sign: string | null, hasOdds: boolean): readonly string[] {
  const tests = [...(sign === null ? [] : [`(${sign}) < 0`]), ...(hasOdds ? ['odds[k] !== 0'] : [])];
  if (tests.length === 0) return [];
  const read = [...layout.wides].map((input) => `const y${input} = c${input}[k];`);
  return overRows([...read, `if (${tests.join(' || ')}) hard[h++] = base + k;`]);
}

/**
 * Each loop is a function of its own, without another loop inside: only then does V8 take the arrays that it closes over for
 * the constants that they are, and reads them without looking up where they lie and how long they are, row by row.
 */
function functionText(
  { layout, limits: { chunk } }: Draft,
  row: readonly string[],
  left: readonly string[],
  names: readonly string[],
): string {
  const loops = [
    ...turning(layout),
    'const rows = (m) => {',
    'let far = 0;',
    ...overRows(row),
    'return far;',
    '};',
    'const left = (m, base, hard, h) => {',
    ...left,
    'return h;',
    '};',
  ].join('\n');
  return [
    '"use strict";',
    taken(loops, names),
    ...flagRoom(layout, chunk),
    `const odds = new Uint8Array(${chunk});`,
    loops,
    'return (m, base, hard, h) => {',
    'turn(m);',
    'return rows(m) < 0 ? left(m, base, hard, h) : h;',
    '};',
  ].join('\n');
}
