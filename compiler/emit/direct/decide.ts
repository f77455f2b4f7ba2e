import type {
  Line,
  Lowered,
  LoweredAmount,
  LoweredSubject,
  Node,
  Straight,
  Truth,
} from '../../lower/index.ts';
import { Bounds } from '../../lower/write/bound.ts';
import type { OpenWriter } from '../../lower/write/open.ts';
import { quoted, type Surround } from '../../lower/write/scope.ts';
import { readyCode } from './bindings.ts';
import { type KnownFrame, knownFrame, openFrame, rootsOf, twice } from './functions.ts';

/** What a writer says of conditions and values, whichever of the two it is. */
interface Speech {
  /** Whether it speaks of complete records. */
  readonly complete: boolean;
  /** Reads what the nodes look at. */
  readonly need: (nodes: readonly Node[]) => string;
  /** The row of a table stands in a variable from here on. */
  readonly pin: (table: string, name: string) => void;
  readonly bits: (node: Truth) => string;
  /** True and false, or `null`: three-valued. */
  readonly plain: (node: Truth) => string | null;
  readonly maybe: (node: Node) => string;
  /** A number that is settled and there. */
  readonly sure: (node: Node) => string | null;
  /** Place of the row of the tier that surely applies; −1: none. */
  readonly row: (tier: NonNullable<Straight['tier']>) => string;
}

/** Names of the functions that are made of a programme, and whether it can be decided in plain values. */
export interface DecideText {
  readonly code: string;
  /** Condition on what is bound, for plain values. */
  readonly ready: string;
}

/** `d0(r)` decides a record, by `g0(r)` where something about it is open. */
export function decideCode(
  programme: Straight,
  index: number,
  subject: LoweredSubject,
  lowered: Lowered,
  around: Surround,
): DecideText {
  const bounds = new Bounds(lowered);
  const general = twice(openFrame(programme, subject, around, 'bits'), ({ write, top, pin }) => {
    const body = flow(programme, around, openSpeech(write, pin));
    return `const g${index}=(r)=>{\n${top()}\n${body}};`;
  });
  const known = knownFrame(subject, around, bounds);
  const direct = twice(known, (frame) => {
    const body = flow(programme, around, knownSpeech(frame, `return g${index}(r);`));
    return `const d${index}=(r)=>{\nif(!y${index})return g${index}(r);\n${frame.top()}\n${body}};`;
  });
  return { code: `${general}\n${direct}`, ready: `const y${index}=${readyCode(bounds.needs)};` };
}

function openSpeech(write: OpenWriter, pin: Speech['pin']): Speech {
  return {
    complete: false,
    need: () => '',
    pin,
    bits: (node) => write.truth(node),
    plain: () => null,
    maybe: (node) => write.value(node),
    sure: () => null,
    row: ({ table }) => write.row(table),
  };
}

function knownSpeech({ write, pin, need }: KnownFrame, otherwise: string): Speech {
  return {
    complete: true,
    need: (nodes) => need(nodes, otherwise),
    pin,
    bits: (node) => write.bits(node),
    plain: (node) => {
      const { code, settled } = write.truth(node);
      return settled ? code : null;
    },
    maybe: (node) => write.maybe(node),
    sure: (node) => {
      const value = node.holds === 'number' ? write.number(node) : null;
      return value && !value.open && value.absent === null && value.den === 1 ? value.code : null;
    },
    row: ({ table }) => write.row(table) ?? write.openRow(table),
  };
}

/** Exclusions first, then the conditions one by one: the first that settles the outcome ends it. */
function flow(programme: Straight, around: Surround, say: Speech): string {
  const conditions = topLines(programme.eligible);
  const open: string[] = [];
  const lines = [
    ...programme.excluded.map((line) => ruledOut(line, 'x', around, say, open)),
    ...conditions.map((line) => ruledOut(line, 'w', around, say, open)),
  ];
  const mayBeOpen = open.length > 0;
  const head = mayBeOpen ? 'let w=null,x=null,t;' : '';
  const reason = mayBeOpen ? 'w===null?x:w' : 'null';
  const outcome = mayBeOpen ? "w===null&&x===null?'eligible':'undetermined'" : "'eligible'";
  const rest = say.need(rootsOf(programme, false));
  return `${head}\n${lines.join('\n')}\n${rest}\n${resultCode(programme, outcome, reason, around, say)}`;
}

/** The lines of `同时满足`, else the rule itself. */
export function topLines(eligible: Line): readonly Line[] {
  const { shape } = eligible;
  return shape.k === 'group' && shape.op === 'all' ? shape.lines : [eligible];
}

