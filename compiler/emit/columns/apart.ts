import { amountCode, tierCode } from './amounts.ts';
import type { RowCode } from './code.ts';
import type { Draft, KernelText } from './draft.ts';
import {
  asBit,
  type ComputedLine,
  type ComputedText,
  computedText,
  exclusionsIn,
  joined,
  openPlace,
} from './lines.ts';
import {
  flagRoom,
  overRows,
  readNames,
  type RowText,
  rowText,
  taken,
  turning,
  writtenNames,
} from './loop.ts';
import { NO_LINE } from './source.ts';
import { and, NO, or } from './text.ts';

/** What a loop over a chunk does, and from which line on it makes a difference. */
interface Piece extends RowText {
  readonly from: number;
}

/** Lookups in one loop. */
const MOST_LOOKUPS = 40;

/**
 * Several loops of bounded size over each chunk of rows. `firsts` holds the first line so far that decides against each row,
 * `opens` the place of the first that is open; lines are looked at in their order, and not at all once earlier ones have
 * decided every row of the chunk. Then outcome and reason, the tier, each amount.
 */
export function apart(draft: Draft, tables: readonly string[]): KernelText {
  const { layout, lines, programme, limits, newCode } = draft;
  const pieces = [...lookups(lines.lookups()), ...windows(draft).map((some) => window(some, draft))];
  const tier = programme.tier ? [tierPiece(programme.tier, newCode())] : [];
  const amounts = programme.amounts.map((amount, i) => {
    const code = newCode();
    const made = amountCode(amount, code);
    const body = ['const on = lives[k];', ...made.statements(i), ...marked(and('on', made.hard))];
    return { about: made.about, piece: { from: 0, statements: code.statements, body } };
  });
  const about = amounts.map((amount) => amount.about);
  const results = [...tier, ...amounts.map(({ piece }) => piece)];
  const loops = [...pieces, settling(draft), ...results, outside(draft)];
  const rows = loops.map((loop) => rowText(layout, loop));
  const functions = rows.flatMap((row, i) => [`const p${i} = (m) => {`, ...overRows(row), '};']);
  const calls = loops.map(({ from }, i) => `${from === 0 ? '' : `if (waits(m, ${from})) `}p${i}(m);`);
  return {
    text: moduleText(draft, [...readNames(layout, tables), ...writtenNames(about)], functions, calls),
    amounts: about,
    size: Math.max(limits.lines, ...rows.map((row) => row.length)),
  };
}

/** The first line that any lookup tells. */
function lookups(all: readonly string[]): readonly Piece[] {
  const parts = Array.from({ length: Math.ceil(all.length / MOST_LOOKUPS) }, (_, i) =>
    all.slice(i * MOST_LOOKUPS, (i + 1) * MOST_LOOKUPS),
  );
  return parts.map((part) => ({
    from: 0,
    statements: [],
    body: [
      'let at = firsts[k], t = 0;',
      // The lesser of two without a branch.
      ...part.map((lookup) => `t = ${lookup}; at = (at + ((t - at) & ((t - at) >> 31))) | 0;`),
      'firsts[k] = at;',
    ],
  }));
}

interface Window {
  readonly code: RowCode;
  readonly lines: readonly ComputedText[];
}

/** Computed lines in their order, as many as one word has bits and one loop has room; exclusions and conditions apart. */
function windows({ lines, deciding, limits, newCode }: Draft): readonly Window[] {
  const exclusions = exclusionsIn(deciding);
  const found: { code: RowCode; lines: ComputedText[] }[] = [];
  const isFull = (last: (typeof found)[number], { line }: ComputedLine): boolean =>
    last.lines.length >= WORD ||
    last.code.statements.length >= limits.statements / 2 ||
    (last.lines[0]?.line ?? 0) < exclusions !== line < exclusions;
  for (const line of lines.computed) {
    let last = found.at(-1);
    if (!last || isFull(last, line)) {
      last = { code: newCode(), lines: [] };
      found.push(last);
    }
    last.lines.push(computedText(last.code, line));
  }
  return found;
}

/** Bits of a word. */
const WORD = 32;

