import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { examine, Memory, type ReadUsed, type SourceFile } from '../../compiler/index.ts';
import { policyOf } from '../compile/policy.mjs';
import { shown, type Table } from './measuring.ts';

const FOLDER = 'policies';

const read: ReadUsed = (path) => {
  try {
    return { text: readFileSync(path, 'utf8') };
  } catch {
    return { problem: 'missing' };
  }
};

function notices(): readonly SourceFile[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('notice.policy'))
    .map((path) => ({ path: join(FOLDER, path), text: readFileSync(join(FOLDER, path), 'utf8') }));
}

/** All notices, each once, in a process that has compiled nothing yet: from their texts to their findings. */
export function cold(): Table {
  // As the command line does it.
  setFlagsFromString('--interrupt-budget=600000');
  const files = notices();
  const start = performance.now();
  const found = files.map((file) => examine(file, read).diagnostics.length);
  const took = performance.now() - start;
  return { title: '', note: '', head: ['policies', 'ms'], rows: [[String(found.length), String(took)]] };
}

const LENGTHS = [1_000, 10_000, 100_000];

/** Policies of more and more lines, in one process that compiles none of them twice. */
export function byLines(): Table {
  const rows = LENGTHS.map((lines) => {
    const text = policyOf(lines);
    const start = performance.now();
    const { diagnostics } = examine({ path: 'long.policy', text });
    const took = performance.now() - start;
    if (diagnostics.length > 0) throw new Error(`${lines} lines: ${diagnostics.length} findings`);
    return [String(lines), shown(took), shown((took * 1000) / lines)];
  });
  return {
    title: 'Lines',
    note: 'One policy from its text to all findings of `check`, once and cold: the shorter ones bear what V8 has not optimised yet.',
    head: ['lines', 'ms', 'µs a line'],
    rows,
  };
}

const LINES = 5000;
const KEYSTROKES = 60;

/** Where a digit is typed over another: the regular expression ends with it. */
const PLACES: { readonly [where: string]: RegExp } = {
  'a definition': /困难\S+ \(poor\d+\) = 月收入\S+ \d+/g,
  'an amount of a tier': /每人每月 \d+/g,
  'an exclusion': /超过 \d+/g,
  'a deadline of a step': /期限 \d{4}-\d{2}-\d{2}/g,
  'one block of 170 duties': /工龄\S+ [1-5](?= 年 以上 {3}当)/g,
  'one block of 860 facts': /从 0 至 \d+/g,
};

/** Milliseconds of each check after a keystroke, in an editor that has checked the same text before. */
function keystrokes(text: string, place: RegExp): readonly number[] {
  const memory = new Memory();
  const check = (now: string): number => {
    const start = performance.now();
    examine({ path: 'long.policy', text: now }, undefined, undefined, memory);
    return performance.now() - start;
  };
  const ends = [...text.matchAll(place)].map(({ index, 0: { length } }) => index + length);
  check(text);
  const taken = Array.from({ length: KEYSTROKES }, (_, i) => {
    const at = ends[(i * 7919) % ends.length] ?? 0;
    const other = text[at - 1] === '3' ? '4' : '3';
    return [check(`${text.slice(0, at - 1)}${other}${text.slice(at)}`), check(text)];
  });
  // The first ones are those of a program that has just begun.
  return taken.slice(KEYSTROKES / 4).flat();
}

/** One key typed in a long policy, and what is said of it then. */
export function byKeystroke(): Table {
  const text = policyOf(LINES);
  const rows = Object.entries(PLACES).map(([where, place]) => {
    const sorted = [...keystrokes(text, place)].sort((a, b) => a - b);
    return [where, shown(sorted[sorted.length >> 1] ?? Number.NaN), shown(sorted[0] ?? Number.NaN)];
  });
  return {
    title: 'One keystroke',
    note: `A digit typed over another in a policy of ${LINES} lines, and typed back: milliseconds from the text to all findings, with what the check before has left (\`Memory\`; a law of the tests: the findings are those of a cold check).`,
    head: ['where', 'median, ms', 'least, ms'],
    rows,
  };
}
