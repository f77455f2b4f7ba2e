import type {
  Line,
  Lowered,
  LoweredAmount,
  LoweredSubject,
  Node,
  Straight,
  Table,
  Truth,
} from '../../lower/index.ts';
import { Bounds } from '../../lower/write/bound.ts';
import type { KnownWriter } from '../../lower/write/known.ts';
import { quoted, type Surround } from '../../lower/write/scope.ts';
import { readyCode } from './bindings.ts';
import { type KnownFrame, knownFrame, twice } from './functions.ts';
import { Remembered } from './remembered.ts';

/** What a writer says of conditions and values, whichever of the two it is. */
interface Values {
  readonly bits: (node: Truth) => string;
  /** True and false, or `null`: three-valued. */
  readonly plain: (node: Truth) => string | null;
  readonly maybe: (node: Node) => string;
  /** Place of the row of the tier that surely applies; −1: none. */
  readonly row: (tier: NonNullable<Straight['tier']>) => string;
}

/** How the statements about a record are put together. */
interface Way {
  /** Statements that work something out of what the nodes look at: in plain values where all of that is known. */
  readonly work: (nodes: readonly Node[], statements: (say: Values) => string) => string;
  /** The row of a table stands in a variable from here on. */
  readonly pin: (table: string, name: string | undefined) => void;
}

/** Names of the functions that are made of a programme, and whether it can be decided in plain values. */
export interface DecideText {
  readonly code: string;
  /** Condition on what is bound, for plain values. */
  readonly ready: string;
}

/** `d0(r)` decides a record. */
export function decideCode(
  programme: Straight,
  index: number,
  subject: LoweredSubject,
  lowered: Lowered,
  around: Surround,
): DecideText {
  const bounds = new Bounds(lowered);
  const open = new Remembered(subject, around, `${index}`);
  const written = (head: string, body: (way: Way) => string): string =>
    twice(knownFrame(subject, around, bounds), (known) => {
      const code = body(wayOf(known, open, `y${index}`));
      return `const ${head}=>{\n${known.top()}\n${code}};`;
    });
  const pieces = piecesOf(linesOf(programme));
  const parts = pieces.flatMap((lines, i) => [
    written(`o${index}_${i}=(r,s)`, (way) => pieceOf(lines, around, way)),
    twice(knownFrame(subject, around, bounds), (known) => {
      const code = knownPiece(lines, around, known, `y${index}`, `o${index}_${i}(r,s)`);
      return `const d${index}_${i}=(r,s)=>{\n${known.top()}\n${code}};`;
    }),
  ]);
  const whole = written(`d${index}=(r)`, (way) =>
    flow(
      programme,
      pieces.map((_, i) => `d${index}_${i}`),
      around,
      way,
    ),
  );
  return {
    code: [open.code, ...parts, whole].join('\n'),
    ready: `const y${index}=${readyCode(bounds.needs)};`,
  };
}

/** A line that may settle the outcome: an exclusion (`x`) that is yes, or a condition (`w`) that is no. */
type Settling = readonly [line: Line, into: 'w' | 'x'];

/** Exclusions first, then the conditions. */
const linesOf = (programme: Straight): readonly Settling[] => [
  ...programme.excluded.map((line) => [line, 'x'] as const),
  ...topLines(programme.eligible).map((line) => [line, 'w'] as const),
];

/** Lines in one function: V8 leaves much larger ones slow. */
const MOST_LINES = 64;

/** Lines for functions of their own, where there are too many for one. */
function piecesOf(lines: readonly Settling[]): readonly (readonly Settling[])[] {
  if (lines.length <= MOST_LINES) return [];
  return Array.from({ length: Math.ceil(lines.length / MOST_LINES) }, (_, i) =>
    lines.slice(i * MOST_LINES, (i + 1) * MOST_LINES),
  );
}

/** The result where a line settles it, else `null`; what is open is added to `s`. */
function pieceOf(lines: readonly Settling[], around: Surround, way: Way): string {
  const tests = lines.map(([line, into]) => ruledOut(line, into, around, way)).join('\n');
  return `let k=1,w=null,x=null,t;\n${tests}\nif(k===0){s.k=0;s.w??=w;s.x??=x;}return null;`;
}

