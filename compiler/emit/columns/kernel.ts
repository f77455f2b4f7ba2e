import { NONE } from '../../../runtime/columns/index.ts';
import type { Id } from '../../../runtime/types.ts';
import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import { calendarTables } from './calendar.ts';
import { RowCode } from './code.ts';
import type { Around, TruthCode } from './row.ts';
import { rowsOf } from './tables.ts';
import { evaluateTable } from './evaluate.ts';
import { Layout } from './layout.ts';
import { Against, decidingLines, OPEN_CODES, reasonCodes } from './lines.ts';
import { chosen, constant, isInt32, least, less, type NumberCode } from './arithmetic.ts';
import { textsIn } from './sources.ts';
import { and, needed, NO, not, or, YES } from './text.ts';
import { NotColumnar } from './unsupported.ts';

/** The columns of an amount, and whether its fen need doubles. */
export interface KernelAmount {
  readonly id: Id;
  readonly wide: boolean;
  readonly from: boolean;
  readonly to: boolean;
}

/** Arrays that a run of the kernel writes, by their names in its text. */
export interface Written {
  readonly [name: string]: Uint8Array | Int32Array | Float64Array;
}

/** Arrays that it reads, by their names in its text; numbers are places. */
export interface Handed {
  readonly [name: string]: Uint8Array | Uint16Array | Int32Array | Float64Array | number;
}

/** Decides the rows; fills `hard` with those that have to be decided by themselves, and gives their number. */
export type Run = (rows: number, handed: Handed, written: Written, hard: Int32Array) => number;

/** A programme's decision as one loop over columns, made for what is bound. */
export interface Kernel {
  readonly programme: Id;
  readonly layout: Layout;
  /** Inputs whose columns it reads. */
  readonly used: readonly number[];
  readonly reasons: readonly (Id | null)[];
  readonly tiers: readonly (Id | null)[] | null;
  readonly amounts: readonly KernelAmount[];
  readonly run: Run;
  readonly text: string;
}

/** What a kernel is made of besides its programme. */
export interface Setting {
  readonly subject: L.LoweredSubject;
  readonly binds: readonly Value[];
  readonly around: Around;
  /** Keys that a keyed parameter was given. */
  readonly keysOf: (given: L.Given) => readonly string[];
  /** Inputs that batches have no column of, and that a value stands in for (`未填则`). */
  readonly missing: ReadonlySet<number>;
}

/** Rows whose flags are turned at a time: they stay in the nearest cache. */
const CHUNK = 1024;

/** A text that no rule names. */
const OTHER = '\u0000';

function rootsOf(programme: L.Straight): readonly L.Node[] {
  const { tier, amounts } = programme;
  return [
    ...decidingLines(programme).map(({ truth }) => truth),
    ...(tier ? tier.table.rows.flatMap(({ when }) => (when ? [when] : [])) : []),
    ...amounts.flatMap(({ base, when, cap, floor, from, to }) =>
      [base, when, cap, floor, from, to].filter((node) => node !== undefined),
    ),
  ];
}

