import type { Id } from '../../../runtime/types.ts';
import type { Value } from '../../../runtime/value.ts';
import type * as L from '../../lower/index.ts';
import type { KernelAmount } from './amounts.ts';
import { apart } from './apart.ts';
import { constant } from './arithmetic.ts';
import { RowCode } from './code.ts';
import type { Draft, KernelText, Limits } from './draft.ts';
import { Layout } from './layout.ts';
import { Lines } from './lines.ts';
import type { ColumnsProgramme } from './programme.ts';
import type { Around } from './row.ts';
import type { Telling } from './source.ts';
import { textsIn } from './sources.ts';
import { NO } from './text.ts';
import { together } from './together.ts';

/** A programme's decision as loops over columns, made for what is bound. */
export interface Kernel {
  readonly programme: Id;
  readonly layout: Layout;
  /** Tables that several sources are looked up in at once. */
  readonly tables: { readonly [name: string]: Int32Array };
  /** Inputs whose columns it reads. */
  readonly used: readonly number[];
  readonly reasons: readonly (Id | null)[];
  readonly tiers: readonly (Id | null)[] | null;
  readonly amounts: readonly KernelAmount[];
  /** The body of a function of `given` that gives a `Step`. */
  readonly text: string;
  /** Rows that it works on at a time. */
  readonly chunk: number;
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
  readonly limits: Limits;
}

/** A text that no rule names. */
const OTHER = '\u0000';

function rootsOf({ lines, tier, amounts }: ColumnsProgramme): readonly L.Node[] {
  return [
    ...lines.map(({ truth }) => truth),
    ...(tier ? tier.rows.flatMap(({ when }) => (when ? [when] : [])) : []),
    ...amounts.flatMap(({ base, when, cap, floor, from, to }) =>
      [base, when, cap, floor, from, to].filter((node) => node !== undefined),
    ),
  ];
}

/**
 * Writes the kernel of a programme: one loop, or where that would be too large, several of bounded size. Throws `NotColumnar`
 * for what columns are not computed for.
 */
export function makeKernel(programme: ColumnsProgramme, setting: Setting): Kernel {
  const { limits } = setting;
  if (programme.lines.length <= limits.lines) {
    const made = drafted(programme, setting, 'bits');
    const text = together(made.draft, made.tables);
    if (text.size <= limits.statements) return kernelOf(made, text, 'bits');
  }
  const made = drafted(programme, setting, 'first');
  return kernelOf(made, apart(made.draft, made.tables), 'first');
}

interface Drafted {
  readonly draft: Draft;
  readonly used: readonly number[];
  /** Names of tables. */
  readonly tables: readonly string[];
}

function drafted(programme: ColumnsProgramme, setting: Setting, telling: Telling): Drafted {
  const { subject, missing, around } = setting;
  const roots = rootsOf(programme);
  const used = usedInputs(roots, setting);
  const layout = new Layout(subject.inputs, used, missing, textsFor(roots, setting), telling);
  const newCode = () => new RowCode(subject.locals, around, layout);
  const code = newCode();
  const lines = new Lines(code, layout, programme.lines);
  const limits = { ...setting.limits, chunk: chunkFor(used.length, setting.limits) };
  const draft = { programme, deciding: programme.lines, lines, layout, newCode, code, limits };
  return { draft, used, tables: lines.compounds.map(({ name }) => name) };
}

/** As many rows as fit into a second-level cache with some bytes an input, a power of two. */
const chunkFor = (inputs: number, { chunk }: Limits): number =>
  Math.min(chunk, Math.max(LEAST_CHUNK, 2 ** Math.floor(Math.log2(CACHE / (4 * Math.max(1, inputs))))));

const CACHE = 2 ** 20;
const LEAST_CHUNK = 256;

/** Texts of an input that rules tell apart. */
function textsFor(roots: readonly L.Node[], { subject, binds, keysOf }: Setting) {
  const named = [...roots, ...subject.locals.map(({ value }) => value)];
  let found: readonly string[] | undefined;
  const texts = () => [
    ...new Set([OTHER, ...named.flatMap((root) => [...textsIn(root, subject.locals, binds, keysOf)])]),
  ];
  return (input: number): readonly string[] => {
    found ??= texts();
    // Days of the year are read, not only compared.
    return subject.inputs[input]?.type.t === 'yearlyDay'
      ? found.filter((text) => /^\d\d-\d\d$/.test(text))
      : found;
  };
}

function kernelOf({ draft, used }: Drafted, { text, amounts }: KernelText, telling: Telling): Kernel {
  const { programme, deciding, layout, lines } = draft;
  return {
    programme: programme.id,
    layout,
    tables: lines.tables(telling),
    used,
    reasons: [null, ...deciding.map(({ id }) => id)],
    tiers: programme.tier ? [null, ...programme.tier.rows.map(({ id }) => id)] : null,
    amounts,
    text,
    chunk: draft.limits.chunk,
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
    plain: zero,
    leaves: new Map(),
    absent: () => NO,
    instead,
  };
  const { reads } = new RowCode(subject.locals, around, nothing);
  return [...new Set(roots.flatMap((root) => [...reads.of(root)]))].sort((a, b) => a - b);
}
