import type { Id } from '../../runtime/types.ts';
import { checkDiagnostics as codes } from '../diagnostics/catalogue/check.ts';
import type { Reporter } from '../diagnostics/diagnostic.ts';
import { expressions, spanEnds } from '../ir/children.ts';
import type { DateSpan, Expr } from '../ir/expressions.ts';
import type { Duty, Policy, Programme, Stage, Step } from '../ir/policy.ts';

/** Something that is worked out once for a record; `of` is its name for people. */
interface Node {
  /** Part of the policy that it stands in. */
  readonly part: object;
  readonly of: Id;
  readonly reads: readonly Expr[];
  /** Nodes that it rests on without an expression that says so. */
  readonly rests?: readonly string[];
}

type Graph = ReadonlyMap<string, Node>;

/**
 * Programmes, stages, steps, duties, tiers and computed facts that rest on each other in a circle could never be worked
 * out (surface §4 rule 13). Each circle is one finding, at a place where it is closed. Circles of definitions alone have
 * been reported when the definitions were elaborated.
 */
export function circles(policy: Policy, reporter: Reporter): void {
  const graph = graphOf(policy);
  const before = sound.get(policy.names);
  const starts = [...graph].flatMap(([key, { part }]) => (before?.has(part) ? [] : [key]));
  if (!hasCircle(graph, starts)) {
    sound.set(policy.names, new Set([...graph.values()].map(({ part }) => part)));
    return;
  }
  const done = new Set<string>();
  const visit = (key: string, path: readonly string[], from: Expr | undefined): void => {
    const at = path.indexOf(key);
    if (at >= 0) report(path.slice(at), from, graph, policy, reporter);
    const node = graph.get(key);
    if (at >= 0 || done.has(key) || !node) return;
    const inner = [...path, key];
    for (const to of node.rests ?? []) visit(to, inner, from);
    for (const { to, e } of node.reads.flatMap(targets)) visit(to, inner, e);
    done.add(key);
  };
  for (const key of graph.keys()) visit(key, [], undefined);
}

/**
 * Parts of a policy that had no circle, by its names, which stay the same object from one check to the next as long as they are
 * the same: a new circle goes through a part that is not among them.
 */
const sound = new WeakMap<Policy['names'], ReadonlySet<object>>();

/** Whether there is anything to look for the ways of: hardly ever. */
function hasCircle(graph: Graph, starts: readonly string[]): boolean {
  const settled = new Map<string, boolean>();
  const closes = (key: string): boolean => {
    const known = settled.get(key);
    if (known !== undefined) return !known;
    const node = graph.get(key);
    if (!node) return false;
    settled.set(key, false);
    const found =
      node.rests?.some(closes) || node.reads.some((root) => targets(root).some(({ to }) => closes(to)));
    settled.set(key, true);
    return found;
  };
  return starts.some(closes);
}

function report(
  path: readonly string[],
  from: Expr | undefined,
  graph: Graph,
  policy: Policy,
  reporter: Reporter,
): void {
  const named = [...path, path[0] ?? ''].map((key) => graph.get(key)?.of ?? key);
  const said = named.filter((id, i) => i === 0 || id !== named[i - 1] || path.length === 1);
  const name = (lang: 'zh' | 'en', id: Id): string =>
    policy.names[id]?.[lang] ?? policy.names[id]?.zh ?? policy.names[id]?.en ?? id;
  const words = (lang: 'zh' | 'en'): string => said.map((id) => name(lang, id)).join(' → ');
  reporter.report(codes.circle, from?.origin.span ?? { start: 0, end: 0 }, {
    path: { zh: words('zh'), en: words('en') },
  });
}

interface Target {
  readonly to: string;
  readonly e: Expr;
}

/** By expression: these stay the same objects where nothing changes. */
const known = new WeakMap<Expr, readonly Target[]>();

function targets(root: Expr): readonly Target[] {
  const before = known.get(root);
  if (before) return before;
  const found = expressions(root).flatMap((e) => {
    const to = target(e);
    return to === null ? [] : [{ to, e }];
  });
  known.set(root, found);
  return found;
}

