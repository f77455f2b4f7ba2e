import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settling } from '../../runtime/settling.ts';
import {
  all,
  any,
  atLeast,
  chooseTruth,
  doubt,
  except,
  guard,
  none,
  not,
  reasonsOf,
  truthName,
} from '../../runtime/truth.ts';
import { isDoubt } from '../../runtime/unknown.ts';
import type { Formula, Truth } from '../../runtime/value.ts';

/** A condition as a function of the answers to its atoms; no answer: open. */
type Condition = (answers: Answers) => Truth;
type Answers = ReadonlyMap<string, boolean>;
type Kleene = boolean | null;

const FACTS = ['a', 'b', 'c', 'd'];

const kleene = (truth: Truth): Kleene => (isDoubt(truth) ? null : truth);

/** Atoms wait for one or two facts, or for the notice, which no fact settles. */
const ATOMS: readonly { readonly key: string; readonly facts: readonly string[] }[] = [
  { key: 'p', facts: ['a'] },
  { key: 'q', facts: ['b'] },
  { key: 'r', facts: ['a', 'c'] },
  { key: 's', facts: ['d'] },
  { key: 'silent', facts: [] },
];

const atomOf = (key: string, facts: readonly string[]): Truth =>
  facts.length === 0
    ? doubt(key, [{ kind: 'unspecified', at: key, text: '' }])
    : doubt(
        key,
        facts.map((fact) => ({ kind: 'missing', fact })),
      );

const { tree } = fc.letrec<{ tree: Condition; leaf: Condition; node: Condition }>((tie) => ({
  leaf: fc.constantFrom(...ATOMS).map(
    ({ key, facts }) =>
      (answers) =>
        answers.get(key) ?? atomOf(key, facts),
  ),
  node: fc.oneof(
    fc.array(tie('tree'), { maxLength: 3 }).map((parts) => (v: Answers) => all(...parts.map((p) => p(v)))),
    fc.array(tie('tree'), { maxLength: 3 }).map((parts) => (v: Answers) => any(...parts.map((p) => p(v)))),
    fc.tuple(fc.nat(3), fc.array(tie('tree'), { maxLength: 4 })).map(
      ([n, parts]) =>
        (v: Answers) =>
          atLeast(n, ...parts.map((p) => p(v))),
    ),
    tie('tree').map((part) => (v: Answers) => not(part(v))),
  ),
  tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('leaf'), tie('node')),
}));

const truth = fc
  .tuple(fc.constantFrom('yes', 'no', 'open'), fc.constantFrom('x', 'y', 'z'))
  .map(([t, key]): Truth => (t === 'open' ? atomOf(key, [key]) : t === 'yes'));

/** Strong Kleene by the book: no < open < yes. */
const order = (t: Truth): number => (isDoubt(t) ? 1 : t ? 2 : 0);

describe('strong Kleene logic', () => {
  it('all is the least, any the greatest, not turns round', () =>
    fc.assert(
      fc.property(fc.array(truth, { maxLength: 5 }), (parts) => {
        expect(order(all(...parts))).toBe(Math.min(2, ...parts.map(order)));
        expect(order(any(...parts))).toBe(Math.max(0, ...parts.map(order)));
        expect(order(none(...parts))).toBe(2 - order(any(...parts)));
        for (const part of parts) expect(not(not(part))).toEqual(part);
      }),
    ));

  it('atLeast counts the sure ones and those that may be', () =>
    fc.assert(
      fc.property(fc.nat(6), fc.array(truth, { maxLength: 5 }), (n, parts) => {
        const [sure, may] = [2, 1].map((least) => parts.filter((p) => order(p) >= (least ?? 0)).length);
        const expected = (sure ?? 0) >= n ? 2 : (may ?? 0) < n ? 0 : 1;
        expect(order(atLeast(n, ...parts))).toBe(expected);
      }),
    ));

  it('De Morgan', () =>
    fc.assert(
      fc.property(truth, truth, (a, b) => {
        expect(order(not(all(a, b)))).toBe(order(any(not(a), not(b))));
        expect(order(not(any(a, b)))).toBe(order(all(not(a), not(b))));
      }),
    ));

  it('当: out of play while no, and open by 非 when 或 then', () =>
    fc.assert(
      fc.property(truth, truth, fc.boolean(), (when, then, neutral) => {
        const guarded = guard(when, then, neutral);
        if (when === false) expect(guarded).toBe(neutral);
        if (when === true) expect(order(guarded)).toBe(order(then));
        if (isDoubt(when)) expect(guarded === neutral || isDoubt(guarded)).toBe(true);
        if (then === neutral) expect(guarded).toBe(neutral);
      }),
    ));

  it('例外 lifts a rule and never adds a bar', () =>
    fc.assert(
      fc.property(truth, truth, fc.boolean(), (rule, by, neutral) => {
        const lifted = except(rule, [by], neutral);
        if (by === true) expect(lifted).toBe(neutral);
        if (by === false) expect(order(lifted)).toBe(order(rule));
        const worse = neutral ? order(lifted) < order(rule) : order(lifted) > order(rule);
        expect(worse).toBe(false);
      }),
    ));

  it('a choice is settled where both ways agree', () => {
    expect(chooseTruth(atomOf('x', ['x']), true, true)).toBe(true);
    expect(truthName(chooseTruth(atomOf('x', ['x']), true, false))).toBe('unknown');
  });

  it('an open condition still has the value that its residual has', () =>
    fc.assert(
      fc.property(tree, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (condition, answers) => {
        const all5 = new Map(ATOMS.map(({ key }, i) => [key, answers[i] ?? false]));
        const open = condition(new Map());
        const settled = condition(all5);
        expect(isDoubt(settled)).toBe(false);
        if (isDoubt(open)) expect(evaluate(open.doubt, all5)).toBe(settled);
        else expect(settled).toBe(open);
      }),
      { numRuns: 500 },
    ));

  it('names each reason once, in the order of appearance', () => {
    const t = all(atomOf('x', ['a', 'b']), any(atomOf('y', ['b']), not(atomOf('z', ['c']))));
    expect(reasonsOf(t)).toEqual(['a', 'b', 'c'].map((fact) => ({ kind: 'missing', fact })));
    expect(reasonsOf(true)).toEqual([]);
  });

  it('flattens and drops repeated parts', () => {
    const [x, y] = [atomOf('x', ['a']), atomOf('y', ['b'])];
    expect(all(x, all(x, y))).toEqual(all(x, y));
    expect(any(x, x)).toEqual(x);
  });
});

