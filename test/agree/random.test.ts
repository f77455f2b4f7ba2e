import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluator } from '../../compiler/index.ts';
import { expressions } from '../../compiler/testkit.ts';
import { Inputs } from './applicants.ts';
import { compiled } from './compiled.ts';
import { randomPolicy } from './random-policy.ts';
import { expectSame } from './same.ts';
import { seed } from './seed.ts';

const policies = Array.from({ length: 200 }, (_, i) => randomPolicy(seed + i));
const modules = await compiled(policies);
const ROWS = 5;

describe('generated TypeScript decides as the interpreter does', () => {
  it(`on 200 random policies, 50 records each (seed ${seed})`, { timeout: 300_000 }, () => {
    policies.forEach((policy, i) => {
      const [reference, module] = [evaluator(policy), modules[i]];
      fc.assert(
        fc.property(new Inputs(policy).run(ROWS), (run) => {
          if (module) expectSame(reference, module, run);
        }),
        { numRuns: 50 / ROWS, seed, endOnFailure: true },
      );
    });
  });

  it('on policies that use every kind of node that a rule may hold', () => {
    const kinds = new Set(
      policies
        .flatMap(({ programmes, duties }) => [
          ...programmes.map(({ eligible }) => eligible),
          ...duties.map(({ must }) => must),
        ])
        .flatMap((root) => [...expressions(root)].map((e) => e.k)),
    );
    const wanted =
      'lit fact param def asOf bound self ofRecord field arith addPeriod round convert if calendar cmp within member present not all any atLeast guard except rule table aggregate outcome period bands hole';
    expect([...kinds].sort()).toEqual(wanted.split(' ').sort());
  });

  it('on choices that come out every way', () => {
    const choosing = policies.filter(({ choices }) => choices !== undefined).slice(0, 40);
    const found = new Set(
      choosing.flatMap((policy) =>
        fc
          .sample(new Inputs(policy).run(1), { numRuns: 8, seed })
          .flatMap(({ binding, rows }) => rows.map((row) => evaluator(policy).bind(binding).decide(row)))
          .flatMap(({ programmes }) => Object.values(programmes))
          .flatMap(({ choice }) => (choice ? [choice.notPaid?.kind ?? choice.paid] : [])),
      ),
    );
    expect([...found]).toEqual(expect.arrayContaining(['yes', 'unknown', 'lower', 'later']));
  });

  it('on duties that come to every state', () => {
    const states = new Set(
      policies.slice(0, 120).flatMap((policy) =>
        fc
          .sample(new Inputs(policy).run(1), { numRuns: 5, seed })
          .flatMap(({ binding, rows }) => rows.map((row) => evaluator(policy).bind(binding).decide(row)))
          .flatMap(({ duties = {} }) =>
            Object.values(duties).flatMap(({ state, periods }) => [state, ...periods.map((p) => p.state)]),
          ),
      ),
    );
    expect([...states].sort()).toEqual(['breached', 'met', 'notApplicable', 'notDue', 'undetermined']);
  });
});
