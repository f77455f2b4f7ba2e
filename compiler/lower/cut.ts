import type { CutStep, Local } from './lowered.ts';
import type { Num, Truth } from './nodes.ts';
import { hasHole, stageOf } from './parts.ts';

/** What is done to a date, by the conditions that it hangs on. */
export type StepTree =
  | { readonly k: 'steps'; readonly steps: readonly CutStep[] }
  | { readonly k: 'if'; readonly c: Truth; readonly a: StepTree; readonly b: StepTree };

export interface FoundCut {
  readonly input: number;
  readonly tree: StepTree;
  readonly bound: Num;
  readonly inclusive: boolean;
}

/**
 * A comparison of what is made from one date fact with something bound, seen as one of the fact itself: every step takes
 * later days to no earlier ones, so that the days up to some last one pass. `null` where the value is made otherwise.
 */
export function cutOf(a: Num, bound: Num, inclusive: boolean, locals: readonly Local[]): FoundCut | null {
  if (stageOf(a) !== 'record' || stageOf(bound) === 'record' || hasHole(bound)) return null;
  const found = peeled(a, locals);
  // A fact by itself is compared with what is bound as it stands.
  if (!found || (found.tree.k === 'steps' && found.tree.steps.length === 0)) return null;
  return { ...found, bound, inclusive };
}

interface Peeled {
  readonly input: number;
  readonly tree: StepTree;
}

function peeled(a: Num, locals: readonly Local[]): Peeled | null {
  switch (a.k) {
    case 'fact':
      return { input: a.input, tree: { k: 'steps', steps: [] } };
    case 'let': {
      const value = locals[a.local]?.value;
      return value?.holds === 'number' ? peeled(value, locals) : null;
    }
    case 'shift':
      if (a.by === 'workday') return null;
      return moved(a.date, a.n, { k: 'shift', by: a.by }, locals);
    case 'add':
      return stageOf(a.a) === 'record'
        ? moved(a.a, a.b, { k: 'add', sign: 1 }, locals)
        : moved(a.b, a.a, { k: 'add', sign: 1 }, locals);
    case 'subtract':
      return moved(a.a, a.b, { k: 'add', sign: -1 }, locals);
    case 'calendar':
      return mapped(a, locals);
    default:
      return null;
  }
}

function mapped(a: Extract<Num, { readonly k: 'calendar' }>, locals: readonly Local[]): Peeled | null {
  const { fn, ofMonth } = a;
  const [only, ...others] = a.args;
  if (!only || others.length > 0 || fn === 'weekday' || fn === 'date' || fn === 'month' || fn === 'lunar')
    return null;
  const inner = peeled(only, locals);
  return inner && { ...inner, tree: extended(inner.tree, { k: 'calendar', fn, ofMonth }) };
}

type Move =
  | { readonly k: 'shift'; readonly by: 'month' | 'day' }
  | { readonly k: 'add'; readonly sign: 1 | -1 };

/** Moved by something bound, or by one of several bound things that other facts choose between. */
function moved(from: Num, n: Num, move: Move, locals: readonly Local[]): Peeled | null {
  const inner = peeled(from, locals);
  if (!inner) return null;
  const tree = choices(n, locals, (leaf) => extended(inner.tree, { ...move, n: leaf }));
  return tree && { ...inner, tree };
}

function choices(n: Num, locals: readonly Local[], make: (n: Num) => StepTree): StepTree | null {
  if (stageOf(n) !== 'record') return hasHole(n) ? null : make(n);
  if (n.k === 'let') {
    const value = locals[n.local]?.value;
    return value?.holds === 'number' ? choices(value, locals, make) : null;
  }
  if (n.k === 'multiply' && n.b.k === 'lit') return choices(n.a, locals, (a) => make({ ...n, a }));
  if (n.k !== 'if') return null;
  const [a, b] = [choices(n.a, locals, make), choices(n.b, locals, make)];
  return a && b && { k: 'if', c: n.c, a, b };
}

function extended(tree: StepTree, step: CutStep): StepTree {
  if (tree.k === 'steps') return { k: 'steps', steps: [...tree.steps, step] };
  return { ...tree, a: extended(tree.a, step), b: extended(tree.b, step) };
}