const evaluate = (formula: Formula, answers: Answers): Kleene => {
  if (formula.op === 'atom') return answers.get(formula.key) ?? null;
  if (formula.op === 'not') {
    const part = evaluate(formula.part, answers);
    return part === null ? null : !part;
  }
  const parts = formula.parts.map((p) => evaluate(p, answers));
  const toTruth = (k: Kleene, i: number): Truth => k ?? atomOf(`#${i}`, ['?']);
  const truths = parts.map(toTruth);
  if (formula.op === 'atLeast') return kleene(atLeast(formula.n, ...truths));
  return kleene(formula.op === 'and' ? all(...truths) : any(...truths));
};

/** All ways to answer the atoms that `facts` settle. */
const waysToAnswer = (facts: readonly string[]): readonly Answers[] => {
  const keys = ATOMS.filter((a) => a.facts.length > 0 && a.facts.every((f) => facts.includes(f))).map(
    (a) => a.key,
  );
  return Array.from(
    { length: 2 ** keys.length },
    (_, bits) => new Map(keys.map((key, i) => [key, ((bits >> i) & 1) === 1])),
  );
};

/** By definition: whatever the answers to `facts`, all the other facts settle nothing more. */
const isEnough = (formula: Formula, facts: readonly string[]): boolean =>
  waysToAnswer(FACTS).every((answers) => {
    const known = new Set(waysToAnswer(facts)[0]?.keys());
    const partly = new Map([...answers].filter(([key]) => known.has(key)));
    return evaluate(formula, partly) === evaluate(formula, answers);
  });

const subsets = (facts: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** facts.length }, (_, bits) => facts.filter((_f, i) => ((bits >> i) & 1) === 1));

describe('settling', () => {
  it('agrees with trying every set of facts', () =>
    fc.assert(
      fc.property(tree, (condition) => {
        const open = condition(new Map());
        if (!isDoubt(open)) return;
        const found = settling(open.doubt);
        expect(isEnough(open.doubt, found)).toBe(true);
        const least = Math.min(
          ...subsets(FACTS)
            .filter((s) => isEnough(open.doubt, s))
            .map((s) => s.length),
        );
        expect(found.length).toBe(least);
      }),
      { numRuns: 500 },
    ));

  const formula = (t: Truth): Formula => {
    if (!isDoubt(t)) throw new Error('settled');
    return t.doubt;
  };
  const [a, b, c] = [atomOf('p', ['a']), atomOf('q', ['b']), atomOf('t', ['c'])];

  it('asks all parts of a conjunction, in order', () => {
    expect(settling(formula(all(c, a, b)))).toEqual(['c', 'a', 'b']);
  });

  it('leaves out what no longer matters', () => {
    expect(settling(formula(any(a, all(a, b))))).toEqual(['a']);
    expect(settling(formula(all(a, any(a, b))))).toEqual(['a']);
    expect(settling(formula(any(all(a, b), all(a, not(b)), all(b, a))))).toEqual(['a', 'b']);
  });

  it('asks what can still settle it where the notice is silent', () => {
    const silent = atomOf('silent', []);
    expect(settling(formula(all(a, silent)))).toEqual(['a']);
    expect(settling(formula(silent))).toEqual([]);
  });

  it('falls back to all missing facts of a very large condition', () => {
    const many = Array.from({ length: 40 }, (_, i) => atomOf(`k${i}`, [`f${i % 20}`]));
    expect(settling(formula(all(...many)))).toHaveLength(20);
  });
});
