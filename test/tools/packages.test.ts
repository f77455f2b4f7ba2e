import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}
interface Lock {
  readonly packages: Record<string, { readonly resolved?: string; readonly optionalDependencies?: object }>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as Lock;
const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

describe('packages', () => {
  test('are pinned exactly', () => {
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('each have their reason in docs/decisions', () => {
    const decisions = read('docs/decisions/README.md');
    expect(direct.filter(([name, version]) => !decisions.includes(`| ${name} ${version} |`))).toEqual([]);
  });
});

describe('the lock file', () => {
  test('names no registry', () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
  });

  test('holds the optional packages of every platform, or npm ci refuses it elsewhere', () => {
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const optional = Object.values(packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    );
    expect(optional.filter((name) => !locked.has(name))).toEqual([]);
  });
});
