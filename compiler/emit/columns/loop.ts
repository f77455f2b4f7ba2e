import type { KernelAmount } from './amounts.ts';
import type { Layout } from './layout.ts';
import { namesIn, needed } from './text.ts';

/** Statements that work out a row's values, and those that write them. */
export interface RowText {
  readonly statements: readonly string[];
  readonly body: readonly string[];
}

/** The statements about one row, without those that nothing reads. */
export const rowText = (layout: Layout, { statements, body }: RowText): readonly string[] => [
  ...needed([...layout.prelude, ...statements], body),
  ...body,
];

/** The statement that takes what the text reads out of what it is given. */
export function taken(text: string, names: readonly string[]): string {
  const read = new Set(namesIn(text));
  const own = [...new Set(names)].filter((name) => read.has(name));
  return own.length === 0 ? '' : `const { ${own.join(', ')} } = given;`;
}

/** Names under which a kernel is given what it reads. */
export function readNames(layout: Layout, tables: readonly string[]): readonly string[] {
  const sources = [...layout.groups, ...[...layout.indexed.values()].map(({ source }) => source)];
  return [
    'months',
    'days',
    ...layout.flags.map((_, bit) => `f${bit}`),
    ...[...layout.indexed.keys()].flatMap((input) => [`c${input}`, `n${input}`]),
    ...[...layout.wides].map((input) => `c${input}`),
    ...sources.flatMap((source) => [
      ...Array.from({ length: source.words }, (_, word) => `w${source.name}_${word}`),
      ...Array.from({ length: source.tables }, (_, table) => `t${source.name}_${table}`),
    ]),
    ...tables,
  ];
}

/** Room for the flags of a chunk, a byte a row for each eight. */
export const flagRoom = (layout: Layout, chunk: number): readonly string[] =>
  layout.groups.map(
    (_, group) => `const G${group} = new Uint8Array(${chunk}), B${group} = new Int32Array(G${group}.buffer);`,
  );

/** The loop over the rows `k` of a chunk, which has `m`. */
export const overRows = (body: readonly string[]): readonly string[] => [
  'for (let k = 0; k < m; k++) {',
  ...body,
  '}',
];

/** The function that fills the room of the flags. */
export const turning = (layout: Layout): readonly string[] => [
  'const turn = (m) => {',
  ...(layout.groups.length === 0
    ? []
    : [
        'for (let k = 0, q = 0; k < m; k += 8, q++) {',
        ...layout.groups.flatMap((_, group) => turned(layout, group)),
        '}',
      ]),
  '};',
];

/** Turns eight flags of eight rows by three swaps, so that each row has its eight in one byte. */
function turned(layout: Layout, group: number): readonly string[] {
  const bytes = layout.flags.slice(group * 8, group * 8 + 8).map((_, bit) => `f${group * 8 + bit}[q]`);
  const word = (from: number) =>
    bytes
      .slice(from, from + 4)
      .map((byte, i) => (i === 0 ? byte : `${byte} << ${i * 8}`))
      .join(' | ') || '0';
  const swap = (name: string, by: number, mask: string) =>
    `t = (${name} ^ (${name} >>> ${by})) & ${mask}; ${name} = ${name} ^ t ^ (t << ${by});`;
  return [
    `{ let x = ${word(0)}, y = ${word(4)}, t;`,
    ...(['x', 'y'] as const).flatMap((name) => [swap(name, 7, '0x00aa00aa'), swap(name, 14, '0x0000cccc')]),
    `B${group}[k >> 2] = (x & 0x0f0f0f0f) | ((y << 4) & 0xf0f0f0f0);`,
    `B${group}[(k >> 2) + 1] = ((x >>> 4) & 0x0f0f0f0f) | (y & 0xf0f0f0f0); }`,
  ];
}

/** Names of the arrays that results are written into. */
export const writtenNames = (amounts: readonly KernelAmount[]): readonly string[] => [
  'outcome',
  'reason',
  'tier',
  ...amounts.flatMap((_, i) => [`amount${i}`, `from${i}`, `to${i}`]),
];