/** An exclusion (`x`) that is yes, or a condition (`w`) that is no. */
function ruledOut(line: Line, into: 'w' | 'x', around: Surround, say: Speech, open: string[]): string {
  const no = around.constant(around.op('ineligible', quoted(line.id), `${say.complete}`));
  const plain = say.plain(line.truth);
  const need = say.need([line.truth]);
  if (plain !== null) return `${need}if(${into === 'x' ? plain : negation(plain)})return ${no};`;
  open.push(line.id);
  const [ends, goesOn] = into === 'x' ? ['3', '0'] : ['0', '3'];
  return `${need}t=${say.bits(line.truth)};if(t===${ends})return ${no};if(t!==${goesOn}&&${into}===null)${into}=${quoted(line.id)};`;
}

const negation = (code: string): string =>
  code.startsWith('!') && !/[&|?]/.test(code) ? code.slice(1) : `!${code}`;

function resultCode(
  programme: Straight,
  outcome: string,
  reason: string,
  around: Surround,
  say: Speech,
): string {
  const { tier, amounts } = programme;
  const rows = tier ? around.constant(JSON.stringify(tier.table.rows.map(({ id }) => id))) : '';
  const tierCode = tier ? `const q=${say.row(tier)};` : '';
  if (tier) say.pin(tier.table.id, 'q');
  const [first, ...others] = amounts.map((amount, i) => amountCode(amount, i, around, say));
  const own = first ?? NOTHING;
  const more = others.length === 0 ? 'null' : `[${others.map(({ fields }) => `{${fields}}`).join(',')}]`;
  const branch = tier ? `q*2+${say.complete ? 3 : 2}` : say.complete ? '1' : '0';
  const statements = [tierCode, ...[own, ...others].map(({ code }) => code)].filter((code) => code !== '');
  const tierName = tier ? `q<0?null:${rows}[q]` : 'null';
  return `${statements.join('\n')}\nreturn {outcome:${outcome},reason:${reason},tier:${tierName},${own.fields},more:${more},branch:${branch}};`;
}

interface AmountText {
  readonly code: string;
  readonly fields: string;
}

const NOTHING: AmountText = { code: '', fields: 'min:0,max:0,from:null,to:null,toOpen:false' };

function amountCode(amount: LoweredAmount, i: number, around: Surround, say: Speech): AmountText {
  const { when } = amount;
  const plainWhen = when ? say.plain(when) : 'true';
  const sure = amount.cap === undefined && amount.floor === undefined && !when ? say.sure(amount.base) : null;
  const from = monthCode(amount.from, i, 'from', say);
  const to = monthCode(amount.to, i, 'to', say);
  const months = `from:${from.month},to:${to.month},toOpen:${to.open}`;
  if (sure !== null)
    return { code: `const v${i}=${sure};${from.code}${to.code}`, fields: `min:v${i},max:v${i},${months}` };
  const value = valueCode(amount, plainWhen, around, say);
  const least = `typeof v${i}==='number'?v${i}:${around.op('least', `v${i}`)}`;
  const most = `typeof v${i}==='number'?v${i}:${around.op('most', `v${i}`)}`;
  if (plainWhen === 'true')
    return {
      code: `const v${i}=${value};${from.code}${to.code}`,
      fields: `min:${least},max:${most},${months}`,
    };
  // While 当 is no there is nothing to say of when it is paid.
  const inPlay = plainWhen ?? `p${i}!==0`;
  const asked = plainWhen === null && when ? `const p${i}=${say.bits(when)};` : `const p${i}=${plainWhen};`;
  const test = plainWhen === null ? inPlay : `p${i}`;
  const code = `${asked}const v${i}=${test}?${value}:0;${from.code}${to.code}`;
  const fields = `min:${least},max:${most},from:${test}?(${from.month}):null,to:${test}?(${to.month}):null,toOpen:${to.open === 'false' ? 'false' : `${test}&&(${to.open})`}`;
  return { code, fields };
}

/** The money for one payment, bounds kept; nothing beside it while 当 is open. */
function valueCode(amount: LoweredAmount, plainWhen: string | null, around: Surround, say: Speech): string {
  const base = say.maybe(amount.base);
  const floored = amount.single && amount.floor ? around.op('floored', base, say.maybe(amount.floor)) : base;
  const capped = amount.single && amount.cap ? around.op('capped', floored, say.maybe(amount.cap)) : floored;
  if (plainWhen !== null || !amount.when) return capped;
  return around.op('ifPaidB', say.bits(amount.when), capped);
}

function monthCode(
  node: Node | undefined,
  i: number,
  name: string,
  say: Speech,
): { readonly code: string; readonly month: string; readonly open: string } {
  if (!node) return { code: '', month: 'null', open: 'false' };
  const variable = `${name}${i}`;
  const sure = say.sure(node);
  if (sure !== null) return { code: `const ${variable}=${sure};`, month: variable, open: 'false' };
  return {
    code: `const ${variable}=${say.maybe(node)};`,
    month: `typeof ${variable}==='number'?${variable}:null`,
    open: `typeof ${variable}==='object'&&${variable}!==null`,
  };
}
