import type { LineRule } from '../../grammar/index.ts';
import type { Head, Statement } from '../ast/statements.ts';
import type { TypeBase } from '../ast/types.ts';

/** What an indented line without a keyword of its own is, which decides how it is read. */
export type Item =
  | 'fact'
  | 'options'
  | 'condition'
  | 'row'
  | 'shareRow'
  | 'amount'
  | 'paymentDate'
  | 'destination'
  | 'stage'
  | 'document'
  | 'deadline'
  | 'step'
  | 'duty'
  | 'target'
  | 'assertion'
  | 'choice';

/** Which lines may stand below a line: those that begin with one of `heads`, and one kind of item. */
export interface Place {
  readonly heads: readonly Head[];
  readonly item: Item | null;
}

const header: readonly Head[] = ['source', 'parameter', 'inForce', 'use', 'transition'];
const libraryHeader: readonly Head[] = ['source', 'use'];

const blocks: readonly Head[] = [
  'unit',
  'enumeration',
  'circumstances',
  'subject',
  'define',
  'programme',
  'procedure',
  'duty',
  'target',
  'assert',
  'shares',
  'chooseOne',
  'noDouble',
];

const programme: readonly Head[] = [
  'eligible',
  'excluded',
  'tier',
  'amount',
  'grants',
  'payment',
  'route',
  'quota',
  'documents',
  'deadline',
  'shares',
  'noDouble',
  'inForce',
];

const stage: readonly Head[] = [
  'from',
  'only',
  'group',
  'order',
  'limit',
  'mismatch',
  'ties',
  'must',
  'vacancy',
];

const money: readonly Head[] = ['cap', 'floor', 'payment', 'except', 'inForce'];
const step: readonly Head[] = [
  'deadline',
  'notCounting',
  'during',
  'lasting',
  'needs',
  'planned',
  'late',
  'except',
  'inForce',
];

export const top: Place = { heads: blocks, item: null };
export const nothing: Place = { heads: [], item: null };

/** The one table of what may stand below what. */
const below: Partial<Record<Head, Place>> = {
  notice: { heads: header, item: null },
  library: { heads: libraryHeader, item: null },
  circumstances: { heads: [], item: 'fact' },
  subject: { heads: [], item: 'fact' },
  programme: { heads: programme, item: null },
  excluded: { heads: ['except', 'inForce'], item: 'condition' },
  amount: { heads: money, item: 'amount' },
  tier: { heads: ['except'], item: 'row' },
  shares: { heads: [], item: 'shareRow' },
  payment: { heads: ['except'], item: 'paymentDate' },
  route: { heads: ['except'], item: 'destination' },
  quota: { heads: stage, item: 'stage' },
  documents: { heads: [], item: 'document' },
  deadline: { heads: ['late', 'notCounting', 'except', 'inForce'], item: 'deadline' },
  procedure: { heads: [], item: 'step' },
  duty: { heads: ['during', 'except', 'inForce'], item: 'duty' },
  target: { heads: ['measuredOn', 'during', 'except', 'inForce'], item: 'target' },
  assert: { heads: [], item: 'assertion' },
  chooseOne: { heads: [], item: 'choice' },
  noDouble: { heads: [], item: 'choice' },
  eligible: { heads: ['except', 'inForce'], item: null },
  define: { heads: [], item: null },
  except: { heads: ['except', 'inForce'], item: null },
  only: nothing,
  parameter: { heads: [], item: null },
  grants: { heads: ['except', 'inForce'], item: null },
};

/** The same for items. */
const belowItem: Record<Item, Place> = {
  fact: nothing,
  options: nothing,
  condition: { heads: ['except', 'inForce'], item: null },
  row: { heads: [...money], item: null },
  shareRow: nothing,
  amount: { heads: money, item: null },
  paymentDate: { heads: ['except'], item: null },
  destination: { heads: ['except', 'inForce'], item: null },
  stage: { heads: stage, item: null },
  document: nothing,
  deadline: { heads: ['late', 'notCounting', 'except', 'inForce'], item: null },
  step: { heads: step, item: null },
  duty: { heads: ['deadline', 'notCounting', 'late', 'except', 'during', 'inForce'], item: null },
  target: { heads: ['except', 'measuredOn', 'inForce'], item: null },
  assertion: nothing,
  choice: { heads: ['source', 'except'], item: null },
};

/** What may stand below a statement that was read as `item`, or by its head. */
export function placeBelow(statement: Statement, item: Item | null): Place {
  const place = statement.head ? (below[statement.head] ?? nothing) : item ? belowItem[item] : nothing;
  const found = childItem(statement, item) ?? place.item;
  return { heads: place.heads, item: found };
}

/** Groups take conditions, tables rows, lists fields, choices options. */
function childItem(statement: Statement, item: Item | null): Item | undefined {
  const { body, head, type, by, mode } = statement;
  if (body?.kind === 'group') return 'condition';
  if (head === 'define' && !body) return 'row';
  if (head === 'amount' && (by.length > 0 || mode === 'inOrder') && !body) return 'row';
  if (head === 'parameter' && type && type.base.kind !== 'options') return 'row';
  const declares = head === 'parameter' || head === 'enumeration' || item === 'fact';
  if (!declares || !type) return undefined;
  if (type.base.kind === 'records') return 'fact';
  return awaitsOptions(type.base) ? 'options' : undefined;
}

/** `多选`, `单选`, `多选 同 X`: the options, or further ones, may stand on the lines below. */
function awaitsOptions(base: TypeBase): boolean {
  if (base.kind === 'options') return base.options.length === 0;
  return base.kind === 'sameAs' && base.choice !== undefined && base.extra.length === 0;
}

const rules: Partial<Record<Head, LineRule>> = {
  notice: 'blockLine',
  library: 'blockLine',
  enumeration: 'parameterLine',
  subject: 'blockLine',
  programme: 'blockLine',
  procedure: 'blockLine',
  circumstances: 'blockLine',
  duty: 'blockLine',
  target: 'blockLine',
  assert: 'blockLine',
  grants: 'grantsLine',
  define: 'defineLine',
  unit: 'unitLine',
  parameter: 'parameterLine',
  source: 'textLine',
  use: 'textLine',
  inForce: 'spanLine',
  during: 'spanLine',
  planned: 'spanLine',
  notCounting: 'spanLine',
  order: 'orderLine',
  group: 'groupLine',
  shares: 'sharesLine',
};

/** How a line with this head is read. `期限` is a span below a step, a heading in a programme. */
export function ruleOf(head: Head, place: Place): LineRule {
  if (head === 'deadline') return place.heads.includes('eligible') ? 'bodyLine' : 'spanLine';
  return rules[head] ?? 'bodyLine';
}

/** How an item is read; without a label where it has no colon. */
export function itemRule(item: Item, hasColon: boolean): LineRule {
  if (item === 'fact') return 'factLine';
  if (item === 'options') return 'optionLine';
  if (item === 'row') return 'rowLine';
  if (item === 'shareRow') return 'shareRowLine';
  if (item === 'document') return 'documentLine';
  return hasColon ? 'itemLine' : 'bareLine';
}

/** The heads below which a line with this head belongs; empty for blocks of the file. */
export function homesOf(head: Head): readonly Head[] {
  if (blocks.includes(head)) return [];
  const homes = (Object.keys(below) as Head[]).filter((parent) => below[parent]?.heads.includes(head));
  return homes.length > 0 || !step.includes(head) ? homes : ['procedure'];
}

export function isBlock(head: Head): boolean {
  return blocks.includes(head);
}
