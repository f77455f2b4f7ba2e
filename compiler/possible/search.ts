import { negate as opposite } from '../../runtime/exact.ts';
import type { Exact } from '../../runtime/value.ts';
import { Bounds } from './bounds.ts';
import { type Atom, and, type Formula, type Key, ZERO } from './formula.ts';
import type { NumberVariable, Variables, YearProfile } from './variables.ts';

/** One way in which everything asked can hold. Variables that nothing hangs on are left out. */
export interface Model {
  readonly flags: ReadonlyMap<Key, boolean>;
  readonly choices: ReadonlyMap<Key, Choice>;
  readonly numbers: ReadonlyMap<Key, Exact>;
}

export interface Choice {
  readonly in: readonly string[] | null;
  readonly out: readonly string[];
}

/** Steps after which a search is given up: what cannot be told quickly is not said. */
const LIMIT = 4000;

class State {
  constructor(
    readonly flags: Map<Key, boolean>,
    readonly choices: Map<Key, Choice>,
    readonly bounds: Bounds,
  ) {}

  copy(): State {
    return new State(new Map(this.flags), new Map(this.choices), this.bounds.copy());
  }
}

/** A model of the formula; null when there surely is none; undefined when that could not be told. */
export function search(formula: Formula, variables: Variables): Model | null | undefined {
  const run = new Search(variables, keysOf(formula));
  const state = run.solve(formula);
  return state && run.model(state);
}

/** Whether the formula has a model; undefined when that could not be told. */
export function satisfiable(formula: Formula, variables: Variables): boolean | undefined {
  if (formula.k === 'atom' && formula.atom.t === 'flag') return true;
  const state = new Search(variables, keysOf(formula)).solve(formula);
  return state === undefined ? undefined : state !== null;
}

class Search {
  private steps = 0;
  private readonly order: readonly NumberVariable[];
  private readonly index = new Map<Key, number>([[ZERO, 0]]);

  constructor(
    private readonly variables: Variables,
    used: ReadonlySet<Key>,
  ) {
    this.order = [...used].flatMap((key) => this.variables.numbers.get(key) ?? []);
    for (const [i, { key }] of this.order.entries()) this.index.set(key, i + 1);
  }

  /** What is settled once the formula holds. */
  solve(formula: Formula): State | null | undefined {
    const state = new State(new Map(), new Map(), Bounds.of([true, ...this.order.map((v) => v.whole)]));
    if (!this.ranges(state)) return null;
    return this.extend(state, [formula]);
  }

  private ranges(state: State): boolean {
    const declared = this.order.every(
      ({ min, max }, i) =>
        (max === null || state.bounds.add(i + 1, 0, max, false)) &&
        (min === null || state.bounds.add(0, i + 1, opposite(min), false)),
    );
    return declared && this.years(state);
  }

  /** Days made from the same year keep their distance, a leap day apart. */
  private years(state: State): boolean {
    const made = this.order.flatMap(({ inYear }, i) => (inYear ? [{ inYear, i: i + 1 }] : []));
    for (const [at, a] of made.entries())
      for (const b of made.slice(at + 1)) {
        if (a.inYear.year !== b.inYear.year) continue;
        const [low, high] = distance(a.inYear, b.inYear);
        if (!state.bounds.add(a.i, b.i, high, false)) return false;
        if (!state.bounds.add(b.i, a.i, -low, false)) return false;
      }
    return true;
  }

  /** Takes in what must hold and tries the alternatives of the shortest choice that is left. */
  private extend(state: State, asked: readonly Formula[]): State | null | undefined {
    if (++this.steps > LIMIT) return undefined;
    const open = this.settle(state, asked);
    if (!open) return null;
    const [first, ...rest] = open.sort((a, b) => a.parts.length - b.parts.length);
    if (!first) return state;
    let told = true;
    for (const part of first.parts) {
      const found = this.extend(state.copy(), [part, ...rest]);
      if (found) return found;
      if (found === undefined) told = false;
    }
    return told ? null : undefined;
  }

  /** Asserts every atom and conjunction; what is left are choices, without the alternatives that are out. */
  private settle(state: State, asked: readonly Formula[]): (Formula & { k: 'or' })[] | null {
    const queue = [...asked];
    let open: (Formula & { k: 'or' })[] = [];
    for (;;) {
      for (let f = queue.pop(); f; f = queue.pop()) {
        if (f.k === 'and') queue.push(...f.parts);
        else if (f.k === 'atom') {
          if (!this.assert(state, f.atom)) return null;
        } else open.push({ k: 'or', parts: f.parts });
      }
      const left: (Formula & { k: 'or' })[] = [];
      for (const choice of open) {
        if (choice.parts.some((p) => this.surely(state, p))) continue;
        const parts = choice.parts.filter((p) => !this.out(state, p));
        if (parts.length === 0) return null;
        if (parts.length === 1) queue.push(and(...parts));
        else left.push({ k: 'or', parts });
      }
      open = left;
      if (queue.length === 0) return open;
    }
  }