/** Writes the kernel of a programme. Throws `NotColumnar` for what columns are not computed for. */
export function makeKernel(programme: L.Straight, setting: Setting): Kernel {
  const { subject, binds, keysOf, missing } = setting;
  const roots = rootsOf(programme);
  const used = usedInputs(roots, setting);
  const texts = (input: number): readonly string[] => {
    const found = new Set<string>([OTHER]);
    const named = [...roots, ...subject.locals.map(({ value }) => value)];
    for (const root of named)
      for (const text of textsIn(root, subject.locals, binds, keysOf)) found.add(text);
    // Days of the year are read, not only compared.
    return subject.inputs[input]?.type.t === 'yearlyDay'
      ? [...found].filter((text) => /^\d\d-\d\d$/.test(text))
      : [...found];
  };
  const layout = new Layout(subject.inputs, used, missing, texts);
  const code = new RowCode(subject.locals, setting.around, layout);
  const lines = decidingLines(programme);
  const against = new Against(code, lines);
  const tier = programme.tier ? tierCode(programme.tier.table, code) : null;
  const amounts = programme.amounts.map((amount) => amountCode(amount, code));
  const isOpen = against.open !== '0';
  const decided = against.decided((source) => layout.place(source));
  const outside = layout.outside();
  const hard = or(
    outside.test,
    against.hard,
    tier?.hard ?? NO,
    ...amounts.map((amount) => and('on', amount.hard)),
  );
  const body = [
    `const against = ${decided};`,
    `const open = ${against.open};`,
    'const no = (against | -against) >> 31;',
    'const on = no + 1;',
    'const why = against | (open & ~no);',
    !isOpen ? 'outcome[r] = on;' : 'outcome[r] = on << ((open | -open) >>> 31);',
    isOpen
      ? `reason[r] = reasons[32 - Math.clz32(why & -why) + (on & ((open | -open) >>> 31)) * ${OPEN_CODES}];`
      : 'reason[r] = 32 - Math.clz32(why & -why);',
    ...(tier ? [`tier[r] = ${tier.code} & -on;`] : []),
    ...amounts.flatMap((amount, i) => amount.statements(i)),
    ...(outside.sign === null ? [] : [`far |= ${outside.sign};`]),
    ...(hard === NO ? [] : [`if (${hard}) hard[h++] = r;`]),
  ];
  const text = loop(layout, outside.sign, [
    ...needed([...layout.prelude, ...code.statements], body),
    ...body,
  ]);
  return {
    programme: programme.id,
    layout,
    used,
    reasons: [null, ...lines.map(({ id }) => id)],
    tiers: programme.tier ? [null, ...programme.tier.table.rows.map(({ id }) => id)] : null,
    amounts: amounts.map(({ about }) => about),
    run: compiled(
      text,
      layout,
      amounts.map(({ about }) => about),
      programme.tier !== undefined,
      reasonCodes(lines),
    ),
    text,
  };
}

/** Inputs that any root reads; those that something else stands for are read through it. */
function usedInputs(roots: readonly L.Node[], { subject, missing, around }: Setting): readonly number[] {
  const instead = (input: number) => (missing.has(input) ? subject.inputs[input]?.fallback : undefined);
  const zero = () => constant(0);
  const nothing = {
    source: () => null,
    place: () => '',
    wide: zero,
    compared: zero,
    absent: () => NO,
    instead,
  };
  const { reads } = new RowCode(subject.locals, around, nothing);
  return [...new Set(roots.flatMap((root) => [...reads.of(root)]))].sort((a, b) => a - b);
}

function tierCode(table: L.Table<L.Node>, code: RowCode): { readonly code: string; readonly hard: string } {
  const nothing: L.Num = { holds: 'number', at: table.id, k: 'lit', value: 0 };
  const rows = table.rows.map((row) => ({ ...row, value: nothing }));
  const plain = { ...table, rows };
  const node = { holds: 'number', at: table.id, k: 'table', table: plain } as const;
  const source = code.sourceOf(node);
  const place = new Map<Id | null, number>(table.rows.map(({ id }, i) => [id, i + 1]));
  if (source !== null) {
    const read = evaluateTable(plain);
    const leaf = source.number((facts) => place.get(read(code.recordOf(facts)).row) ?? 0);
    return { code: code.looked(source, leaf).code, hard: NO };
  }
  const { tests, open } = rowsOf(code, plain);
  const row = tests.reduceRight((rest, test, i) => chosen(test, constant(i + 1), rest), constant(0));
  return { code: row.code, hard: open };
}

interface AmountCode {
  readonly about: KernelAmount;
  readonly hard: string;
  readonly statements: (place: number) => readonly string[];
}

const always: TruthCode = { yes: YES, may: YES, hard: NO };

function amountCode(amount: L.LoweredAmount, code: RowCode): AmountCode {
  const when = amount.when ? code.truth(amount.when) : always;
  const paid = settledFen(bounded(amount, code));
  if (paid.den !== 1) throw new NotColumnar('numbers');
  const from = amount.from && code.number(amount.from);
  const to = amount.to && code.number(amount.to);
  const wide = !isInt32(paid);
  const ends = [from, to].filter((end) => end !== undefined);
  const isOpen = or(when.hard, differing(when), and(when.yes, or(paid.hard, ...ends.map((end) => end.hard))));
  const shown = and('on', when.yes);
  const month = (name: string, value: NumberCode): string =>
    `{ const shown = -${and(shown, not(value.absent))}; ${name}[r] = (${value.code} & shown) | (${NONE} & ~shown); }`;
  return {
    about: { id: amount.id, wide, from: from !== undefined, to: to !== undefined },
    hard: isOpen,
    statements: (i) => [
      wide
        ? `amount${i}[r] = ${shown} === 1 ? ${paid.code} + 0 : 0;`
        : `amount${i}[r] = ${paid.code} & -${shown};`,
      ...(from ? [month(`from${i}`, from)] : []),
      ...(to ? [month(`to${i}`, to)] : []),
    ],
  };
}

