import type { Node, Table, Truth } from './nodes.ts';

type Each = <N extends Node>(node: N) => N;

/** The node with each node directly inside it replaced. */
export function mapParts<N extends Node>(node: N, each: Each): N;
export function mapParts(node: Node, each: Each): Node {
  switch (node.k) {
    case 'if':
      return { ...node, c: each(node.c), a: each(node.a), b: each(node.b) } as Node;
    case 'table':
      return { ...node, table: mapTable(node.table, each) } as Node;
    case 'lookup':
      return { ...node, keys: node.keys.map(each) };
    default:
      return node.holds === 'truth' ? mapTruth(node, each) : mapNumber(node, each);
  }
}

export function mapTable(table: Table<Node>, each: Each): Table<Node> {
  return {
    ...table,
    keys: table.keys.map(each),
    rows: table.rows.map((row) => ({ ...row, when: row.when && each(row.when), value: each(row.value) })),
  };
}

function mapTruth(node: Truth, each: Each): Truth {
  switch (node.k) {
    case 'not':
    case 'present':
      return { ...node, a: each(node.a as Truth) };
    case 'all':
    case 'any':
    case 'atLeast':
      return { ...node, parts: node.parts.map(each) };
    case 'same':
      return { ...node, a: each(node.a), b: each(node.b) };
    case 'compare':
      return { ...node, a: each(node.a), b: each(node.b) };
    case 'within':
      return {
        ...node,
        a: each(node.a),
        ...(node.lo && { lo: each(node.lo) }),
        ...(node.hi && { hi: each(node.hi) }),
      };
    case 'sameText':
      return { ...node, a: each(node.a), b: each(node.b) };
    case 'sameOptions':
      return { ...node, a: each(node.a), b: each(node.b) };
    case 'memberIn':
      return { ...node, a: each(node.a), set: each(node.set) };
    case 'memberAny':
    case 'memberAll':
      return { ...node, a: each(node.a), set: each(node.set) };
    default:
      return node;
  }
}

function mapNumber(node: Node, each: Each): Node {
  switch (node.k) {
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return { ...node, a: each(node.a), b: each(node.b) };
    case 'convert':
    case 'round':
      return { ...node, a: each(node.a) };
    case 'shift':
      return { ...node, date: each(node.date), n: each(node.n) };
    case 'calendar':
      return { ...node, args: node.args.map(each) };
    case 'inYear':
      return { ...node, year: each(node.year), day: each(node.day) };
    case 'festival':
      return { ...node, year: each(node.year) };
    case 'rank':
      return { ...node, of: each(node.of) };
    case 'bands': {
      const rows = node.rows.map(({ to, rate }) => ({ ...(to && { to: each(to) }), rate: each(rate) }));
      return { ...node, key: each(node.key), rows };
    }
    default:
      return node;
  }
}

/** The nodes directly inside. */
export function partsOf(node: Node): readonly Node[] {
  const found: Node[] = [];
  mapParts(node, (part) => {
    found.push(part);
    return part;
  });
  return found;
}

/** When a node is settled: whatever is bound, by what is bound, or by the record. */
export type Stage = 'fixed' | 'bound' | 'record';

const known = new WeakMap<Node, Stage>();

export function stageOf(node: Node): Stage {
  const found = known.get(node) ?? stageAmong(node);
  known.set(node, found);
  return found;
}

function stageAmong(node: Node): Stage {
  if (node.k === 'fact' || node.k === 'let') return 'record';
  if (node.k === 'lit' || node.k === 'hole') return 'fixed';
  const stages = partsOf(node).map(stageOf);
  if (stages.includes('record')) return 'record';
  const reads =
    node.k === 'given' ||
    node.k === 'lookup' ||
    node.k === 'asOf' ||
    node.k === 'yearNow' ||
    node.k === 'bind';
  return reads || stages.includes('bound') ? 'bound' : 'fixed';
}

/** Whether the notice leaves a part of it open. */
export const hasHole = (node: Node): boolean => node.k === 'hole' || partsOf(node).some(hasHole);