  private surely(state: State, f: Formula): boolean {
    if (f.k !== 'atom') {
      const holds = (p: Formula): boolean => this.surely(state, p);
      return f.k === 'or' ? f.parts.some(holds) : f.parts.every(holds);
    }
    const { atom } = f;
    if (atom.t === 'flag') return state.flags.get(atom.key) === atom.is;
    if (atom.t === 'among') {
      const now = state.choices.get(atom.key);
      if (!now) return false;
      if (atom.in) return now.in?.every((o) => atom.options.includes(o)) ?? false;
      return now.in
        ? !now.in.some((o) => atom.options.includes(o))
        : atom.options.every((o) => now.out.includes(o));
    }
    return state.bounds.implies(this.at(atom.a), this.at(atom.b), atom.by, atom.strict);
  }

  private out(state: State, f: Formula): boolean {
    if (f.k !== 'atom') {
      const fails = (p: Formula): boolean => this.out(state, p);
      return f.k === 'and' ? f.parts.some(fails) : f.parts.every(fails);
    }
    const { atom } = f;
    if (atom.t === 'flag') return state.flags.get(atom.key) === !atom.is;
    if (atom.t === 'among') return !possible(narrowed(this.choice(state, atom.key), atom));
    // Not a − b ≤ by is b − a < −by.
    return state.bounds.implies(this.at(atom.b), this.at(atom.a), opposite(atom.by), !atom.strict);
  }

  private assert(state: State, atom: Atom): boolean {
    if (atom.t === 'flag') {
      const before = state.flags.get(atom.key);
      state.flags.set(atom.key, atom.is);
      return before === undefined || before === atom.is;
    }
    if (atom.t === 'among') {
      const next = narrowed(this.choice(state, atom.key), atom);
      state.choices.set(atom.key, next);
      return possible(next);
    }
    return state.bounds.add(this.at(atom.a), this.at(atom.b), atom.by, atom.strict);
  }

  private choice(state: State, key: Key): Choice {
    return state.choices.get(key) ?? { in: this.variables.choices.get(key)?.options ?? null, out: [] };
  }

  private at(key: Key): number {
    return this.index.get(key) ?? 0;
  }

  model(state: State): Model {
    const numbers = new Map<Key, Exact>();
    for (const [i, { key }] of this.order.entries()) {
      const value = state.bounds.pick(i + 1);
      state.bounds.add(i + 1, 0, value, false);
      state.bounds.add(0, i + 1, opposite(value), false);
      numbers.set(key, value);
    }
    return { flags: state.flags, choices: state.choices, numbers };
  }
}

function narrowed(now: Choice, atom: Atom & { t: 'among' }): Choice {
  if (!atom.in)
    return {
      in: now.in?.filter((o) => !atom.options.includes(o)) ?? null,
      out: [...now.out, ...atom.options],
    };
  const inside = now.in ?? atom.options.filter((o) => !now.out.includes(o));
  return { in: inside.filter((o) => atom.options.includes(o)), out: now.out };
}

const possible = (choice: Choice): boolean => choice.in === null || choice.in.length > 0;

const distances = new WeakMap<YearProfile, WeakMap<YearProfile, readonly [number, number]>>();

/** Least and greatest of a − b over years that hold every arrangement of leap years. */
function distance(a: YearProfile, b: YearProfile): readonly [number, number] {
  const before = distances.get(a)?.get(b);
  if (before) return before;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const year of sampleYears) {
    const d = a.at(year) - b.at(year);
    low = Math.min(low, d);
    high = Math.max(high, d);
  }
  const known = distances.get(a) ?? new WeakMap<YearProfile, readonly [number, number]>();
  distances.set(a, known.set(b, [low, high]));
  return [low, high];
}

const sampleYears = [1890, 1990].flatMap((from) => Array.from({ length: 30 }, (_, i) => from + i));

/** The numbers that a formula speaks of. */
export function keysOf(f: Formula, found = new Set<Key>()): ReadonlySet<Key> {
  if (f.k !== 'atom') for (const part of f.parts) keysOf(part, found);
  else if (f.atom.t === 'difference') {
    found.add(f.atom.a);
    found.add(f.atom.b);
  }
  return found;
}
