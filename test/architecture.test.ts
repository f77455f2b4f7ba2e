import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import config from '../.dependency-cruiser.cjs';
import { sourceFolders } from '../tools/check-imports.mjs';
import { forbidden, type Planted, permitted, scenery } from './architecture/planted.ts';
import { plantTree } from './architecture/tree.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const pureFolders = ['runtime', 'grammar', 'compiler'];
const ruleNames = config.forbidden.map((rule) => rule.name);

async function violationsIn(baseDir: string, folders: string[]): Promise<IViolation[]> {
  const options = { ...config.options, baseDir, validate: true, ruleSet: { forbidden: config.forbidden } };
  const { output } = await cruise(folders, options as Parameters<typeof cruise>[1]);
  return (output as ICruiseResult).summary.violations;
}

const show = ({ rule, from, to }: IViolation): string => `${rule.name}: ${from} → ${to}`;

test('the project keeps its import rules', async () => {
  const violations = await violationsIn(project, sourceFolders);
  expect(violations.map(show)).toEqual([]);
});

describe('each import rule bites', () => {
  let root: string;
  let reported: string[];
  const rulesAgainst = ([from, to]: Planted) =>
    reported.filter((line) => line.includes(`: ${from} → `) && line.includes(to.replace('node:', '')));

  beforeAll(async () => {
    root = plantTree([...permitted, ...scenery, ...Object.values(forbidden).flat()]);
    const folders = readdirSync(root).filter((name) => !/^(node_modules|package\.json)$/.test(name));
    reported = (await violationsIn(root, folders)).map(show);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('every rule of the configuration has a planted import', () => {
    expect(Object.keys(forbidden).sort()).toEqual([...ruleNames].sort());
  });

  test.each(Object.entries(forbidden))('%s', (rule, imports) => {
    for (const planted of imports) {
      expect(rulesAgainst(planted), planted.join(' → ')).toContainEqual(expect.stringContaining(`${rule}: `));
    }
  });

  test.each(permitted)('%s may import %s', (...planted) => {
    expect(rulesAgainst(planted)).toEqual([]);
  });
});

test('every folder of the compiler has a rule', () => {
  const folders = readdirSync(join(project, 'compiler'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const unruled = folders
    .map(({ name }) => `room-compiler/${name}`)
    .filter((rule) => !ruleNames.includes(rule));
  expect(unruled).toEqual([]);
});

describe('no clock and no chance', () => {
  const impure = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/;
  const sources = (folder: string) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => join(project, folder, path));

  test.each(pureFolders)('%s', (folder) => {
    expect(sources(folder).filter((path) => impure.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