/** What an expression asks to be worked out. The dates of steps come from the log and rest on nothing. */
function target(e: Expr): string | null {
  switch (e.k) {
    case 'def':
      return `definition ${e.def}`;
    case 'fact':
      return `fact ${e.fact}`;
    case 'tierOf':
      return `tier ${e.programme}`;
    case 'stepTime':
      return e.part === 'due' ? `late ${e.step}` : null;
    case 'outcome':
      return e.state === 'met' || e.state === 'breached' ? `duty ${e.of}` : `${e.state} ${e.of}`;
    default:
      return null;
  }
}

function graphOf({ definitions, circumstances, subjects, programmes, procedures, duties }: Policy): Graph {
  const facts = [...circumstances, ...subjects.flatMap((subject) => subject.facts)];
  return new Map<string, Node>([
    ...definitions.map(
      (part) => [`definition ${part.id}`, { part, of: part.id, reads: [part.body] }] as const,
    ),
    ...facts.flatMap((part) =>
      part.fallback ? [[`fact ${part.id}`, { part, of: part.id, reads: [part.fallback] }] as const] : [],
    ),
    ...programmes.flatMap(nodesOf),
    ...procedures.flatMap(({ steps }) => steps.flatMap(stepNodes)),
    ...duties.map((part) => [`duty ${part.id}`, { part, of: part.id, reads: dutyReads(part) }] as const),
  ]);
}

type Entry = readonly [key: string, node: Node];

/** By programme: these stay the same objects where nothing changes. */
const nodesKnown = new WeakMap<Programme, readonly Entry[]>();

function nodesOf(programme: Programme): readonly Entry[] {
  const nodes = nodesKnown.get(programme) ?? programmeNodes(programme);
  nodesKnown.set(programme, nodes);
  return nodes;
}

function programmeNodes(part: Programme): readonly Entry[] {
  const { id, eligible, excluded, deadlines, tier, select = [] } = part;
  const late = deadlines.flatMap((one) => [one.date, ...endsOf(one), ...there(one.when)]);
  return [
    [`eligible ${id}`, { part, of: id, reads: [eligible, ...excluded, ...late] }],
    [
      `selected ${id}`,
      {
        part,
        of: id,
        reads: [],
        rests: [`eligible ${id}`, ...select.map((stage) => `selected ${stage.id}`)],
      },
    ],
    ...(tier ? [[`tier ${id}`, { part, of: id, reads: [tier.table] }] as const] : []),
    ...select.map((stage) => [`selected ${stage.id}`, { part, ...stageNode(stage, id) }] as const),
  ];
}

function stageNode(
  { id, source, only, groupBy, order, limits, must }: Stage,
  programme: Id,
): Omit<Node, 'part'> {
  const keys = 'k' in order ? [] : order.map(({ key }) => key);
  const from = source.k === 'eligible' ? `eligible ${programme}` : `selected ${source.stage}`;
  return { of: id, reads: [...there(only), ...groupBy, ...keys, ...limits, ...there(must)], rests: [from] };
}

function stepNodes(part: Step): readonly Entry[] {
  const { id, when, due } = part;
  return [
    [`done ${id}`, { part, of: id, reads: there(when) }],
    [`late ${id}`, { part, of: id, reads: [...there(when), ...due.flatMap(endsOf)] }],
  ];
}

function dutyReads({ must, excused, when, during, measuredOn, due }: Duty): readonly Expr[] {
  const term = during ? spanEnds(during) : [];
  return [must, ...excused, ...there(when), ...there(measuredOn), ...term, ...due.flatMap(endsOf)];
}

const endsOf = ({ span, pauses = [] }: { readonly span: DateSpan; readonly pauses?: readonly DateSpan[] }) =>
  [span, ...pauses].flatMap(spanEnds);

const there = (e: Expr | undefined): readonly Expr[] => (e ? [e] : []);