const differing = ({ yes, may }: TruthCode): string => (yes === may ? NO : `(${yes} ^ ${may})`);

/** An absent amount is nothing. */
const settledFen = (value: NumberCode): NumberCode =>
  value.absent === NO ? value : { ...chosen(value.absent, constant(0), { ...value, absent: NO }) };

/** 不少于 and 不超过; an absent bound is none. */
function bounded({ base, single, floor, cap }: L.LoweredAmount, code: RowCode): NumberCode {
  const value = code.number(base);
  if (!single) return value;
  const held = (
    by: L.Num | undefined,
    of: NumberCode,
    pick: (a: NumberCode, b: NumberCode) => NumberCode,
  ) => {
    if (!by) return of;
    const bound = code.number(by);
    const inside = { ...pick(of, { ...bound, absent: NO }), absent: of.absent };
    return chosen(not(bound.absent), inside, of);
  };
  const floored = held(floor, value, (a, b) => chosen(less(a, b), b, a));
  return held(cap, floored, least);
}

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

function loop(layout: Layout, sign: string | null, row: readonly string[]): string {
  const groups = layout.groups.map((_, group) => group);
  const turning =
    groups.length === 0
      ? []
      : [
          'for (let k = 0, q = base >> 3; k < m; k += 8, q++) {',
          ...groups.flatMap((group) => turned(layout, group)),
          '}',
        ];
  return [
    'let h = 0;',
    `for (let base = 0; base < n; base += ${CHUNK}) {`,
    `const m = Math.min(${CHUNK}, n - base);`,
    ...turning,
    'let far = 0;',
    'for (let k = 0, r = base; k < m; k++, r++) {',
    ...row,
    '}',
    ...(sign === null ? [] : farRows(layout, sign)),
    '}',
    'return h;',
  ].join('\n');
}

/** The text as a function; everything that it names is a constant of it. */
function compiled(
  body: string,
  layout: Layout,
  amounts: readonly KernelAmount[],
  tiered: boolean,
  reasons: Uint8Array,
): Run {
  const written = ['outcome', 'reason', ...(tiered ? ['tier'] : [])];
  for (const [i, { from, to }] of amounts.entries())
    written.push(`amount${i}`, ...(from ? [`from${i}`] : []), ...(to ? [`to${i}`] : []));
  const sources = [...layout.groups, ...[...layout.indexed.values()].map(({ source }) => source)];
  const handed = [
    ...layout.flags.map((_, bit) => `f${bit}`),
    ...[...layout.indexed.keys()].flatMap((input) => [`c${input}`, `n${input}`]),
    ...[...layout.wides].map((input) => `c${input}`),
    ...sources.flatMap((source) => [
      ...Array.from({ length: source.words }, (_, word) => `w${source.name}_${word}`),
      ...Array.from({ length: source.tables }, (_, table) => `t${source.name}_${table}`),
    ]),
  ];
  const bytes = layout.groups.map(
    (_, group) => `const G${group} = new Uint8Array(${CHUNK}), B${group} = new Int32Array(G${group}.buffer);`,
  );
  const text = [
    '"use strict";',
    ...bytes,
    'return (n, handed, written, hard) => {',
    `const { ${[...new Set(handed)].join(', ')} } = handed;`,
    `const { ${written.join(', ')} } = written;`,
    body,
    '};',
  ].join('\n');
  const { months, days } = calendarTables();
  const make: (months: Int32Array, days: Int32Array, reasons: Uint8Array) => Run = new Function(
    'months',
    'days',
    'reasons',
    text,
  ) as never;
  return make(months, days, reasons);
}
