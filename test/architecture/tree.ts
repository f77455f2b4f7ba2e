import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Planted } from './planted.ts';

const products = ['chevrotain', 'chinese-days', 'hyparquet', 'tinypool', 'ts-morph', 'yaml', 'z3-solver'];
const tools = ['vitest'];
const undeclared = ['undeclared'];

/** A small project with our folder names that holds the given imports and a stub for each thing imported. */
export function plantTree(imports: readonly Planted[]): string {
  const root = mkdtempSync(join(tmpdir(), 'bangfu-imports-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('package.json', manifest());
  for (const name of [...products, ...tools, ...undeclared]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};\n');
  }
  for (const [, to] of imports) if (isFile(to)) write(to, 'export const planted = 1;\n');
  for (const [from, to] of imports)
    write(from, `import '${specifier(from, to)}';\nexport const planted = 2;\n`);
  return root;
}

function manifest(): string {
  const listed = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  return JSON.stringify({ name: 'planted', dependencies: listed(products), devDependencies: listed(tools) });
}

function specifier(from: string, to: string): string {
  if (!isFile(to)) return to;
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

const isFile = (to: string): boolean => to.endsWith('.ts');
