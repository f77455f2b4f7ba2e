import type { Policy } from '../../compiler/index.ts';
import { Random } from '../agree/random.ts';

type Node = { readonly [key: string]: unknown };

/** A place in a policy, and what may stand there instead. */
interface Mutation {
  readonly name: string;
  readonly path: readonly (string | number)[];
  readonly put: unknown;
}

/** A policy with one thing changed in its intermediate form; the same for the same seed. */
export interface Mutant {
  readonly name: string;
  readonly policy: Policy;
}

/** Mutants of every sort that the policy has a place for, each sort as likely as the others. */
export function mutants(policy: Policy, seed: number, count: number): readonly Mutant[] {
  const r = new Random(seed);
  const bySort = new Map<string, Mutation[]>();
  for (const found of mutationsIn(policy, [])) {
    const list = bySort.get(found.name) ?? [];
    bySort.set(found.name, [...list, found]);
  }
  const sorts = [...bySort.values()];
  return Array.from({ length: count }, () => {
    const list = sorts[r.below(sorts.length)] ?? [];
    const one = list[r.below(list.length)];
    return one ? [{ name: `${one.name} ${one.path.join('.')}`, policy: put(policy, one) }] : [];
  }).flat();
}

function put(policy: Policy, { path, put: value }: Mutation): Policy {
  return replaced(policy, path, value) as Policy;
}

function replaced(node: unknown, [first, ...rest]: Mutation['path'], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(node)) return node.map((item, i) => (i === first ? replaced(item, rest, value) : item));
  const own = node as Node;
  return { ...own, [first]: replaced(own[first], rest, value) };
}

const SILENT = new Set(['origin', 'names', 'type', 'assertions']);

function* mutationsIn(node: unknown, path: readonly (string | number)[]): Generator<Mutation> {
  if (Array.isArray(node)) {
    for (const [i, item] of node.entries()) yield* mutationsIn(item, [...path, i]);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const own = node as Node;
  yield* hereOf(own, path);
  for (const [key, item] of Object.entries(own)) {
    if (!SILENT.has(key)) yield* mutationsIn(item, [...path, key]);
  }
}

function* hereOf(node: Node, path: readonly (string | number)[]): Generator<Mutation> {
  const at = (name: string, key: string, value: unknown): Mutation => ({
    name,
    path: [...path, key],
    put: value,
  });
  const { k, op, parts, type, value, excluded } = node;
  if (k === 'lit') yield* literals(typeOf(type), value, at);
  if (k === 'cmp' && op !== 'eq') yield at('bound', 'op', op === 'le' ? 'lt' : 'le');
  if (k === 'round') yield at('rounding', 'mode', node.mode === 'up' ? 'down' : 'up');
  if (k === 'arith' && op !== '/') yield at('operator', 'op', op === '+' ? '-' : '+');
  if (k === 'member' && node.mode !== 'in')
    yield at('membership', 'mode', node.mode === 'any' ? 'all' : 'any');
  if (k === 'aggregate' && (op === 'exists' || op === 'none'))
    yield at('aggregate', 'op', op === 'exists' ? 'none' : 'exists');
  if (k === 'outcome' && node.state === 'eligible') yield at('outcome', 'state', 'selected');
  if ((k === 'all' || k === 'any') && Array.isArray(parts) && parts.length > 1) {
    // In a group inside a group the same part may stand further out as well.
    if (!saidTwice(parts) && !path.includes('parts')) yield at('part dropped', 'parts', parts.slice(1));
    yield at('group', 'k', k === 'all' ? 'any' : 'all');
  }
  if (k === 'rule') {
    const { body, benefit } = node;
    yield at('negated', 'body', { ...(body as Node), id: `${node.id}.not`, k: 'not', a: body });
    if (benefit) yield at('other benefit', 'benefit', { source: '第三份方案' });
  }
  if (Array.isArray(excluded) && excluded.length > 0) yield at('exclusion dropped', 'excluded', []);
  yield* settings(node, at);
}

/** A part that is there twice may go without anything changing. */
function saidTwice([first, ...others]: readonly unknown[]): boolean {
  const plain = (part: unknown): string =>
    JSON.stringify(part, (key, value) => (key === 'id' || key === 'origin' ? undefined : value));
  return others.some((part) => plain(part) === plain(first));
}

type At = (name: string, key: string, value: unknown) => Mutation;

/** Words and lists that are set, not computed. */
function* settings(node: Node, at: At): Generator<Mutation> {
  const { direction, ties, clash, refill, form, copies, by, members, pauses, kind, every } = node;
  if (direction === 'descending') yield at('direction', 'direction', 'ascending');
  if (ties === 'admit') yield at('ties', 'ties', 'refuse');
  if (clash === 'least') yield at('clash', 'clash', 'first');
  if (refill === false) yield at('refill', 'refill', true);
  if (form === 'original' || form === 'copy') yield at('form', 'form', 'both');
  if (typeof copies === 'number' && form !== 'original' && form !== 'held')
    yield at('copies', 'copies', copies + 1);
  if (node.channel !== undefined) yield at('channel', 'channel', 'level.high');
  if (Array.isArray(members)) {
    yield at('choice', 'by', by === 'inOrder' ? 'highest' : 'inOrder');
    yield at('members', 'members', members.slice(1));
    if (by !== 'unspecified') yield at('order of members', 'members', [...members].reverse());
  }
  if (Array.isArray(pauses) && pauses.length > 0) yield at('pauses', 'pauses', []);
  if (kind === 'duty' || kind === 'target') yield at('kind', 'kind', kind === 'duty' ? 'target' : 'duty');
  if (typeof every === 'object') yield at('every', 'every', { count: 3, unit: 'year' });
  if (node.late === 'record') yield at('lateness', 'late', 'refuse');
  if (Array.isArray(node.per)) yield at('per', 'per', ['household', 'month']);
  if (Array.isArray(node.transitions)) yield at('transition', 'transitions', []);
  if (typeof node.max === 'string') yield at('range', 'max', String(Number(node.max) + 1));
  if (node.optional === true) yield at('absence', 'optional', false);
  if (typeof node.determiner === 'string') yield at('determiner', 'determiner', '别的机关');
  if (node.hiIn === true && node.hi) yield at('end', 'hiIn', false);
  if (node.ordered === true) yield at('ranks', 'options', [...(node.options as string[])].reverse());
}

const typeOf = (type: unknown): string => String((type as Node | undefined)?.t);

function* literals(type: string, value: unknown, at: At): Generator<Mutation> {
  if (typeof value === 'boolean') yield at('truth', 'value', !value);
  if (typeof value !== 'string') return;
  if (['int', 'qty', 'money'].includes(type) && /^\d+$/.test(value))
    yield at(`literal ${type}`, 'value', String(Number(value) + 1));
  // 2016 is a leap year: there is every day in it.
  if (type === 'date')
    yield at('literal date', 'value', value.replace(/^\d{4}/, value.startsWith('2016') ? '2020' : '2016'));
}
