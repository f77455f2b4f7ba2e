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

it.each([
  ['facts', /从 0 至 \d/],
  ['duties', /工龄\S+ [1-5](?= 年 以上 {3}当)/],
])('of a long block of %s the line that changed is read, and what names it is checked', async (_, place) => {
  const text = policyOf(1600);
  const at = (place.exec(text)?.index ?? 0) + (place.exec(text)?.[0].length ?? 0);
  const typed = `${text.slice(0, at - 1)}${text[at - 1] === '3' ? '4' : '3'}${text.slice(at)}`;
  expect(typed).not.toBe(text);
  const memory = new Memory();
  const examined = (now: string) => () => {
    examine({ path: 'p.policy', text: now }, undefined, undefined, memory);
  };
  const works = await workOf(examined(text), examined(typed), examined(text), examined(typed));
  const [first, , , again] = works.map(total);
  const lines = works.map((work) => calls(work, 'grammar/parser/parse-line.ts parseLine'));
  expect(lines[3]).toBeLessThan(10);
  expect(again).toBeLessThan((first ?? 0) / 5);
});
