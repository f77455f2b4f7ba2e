import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The bundled command. `npm test` builds it first; BANGFU_COMMAND tries another one, an installed package for one. */
export const command =
  process.env.BANGFU_COMMAND ?? fileURLToPath(new URL('../../dist/bangfu.cjs', import.meta.url));

if (!existsSync(command)) throw new Error(`${command} is not there: run "npm run build" first.`);

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: { readonly [name: string]: string };
}

/** Runs the command and waits for its end. The language is Chinese unless the arguments say otherwise. */
export function bangfu(args: readonly string[], { cwd, input, env }: RunOptions = {}): Promise<Run> {
  return new Promise((done, failed) => {
    const clean = { PATH: process.env.PATH, LC_ALL: 'zh_CN.UTF-8', ...env };
    const child = spawn(process.execPath, [command, ...args], { cwd, env: clean, stdio: 'pipe' });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', failed);
    child.on('close', (status) => {
      done({ status, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() });
    });
    // A command that refuses its arguments is gone before it reads anything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A folder that is gone after the tests of the file. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'bangfu-test-'));

  constructor(files: { readonly [name: string]: string | Uint8Array } = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  at(name: string): string {
    return join(this.path, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  read(name: string): string {
    return readFileSync(this.at(name), 'utf8');
  }

  list(name = '.'): readonly string[] {
    return readdirSync(this.at(name)).sort();
  }

  run(args: readonly string[], options: Omit<RunOptions, 'cwd'> = {}): Promise<Run> {
    return bangfu(args, { ...options, cwd: this.path });
  }
}