function window({ code, lines }: Window, { deciding }: Draft): Piece {
  const exclusions = exclusionsIn(deciding);
  const decided = lines.flatMap((one, at) => one.decided.map((test) => asBit(test, at)));
  const open = lines.flatMap((one, at) => (one.open === NO ? [] : [asBit(one.open, at)]));
  const numbers = lines.map(({ line }) => line);
  const places = numbers.map((line) => openPlace(line, exclusions, deciding.length));
  return {
    from: numbers[0] ?? 0,
    statements: code.statements,
    body: [
      ...lowest(decided, numbers, 'firsts'),
      ...lowest(open, places, 'opens'),
      ...marked(or(...lines.flatMap(({ hard }) => hard))),
    ],
  };
}

/** Keeps the number of the lowest bit set, if it is less than what was kept. */
function lowest(bits: readonly string[], numbers: readonly number[], kept: string): readonly string[] {
  if (bits.length === 0) return [];
  const [first = 0] = numbers;
  const bit = '31 - Math.clz32(bits & -bits)';
  const isRun = numbers.every((number, i) => number === first + i);
  const number = isRun ? `${first} + ${bit}` : `[${numbers.join(', ')}][${bit}]`;
  return [
    `{ const bits = ${joined(bits)};`,
    `if (bits !== 0) { const at = ${number}; if (at < ${kept}[k]) ${kept}[k] = at; } }`,
  ];
}

/** Marks rows that are decided by themselves. */
const marked = (hard: string): readonly string[] => (hard === NO ? [] : [`odds[k] |= ${hard};`]);

function settling({ deciding }: Draft): RowText & { readonly from: number } {
  const exclusions = exclusionsIn(deciding);
  const conditions = deciding.length - exclusions;
  const body = [
    'const at = firsts[k];',
    `const no = (at - ${NO_LINE}) >> 31;`,
    'const on = no + 1;',
    'lives[k] = on;',
    `const isOpen = on & ((opens[k] - ${NO_LINE}) >>> 31);`,
    'const open = opens[k] & -isOpen;',
    'outcome[k] = on << isOpen;',
    `reason[k] = (at & no) - no + (open + (open < ${conditions} ? ${exclusions} : ${-conditions}) + 1) * isOpen;`,
  ];
  return { from: 0, statements: [], body };
}

function tierPiece(table: Parameters<typeof tierCode>[0], code: RowCode): Piece {
  const { code: row, hard } = tierCode(table, code);
  return { from: 0, statements: code.statements, body: [`tier[k] = ${row} & -lives[k];`, ...marked(hard)] };
}

/** Days and numbers that lie outside what the text was made for. */
function outside({ layout }: Draft): Piece {
  const { sign, test } = layout.outside();
  return {
    from: 0,
    statements: [],
    body: [...marked(test), ...(sign === null ? [] : marked(`((${sign}) >>> 31)`))],
  };
}

function moduleText(
  { layout, limits: { chunk } }: Draft,
  names: readonly string[],
  functions: readonly string[],
  calls: readonly string[],
): string {
  const loops = [
    ...turning(layout),
    // Whether the line may still be the first of a row.
    'const waits = (m, line) => { for (let k = 0; k < m; k++) if (firsts[k] > line) return true; return false; };',
    'const left = (m, base, hard, h) => {',
    ...overRows(['if (odds[k] !== 0) hard[h++] = base + k;']),
    'return h;',
    '};',
    ...functions,
  ].join('\n');
  return [
    '"use strict";',
    taken(loops, names),
    ...flagRoom(layout, chunk),
    ...['firsts', 'opens'].map((name) => `const ${name} = new Int32Array(${chunk});`),
    ...['odds', 'lives'].map((name) => `const ${name} = new Uint8Array(${chunk});`),
    loops,
    'return (m, base, hard, h) => {',
    `firsts.fill(${NO_LINE}, 0, m); opens.fill(${NO_LINE}, 0, m); odds.fill(0, 0, m);`,
    'turn(m);',
    ...calls,
    'return left(m, base, hard, h);',
    '};',
  ].join('\n');
}
