import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile, evaluator, type Policy, printIr } from '../../compiler/index.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

function compiled(text: string): Policy {
  const { policy, diagnostics } = compile({ path: 'shown.policy', text });
  if (!policy) throw new Error(diagnostics.map(({ en }) => en.message).join('\n'));
  return policy;
}

/** The fenced block that follows a comment. */
function block(page: string, comment: RegExp): string {
  const rest = page.split(comment)[1] ?? '';
  const found = /```\w*\n([\s\S]*?)```/.exec(rest)?.[1];
  if (found === undefined) throw new Error(`no block after ${comment.source}`);
  return found;
}

it('docs/ir.md prints the first policy of docs/language.md, some units left out', () => {
  const shown = block(read('docs/ir.md'), /<!-- printed by printIr[^>]*-->/)
    .trimEnd()
    .split('\n');
  const policy = /```policy\n([\s\S]*?)```/.exec(read('docs/language.md'))?.[1] ?? '';
  const printed = printIr(compiled(policy)).trimEnd().split('\n');
  expect(shown.filter((line) => line.trim() !== '…')).toEqual(
    printed.filter((line) => !line.startsWith('  unit ') || line.startsWith('  unit year ')),
  );
});

/** What of `shown` is not in `real`: keys and elements may be left out, texts end in `…`. */
function strangers(shown: unknown, real: unknown, path: string): readonly string[] {
  if (Array.isArray(shown)) {
    const items: readonly unknown[] = Array.isArray(real) ? real : [];
    if (shown.length === 0 && items.length > 0) return [`${path}: not empty`];
    return shown.flatMap((one, at) =>
      items.some((item) => strangers(one, item, path).length === 0) ? [] : [`${path}[${at}]`],
    );
  }
  if (typeof shown === 'object' && shown !== null) {
    const own = new Map(typeof real === 'object' && real !== null ? Object.entries(real) : []);
    return Object.entries(shown).flatMap(([key, value]) => strangers(value, own.get(key), `${path}.${key}`));
  }
  const same =
    typeof shown === 'string' && shown.endsWith('…')
      ? typeof real === 'string' && real.startsWith(shown.slice(0, -1))
      : shown === real;
  return same ? [] : [path];
}

const folder = 'policies/15-former-teachers-allowance/';

it('docs/decision.md shows what the evaluator gives', () => {
  const shown: unknown = JSON.parse(block(read('docs/decision.md'), /<!-- decision -->/));
  const yaml = (name: string) => parse(read(folder + name), { schema: 'core' });
  const { sex, ...facts } = yaml('cases.yaml').base.applicant;
  const bound = evaluator(compiled(read(`${folder}notice.policy`))).bind({
    asOf: '2023-06-01',
    parameters: yaml('parameters.yaml').parameters,
  });
  expect(sex).toBeDefined();
  expect(strangers(shown, bound.decide({ ...facts, birthDate: '1966-05-01' }), '')).toEqual([]);
  expect(strangers(shown, bound.decide(facts), '')).not.toEqual([]);
});
