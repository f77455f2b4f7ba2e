import { expect, it } from 'vitest';
import { policyOf } from '../../bench/compile/policy.mjs';
import { examine } from '../../compiler/index.ts';
import { grown, total, workOf } from './work.ts';

/** What the second of two policies is larger by. */
const TIMES = 4;

it('examining a policy takes work in proportion to its length', async () => {
  const found: number[] = [];
  const examined = (lines: number) => {
    const source = { path: 'p.policy', text: policyOf(lines) };
    return () => found.push(examine(source).diagnostics.length);
  };
  // The first run makes what is made once.
  const [, little, much] = await workOf(examined(400), examined(400), examined(400 * TIMES));
  expect(found).toEqual([0, 0, 0]);
  if (!little || !much) throw new Error('nothing was counted');
  expect(total(little)).toBeGreaterThan(100_000);
  expect(grown(little, much, TIMES * 1.35, 1000)).toEqual([]);
});