/** Three-valued only where something that is looked at is not known; `k` then is 0. */
function wayOf(known: KnownFrame, open: Remembered, ready: string): Way {
  const [plain, bits] = [knownValues(known.write), openValues(open)];
  return {
    work: (nodes, statements) => {
      const { reads, tests, computed } = known.block(nodes);
      const test = tests === '' ? ready : `${ready}&&${tests}`;
      return `{${reads}if(${test}){${computed}${statements(plain)}}else{k=0;${statements(bits)}}}`;
    },
    pin: known.pin,
  };
}

function openValues(open: Remembered): Values {
  return {
    bits: (node) => open.call([node], (write) => write.truth(node)),
    plain: () => null,
    maybe: (node) => open.call([node], (write) => write.value(node)),
    row: ({ table }) => open.call(tableTests(table), (write) => write.row(table)),
  };
}

/** What the row of a table hangs on. */
const tableTests = ({ keys, rows }: Table<Node>): readonly Node[] => [
  ...keys,
  ...rows.flatMap(({ when }) => when ?? []),
];

function knownValues(write: KnownWriter): Values {
  return {
    bits: (node) => write.bits(node),
    plain: (node) => {
      const { code, settled } = write.truth(node);
      return settled ? code : null;
    },
    maybe: (node) => write.maybe(node),
    row: ({ table }) => write.row(table) ?? write.openRow(table),
  };
}

/** The same for a record of which all that the lines look at is known, which is asked once for all of them. */
function knownPiece(
  lines: readonly Settling[],
  around: Surround,
  known: KnownFrame,
  ready: string,
  otherwise: string,
): string {
  const plain = knownValues(known.write);
  const way: Way = { work: (_, statements) => statements(plain), pin: known.pin };
  const tests = lines.map(([line, into]) => ruledOut(line, into, around, way)).join('\n');
  const { reads, tests: complete, computed } = known.block(lines.map(([{ truth }]) => truth));
  const test = complete === '' ? ready : `${ready}&&${complete}`;
  return `${reads}if(!(${test}))return ${otherwise};${computed}let w=null,x=null,t;\n${tests}\nif(w!==null||x!==null){s.w??=w;s.x??=x;}return null;`;
}

/** One line after the other, here or in the functions named: the first that settles the outcome ends it. */
function flow(programme: Straight, pieces: readonly string[], around: Surround, way: Way): string {
  if (programme.tier) way.pin(programme.tier.table.id, undefined);
  const lines =
    pieces.length === 0
      ? [
          'let k=1,w=null,x=null,t;',
          ...linesOf(programme).map(([line, into]) => ruledOut(line, into, around, way)),
        ]
      : [
          'const s={k:1,w:null,x:null};let t;',
          ...pieces.map((name) => `if((t=${name}(r,s))!==null)return t;`),
          'let {k,w,x}=s;',
        ];
  const ends = "outcome:w===null&&x===null?'eligible':'undetermined',reason:w===null?x:w";
  return `${lines.join('\n')}\n${resultCode(programme, ends, around, way)}`;
}

/** The lines of `同时满足`, else the rule itself. */
export function topLines(eligible: Line): readonly Line[] {
  const { shape } = eligible;
  return shape.k === 'group' && shape.op === 'all' ? shape.lines : [eligible];
}

function ruledOut(line: Line, into: Settling[1], around: Surround, way: Way): string {
  const no = around.constant(around.op('ineligible', quoted(line.id)));
  const [ends, goesOn] = into === 'x' ? ['3', '0'] : ['0', '3'];
  return way.work([line.truth], (say) => {
    const plain = say.plain(line.truth);
    if (plain !== null) return `if(${into === 'x' ? plain : negation(plain)})return ${no};`;
    return `t=${say.bits(line.truth)};if(t===${ends})return ${no};if(t!==${goesOn}&&${into}===null)${into}=${quoted(line.id)};`;
  });
}

