import { amountCode, type KernelAmount, tierCode } from './amounts.ts';
import type { Draft, KernelText } from './draft.ts';
import type { Layout } from './layout.ts';
import { asBit, type ComputedText, computedText, exclusionsIn, joined, openPlace } from './lines.ts';
import { CHUNK, flagRoom, handedNames, rowText, taken, turning, writtenNames } from './loop.ts';
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
    ...(tier ? [`tier[r] = ${tier.code} & -on;`] : []),
    ...amounts.flatMap((amount, i) => amount.statements(i)),
    ...(outside.sign === null ? [] : [`far |= ${outside.sign};`]),
    ...(hard === NO ? [] : [`if (${hard}) hard[h++] = r;`]),
  ];
  const row = rowText(layout, { statements: code.statements, body });
  const about = amounts.map((amount) => amount.about);
  return { text: functionText(layout, outside.sign, row, tables, about), amounts: about, size: row.length };
}

const bitsOf = ({ line, decided }: ComputedText): readonly string[] =>
  decided.map((test) => asBit(test, line));

/** Outcome and reason, the place of a line from 1. Open conditions come before open exclusions. */
function settled(open: string, exclusions: number, conditions: number): readonly string[] {
  const decides = '32 - Math.clz32(against & -against)';
  if (open === '0') return ['outcome[r] = on;', `reason[r] = ${decides};`];
  const place = '32 - Math.clz32(open & -open)';
  return [
    `const open = (${open}) & ~no;`,
    'const isOpen = (open | -open) >>> 31;',
    `const at = ${place};`,
    'outcome[r] = on << isOpen;',
    `reason[r] = ${decides} + (at + (at > ${conditions} ? ${-conditions} : ${exclusions})) * isOpen;`,
  ];
}

/** Days that lie far away are looked for only in a chunk that has some. */
function farRows(layout: Layout, sign: string): readonly string[] {
  const read = [...layout.wides].map((input) => `const y${input} = c${input}[r];`);
  return [
    'if (far < 0) {',
    'for (let r = base; r < base + m; r++) {',
    ...read,
    `if ((${sign}) < 0) hard[h++] = r;`,
    '}',
    '}',
  ];
}

function functionText(
  layout: Layout,
  sign: string | null,
  row: readonly string[],
  tables: readonly string[],
  amounts: readonly KernelAmount[],
): string {
  const loop = [
    'let h = 0;',
    `for (let base = 0; base < n; base += ${CHUNK}) {`,
    `const m = Math.min(${CHUNK}, n - base);`,
    ...turning(layout),
    'let far = 0;',
    'for (let k = 0, r = base; k < m; k++, r++) {',
    ...row,
    '}',
    ...(sign === null ? [] : farRows(layout, sign)),
    '}',
    'return h;',
  ].join('\n');
  return [
    '"use strict";',
    ...flagRoom(layout),
    'return (n, handed, written, hard) => {',
    taken(loop, 'handed', handedNames(layout, tables)),
    taken(loop, 'written', writtenNames(amounts)),
    loop,
    '};',
  ].join('\n');
}
