import { expect, it } from 'vitest';
import { policyOf } from '../../bench/compile/policy.mjs';
import { examine, Memory } from '../../compiler/index.ts';
import { calls, total, workOf } from './work.ts';

it('after one keystroke a twentieth of the lines is read and little is worked out again', async () => {
  const text = policyOf(1600);
  const typed = text.replace(/超过 9/, '超过 8');
  expect(typed).not.toBe(text);
  const memory = new Memory();
  const examined = (now: string) => () => {
    examine({ path: 'p.policy', text: now }, undefined, undefined, memory);
  };
  const works = await workOf(examined(text), examined(typed), examined(text), examined(typed));
  const [first, , , again] = works.map(total);
  const lines = works.map((work) => calls(work, 'grammar/parser/parse-line.ts parseLine'));
  expect(lines[0]).toBeGreaterThan(1400);
  expect(lines[3]).toBeLessThan(80);
  expect(again).toBeLessThan((first ?? 0) / 5);
});
