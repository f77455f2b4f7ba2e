import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFor } from '../../cli/launch/bundle.ts';
import { command } from './harness.ts';

describe('the bundle that a command line needs', () => {
  it.each([
    [['check', 'policies'], 'check', 'check'],
    [['--lang', 'en', 'check', 'build'], 'check', 'check'],
    [['check', '--fix', 'policies'], 'rest', 'check'],
    [['check', 'policies', '--prove', '--format', 'json'], 'rest', 'check'],
    [['decide', 'check'], 'rest', 'decide'],
    [['--help'], 'none', null],
    [[], 'none', null],
    [['chekc', 'notice.policy'], 'none', null],
  ])('%j: %s', (args, bundle, name) => {
    expect(bundleFor(args)).toEqual({ bundle, command: name });
  });
});

const places: string[] = [];
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'bangfu-launch-'));
  places.push(made);
  return made;
};

/** The built command in a folder of its own, without any cache. */
function installed(): { readonly program: string; readonly beside: string; readonly home: string } {
  const place = folder();
  const dist = dirname(command);
  cpSync(command, join(place, 'bangfu.cjs'));
  cpSync(join(dist, 'cli'), join(place, 'cli'), { recursive: true });
  const beside = join(place, 'cli', 'code-cache');
  rmSync(beside, { recursive: true, force: true });
  return { program: join(place, 'bangfu.cjs'), beside, home: folder() };
}

function run({ program, home }: { program: string; home: string }, env: { [name: string]: string } = {}) {
  const clean = { LC_ALL: 'en', XDG_CACHE_HOME: home, LOCALAPPDATA: home, HOME: home, ...env };
  const args = [program, 'check', 'policies/07-annual-assessment/notice.policy'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: clean, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const files = (path: string): readonly string[] =>
  existsSync(path) ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];

describe('the cache of compiled code', () => {
  const asEver = run(installed());

  it('is written by the first run and used by the next, which says the same', () => {
    const here = installed();
    expect(run(here)).toEqual(asEver);
    const [name] = files(here.beside);
    expect(name).toMatch(/^check-/);
    const written = readFileSync(join(here.beside, name ?? ''));
    expect(run(here)).toEqual(asEver);
    expect(readFileSync(join(here.beside, name ?? '')).equals(written)).toBe(true);
  });

  it.each([
    ['cut off', (code: Buffer) => code.subarray(0, code.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed in one byte',
      (code: Buffer) => Buffer.from(code).fill(255 - (code[70_000] ?? 0), 70_000, 70_001),
    ],
  ])('is passed over and written anew when it is %s', (_, spoil) => {
    const here = installed();
    run(here);
    const path = join(here.beside, files(here.beside)[0] ?? '');
    const spoilt = spoil(readFileSync(path));
    writeFileSync(path, spoilt);
    expect(run(here)).toEqual(asEver);
    expect(readFileSync(path).equals(spoilt)).toBe(false);
  });

  it('goes to the folder of the user where the program cannot be written to', () => {
    const here = installed();
    writeFileSync(here.beside, 'a file, so that there can be no folder');
    expect(run(here)).toEqual(asEver);
    expect(files(here.home).some((name) => name.includes('check-'))).toBe(true);
    expect(run(here)).toEqual(asEver);
  });

  it('is done without where nothing can be written', () => {
    const here = installed();
    writeFileSync(here.beside, '');
    const nowhere = { ...here, home: join(here.beside, 'below a file') };
    expect(run(nowhere)).toEqual(asEver);
  });

  it("is switched off by Node's own switch", () => {
    const here = installed();
    expect(run(here, { NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(asEver);
    expect([...files(here.beside), ...files(here.home)]).toEqual([]);
  });
});
