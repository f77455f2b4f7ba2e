import type { Expr } from '../ir/expressions.ts';
import { type Formula, formulaOf, sameness, type Variable } from './atoms.ts';
import { cells, meet, type Region, sample } from './regions.ts';
import type { Work } from './work.ts';

/** More points than this are not looked at one by one. */
const MOST_POINTS = 20_000;

/** A value, or a stretch of values, of each variable; null: there is none. */
type Point = ReadonlyMap<string, Region | null>;

/** Where two rows hold, or none does. */
export interface Found {
  readonly rows: readonly [number, number] | null;
  readonly example: readonly { readonly variable: Variable; readonly value: string | null }[];
  /** The example is an input that can occur; else only nothing rules it out. */
  readonly isCertain: boolean;
}

/** What can be told of rows that are conditions, over every input there may be. */
export interface Survey {
  /** False: too much to look at; nothing is known. */
  readonly isComplete: boolean;
  readonly overlap: Found | null;
  readonly hole: Found | null;
  /** Rows that never hold; of rows in order, those that never hold first. */
  readonly idle: readonly number[];
}

/** Looks at every way in which the conditions can come out together. `keys` are what `bound` stands for in them. */
export function survey(
  work: Work,
  rows: readonly (readonly Expr[])[],
  keys: readonly Expr[],
  isOrdered: boolean,
): Survey {
  const formulas = rows.map(
    (tests): Formula => ({
      k: 'all',
      parts: tests.map((test) => formulaOf(work, test, keys)),
    }),
  );
  const used = variablesOf(formulas);
  const choices = used.map((found) => [found.variable, valuesOf(found)] as const);
  if (choices.reduce((n, [, values]) => n * values.length, 1) > MOST_POINTS)
    return { isComplete: false, overlap: null, hole: null, idle: [] };
  const overlaps: Found[] = [];
  const holes: Found[] = [];
  const reached = new Set<number>();
  for (const point of pointsOf(choices)) {
    const holding = formulas.flatMap((formula, i) => (holdsAt(formula, point) ? [i] : []));
    const [first, second] = holding;
    if (first === undefined) holes.push(found(null, formulas, point));
    for (const i of isOrdered ? holding.slice(0, 1) : holding) reached.add(i);
    if (first !== undefined && second !== undefined) overlaps.push(found([first, second], formulas, point));
  }
  const certain = (list: readonly Found[]): Found | null => list.find((f) => f.isCertain) ?? list[0] ?? null;
  return {
    isComplete: true,
    overlap: certain(overlaps),
    hole: certain(holes),
    idle: formulas.flatMap((_, i) => (reached.has(i) ? [] : [i])),
  };
}

interface Used {
  readonly variable: Variable;
  readonly regions: readonly Region[];
}

function variablesOf(formulas: readonly Formula[]): readonly Used[] {
  const used = new Map<string, { variable: Variable; regions: Region[] }>();
  for (const { variable, region } of formulas.flatMap(atomsIn)) {
    const known = used.get(variable.key) ?? { variable, regions: [] };
    if (region !== 'present') known.regions.push(region);
    used.set(variable.key, known);
  }
  return [...used.values()];
}

type Atom = Extract<Formula, { k: 'atom' }>;

function atomsIn(formula: Formula): readonly Atom[] {
  if (formula.k === 'const') return [];
  if (formula.k === 'atom') return [formula];
  return formula.k === 'not' ? atomsIn(formula.of) : formula.parts.flatMap(atomsIn);
}

function valuesOf({ variable, regions }: Used): readonly (Region | null)[] {
  return [...cells(regions, variable.domain), ...(variable.mayBeAbsent ? [null] : [])];
}

function* pointsOf(choices: readonly (readonly [Variable, readonly (Region | null)[]])[]): Generator<Point> {
  const [first, ...rest] = choices;
  if (!first) {
    yield new Map();
    return;
  }
  const [variable, values] = first;
  for (const point of pointsOf(rest))
    for (const value of values) yield new Map([...point, [variable.key, value]]);
}

function holdsAt(formula: Formula, point: Point): boolean {
  switch (formula.k) {
    case 'const':
      return formula.value;
    case 'not':
      return !holdsAt(formula.of, point);
    case 'all':
      return formula.parts.every((part) => holdsAt(part, point));
    case 'any':
      return formula.parts.some((part) => holdsAt(part, point));
    case 'atLeast':
      return formula.parts.filter((part) => holdsAt(part, point)).length >= formula.n;
    case 'atom': {
      const value = point.get(formula.variable.key) ?? null;
      if (value === null || formula.region === 'present') return value !== null;
      return sample(meet(formula.region, value), formula.variable.domain) !== null;
    }
  }
}

function found(rows: Found['rows'], formulas: readonly Formula[], point: Point): Found {
  const spoken = rows ? rows.flatMap((i) => formulas[i] ?? []) : formulas;
  const variables = variablesOf(spoken).map((used) => used.variable);
  const example = variables.map((variable) => {
    const value = point.get(variable.key) ?? null;
    return { variable, value: value && sample(value, variable.domain) };
  });
  const isApart = new Set(variables.map((v) => sameness(v.of))).size === variables.length;
  const isCertain = isApart && (variables.length === 1 || variables.every((v) => v.isFree));
  return { rows, example, isCertain };
}