const negation = (code: string): string =>
  code.startsWith('!') && !/[&|?]/.test(code) ? code.slice(1) : `!${code}`;

function resultCode(programme: Straight, ends: string, around: Surround, way: Way): string {
  const { tier, amounts } = programme;
  const row = tier ? [tierCode(tier, way)] : [];
  if (tier) way.pin(tier.table.id, 'q');
  const [first, ...others] = amounts.map((amount, i) => amountCode(amount, i, around, way));
  const own = first ?? NOTHING;
  const more = others.length === 0 ? 'null' : `[${others.map(({ fields }) => `{${fields}}`).join(',')}]`;
  const names = tier ? around.constant(JSON.stringify(tier.table.rows.map(({ id }) => id))) : '';
  const place = tier ? `tier:q<0?null:${names}[q]` : 'tier:null';
  const statements = [...row, ...[own, ...others].map(({ code }) => code)].filter((code) => code !== '');
  const branch = tier ? 'q*2+2+k' : 'k';
  return `${statements.join('\n')}\nreturn {${ends},${place},${own.fields},more:${more},branch:${branch}};`;
}

function tierCode(tier: NonNullable<Straight['tier']>, way: Way): string {
  return `let q;${way.work(tableTests(tier.table), (say) => `q=${say.row(tier)};`)}`;
}

interface AmountText {
  readonly code: string;
  readonly fields: string;
}

const NOTHING: AmountText = { code: '', fields: 'min:0,max:0,from:null,to:null,toOpen:false' };

function amountCode(amount: LoweredAmount, i: number, around: Surround, way: Way): AmountText {
  const { base, when, cap, floor, from, to } = amount;
  const months = [monthCode(from, `a${i}`, way), monthCode(to, `z${i}`, way)];
  const nodes = [base, when, cap, floor].filter((node) => node !== undefined);
  const work = way.work(nodes, (say) => {
    const asked = when ? `p${i}=${say.bits(when)};` : '';
    return `${asked}v${i}=${valueCode(amount, i, around, say)};`;
  });
  const code = `let v${i}${when ? `,p${i}` : ''};${work}${months.map((month) => month.code).join('')}`;
  // `+0`: nothing is never minus nothing.
  const end = (name: string) => `typeof v${i}==='number'?v${i}+0:${around.op(name, `v${i}`)}`;
  // While 当 is no there is nothing to say of when it is paid.
  const inPlay = (text: string, otherwise: string) =>
    when && text !== otherwise ? `p${i}===0?${otherwise}:(${text})` : text;
  const [first, last] = months;
  const fields = [
    `min:${end('least')}`,
    `max:${end('most')}`,
    `from:${inPlay(first?.month ?? 'null', 'null')}`,
    `to:${inPlay(last?.month ?? 'null', 'null')}`,
    `toOpen:${inPlay(last?.open ?? 'false', 'false')}`,
  ];
  return { code, fields: fields.join(',') };
}

/** The money for one payment, bounds kept; nothing beside it while 当 is open, nothing while it is no. */
function valueCode(
  { base, when, single, cap, floor }: LoweredAmount,
  i: number,
  around: Surround,
  say: Values,
): string {
  const own = say.maybe(base);
  const floored = single && floor ? around.op('floored', own, say.maybe(floor)) : own;
  const capped = single && cap ? around.op('capped', floored, say.maybe(cap)) : floored;
  return when ? `p${i}===0?0:${around.op('ifPaidB', `p${i}`, capped)}` : capped;
}

interface MonthText {
  readonly code: string;
  readonly month: string;
  readonly open: string;
}

function monthCode(node: Node | undefined, name: string, way: Way): MonthText {
  if (!node) return { code: '', month: 'null', open: 'false' };
  const code = `let ${name};${way.work([node], (say) => `${name}=${say.maybe(node)};`)}`;
  return {
    code,
    month: `typeof ${name}==='number'?${name}:null`,
    open: `typeof ${name}==='object'&&${name}!==null`,
  };
}
